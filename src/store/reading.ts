import { stat } from 'node:fs/promises';
import { readDatabaseUrl } from './database-url.ts';
import type { Store } from './store.ts';
import { StoreError } from './store-error.ts';

/** Milliseconds that one query of a verification may take: nobody waits for it with a form before them. */
const LONGEST_READ = 60_000;

/**
 * Opens a database that is there, to read it and nothing else: it is not brought up to date, and of SQLite the file is
 * opened read-only, so that Callsheet may have it at the same time.
 */
export async function openForReading(databaseUrl: string): Promise<Store> {
  const database = readDatabaseUrl(databaseUrl);
  if (database.provider === 'sqlite') {
    const { file } = database;
    if (!(await stat(file).catch(() => null))?.isFile()) throw new StoreError(`There is no database ${file}.`);
    const { PrismaBetterSqlite3 } = await import('@prisma/adapter-better-sqlite3');
    const { PrismaClient } = await import('./generated/sqlite/client.ts');
    const adapter = new PrismaBetterSqlite3({ url: file, readonly: true, fileMustExist: true, timeout: LONGEST_READ });
    const client = new PrismaClient({ adapter, errorFormat: 'minimal' });
    return { client, provider: 'sqlite', close: () => client.$disconnect() };
  }
  const { PrismaPg } = await import('@prisma/adapter-pg');
  const { explain } = await import('./postgresql.ts');
  const { PrismaClient } = await import('./generated/postgresql/client.ts');
  const options = { max: 1, connectionTimeoutMillis: 10_000, statement_timeout: LONGEST_READ };
  const adapter = new PrismaPg({ connectionString: database.url, ...options }, { onPoolError: () => {} });
  const probe = await adapter.connect().catch((error) => {
    throw new StoreError(explain(error, database));
  });
  await probe
    .queryRaw({ sql: 'SELECT 1', args: [], argTypes: [] })
    .catch((error) => {
      throw new StoreError(explain(error, database));
    })
    .finally(() => probe.dispose());
  const client = new PrismaClient({ adapter, errorFormat: 'minimal' });
  return { client: client as unknown as Store['client'], provider: 'postgresql', close: () => client.$disconnect() };
}
