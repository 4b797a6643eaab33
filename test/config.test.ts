import { readFile } from 'node:fs/promises';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readConfig, VARIABLES } from '../src/config.ts';
import { CONFIRM_EVERY } from '../src/domain/confirmation.ts';
import { PATIENCE } from '../src/domain/waiting.ts';
import { readDatabaseUrl } from '../src/store/database-url.ts';

const BOT = 'xoxb-1-a';
const HTTP = { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: 'a1b2c3' };
const SOCKET = { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: 'xapp-1-b' };

type Env = Record<string, string | undefined>;

const problemsOf = (env: Env): string[] => {
  const read = readConfig(env);
  return read.ok ? [] : read.problems;
};

function configOf(env: Env) {
  const read = readConfig(env);
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.config;
}

describe('the settings', () => {
  it('need a bot token and a signing secret; the rest has defaults', () => {
    expect(configOf(HTTP)).toEqual({
      slack: {
        botToken: BOT,
        apiUrl: 'https://slack.com/api/',
        delivery: { kind: 'http', signingSecret: 'a1b2c3', port: 3000 },
      },
      databaseUrl: 'file:./data/callsheet.sqlite',
      support: { email: null, url: null },
      ...{ mail: null, pages: null },
      patience: PATIENCE,
      confirmEvery: CONFIRM_EVERY,
      logLevel: 'info',
    });
  });

  it('choose Socket Mode by its token, whatever else is there', () => {
    expect(configOf(SOCKET).slack.delivery).toEqual({ kind: 'socket', appToken: 'xapp-1-b' });
    expect(configOf({ ...HTTP, ...SOCKET }).slack.delivery).toEqual({ kind: 'socket', appToken: 'xapp-1-b' });
  });

  it('count as not set while they are empty or blank', () => {
    const blank = Object.fromEntries(VARIABLES.map((name) => [name, ' ']));
    expect(configOf({ ...blank, ...HTTP })).toEqual(configOf(HTTP));
    expect(problemsOf(blank)).toEqual(problemsOf({}));
  });

  it('are read without the blanks around them', () => {
    expect(configOf({ ...HTTP, SLACK_BOT_TOKEN: ` ${BOT}\n`, LOG_LEVEL: ' WARN ' })).toMatchObject({
      slack: { botToken: BOT },
      logLevel: 'warn',
    });
  });

  const accepted: [name: string, given: string, part: object][] = [
    ['PORT', '0', { slack: { delivery: { port: 0 } } }],
    ['PORT', '65535', { slack: { delivery: { port: 65535 } } }],
    ['SLACK_API_URL', 'https://slack.example/api', { slack: { apiUrl: 'https://slack.example/api/' } }],
    ['SLACK_API_URL', 'http://localhost:3001/api/', { slack: { apiUrl: 'http://localhost:3001/api/' } }],
    ['SLACK_API_URL', 'http://127.0.0.1:3001/api', { slack: { apiUrl: 'http://127.0.0.1:3001/api/' } }],
    ['SLACK_API_URL', 'http://[::1]:3001/api', { slack: { apiUrl: 'http://[::1]:3001/api/' } }],
    ['SLACK_API_URL', 'http://playground:3001/api', { slack: { apiUrl: 'http://playground:3001/api/' } }],
    ['SLACK_API_URL', 'http://slack.default.svc.cluster.local/', {}],
    ['SLACK_API_URL', 'http://192.168.1.20/api', {}],
    ['DATABASE_URL', 'postgres://callsheet:pw@db:5432/callsheet', {}],
    ['SUPPORT_EMAIL', 'help@platform.example', { support: { email: 'help@platform.example' } }],
    ['SUPPORT_URL', 'https://platform.example/help?from=slack', {}],
    ['LOG_LEVEL', 'debug', { logLevel: 'debug' }],
  ];
  it.each(accepted)('let %s be %s', (name, given, part) => {
    expect(configOf({ ...HTTP, [name]: given })).toMatchObject(part);
  });

  const refused: [name: string, given: string | undefined, said: RegExp][] = [
    ['SLACK_BOT_TOKEN', undefined, /is missing.*OAuth & Permissions/],
    ['SLACK_BOT_TOKEN', 'xoxp-1-a', /begins with xoxb-.*OAuth & Permissions/],
    ['SLACK_BOT_TOKEN', 'xoxb-', /begins with xoxb-/],
    ['SLACK_BOT_TOKEN', 'xoxb-a b', /begins with xoxb-/],
    ['SLACK_SIGNING_SECRET', 'xapp-1-b', /not a signing secret.*App Credentials/],
    ['SLACK_APP_TOKEN', BOT, /begins with xapp-.*connections:write/],
    ['PORT', '65536', /65535/],
    ['PORT', '-1', /not a port/],
    ['PORT', '3000.5', /not a port/],
    ['PORT', 'http', /not a port/],
    ['SLACK_API_URL', 'slack.com', /such as https:/],
    ['SLACK_API_URL', 'ftp://slack.com/api/', /such as https:/],
    ['SLACK_API_URL', 'https://me:pw@slack.example/api/', /bare address/],
    ['SLACK_API_URL', 'https://slack.example/api/?team=1', /bare address/],
    ['SLACK_API_URL', 'http://slack.example/api/', /https:.*bot token/],
    ['SLACK_API_URL', 'http://10.evil.example/api/', /https:/],
    ['SLACK_API_URL', 'http://172.32.0.1/api/', /https:/],
    ['SLACK_API_URL', 'http://[2001:db8::1]/api/', /https:/],
    ['DATABASE_URL', 'mysql://root@db/callsheet', /file:.*postgres:/],
    ['DATABASE_URL', './data/callsheet.sqlite', /file:.*postgres:/],
    ['SUPPORT_EMAIL', 'support at platform', /not an e-mail address/],
    ['SUPPORT_URL', 'javascript:alert(1)', /not a web address/],
    ['SUPPORT_URL', `https://platform.example/${'x'.repeat(3000)}`, /too long/],
    ['LOG_LEVEL', 'loud', /debug, info, warn or error/],
  ];
  it.each(refused)('do not let %s be %s', (name, given, said) => {
    const problems = problemsOf({ ...HTTP, [name]: given });
    expect(problems).toEqual([expect.stringMatching(said)]);
    expect(problems[0]).toContain(name);
  });
});

