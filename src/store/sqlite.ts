import { mkdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { SqlDriverAdapter, SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { CLOSED, untilShut } from './closing.ts';
import { migrate } from './migration.ts';
import { holdFile } from './sqlite-lock.ts';
import type { Store } from './store.ts';
import { StoreError } from './store-error.ts';
import { LONGEST_QUERY, TRANSACTION } from './transaction.ts';

/** One file, one process. Every commit is on the disk before it is answered. */
const SETTINGS = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;';

export async function openSqlite(given: string, log: (line: string) => void): Promise<Store> {
  const file = await prepareFile(given);
  const release = await holdFile(file);
  try {
    // For so long, another program that writes the file is waited for.
    const connect = () => new PrismaBetterSqlite3({ url: file, timeout: LONGEST_QUERY }).connect();
    const applied = await migrate('sqlite', connect).catch((error) => {
      throw new StoreError(`The database ${file} cannot be brought up to date: ${(error as Error).message}`);
    });
    if (applied.length > 0) log(`SQLite ${file}: migrated (${applied.join(', ')})`);
    const { PrismaClient } = await import('./generated/sqlite/client.ts');
    const { adapter, shut } = untilShut(
      factory(async () => {
        const connection = await connect();
        await connection.executeScript(SETTINGS);
        return inTurn(connection);
      }),
    );
    const client = new PrismaClient({ adapter, transactionOptions: TRANSACTION, errorFormat: 'minimal' });
    await client.$connect();
    const close = async () => {
      shut();
      await client.$disconnect().finally(release);
    };
    return { client, provider: 'sqlite', close };
  } catch (error) {
    await release();
    throw error;
  }
}

/** Creates the folder, and follows links, so that one file has one name. */
async function prepareFile(given: string): Promise<string> {
  try {
    await mkdir(dirname(given), { recursive: true });
    const file = await realpath(given).catch(async () => join(await realpath(dirname(given)), basename(given)));
    const found = await stat(file).catch(() => null);
    if (!found || found.isFile()) return file;
  } catch {}
  throw new StoreError(
    `DATABASE_URL names ${given}, which is not a file that can be made or opened. Name another file.`,
  );
}

const factory = (connect: () => Promise<SqlDriverAdapter>): SqlDriverAdapterFactory => ({
  provider: 'sqlite',
  adapterName: '@prisma/adapter-better-sqlite3',
  connect,
});

/**
 * The driver has one connection, and would let a single query run in the middle of somebody else's transaction: it
 * would see what may be rolled back, or be rolled back with it. So single queries and transactions take turns.
 */
function inTurn(adapter: SqlDriverAdapter): SqlDriverAdapter {
  let disposed = false;
  let last: Promise<void> = Promise.resolve();
  const turn = async (): Promise<() => void> => {
    const before = last;
    const { promise, resolve } = Promise.withResolvers<void>();
    last = promise;
    await before;
    if (!disposed) return resolve;
    // Left to the driver, a transaction would wait for ever.
    resolve();
    throw new StoreError(CLOSED);
  };
  const alone = async <T>(work: () => Promise<T>): Promise<T> => {
    const done = await turn();
    try {
      return await work();
    } finally {
      done();
    }
  };
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw: (query) => alone(() => adapter.queryRaw(query)),
    executeRaw: (query) => alone(() => adapter.executeRaw(query)),
    executeScript: (script) => alone(() => adapter.executeScript(script)),
    async startTransaction(isolation) {
      const done = await turn();
      try {
        const transaction = await adapter.startTransaction(isolation);
        const commit = transaction.commit.bind(transaction);
        const rollback = transaction.rollback.bind(transaction);
        transaction.commit = () => commit().finally(done);
        transaction.rollback = () => rollback().finally(done);
        return transaction;
      } catch (error) {
        done();
        throw error;
      }
    },
    dispose: () =>
      alone(() => {
        disposed = true;
        return adapter.dispose();
      }),
  };
}
