import { HTTPReceiver, LogLevel, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { type AppOptions, clientOptions, createApp, learnWorkspace } from './app.ts';
import { type Config, readConfig } from './config.ts';
import { boltLogger, newLog } from './log.ts';
import { openStore } from './store/store.ts';

const read = readConfig(process.env);
if (!read.ok) {
  const lines = ['Callsheet cannot start:', ...read.problems.map((problem) => `  - ${problem}`)];
  process.stderr.write(`${lines.join('\n')}\n\nTo try it without a Slack workspace: npm run demo\n`);
  process.exit(1);
}

const { slack, databaseUrl, support, logLevel } = read.config;
const log = newLog(logLevel, (line) => process.stdout.write(`${line}\n`));

try {
  await run();
} catch (error) {
  // Only our own errors are written to be read; what others say may quote a secret or a contact.
  const own = error instanceof Error && error.name === 'StoreError' ? error.message : null;
  log.error('start.failed', { ...(own && { message: own }), error });
  process.exit(1);
}

async function run(): Promise<void> {
  const store = await openStore(databaseUrl);
  const options: AppOptions = {
    ...{ store, support, log, botToken: slack.botToken, apiUrl: slack.apiUrl },
    receiver: receiverFor(slack),
    now: () => new Date(),
  };
  const app = createApp(options);
  await app.start(slack.delivery.kind === 'http' ? slack.delivery.port : 0);
  log.info('ready', { delivery: slack.delivery.kind, database: store.provider });
  void learnWorkspace(options);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await app.stop();
    await store.close();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function receiverFor({ delivery, apiUrl }: Config['slack']): Receiver {
  const logger = boltLogger(log);
  if (delivery.kind === 'http') {
    return new HTTPReceiver({ signingSecret: delivery.signingSecret, logger, logLevel: LogLevel.ERROR });
  }
  return new SocketModeReceiver({
    appToken: delivery.appToken,
    logger,
    installerOptions: { clientOptions: clientOptions(apiUrl) },
  });
}
