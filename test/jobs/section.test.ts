import { beforeEach, expect, test } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import type { SectionAsk } from '../../src/domain/section.ts';
import { tickSections } from '../../src/jobs/section.ts';
import { recentChanges } from '../../src/store/changes.ts';
import { closeAsk, createAsk, findAsk, openAsks, settleAsk } from '../../src/store/section-asks.ts';
import { saveSheet } from '../../src/store/sheets.ts';
import type { Store } from '../../src/store/store.ts';
import { HOUR, later, NOW } from '../domain/build.ts';
import { reread, stored } from '../store/account.ts';
import { eachDatabase } from '../store/databases.ts';

const DAY = 24 * HOUR;

eachDatabase('what a colleague was asked to fill', (open) => {
  let store: Store;
  let account: Account;
  let ask: SectionAsk;
  const wish = { section: 'tech-emergency', forUser: 'UDIEGO', note: '', expiresAt: later(3 * DAY) } as const;
  beforeEach(async () => {
    store = await open();
    account = await stored(store);
    const asked = await createAsk(store, { account, wish, by: 'UANA', now: NOW });
    if (asked.kind !== 'asked') throw new Error('nobody was asked');
    ({ account, ask } = asked);
  });
  async function tick(day: number, replicas = 1): Promise<string[]> {
    const told: string[] = [];
    const post = { expired: async (_: string, about: { ask: SectionAsk }) => void told.push(about.ask.id) };
    const now = later(day * DAY);
    await Promise.all(Array.from({ length: replicas }, () => tickSections({ store, post, now })));
    return told;
  }
  const fill = (address: string) =>
    saveSheet(store, {
      account,
      sheet: { ...account.sheet, 'tech-emergency': [address] },
      by: 'UDIEGO',
      now: NOW,
      also: (transaction) => closeAsk(transaction, { ask, state: 'answered', now: NOW }),
    });

  test('X7: is stored once for a person and a section, however many ask at once', async () => {
    const again = { account, wish, by: 'UANA', now: NOW };
    const tries = await Promise.all(Array.from({ length: 5 }, () => createAsk(store, again)));
    expect(tries.map(({ kind }) => kind).filter((kind) => kind === 'asked')).toEqual([]);
    const other = await createAsk(store, {
      ...again,
      account: await reread(store, account),
      wish: { ...wish, forUser: 'UCHLOE' },
    });
    expect(other.kind).toBe('asked');
    expect(await openAsks(store, { accountId: account.id })).toHaveLength(2);
  });

  test('X7: is over with its time, once, and whoever asked hears of it once', async () => {
    expect(await tick(2.9)).toEqual([]);
    expect(await tick(3, 5)).toEqual([ask.id]);
    expect(await tick(4)).toEqual([]);
    expect((await findAsk(store, { teamId: account.teamId, askId: ask.id }))?.ask.state).toBe('expired');
    expect(await recentChanges(store, { accountId: account.id, limit: 1 })).toMatchObject([
      { kind: 'section.expired', by: 'callsheet', before: { section: 'tech-emergency', forUser: 'UDIEGO' } },
    ]);
  });

  test('X7: is saved and closed together, or not at all', async () => {
    const outcomes = await Promise.all([fill('one@harvest.example'), fill('two@harvest.example')]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['conflict', 'saved']);
    const late = await fill('three@harvest.example');
    expect(late.kind).toBe('conflict');
    expect((await reread(store, account)).sheet['tech-emergency']).toHaveLength(1);
    expect(await openAsks(store, { accountId: account.id })).toEqual([]);
    expect(await tick(3)).toEqual([]);
  });

  test('X7: is closed by an answer that says what is there already', async () => {
    account = await reread(store, account);
    const same = { account, sheet: account.sheet, by: 'UDIEGO', now: NOW };
    const also: Parameters<typeof saveSheet>[1]['also'] = (transaction) =>
      closeAsk(transaction, { ask, state: 'answered', now: NOW });
    expect((await saveSheet(store, { ...same, also })).kind).toBe('saved');
    expect(await openAsks(store, { accountId: account.id })).toEqual([]);
  });

  test('X7: is withdrawn once; an answer that comes after it is not saved', async () => {
    const withdrawn = { account, ask, state: 'withdrawn', by: 'UANA', now: NOW } as const;
    expect((await settleAsk(store, withdrawn)).kind).toBe('saved');
    account = await reread(store, account);
    expect((await settleAsk(store, { ...withdrawn, account })).kind).toBe('conflict');
    expect((await fill('late@harvest.example')).kind).toBe('conflict');
    expect((await reread(store, account)).sheet['tech-emergency']).toEqual([]);
  });

  test('X7: belongs to its workspace', async () => {
    expect(await findAsk(store, { teamId: 'T9OTHER', askId: ask.id })).toBeNull();
  });
});
