import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, test, vi } from 'vitest';
import type { WebSocket } from 'ws';
import { openStore } from '../src/store/store.ts';
import { type FakeSlack, fakeSlack } from './fake-slack.ts';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const BOT = 'xoxb-hush-bot';
const APP = 'xapp-hush-app';
const SECRET = 'hush-signing';
const COMMAND = {
  command: '/contacts',
  text: 'help',
  user_id: 'UANA',
  team_id: 'T1',
  channel_id: 'C1',
  trigger_id: '1',
};

// Each test starts a process or two, and some wait for Slack's library to try again: several at a time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** A Slack of its own for each test, an empty folder, and a way to start Callsheet there. */
const it = test.extend<{ slack: FakeSlack; folder: string; start: (env: Env) => Callsheet }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from it which fixtures are needed.
  async slack({}, use) {
    const slack = await fakeSlack();
    await use(slack);
    await slack.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  async folder({}, use) {
    const folder = await mkdtemp(join(tmpdir(), 'callsheet-main-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  async start({ folder }, use) {
    const started: Callsheet[] = [];
    await use((env) => {
      const callsheet = startIn(folder, env);
      started.push(callsheet);
      return callsheet;
    });
    for (const callsheet of started) await callsheet.kill();
  },
});

describe.concurrent('a start that cannot succeed', () => {
  it('ends with every problem named, and points to the demo', async ({ start }) => {
    const callsheet = start({ SLACK_BOT_TOKEN: 'hush', PORT: 'x', DATABASE_URL: 'mysql://root:hush@db/a' });
    expect(await callsheet.exit).toBe(1);
    expect(callsheet.stderr().split('\n')).toEqual([
      'Callsheet cannot start:',
      expect.stringMatching(/^ {2}- SLACK_BOT_TOKEN /),
      expect.stringMatching(/^ {2}- PORT /),
      expect.stringMatching(/^ {2}- DATABASE_URL /),
      expect.stringMatching(/^ {2}- SLACK_SIGNING_SECRET and SLACK_APP_TOKEN /),
      '',
      'To try it without a Slack workspace: npm run demo',
      '',
    ]);
    expect(callsheet.stdout()).toBe('');
  });

  it('says which process has the database file', async ({ slack, folder, start }) => {
    const store = await openStore(`file:${join(folder, 'callsheet.sqlite')}`);
    try {
      const callsheet = start(http(slack));
      expect(await callsheet.exit).toBe(1);
      expect(callsheet.stderr()).toMatch(new RegExp(`- The database .* is in use by process ${process.pid} on .*stop`));
    } finally {
      await store.close();
    }
  });

  it.for<[why: string, address: () => string, said: RegExp]>([
    [
      'does not answer',
      () => 'postgres://ana:hush@127.0.0.1:1/callsheet',
      /127\.0\.0\.1:1\/callsheet cannot be reached/,
    ],
    [
      'refuses the password',
      () => `${inject('postgres').replace(':password@', ':hush@')}/postgres`,
      /refuses the user or the password/,
    ],
    ['has no such database', () => `${inject('postgres')}/nowhere?x=hush`, /has no database .*nowhere/],
    ['is named wrongly', () => 'postgres://ana:hush@db/one/two', /DATABASE_URL names no database/],
  ])('says that PostgreSQL %s, without the password', async ([, address, said], { slack, start }) => {
    const callsheet = start({ ...http(slack), DATABASE_URL: address() });
    expect(await callsheet.exit).toBe(1);
    expect(callsheet.stderr()).toMatch(said);
    expect(callsheet.stderr()).toContain('npm run demo');
    expect(callsheet.stdout() + callsheet.stderr()).not.toContain('hush');
  });

  it('says that the port is taken', async ({ slack, start }) => {
    const callsheet = start({ ...http(slack), PORT: String(slack.port) });
    expect(await callsheet.exit).toBe(1);
    expect(callsheet.stderr()).toMatch(/- PORT is taken/);
  });

  it.for([
    ['SLACK_BOT_TOKEN', 'auth.test', 'invalid_auth'],
    ['SLACK_BOT_TOKEN', 'auth.test', 'account_inactive'],
    ['SLACK_APP_TOKEN', 'apps.connections.open', 'invalid_auth'],
  ] as const)(
    'says that Slack refuses %s (%s: %s), without the token',
    async ([variable, method, error], { slack, start }) => {
      slack.answers.set(method, { ok: false, error });
      const callsheet = start(socket(slack));
      expect(await callsheet.exit).toBe(1);
      expect(callsheet.stderr()).toContain(`Slack refuses ${variable} (${error})`);
      expect(callsheet.stdout() + callsheet.stderr()).not.toContain('hush');
    },
  );
});

describe.concurrent('over HTTP', () => {
  it('says once that it is ready, answers what Slack signed, and ends when it is asked to', async ({
    slack,
    start,
  }) => {
    const callsheet = start(http(slack));
    const { port, ...ready } = await callsheet.event('ready');
    expect(ready).toMatchObject({ level: 'info', delivery: 'http', database: 'sqlite' });

    expect(await post(port, signed(slack))).toBe(200);
    expect(await slack.response()).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringContaining('/contacts'),
    });
    await callsheet.event('people.learned');

    callsheet.signal('SIGTERM');
    expect(await callsheet.exit).toBe(0);
    expect(callsheet.events().filter((event) => event === 'ready')).toHaveLength(1);
    expect(callsheet.stderr()).toBe('');
    expect(callsheet.stdout()).not.toContain('hush');
  });

  it('turns away what Slack did not sign just now, and the log says why', async ({ slack, start }) => {
    const callsheet = start(http(slack));
    const { port } = await callsheet.event('ready');
    const good = signed(slack);
    const forged: [request: Signed, reason: string][] = [
      [signed(slack, { secret: 'another' }), 'signature'],
      [{ ...good, body: good.body.replace('UANA', 'UEVE') }, 'signature'],
      [{ ...good, headers: {} }, 'signature'],
      [signed(slack, { minutesAgo: 6 }), 'too old'],
    ];
    for (const [request] of forged) expect(await post(port, request)).toBe(401);
    const refusals = callsheet.log().filter(({ event }) => event === 'request.refused');
    expect(refusals.map(({ reason }) => reason)).toEqual(forged.map(([, reason]) => reason));
    expect(slack.responses).toEqual([]);
    expect(await post(port, good)).toBe(200);
    expect(callsheet.stderr()).toBe('');
  });

  it('outlives a request that is none', async ({ slack, start }) => {
    const callsheet = start(http(slack));
    const { port } = await callsheet.event('ready');
    for (const line of [
      'GET // HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
      'POST /slack/events\r\n\r\n',
      '\0\r\n\r\n',
    ]) {
      await once(sendRaw(port, line), 'close');
    }
    expect(await post(port, signed(slack))).toBe(200);
    expect(callsheet.stderr()).toBe('');
  });

  it('ends on Ctrl-C, pressed twice, though a client never finishes its request', async ({ slack, start }) => {
    const callsheet = start(http(slack));
    const { port } = await callsheet.event('ready');
    await once(sendRaw(port, 'POST /slack/events HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf'), 'connect');
    callsheet.signal('SIGINT');
    callsheet.signal('SIGINT');
    expect(await callsheet.exit).toBe(0);
    expect(callsheet.stderr()).toBe('');
  });

  it('migrates the file at the first start alone', async ({ slack, start }) => {
    for (const migrations of [1, 0]) {
      const callsheet = start(http(slack));
      await callsheet.event('ready');
      expect(callsheet.events().filter((event) => event === 'database')).toHaveLength(migrations);
      callsheet.signal('SIGTERM');
      expect(await callsheet.exit).toBe(0);
    }
  });

  it.for<[how: string, answer: number | 'cut']>([
    ['answers with an error', 503],
    ['cuts the connection', 'cut'],
  ])('starts though Slack %s, and says so in the log and nowhere else', async ([, answer], { slack, start }) => {
    slack.answers.set('auth.test', answer);
    const callsheet = start(http(slack));
    const { port } = await callsheet.event('ready');
    await callsheet.event('people.not-learned');
    await post(port, signed(slack));
    await callsheet.event('request.failed');
    expect(callsheet.events()).toContain('slack.unreachable');
    expect(callsheet.stderr()).toBe('');
  });
});

