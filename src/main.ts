import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { createApp } from './app.ts';
import { createChores } from './chores.ts';
import { type Config, readConfig } from './config.ts';
import { servePages } from './http/server.ts';
import { type PageHandler, VERIFY_METHODS, VERIFY_PATH, verifyPage } from './http/verify-page.ts';
import { startTicker } from './jobs/ticker.ts';
import { boltLogger, newLog } from './log.ts';
import { mailPost } from './mail/mail-post.ts';
import type { Mailer } from './mail/mailer.ts';
import { clientOptions } from './slack/client.ts';
import { describeFault } from './slack/fault/fault.ts';
import { openStore, StoreError } from './store/store.ts';

/** Milliseconds that requests under way get when the process is asked to stop: Slack itself waits no longer. */
const GRACE = 3000;

/** Socket Mode rides out some twenty minutes without Slack before it gives up. */
const RECONNECT = { retries: 50, factor: 1.3, maxTimeout: 30_000 };

/** Slack's words for a token with which nothing will ever work. */
const REFUSED = 'account_inactive invalid_auth not_authed team_disabled token_expired token_revoked'.split(' ');

const read = readConfig(process.env);
if (!read.ok) refuse(read.problems);

const { slack, databaseUrl, support, mail, pages, patience, confirmEvery, logLevel } = read.config;
const log = newLog(logLevel, (line) => process.stdout.write(`${line}\n`));

let stopping = false;
// What nobody caught, rejections among it, leaves the process in a state that nobody knows: a Socket Mode client that cannot
// connect again, for one, is deaf. So it ends, and whoever watches over it starts it anew. Node itself would print what
// the error says, and so perhaps a contact.
process.on('uncaughtException', fail);

try {
  await run();
} catch (error) {
  log.error('start.failed', { error });
  refuse([advice(error)]);
}

async function run(): Promise<void> {
  const store = await openStore(databaseUrl, { log: (said) => log.info('database', { said }) });
  await checkToken();
  const { delivery, botToken, apiUrl } = slack;
  const now = () => new Date();
  const page = pages && verifyPage({ store, now, log });
  const receiver = newReceiver(slack, page);
  const mailer = mail && (await openMailer(mail));
  const letters = mailer && { mail: mailPost({ store, mailer, now, log }, { publicUrl: pages?.url ?? null, support }) };
  const options = { store, support, patience, confirmEvery, log, botToken, apiUrl, now, ...letters };
  const chores = createChores(options);
  const app = createApp({ ...options, receiver, chores });
  const started: unknown = await app.start(delivery.kind === 'http' ? delivery.port : 0);
  // A receiver of Socket Mode listens to nothing: the pages get a server of their own.
  const served = page && pages && delivery.kind === 'socket' ? await servePages(pages.port, page) : null;
  const port = delivery.kind === 'http' ? ((started as Server).address() as AddressInfo).port : served?.port;

  const stopTicker = startTicker(chores.tick, (error) => log.error('tick.failed', { error }));
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(0), GRACE).unref();
    await app.stop();
    await served?.stop();
    await stopTicker();
    mailer?.close();
    await store.close();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  log.info('ready', { delivery: delivery.kind, ...(port !== undefined && { port }), database: store.provider });
  if (mailer) void checkMail(mailer);
  void chores.learnWorkspace();
}

function newReceiver({ delivery, apiUrl }: Config['slack'], page: PageHandler | null): Receiver {
  const logger = boltLogger(log);
  if (delivery.kind === 'http') {
    const customRoutes = page ? [{ path: VERIFY_PATH, method: [...VERIFY_METHODS], handler: page }] : [];
    return new HTTPReceiver({ signingSecret: delivery.signingSecret, logger, customRoutes });
  }
  return new SocketModeReceiver({
    appToken: delivery.appToken,
    logger,
    installerOptions: { clientOptions: { ...clientOptions(apiUrl), retryConfig: RECONNECT } },
  });
}

/** Loaded only where mail is sent: who sends none pays nothing for it. */
async function openMailer({ server, from }: NonNullable<Config['mail']>): Promise<Mailer> {
  const { newMailer } = await import('./mail/mailer.ts');
  return newMailer(server, from);
}

/** A mail server that is away, or lets nobody in, is worth a line and ends nothing: it may come back. */
async function checkMail(mailer: Mailer): Promise<void> {
  try {
    await mailer.check();
    log.info('mail.ready');
  } catch (error) {
    log.error('mail.unreachable', { error });
  }
}

/** A token that Slack refuses ends the start. A Slack that does not answer need not: it will. */
async function checkToken(): Promise<void> {
  const client = new WebClient(slack.botToken, { ...clientOptions(slack.apiUrl), logger: boltLogger(log) });
  try {
    await client.auth.test();
  } catch (error) {
    const { code } = describeFault(error);
    if (code && REFUSED.includes(code)) refuse([refusedToken('SLACK_BOT_TOKEN', code)]);
    log.error('slack.unreachable', { error });
  }
}

/** What a person can do about it. Only our own errors are written to be read: others may quote a secret or a contact. */
function advice(error: unknown): string {
  if (error instanceof StoreError) return error.message;
  const { code, name } = describeFault(error);
  if (code === 'EADDRINUSE') return 'PORT is taken: something else listens on it. Stop that, or set PORT to another.';
  if (code === 'EACCES') return 'PORT may not be used by this process. Set PORT to a number above 1023.';
  if (code && REFUSED.includes(code)) return refusedToken('SLACK_APP_TOKEN', code);
  return `Something unexpected happened (${code ?? name}). The line above says where.`;
}

function refusedToken(variable: string, code: string): string {
  return `Slack refuses ${variable} (${code}). Copy it again from your app at https://api.slack.com/apps.`;
}

function refuse(problems: readonly string[]): never {
  const lines = ['Callsheet cannot start:', ...problems.map((problem) => `  - ${problem}`)];
  process.stderr.write(`${lines.join('\n')}\n\nTo try it without a Slack workspace: npm run demo\n`);
  process.exit(1);
}

function fail(error: unknown): void {
  // A connection that is cut on purpose rejects what was waiting for it.
  if (stopping) return;
  log.error('process.failed', { error });
  process.exit(1);
}
