import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startApp } from './app-process.ts';
import { readManifest } from './manifest.ts';
import { type Playground, startPlayground } from './playground.ts';
import { beginning } from './tour/story.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FIRST_PORT = 3100;
const PORTS_TRIED = 20;
const DATABASE = 'demo.sqlite';

const HELP = `npm run demo -- [--port 3100] [--socket] [--fresh] [--story] [--data folder]

  --port    where the page is served; without it, 3100 or the next one that is free
  --socket  the app connects through Socket Mode instead of HTTP
  --fresh   forgets what earlier demos have saved
  --story   the same, and begins with an account in production that people have used for a while
  --data    the folder in which it is saved; without it, data
`;

interface Options {
  port: number | null;
  socket: boolean;
  fresh: boolean;
  story: boolean;
  folder: string;
}

const say = (text: string) => process.stdout.write(`${text}\n`);

function readOptions(): Options {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    const options = { port: text, data: text, socket: flag, fresh: flag, story: flag, help: flag };
    const { values } = parseArgs({ options });
    if (values.help) {
      say(HELP);
      process.exit(0);
    }
    const { port, data, socket = false, fresh = false, story: lived = false } = values;
    if (port !== undefined && !/^\d{1,5}$/.test(port)) throw new Error('--port takes a number.');
    return {
      port: port === undefined ? null : Number(port),
      socket,
      fresh: fresh || lived,
      story: lived,
      folder: resolve(data ?? join(ROOT, 'data')),
    };
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${HELP}`);
    process.exit(2);
  }
}

async function demo({ port, socket, fresh, story: lived, folder }: Options): Promise<void> {
  const file = join(folder, DATABASE);
  if (fresh) await forget(file);
  const transport = socket ? 'socket' : 'http';
  const manifest = readManifest(await readFile(join(ROOT, 'manifest.yml'), 'utf8'));
  const open = (at: number) => startPlayground({ manifest, transport, port: at });
  const playground = await (port === null ? openNear(open) : openAt(open, port));

  let stopping = false;
  const starting = startApp(playground, { transport, databaseUrl: `file:${file}` });
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    await starting.then((app) => app.stop()).catch(() => {});
    await playground.close();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0));
  try {
    const app = await starting;
    if (lived) await live(playground);
    if (!stopping) say(greeting(playground, socket, file));
    const code = await app.exited;
    // Ctrl-C reaches the app as well, and it may be the first to go.
    await new Promise((waited) => setTimeout(waited, 200));
    if (stopping) return;
    process.stderr.write(`\nThe app has ended (${code ?? 'by a signal'}). It said last:\n${app.output().join('\n')}\n`);
  } catch (error) {
    if (stopping) return;
    process.stderr.write(`${(error as Error).message}\n`);
  }
  await stop(1);
}

/** The tour up to where time passes: so there is a sheet, people with access, and a history to look at. */
async function live(playground: Playground): Promise<void> {
  say('Olivia, Priya and the others are using Callsheet for a moment …');
  for (const { play } of beginning(playground, () => {})) await play();
}

/** Takes away what earlier demos saved, but not from under one that is running: the app holds a lock beside its file. */
async function forget(file: string): Promise<void> {
  if (existsSync(`${file}-lock`)) {
    const lock = new DatabaseSync(`${file}-lock`);
    try {
      lock.exec('BEGIN IMMEDIATE');
    } catch {
      throw new Error(`${file} is in use by another demo. Stop that one first.`);
    } finally {
      lock.close();
    }
  }
  for (const end of ['', '-wal', '-shm', '-lock']) await rm(`${file}${end}`, { force: true });
}

type Open = (port: number) => Promise<Playground>;

const isInUse = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EADDRINUSE';

const openAt = (open: Open, port: number): Promise<Playground> =>
  open(port).catch((error) => {
    throw isInUse(error) ? new Error(`port ${port} is in use. Name another: --port ${port + 1}`) : error;
  });

/** The first port, or the next one that nobody uses. */
async function openNear(open: Open): Promise<Playground> {
  for (let port = FIRST_PORT; port < FIRST_PORT + PORTS_TRIED; port++) {
    try {
      return await open(port);
    } catch (error) {
      if (!isInUse(error)) throw error;
    }
  }
  throw new Error(
    `the ports ${FIRST_PORT} to ${FIRST_PORT + PORTS_TRIED - 1} are all in use. Name another: --port 4000`,
  );
}

const greeting = ({ url }: Playground, socket: boolean, file: string): string => `
  Callsheet is running in a Slack on this computer: ${url}

  1. Open that address. You are Olivia; you can become anybody else at the top of the page.
  2. Type /contacts in any channel, or open Callsheet's Home, and fill in the sheet.
  3. Type /contacts verify: mail that Callsheet sends ends in the Mailbox at the top of the page, and nowhere else.
  4. Stop with Ctrl-C. What you saved stays in ${relative(process.cwd(), file)}; npm run demo -- --fresh begins anew.
${socket ? '\n  The app is connected through Socket Mode.\n' : ''}`;

// Node warns that it strips the types of the page's modules, which is what we want.
process.removeAllListeners('warning');
process.on('warning', (warning) => {
  if (warning.name !== 'ExperimentalWarning') process.stderr.write(`${warning.stack}\n`);
});

await demo(readOptions()).catch((error: Error) => {
  process.stderr.write(`The demo cannot start: ${error.message}\n`);
  process.exitCode = 1;
});