describe.concurrent('with mail', () => {
  const MAIL = { SMTP_URL: 'smtp://me:hush@127.0.0.1:1', MAIL_FROM: 'callsheet@platform.example' };

  it('verification: starts though the mail server is away, and says so in the log without the password', async ({
    slack,
    start,
  }) => {
    const callsheet = start({ ...http(slack), ...MAIL });
    await callsheet.event('ready');
    expect(await callsheet.event('mail.unreachable')).toMatchObject({ level: 'error', error: { code: 'ESOCKET' } });
    expect(callsheet.stdout() + callsheet.stderr()).not.toMatch(/hush|platform\.example/);
    callsheet.signal('SIGTERM');
    expect(await callsheet.exit).toBe(0);
    expect(callsheet.stderr()).toBe('');
  });

  it('verification: serves its page beside Slack’s requests, and with Socket Mode on PORT, if there is a public address', async ({
    slack,
    start,
  }) => {
    for (const way of [http(slack), { ...socket(slack), PORT: '0' }]) {
      const callsheet = start({ ...way, PUBLIC_URL: 'https://callsheet.example' });
      const { port } = await callsheet.event('ready');
      const answer = await fetch(`http://127.0.0.1:${port}/verify/${'x'.repeat(43)}`);
      expect([answer.status, (await answer.text()).includes('This link leads nowhere')]).toEqual([404, true]);
      callsheet.signal('SIGTERM');
      expect(await callsheet.exit).toBe(0);
    }
  });
});

