import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Playground } from './playground.ts';

export interface AppProcess {
  pid: number;
  /** What it has printed last. */
  output(): string[];
  /** Resolves when the process is gone: with its exit code, or null after a signal. */
  exited: Promise<number | null>;
  stop(): Promise<void>;
}

export interface AppSettings {
  transport: 'http' | 'socket';
  databaseUrl: string;
  supportEmail?: string;
  /** More of the environment, such as LOG_LEVEL. */
  env?: Record<string, string>;
  /** Milliseconds within which it has to be ready. */
  readyWithin?: number;
  /** Milliseconds by which the clock of its computer is ahead of ours. */
  ahead?: number;
}

/** As `npm start` has it: a small nursery keeps the memory of an idle app below 160 MB, for a tenth more of processor time. */
export const FLAGS = ['--max-semi-space-size=1', '--import', './src/start/compile-cache.mjs'];
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MOST_LINES = 200;
const STOP_WITHIN = 5000;

/** What a process needs of the surrounding to run at all; nothing of it configures the app. */
const SURROUNDING = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'LANG', 'SystemRoot', 'NODE_EXTRA_CA_CERTS'];

/**
 * Starts the app as its operator would: as `npm start` does, with environment variables and nothing else. Ready when it says so;
 * an error with its output if it ends before.
 */
export async function startApp(playground: Playground, settings: AppSettings): Promise<AppProcess> {
  const {
    transport,
    databaseUrl,
    supportEmail = 'support@platform.example',
    readyWithin = 20_000,
    ahead = 0,
  } = settings;
  const clock = ahead > 0 ? ['--import', `./src/playground/clock-ahead.mjs?by=${ahead}`] : [];
  const port = await freePort();
  const reach: Record<string, string> =
    transport === 'http'
      ? { SLACK_SIGNING_SECRET: playground.signingSecret, PORT: String(port) }
      : { SLACK_APP_TOKEN: playground.appToken, PORT: String(port) };
  const mail = {
    ...{ SMTP_URL: playground.smtpUrl, MAIL_FROM: 'Callsheet <callsheet@platform.example>' },
    PUBLIC_URL: `http://127.0.0.1:${port}`,
  };
  const surrounding = SURROUNDING.flatMap((name) => (process.env[name] ? [[name, process.env[name]] as const] : []));
  const child = spawn(process.execPath, [...FLAGS, ...clock, 'src/main.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...Object.fromEntries(surrounding),
      ...{ SLACK_BOT_TOKEN: playground.botToken, SLACK_API_URL: playground.apiUrl, ...reach },
      ...{ DATABASE_URL: databaseUrl, SUPPORT_EMAIL: supportEmail, ...mail, ...settings.env },
    },
  });
  const lines: string[] = [];
  const exited = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => resolve(code));
    child.once('error', (error) => {
      lines.push(error.message);
      resolve(null);
    });
  });
  const stop = () => stopped(child, exited);
  try {
    await ready(child, lines, exited, readyWithin);
  } catch (error) {
    await stop();
    throw error;
  }
  if (transport === 'http') playground.connect(`http://127.0.0.1:${port}/slack/events`, ahead);
  return { pid: child.pid ?? 0, output: () => [...lines], exited, stop };
}

function ready(child: ChildProcess, lines: string[], exited: Promise<unknown>, within: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (why: string) => reject(new Error([`The app ${why}. It said:`, ...lines].join('\n')));
    const timer = setTimeout(() => failed(`was not ready within ${within} ms`), within);
    const hear = (line: string) => {
      lines.push(line);
      if (lines.length > MOST_LINES) lines.shift();
      if (!isReady(line)) return;
      clearTimeout(timer);
      resolve();
    };
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', hear);
    }
    void exited.then(() => {
      clearTimeout(timer);
      setImmediate(() => failed('ended before it was ready'));
    });
  });
}

function isReady(line: string): boolean {
  try {
    return (JSON.parse(line) as { event?: unknown }).event === 'ready';
  } catch {
    return false;
  }
}

async function stopped(child: ChildProcess, exited: Promise<unknown>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN);
  await exited;
  clearTimeout(timer);
}

/** A port that nobody listens on at this moment. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', listening);
  });
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