describe('the problems', () => {
  it('come all at once', () => {
    const problems = problemsOf(Object.fromEntries(VARIABLES.map((name) => [name, '☹'])));
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual(VARIABLES);
  });

  it('name the two ways to be reached if neither is chosen, also among other problems', () => {
    const problems = problemsOf({ PORT: 'x' });
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'SLACK_BOT_TOKEN',
      'PORT',
      'SLACK_SIGNING_SECRET',
    ]);
    expect(problems[2]).toMatch(/HTTP: set SLACK_SIGNING_SECRET.*Socket Mode.*set SLACK_APP_TOKEN/);
  });

  it('name only the token that was tried, if the way was chosen', () => {
    expect(problemsOf({ SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: 'wrong' })).toEqual([
      expect.stringMatching(/^SLACK_APP_TOKEN/),
    ]);
  });

  it.each(VARIABLES)('never repeat what %s was set to: it may be a secret in the wrong place', (name) => {
    for (const secret of [
      'hush-hush-4711',
      'https://hush-hush-4711@x y',
      'postgres:hush-hush-4711',
      'a@hush-hush-4711@b',
    ]) {
      expect(problemsOf({ SLACK_SIGNING_SECRET: '', [name]: secret }).join('\n')).not.toContain('hush-hush-4711');
    }
  });
});

describe('the database’s address', () => {
  const addresses = [
    ...[
      'file:./data/callsheet.sqlite',
      'file:/var/lib/callsheet.sqlite',
      'file:///var/lib/a.sqlite',
      'file:a.sqlite?x=1',
    ],
    ...['postgres://db/callsheet', 'postgresql://user:p%23w@db:5432/callsheet?sslmode=require', 'POSTGRES://db/a'],
    ...['file:', 'file:?x', 'callsheet.sqlite', 'mysql://db/a', 'libsql://db/a', 'postgres:db', ''],
  ];
  it.each(addresses)('is judged here as the store judges it: %s', (address) => {
    const read = (() => {
      try {
        return readDatabaseUrl(address);
      } catch {
        return null;
      }
    })();
    // An empty one is the store's to refuse, and here the default.
    expect(problemsOf({ ...HTTP, DATABASE_URL: address || undefined })).toHaveLength(read || !address ? 0 : 1);
  });
});