describe.concurrent('through Socket Mode', () => {
  it('answers without a port, and ends when it is asked to', async ({ slack, start }) => {
    const callsheet = start(socket(slack));
    expect(await callsheet.event('ready')).not.toHaveProperty('port');
    const connection = slack.connections[0] as WebSocket;
    const acknowledged = once(connection, 'message');
    connection.send(
      JSON.stringify({
        type: 'slash_commands',
        envelope_id: 'E1',
        payload: command(slack),
        accepts_response_payload: true,
      }),
    );
    expect(JSON.parse(String((await acknowledged)[0]))).toMatchObject({ envelope_id: 'E1' });
    expect(await slack.response()).toMatchObject({ text: expect.stringContaining('/contacts') });
    // Neither token goes where the other belongs.
    expect(new Set(slack.tokens.get('apps.connections.open'))).toEqual(new Set([`Bearer ${APP}`]));
    expect(new Set(slack.tokens.get('auth.test'))).toEqual(new Set([`Bearer ${BOT}`]));

    callsheet.signal('SIGTERM');
    expect(await callsheet.exit).toBe(0);
    expect(callsheet.stderr()).toBe('');
  });

  it.for<[how: string, answer: number | 'cut']>([
    ['answered with errors', 503],
    ['was not there', 'cut'],
  ])('connects again after a while in which Slack %s', async ([, answer], { slack, start }) => {
    const callsheet = start(socket(slack));
    await callsheet.event('ready');
    slack.answers.set('apps.connections.open', answer);
    slack.connections[0]?.terminate();
    await slack.called('apps.connections.open', 2);
    slack.answers.delete('apps.connections.open');
    await slack.connected(2);
    expect(callsheet.events()).not.toContain('process.failed');
    expect(callsheet.stderr()).toBe('');
  });

  it('ends, to be started anew, when it can never connect again', async ({ slack, start }) => {
    const callsheet = start(socket(slack));
    await callsheet.event('ready');
    slack.answers.set('apps.connections.open', { ok: false, error: 'account_inactive' });
    slack.connections[0]?.terminate();
    expect(await callsheet.exit).toBe(1);
    expect(callsheet.log().at(-1)).toMatchObject({ event: 'process.failed', error: { code: 'account_inactive' } });
    expect(callsheet.stderr()).toBe('');
  });

  it('ends in peace while it is connecting again', async ({ slack, start }) => {
    const callsheet = start(socket(slack));
    await callsheet.event('ready');
    slack.answers.set('apps.connections.open', 503);
    slack.connections[0]?.terminate();
    await slack.called('apps.connections.open', 2);
    callsheet.signal('SIGTERM');
    expect(await callsheet.exit).toBe(0);
    expect(callsheet.stderr()).toBe('');
  });
});

