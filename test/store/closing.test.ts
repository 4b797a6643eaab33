import { beforeAll, describe, expect, test } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import { grantAccess } from '../../src/store/access.ts';
import { accountOfChannel, accountsOfMember, hasAccounts, launchAccount } from '../../src/store/accounts.ts';
import { changesSince, recentChanges } from '../../src/store/changes.ts';
import { saveChannelLink } from '../../src/store/channels.ts';
import { findPerson, rememberPerson } from '../../src/store/people.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { ANA, FULL_SHEET, member, NOW } from '../domain/build.ts';
import { answer, reread, stored } from './account.ts';
import { eachDatabase, emptyDatabase } from './databases.ts';

const by = { by: 'UANA', now: NOW };

const QUERIES: [string, (store: Store, account: Account) => Promise<unknown>][] = [
  ['reading an account', reread],
  ['reading a person’s accounts', (store, { teamId }) => accountsOfMember(store, { teamId, userId: 'UANA', now: NOW })],
  ['asking whether there are accounts', (store, { teamId }) => hasAccounts(store, { teamId })],
  ['creating an account', (store) => stored(store)],
  ['saving a sheet', (store, account) => answer(store, account, FULL_SHEET)],
  ['saving what is saved already', (store, account) => answer(store, account, {})],
  ['granting', (store, account) => grantAccess(store, { account, member: member('UBRUNO'), ...by })],
  ['launching', (store, account) => launchAccount(store, { account, alert: ['UANA'], ...by })],
  ['linking a channel', (store, account) => saveChannelLink(store, { account, channelId: 'C1', ...by })],
  ['looking a channel up', (store, { teamId }) => accountOfChannel(store, { teamId, channelId: 'C1' })],
  ['reading the history', (store, { id }) => recentChanges(store, { accountId: id, limit: 1 })],
  ['reading the changes', (store, { id }) => changesSince(store, { accountId: id, revision: 0 })],
  ['remembering a person', (store, { teamId }) => rememberPerson(store, { teamId, person: ANA, now: NOW })],
  ['looking a person up', (store, { teamId }) => findPerson(store, { teamId, userId: 'UANA' })],
  ['connecting', (store) => store.client.$connect()],
];

eachDatabase('a closed store', (open, provider) => {
  describe('refuses at once', () => {
    let store: Store;
    let account: Account;
    beforeAll(async () => {
      store = await open();
      account = await stored(store);
      await store.close();
    });

    test.each(QUERIES)('%s', async (_, query) => {
      const began = performance.now();
      await expect(query(store, account)).rejects.toThrow('The database is closed');
      expect(performance.now() - began).toBeLessThan(500);
    });
  });

  test('may be closed again', async () => {
    const store = await open();
    await Promise.all([store.close(), store.close()]);
    await store.close();
    await expect(hasAccounts(store, { teamId: 'T1' })).rejects.toThrow('closed');
  });

  test('answers, or refuses, what it was asked before, and stores nothing by halves', async () => {
    const store = await open();
    const account = await stored(store);
    const asked = Array.from({ length: 40 }, (_, n) =>
      n % 2 ? reread(store, account) : answer(store, account, FULL_SHEET),
    );
    const began = performance.now();
    await store.close();
    const settled = await Promise.allSettled(asked);
    // Who waits for a connection to PostgreSQL waits for it as long as ever.
    expect(performance.now() - began).toBeLessThan(provider === 'sqlite' ? 1000 : 2500);
    await expect(reread(store, account)).rejects.toThrow('closed');
    const reads = settled.flatMap((one) => (one.status === 'fulfilled' && 'sheet' in one.value ? [one.value] : []));
    for (const { revision, sheet } of reads) expect(sheet).toEqual(revision === 0 ? account.sheet : FULL_SHEET);
  });
});

describe('a closed SQLite file', () => {
  test('is another’s: the store that was closed touches it no more', async () => {
    const { url, remove } = await emptyDatabase('sqlite');
    const first = await openStore(url);
    const account = await stored(first);
    await first.close();
    const second = await openStore(url);
    await expect(answer(first, account, FULL_SHEET)).rejects.toThrow('closed');
    await first.close();
    await expect(openStore(url)).rejects.toThrow('in use by');
    expect(await reread(second, account)).toEqual(account);
    await second.close();
    await remove();
  });
});
