import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaPg } from '@prisma/adapter-pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import { recentChanges } from '../../src/store/changes.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { FULL_SHEET } from '../domain/build.ts';
import { answer, newTeam, reread, saved, stored } from './account.ts';
import { emptyDatabase } from './databases.ts';
import { type Line, lineTo } from './line.ts';
import { TEMPLATE } from './postgres-setup.ts';

/** Milliseconds for which Slack waits for the answer to a submission. */
const LIMIT = 3000;
const PATIENT = { timeout: 20_000 };

const timed = async (work: () => Promise<unknown>): Promise<{ error: unknown; took: number }> => {
  const began = performance.now();
  const error = await work().then(
    () => null,
    (failure: unknown) => failure,
  );
  return { error, took: performance.now() - began };
};

describe('while another program holds the account’s row in PostgreSQL', () => {
  let url: string;
  let remove: () => Promise<void>;
  let store: Store;
  let account: Account;
  beforeAll(async () => {
    ({ url, remove } = await emptyDatabase('postgresql', TEMPLATE));
    store = await openStore(url);
    account = await stored(store);
  });
  afterAll(async () => {
    await store.close();
    await remove();
  });
  const held = async (work: () => Promise<void>) => {
    const other = await new PrismaPg({ connectionString: url, max: 1 }).connect();
    const transaction = await other.startTransaction();
    const sql = `UPDATE "Account" SET "name" = 'Held' WHERE "id" = '${account.id}'`;
    await transaction.executeRaw({ sql, args: [], argTypes: [] });
    await work().finally(async () => {
      await transaction.executeRaw({ sql: 'ROLLBACK', args: [], argTypes: [] });
      await transaction.rollback();
      await other.dispose();
    });
  };

  test(
    'a save fails in time and changes nothing, reading goes on, and afterwards the same save succeeds',
    PATIENT,
    async () => {
      await held(async () => {
        const save = timed(() => answer(store, account, FULL_SHEET));
        expect(await reread(store, account)).toEqual(account);
        const { error, took } = await save;
        expect(error).toBeInstanceOf(Error);
        expect(took).toBeLessThan(LIMIT);
      });
      expect(await reread(store, account)).toEqual(account);
      expect(await recentChanges(store, { accountId: account.id, limit: 9 })).toHaveLength(1);
      account = saved(await answer(store, account, FULL_SHEET));
    },
  );

  test('thirty saves at once, more than there are connections, all fail in time', PATIENT, async () => {
    await held(async () => {
      const saves = Array.from({ length: 30 }, () => timed(() => answer(store, account, { alert: ['UANA'] })));
      for (const { error, took } of await Promise.all(saves)) {
        expect(error).toBeInstanceOf(Error);
        expect(took).toBeLessThan(LIMIT);
      }
    });
    expect(saved(await answer(store, account, { alert: ['UANA'] })).sheet.alert).toEqual(['UANA']);
  });
});

describe.concurrent('when PostgreSQL falls silent', PATIENT, () => {
  let database: Awaited<ReturnType<typeof emptyDatabase>>;
  beforeAll(async () => {
    database = await emptyDatabase('postgresql', TEMPLATE);
  });
  afterAll(() => database.remove());
  const withLine = async (work: (line: Line, store: Store, account: Account) => Promise<void>) => {
    const line = await lineTo(database.url);
    const store = await openStore(line.url);
    await work(line, store, await stored(store)).finally(async () => {
      line.close();
      await store.close();
    });
  };

  test.each([
    ['before anything is asked', undefined],
    ['at the first write of a transaction', 'UPDATE'],
    ['at the audit row of a transaction', '"Change"'],
    ['at the commit', 'COMMIT'],
  ])('%s, a save fails in time, and the next one does not get the dead connection', (_, word) =>
    withLine(async (line, store, account) => {
      line.silence(word);
      const { error, took } = await timed(() => answer(store, account, FULL_SHEET));
      line.restore();
      expect(error).toBeInstanceOf(Error);
      expect(took).toBeLessThan(LIMIT);
      expect(await reread(store, account)).toEqual(account);
      // PostgreSQL does not know that the one who held the account is gone, and lets it go all the same.
      expect(saved(await answer(store, account, FULL_SHEET)).sheet).toEqual(FULL_SHEET);
    }),
  );

  test('reading fails in time too', () =>
    withLine(async (line, store, account) => {
      line.silence();
      const { error, took } = await timed(() => reread(store, account));
      line.restore();
      expect(error).toBeInstanceOf(Error);
      expect(took).toBeLessThan(LIMIT);
      expect(await reread(store, account)).toEqual(account);
    }));

  test('a store can be closed in time', () =>
    withLine(async (line, store, account) => {
      line.silence('UPDATE');
      const save = timed(() => answer(store, account, FULL_SHEET));
      const { error, took } = await timed(() => store.close());
      expect(error).toBeNull();
      expect(took).toBeLessThan(LIMIT);
      expect((await save).error).toBeInstanceOf(Error);
    }));

  test('and when it cuts its connections, the next query makes a new one', () =>
    withLine(async (line, store, account) => {
      line.cut();
      await timed(() => reread(store, account));
      expect(await reread(store, account)).toEqual(account);
    }));
});

describe('while another program writes the SQLite file', () => {
  test(
    'a save fails in time and changes nothing, reading goes on, and afterwards the same save succeeds',
    PATIENT,
    async () => {
      const { url, remove } = await emptyDatabase('sqlite');
      const store = await openStore(url);
      const account = await stored(store, { teamId: newTeam() });
      const other = await new PrismaBetterSqlite3({ url }).connect();
      await other.executeScript('BEGIN IMMEDIATE');
      expect(await reread(store, account)).toEqual(account);
      const { error, took } = await timed(() => answer(store, account, FULL_SHEET));
      expect(error).toBeInstanceOf(Error);
      expect(took).toBeLessThan(LIMIT);
      await other.executeScript('ROLLBACK');
      await other.dispose();
      expect(await reread(store, account)).toEqual(account);
      expect(saved(await answer(store, account, FULL_SHEET)).sheet).toEqual(FULL_SHEET);
      await store.close();
      await remove();
    },
  );
});
