import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { HTTPReceiver } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import type { Chores } from '../../src/chores.ts';
import type { Account } from '../../src/domain/account.ts';
import { CONFIRM_EVERY } from '../../src/domain/confirmation.ts';
import { LINK_LIFE, MOST_ATTEMPTS } from '../../src/domain/mailbox.ts';
import { CALLSHEET } from '../../src/domain/person.ts';
import { PATIENCE } from '../../src/domain/waiting.ts';
import { languageOf } from '../../src/http/language.ts';
import { servePages } from '../../src/http/server.ts';
import { VERIFY_METHODS, VERIFY_PATH, verifyPage } from '../../src/http/verify-page.ts';
import { boltLogger } from '../../src/log.ts';
import { recentChanges } from '../../src/store/changes.ts';
import { beginChallenge, mailboxStates, tryCode } from '../../src/store/mailboxes.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { later, NOW } from '../domain/build.ts';
import { answer, reread, saved, stored } from '../store/account.ts';
import { emptyDatabase } from '../store/databases.ts';

const MAILBOX = 'escalation@harvest.example';
const closers: (() => unknown)[] = [];
let store: Store;
let account: Account;
let now: Date;
let log: string[];

beforeEach(async () => {
  const { url, remove } = await emptyDatabase('sqlite');
  store = await openStore(url);
  closers.push(remove, () => store.close());
  now = NOW;
  log = [];
  const sheet = { 'ops-platform': [MAILBOX], 'tech-emergency': ['oncall@harvest.example'] };
  account = saved(await answer(store, await stored(store, { name: '<Harvest & "Table">' }), sheet));
});
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const page = () => {
  const error = (event: string, facts: object = {}) => void log.push(`${event} ${JSON.stringify(facts)}`);
  return verifyPage({ store, now: () => now, log: { error } });
};