describe('.env.example', async () => {
  const text = await readFile(new URL('../.env.example', import.meta.url), 'utf8');
  const example = parseEnv(text);

  it('has every variable that is read, and no other', () => {
    expect(Object.keys(example).sort()).toEqual([...VARIABLES].sort());
  });

  it('shows the defaults', () => {
    expect(configOf({ ...example, ...HTTP })).toEqual(configOf(HTTP));
  });

  it('explains each variable, and where to get it, right above it', () => {
    const lines = text.split('\n');
    for (const name of VARIABLES.filter((variable) => variable !== 'SUPPORT_URL')) {
      expect(lines[lines.findIndex((line) => line.startsWith(`${name}=`)) - 1], name).toMatch(/^# .{20}/);
    }
  });
});

describe('how long requests wait', () => {
  const read = (variables: Record<string, string>) =>
    readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', ...variables });

  it.each([
    [{}, [4, 24, 72], 168],
    [{ REQUEST_REMINDERS: '30m, 2h 1d', REQUEST_EXPIRY: '36h' }, [0.5, 2, 24], 36],
  ])('A4: is %j in hours', (variables, reminders, expiry) => {
    const HOUR = 60 * 60_000;
    const config = read(variables);
    expect(config.ok && config.config.patience).toEqual({
      reminders: reminders.map((hours) => hours * HOUR),
      expiry: expiry * HOUR,
    });
  });

  it.each([
    [{ REQUEST_REMINDERS: 'soon' }, 'REQUEST_REMINDERS must be times'],
    [{ REQUEST_REMINDERS: '1d 4h' }, 'REQUEST_REMINDERS must rise'],
    [{ REQUEST_REMINDERS: '0m 4h' }, 'REQUEST_REMINDERS must rise'],
    [{ REQUEST_EXPIRY: '0d' }, 'REQUEST_EXPIRY must be a time'],
    [{ REQUEST_EXPIRY: '7 weeks' }, 'REQUEST_EXPIRY must be a time'],
    [{ CONFIRM_EVERY: '0d' }, 'CONFIRM_EVERY must be a time'],
  ])('is refused as %j', (variables, said) => {
    const config = read(variables);
    expect(config.ok ? [] : config.problems).toEqual([expect.stringContaining(said)]);
  });
});

describe('verification: where mail is handed in', () => {
  const FROM = { MAIL_FROM: 'Callsheet <callsheet@platform.example>' };
  const server = { secure: false, near: false, user: null, password: null };

  it.each([
    ['smtp://smtp.platform.example', { ...server, host: 'smtp.platform.example', port: 587 }],
    ['smtps://smtp.platform.example', { ...server, host: 'smtp.platform.example', port: 465, secure: true }],
    [
      'smtp://me%40platform.example:p%25%2Fw@smtp.platform.example:2525/',
      { ...server, host: 'smtp.platform.example', port: 2525, user: 'me@platform.example', password: 'p%/w' },
    ],
    ['smtp://localhost:1025', { ...server, host: 'localhost', port: 1025, near: true }],
    ['smtp://[::1]:1025', { ...server, host: '::1', port: 1025, near: true }],
    ['smtp://10.1.2.3', { ...server, host: '10.1.2.3', port: 587, near: true }],
  ])('is read from %s', (SMTP_URL, read) => {
    const from = { name: 'Callsheet', address: 'callsheet@platform.example' };
    expect(configOf({ ...HTTP, SMTP_URL, ...FROM }).mail).toEqual({ server: read, from });
  });

  it('needs a sender, with a name or without', () => {
    const SMTP_URL = 'smtp://smtp.platform.example';
    expect(problemsOf({ ...HTTP, SMTP_URL })).toEqual([expect.stringMatching(/^MAIL_FROM is missing/)]);
    expect(configOf({ ...HTTP, SMTP_URL, MAIL_FROM: 'a@b.example' }).mail?.from).toEqual({
      ...{ name: null, address: 'a@b.example' },
    });
    expect(configOf({ ...HTTP, ...FROM }).mail).toBe(null);
  });

  it.each([
    ['SMTP_URL', 'smtp.platform.example:587', /not a mail server/],
    ['SMTP_URL', 'https://smtp.platform.example', /not a mail server/],
    ['SMTP_URL', 'smtp://smtp.platform.example/?logger=true', /without path/],
    ['SMTP_URL', 'smtp://me:50%zz@smtp.platform.example', /Percent-encode/],
    ['MAIL_FROM', 'Callsheet', /not a sender/],
    ['MAIL_FROM', 'a@b.example, c@d.example', /not a sender/],
    ['MAIL_FROM', 'Me <a@b.example> <c@d.example>', /not a sender/],
    ['PUBLIC_URL', 'callsheet.platform.example', /not a web address/],
    ['PUBLIC_URL', 'http://callsheet.platform.example', /https:.*secret/],
    ['PUBLIC_URL', 'https://me:pw@callsheet.platform.example', /bare address/],
    ['PUBLIC_URL', 'https://callsheet.platform.example/?a=1', /bare address/],
  ])('does not let %s be %s', (name, given, said) => {
    const problems = problemsOf({ ...HTTP, SMTP_URL: 'smtp://smtp.platform.example', ...FROM, [name]: given });
    expect(problems).toEqual([expect.stringMatching(said)]);
    expect(problems[0]).toMatch(new RegExp(`^${name} `));
  });

  it('has links to an address without a slash at its end', () => {
    const PUBLIC_URL = 'https://callsheet.platform.example/app/';
    expect(configOf({ ...HTTP, PUBLIC_URL }).pages).toEqual({ url: PUBLIC_URL.slice(0, -1), port: 3000 });
    expect(configOf({ ...SOCKET, PORT: '8080', PUBLIC_URL: 'http://127.0.0.1:8080' }).pages).toEqual({
      ...{ url: 'http://127.0.0.1:8080', port: 8080 },
    });
  });
});