type Env = Record<string, string>;
type Line = Record<string, unknown> & { event: string; port: number };

const common = (slack: FakeSlack): Env => ({
  SLACK_BOT_TOKEN: BOT,
  SLACK_API_URL: slack.apiUrl,
  DATABASE_URL: 'file:callsheet.sqlite',
});
const http = (slack: FakeSlack): Env => ({ ...common(slack), SLACK_SIGNING_SECRET: SECRET, PORT: '0' });
const socket = (slack: FakeSlack): Env => ({ ...common(slack), SLACK_APP_TOKEN: APP });

interface Callsheet {
  stdout: () => string;
  stderr: () => string;
  log: () => Line[];
  events: () => string[];
  /** The first line about an event, as soon as it is there. */
  event: (name: string) => Promise<Line>;
  /** Settles when the process has ended and all that it wrote was read. */
  exit: Promise<number | null>;
  signal: (signal: NodeJS.Signals) => void;
  kill: () => Promise<void>;
}

/** The real process, with this environment and nothing else of ours. */
function startIn(folder: string, env: Env): Callsheet {
  const child = spawn(process.execPath, [MAIN], { cwd: folder, env: { PATH: process.env.PATH, ...env } });
  const said = { stdout: '', stderr: '' };
  let ended = false;
  const exit = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      ended = true;
      resolve(code);
    });
  });
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text) => {
      said[stream] += text;
      child.emit('said');
    });
  }
  const log = () =>
    said.stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Line);
  return {
    stdout: () => said.stdout,
    stderr: () => said.stderr,
    log,
    events: () => log().map(({ event }) => event),
    async event(name) {
      for (;;) {
        const found = log().find(({ event }) => event === name);
        if (found) return found;
        if (ended) throw new Error(`Callsheet ended without ${name}:\n${said.stdout}${said.stderr}`);
        await Promise.race([once(child, 'said'), exit]);
      }
    },
    exit,
    signal: (signal) => child.kill(signal),
    async kill() {
      child.kill('SIGKILL');
      await exit;
    },
  };
}

const command = (slack: FakeSlack) => ({ ...COMMAND, response_url: slack.responseUrl });

interface Signed {
  body: string;
  headers: Record<string, string>;
}

/** A slash command as Slack signs it. */
function signed(slack: FakeSlack, { secret = SECRET, minutesAgo = 0 } = {}): Signed {
  const body = new URLSearchParams(command(slack)).toString();
  const at = Math.floor(Date.now() / 1000) - minutesAgo * 60;
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')}`;
  return { body, headers: { 'x-slack-request-timestamp': String(at), 'x-slack-signature': signature } };
}

async function post(port: number, { body, headers }: Signed): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}/slack/events`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });
  await answer.arrayBuffer();
  return answer.status;
}

function sendRaw(port: number, text: string): Socket {
  const connection = connect(port, '127.0.0.1');
  connection.on('error', () => {});
  connection.write(text);
  return connection.resume();
}