/** The page behind the real receiver, as `npm start` has it over HTTP. */
async function overHttp(handler = page()): Promise<string> {
  const quiet = { info() {}, error() {} };
  const receiver = new HTTPReceiver({
    ...{ signingSecret: 'secret', logger: boltLogger(quiet) },
    customRoutes: [{ path: VERIFY_PATH, method: [...VERIFY_METHODS], handler }],
  });
  const app = createApp({
    ...{ receiver, chores: {} as Chores, botToken: 'xoxb-test', apiUrl: 'https://slack.test/api/', store, log: quiet },
    ...{ patience: PATIENCE, confirmEvery: CONFIRM_EVERY, support: { email: null, url: null }, now: () => now },
  });
  const server = (await app.start(0)) as unknown as Server;
  closers.push(() => app.stop());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The page on a server of its own, as with Socket Mode. */
async function onItsOwn(handler = page()): Promise<string> {
  const { port, stop } = await servePages(0, handler);
  closers.push(stop);
  return `http://127.0.0.1:${port}`;
}

async function mailed(): Promise<{ code: string; token: string }> {
  const begun = await beginChallenge(store, { account, mailbox: MAILBOX, by: 'UANA', now });
  if (begun.kind !== 'begun') throw new Error(begun.kind);
  return begun.secrets;
}

const stateNow = async () => (await mailboxStates(store, account.id)).get(MAILBOX);

async function open(url: string, init: RequestInit = {}, language = 'en') {
  const response = await fetch(url, { ...init, headers: { 'accept-language': language } });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

describe.each([
  ['over HTTP, beside Slack’s requests', overHttp],
  ['on a server of its own', onItsOwn],
])('verification by link, %s', (_, serve) => {
  it('GET and HEAD confirm nothing, however often; the button does, and a second time it says so', async () => {
    const link = `${await serve()}/verify/${(await mailed()).token}`;
    for (const method of ['GET', 'HEAD', 'GET']) expect((await open(link, { method })).status).toBe(200);
    expect((await open(link, { method: 'HEAD' })).text).toBe('');
    expect(await stateNow()).toBe('unverified');

    const asked = await open(link);
    expect(asked.text).toContain('<form method="post"><button>Confirm this address</button></form>');
    const done = await open(link, { method: 'POST' });
    expect([done.status, done.text.includes('Thank you, the address is confirmed')]).toEqual([200, true]);
    expect(await stateNow()).toBe('verified');
    const [change] = await recentChanges(store, { accountId: account.id, limit: 1 });
    expect(change).toMatchObject({
      kind: 'mailbox.verified',
      by: CALLSHEET,
      after: { state: 'verified', how: 'link' },
    });

    for (const method of ['POST', 'GET']) {
      expect((await open(link, { method })).text).toContain('This address is confirmed already');
    }
    expect((await recentChanges(store, { accountId: account.id, limit: 1 }))[0]?.id).toBe(change?.id);
  });

  it('is one change for two who press the button at once', async () => {
    const link = `${await serve()}/verify/${(await mailed()).token}`;
    const answers = await Promise.all([1, 2, 3, 4].map(() => open(link, { method: 'POST' })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(answers.filter(({ text }) => text.includes('Thank you'))).toHaveLength(1);
  });

  it('tells which account, and a masked address, and nothing else of it', async () => {
    const { text } = await open(`${await serve()}/verify/${(await mailed()).token}`);
    expect(text).toContain('e•••@harvest.example');
    expect(text).toContain('&lt;Harvest &amp; &quot;Table&quot;&gt;');
    for (const secret of [MAILBOX, 'oncall@', '<Harvest', 'UANA', account.id]) expect(text).not.toContain(secret);
  });

  it('speaks the language of the browser', async () => {
    const link = `${await serve()}/verify/${(await mailed()).token}`;
    const { text, headers } = await open(link, {}, 'fr;q=0.9, pt-BR;q=0.8, en;q=0.7');
    expect(text).toContain('<html lang="pt-BR">');
    expect(text).toContain('Confirmar este endereço');
    expect(headers.get('content-language')).toBe('pt-BR');
    expect((await open(link, { method: 'POST' }, 'pt')).text).toContain('o endereço está confirmado');
  });

  it('runs nothing, fetches nothing, is not kept and does not tell where one came from', async () => {
    const link = `${await serve()}/verify/${(await mailed()).token}`;
    for (const url of [link, `${link.slice(0, -1)}_`]) {
      const { headers, text } = await open(url);
      expect(text).not.toMatch(/<script|<img|<link|\son\w+=|https?:\/\//i);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(
        /^default-src 'none'; style-src 'sha256-[^' ]+'; form-action 'self'; frame-ancestors 'none'/,
      );
      expect(Object.fromEntries(headers)).toMatchObject({
        ...{ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' },
        ...{ 'x-frame-options': 'DENY', 'x-robots-tag': 'noindex, nofollow' },
      });
    }
  });

  const clear: [string, string, (secrets: { code: string; token: string }) => unknown, number, RegExp][] = [
    ['that has expired', 'GET', expire, 410, /has expired.*contacts verify/s],
    ['that has expired', 'POST', expire, 410, /has expired/],
    ['that was replaced', 'POST', replace, 404, /leads nowhere.*latest mail/s],
    ['whose address left the sheet', 'POST', leave, 404, /leads nowhere/],
    ['that wrong codes have ended', 'POST', guess, 410, /Too many wrong codes/],
    ['of which a part is lost', 'GET', (secrets) => Object.assign(secrets, { token: 'x'.repeat(42) }), 404, /nowhere/],
    ['that is none', 'POST', (secrets) => Object.assign(secrets, { token: 'x'.repeat(43) }), 404, /nowhere/],
  ];
  it.each(clear)('says clearly what is the matter with a link %s (%s)', async (_name, method, change, status, said) => {
    const base = await serve();
    const secrets = await mailed();
    await change(secrets);
    const answered = await open(`${base}/verify/${secrets.token}`, { method });
    expect([answered.status, said.test(answered.text)]).toEqual([status, true]);
    expect(answered.text).not.toContain('<form');
    expect(await stateNow()).not.toBe('verified');
  });

  it('answers an outage with a page and a line in the log, and goes on', async () => {
    const base = await serve();
    const { token } = await mailed();
    await store.close();
    for (const method of ['GET', 'POST']) {
      const { status, text } = await open(`${base}/verify/${token}`, { method });
      expect([status, text.includes('Nothing was changed')]).toEqual([500, true]);
    }
    expect(log).toHaveLength(2);
    expect(log.join()).not.toContain(token);
  });

  it('outlives requests that are none', async () => {
    const base = await serve();
    for (const line of [
      'GET /verify/%E0%A4%A HTTP/1.1',
      'PUT /verify/x HTTP/1.1',
      'GET /verify/a/b HTTP/1.1',
      'GET //x HTTP/1.1',
    ]) {
      await new Promise<void>((closed) => {
        const socket = connect(Number(new URL(base).port), '127.0.0.1');
        socket
          .on('error', () => {})
          .on('close', () => closed())
          .resume();
        socket.write(`${line}\r\nHost: a\r\nConnection: close\r\n\r\n`);
      });
    }
    expect((await open(`${base}/verify/${(await mailed()).token}`)).status).toBe(200);
  });
});

function expire(): void {
  now = later(LINK_LIFE);
}

async function replace(): Promise<void> {
  now = later(60_000);
  await mailed();
}

async function leave(): Promise<void> {
  saved(await answer(store, await reread(store, account), { 'ops-platform': ['other@harvest.example'] }));
}

async function guess({ code }: { code: string }): Promise<void> {
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  for (let n = 0; n < MOST_ATTEMPTS; n += 1) await tryCode(store, { account, mailbox: MAILBOX, code: wrong, now });
}

describe('the language of the page', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['pt', 'pt-BR'],
    ['pt-PT,pt;q=0.9,en;q=0.8', 'pt-BR'],
    ['en-GB, pt-BR', 'en'],
    ['en;q=0.3, pt-BR;q=0.5', 'pt-BR'],
    ['pt;q=0, en;q=0.1', 'en'],
    ['fr-FR, de', 'en'],
    ['*', 'en'],
    [';;,q=;pt;q=x', 'en'],
  ])('for %s is %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});
