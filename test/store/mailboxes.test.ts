import { beforeEach, expect, it } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import { ASK_AGAIN, CODE_LIFE, LINK_LIFE, MOST_ATTEMPTS } from '../../src/domain/mailbox.ts';
import type { Sheet } from '../../src/domain/sheet.ts';
import { recentChanges } from '../../src/store/changes.ts';
import { findLink } from '../../src/store/links.ts';
import {
  beginChallenge,
  bounceMailbox,
  confirmMailbox,
  dropChallenge,
  mailboxStates,
  tryCode,
} from '../../src/store/mailboxes.ts';
import type { Store } from '../../src/store/store.ts';
import { later, NOW } from '../domain/build.ts';
import { answer, reread, saved, stored } from './account.ts';
import { eachDatabase } from './databases.ts';

const ONCALL = 'OnCall@harvest.example';
const MAILBOX = 'oncall@harvest.example';

eachDatabase('verification', (open) => {
  let store: Store;
  let account: Account;
  beforeEach(async () => {
    store = await open();
    account = await putting({ 'tech-emergency': [ONCALL], 'ops-platform': ['board@harvest.example', ONCALL] });
  });

  const putting = async (answers: Partial<Sheet>, of?: Account): Promise<Account> =>
    saved(await answer(store, of ?? (await stored(store)), answers));
  const begin = async (now = NOW, by = 'UANA') => {
    const begun = await beginChallenge(store, { account: await reread(store, account), mailbox: MAILBOX, by, now });
    if (begun.kind !== 'begun') throw new Error(begun.kind);
    return begun;
  };
  const tries = async (code: string, now = NOW) => tryCode(store, { account, mailbox: MAILBOX, code, now });
  const confirm = async ({ linkHash }: { linkHash: string }, now = NOW) =>
    confirmMailbox(store, {
      ...{ account: await reread(store, account), mailbox: MAILBOX, linkHash, how: 'code', by: 'UANA', now },
    });
  const states = () => mailboxStates(store, account.id);
  const kinds = async () => (await recentChanges(store, { accountId: account.id, limit: 5 })).map(({ kind }) => kind);
  const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

  it('knows nothing of an address that nobody asked, under whatever purposes it stands', async () => {
    expect(await states()).toEqual(
      new Map([
        [MAILBOX, 'unverified'],
        ['board@harvest.example', 'unverified'],
      ]),
    );
  });

  it('is done by the code of the mail, once, and is a change of the account without the code in it', async () => {
    const begun = await begin();
    expect(await tries(begun.secrets.code)).toEqual({ kind: 'right', linkHash: begun.linkHash });
    expect((await confirm(begun)).kind).toBe('saved');
    expect((await states()).get(MAILBOX)).toBe('verified');
    const [change] = await recentChanges(store, { accountId: account.id, limit: 1 });
    expect(change).toMatchObject({
      ...{ kind: 'mailbox.verified', by: 'UANA' },
      before: { mailbox: ONCALL, state: 'unverified' },
      after: { mailbox: ONCALL, state: 'verified', how: 'code' },
    });
    expect(JSON.stringify(change)).not.toContain(begun.secrets.code);
    expect((await confirm(begun)).kind).toBe('conflict');
    expect(await tries(begun.secrets.code)).toEqual({ kind: 'expired' });
    expect((await kinds()).filter((kind) => kind === 'mailbox.verified')).toHaveLength(1);
  });

  it('keeps neither the code nor the link, but hashes that differ each time', async () => {
    const first = await begin();
    const row = () => store.client.mailbox.findFirstOrThrow({ where: { mailbox: MAILBOX } });
    const one = await row();
    const second = await begin(later(ASK_AGAIN));
    const two = await row();
    expect(new Set([one.codeHash, two.codeHash, one.linkHash, two.linkHash]).size).toBe(4);
    for (const { secrets } of [first, second]) {
      expect(JSON.stringify([one, two])).not.toContain(secrets.code);
      expect(JSON.stringify([one, two])).not.toContain(secrets.token);
      expect(secrets.code).toMatch(/^\d{6}$/);
    }
  });

  it('gives a code 15 minutes and a link 24 hours', async () => {
    const { secrets } = await begin();
    expect((await tries(secrets.code, later(CODE_LIFE))).kind).toBe('expired');
    expect((await tries(secrets.code, later(CODE_LIFE - 1))).kind).toBe('right');
    const link = async (now: Date) => (await findLink(store, { token: secrets.token, now })).kind;
    expect([await link(later(LINK_LIFE - 1)), await link(later(LINK_LIFE))]).toEqual(['open', 'expired']);
  });

  it('ends with the fifth wrong code: then the right one, and the link, are wrong too', async () => {
    const { secrets } = await begin();
    const wrong = [];
    for (let n = 0; n < MOST_ATTEMPTS; n += 1) wrong.push(await tries(other(secrets.code)));
    expect(wrong).toEqual([...[4, 3, 2, 1].map((left) => ({ kind: 'wrong', left })), { kind: 'ended' }]);
    expect((await tries(secrets.code)).kind).toBe('expired');
    expect((await findLink(store, { token: secrets.token, now: NOW })).kind).toBe('ended');
    expect((await states()).get(MAILBOX)).toBe('unverified');
  });

  it('gives nobody a sixth guess, with whatever many hands at once', async () => {
    const { secrets } = await begin();
    const guesses = Array.from({ length: 20 }, (_, n) => other(String(Number(secrets.code) + n)));
    const answers = await Promise.all(guesses.map((guess) => tries(guess)));
    expect(answers.filter(({ kind }) => kind !== 'expired').length).toBeLessThanOrEqual(MOST_ATTEMPTS);
    expect((await tries(secrets.code)).kind).toBe('expired');
  });

  it('is begun anew by a later mail: the earlier code and link are worth nothing', async () => {
    const first = await begin();
    const second = await begin(later(ASK_AGAIN));
    expect((await tries(first.secrets.code, later(ASK_AGAIN))).kind).toBe('wrong');
    expect((await findLink(store, { token: first.secrets.token, now: NOW })).kind).toBe('unknown');
    expect((await tries(second.secrets.code, later(ASK_AGAIN))).kind).toBe('right');
  });

  it('sends one mail to who asks twice in a moment, and counts one', async () => {
    await begin();
    const again = { account, mailbox: MAILBOX, by: 'UBRUNO', now: later(ASK_AGAIN - 1) };
    expect(await beginChallenge(store, again)).toEqual({ kind: 'just-asked' });
    expect(await store.client.mailSent.count()).toBe(1);
  });

  it('is of addresses of the sheet alone', async () => {
    const ask = { account, mailbox: 'eve@evil.example', by: 'UANA', now: NOW };
    expect(await beginChallenge(store, ask)).toEqual({ kind: 'not-on-the-sheet' });
    expect(await store.client.mailSent.count()).toBe(0);
  });

  it('takes back what surely never went', async () => {
    const { secrets, linkHash, mailId } = await begin();
    await dropChallenge(store, { linkHash, mailId });
    expect(await store.client.mailSent.count()).toBe(0);
    expect((await tries(secrets.code)).kind).toBe('expired');
    expect((await findLink(store, { token: secrets.token, now: NOW })).kind).toBe('unknown');
  });

  it('says of a mailbox that it bounced, once, also of one that was confirmed', async () => {
    await confirm(await begin());
    for (const minutes of [1, 2]) {
      const { linkHash } = await begin(later(minutes * 60_000));
      const bounce = { mailbox: MAILBOX, linkHash, by: 'UANA', now: NOW };
      expect((await bounceMailbox(store, { account: await reread(store, account), ...bounce })).kind).toBe('saved');
    }
    expect((await states()).get(MAILBOX)).toBe('bounced');
    expect(await kinds()).toEqual(['mailbox.bounced', 'mailbox.verified', 'sheet.saved', 'account.created']);
  });

  it('is forgotten with the address: one that comes back is unverified, and its link leads nowhere', async () => {
    const begun = await begin();
    await confirm(begun);
    account = await putting({ 'tech-emergency': ['new@harvest.example'] }, await reread(store, account));
    expect((await states()).get(MAILBOX), 'it is still on the sheet').toBe('verified');
    account = await putting({ 'ops-platform': ['board@harvest.example'] }, await reread(store, account));
    expect((await findLink(store, { token: begun.secrets.token, now: NOW })).kind).toBe('unknown');
    account = await putting({ 'tech-emergency': [ONCALL] }, await reread(store, account));
    expect((await states()).get(MAILBOX)).toBe('unverified');
  });

  it('outlives another spelling of the same address', async () => {
    await confirm(await begin());
    account = await putting({ 'tech-emergency': [MAILBOX], 'ops-platform': [MAILBOX] }, await reread(store, account));
    expect((await states()).get(MAILBOX)).toBe('verified');
  });

  it('is another one for every account, also for the same mailbox', async () => {
    const theirs = await putting({ 'tech-emergency': [ONCALL] });
    const begun = await begin();
    const guess = { account: theirs, mailbox: MAILBOX, code: begun.secrets.code, now: NOW };
    expect((await tryCode(store, guess)).kind).toBe('expired');
    await confirm(begun);
    expect((await mailboxStates(store, theirs.id)).get(MAILBOX)).toBe('unverified');
  });

  it('by code and by link at once is one change', async () => {
    const begun = await begin();
    const outcomes = await Promise.all([confirm(begun), confirm(begun), confirm(begun)]);
    expect(outcomes.filter(({ kind }) => kind === 'saved')).toHaveLength(1);
    expect((await kinds()).filter((kind) => kind === 'mailbox.verified')).toHaveLength(1);
  });
});
