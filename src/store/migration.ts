import { readdir, readFile } from 'node:fs/promises';
import { isDriverAdapterError, type SqlDriverAdapter, type Transaction } from '@prisma/driver-adapter-utils';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import type { Provider } from './database-url.ts';
import { type Connect, PRISMA, startEngine } from './engine.ts';
import { CHAINED, sealAuditLog } from './sealing.ts';
import { StoreError } from './store-error.ts';

// The migrations of both databases, run by Prisma's own schema engine in its WebAssembly build:
// no binary is downloaded, and the table of applied migrations is Prisma's.

export const NO_FILTERS = { externalTables: [], externalEnums: [] };
/** Prisma's code for "another process is migrating"; the engine waits ten seconds for it before it gives up. */
const LOCKED = 'P1002';
const ATTEMPTS = 6;

/**
 * Applies what is pending and returns its names. All of it is one transaction: a process that is killed meanwhile
 * leaves the database as it was. Replicas that start at once wait for each other.
 * @param connect opens a connection of its own, which is closed again
 * @param list other migrations than the written ones
 */
export async function migrate(provider: Provider, connect: Connect, list?: MigrationList): Promise<string[]> {
  const migrations = list ?? (await readMigrations(provider));
  for (let attempt = 1; ; attempt += 1) {
    const adapter = await connect();
    try {
      const applied = await appliedMigrations(adapter);
      const pending = migrations.migrationDirectories.filter(({ path }) => !applied.has(path));
      // Without the engine, an ordinary start is faster and smaller by what the engine takes.
      if (pending.length === 0) return [];
      return await apply(provider, adapter, migrations);
    } catch (error) {
      if (codeOf(error) !== LOCKED || attempt === ATTEMPTS) throw error;
    } finally {
      await adapter.dispose();
    }
  }
}

async function apply(provider: Provider, adapter: SqlDriverAdapter, migrationsList: MigrationList): Promise<string[]> {
  // SQLite rewrites a table by dropping it, which must not cascade; it ignores the setting inside a transaction.
  if (provider === 'sqlite') await adapter.executeScript('PRAGMA foreign_keys = OFF');
  const transaction = await adapter.startTransaction();
  try {
    const engine = await startEngine(provider, () => Promise.resolve(within(transaction, adapter)));
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: NO_FILTERS });
    if (provider === 'sqlite') await checkForeignKeys(transaction);
    if (appliedMigrationNames.includes(CHAINED)) await sealAuditLog(provider, transaction);
    await run(transaction, 'COMMIT');
    await transaction.commit();
    return appliedMigrationNames;
  } catch (error) {
    await run(transaction, 'ROLLBACK').catch(() => 0);
    await transaction.rollback();
    throw error;
  }
}

/** Without arguments, the driver of PostgreSQL takes several statements at once. */
const run = (transaction: Transaction, sql: string): Promise<number> =>
  transaction.executeRaw({ sql, args: [], argTypes: [] });

/** The adapter as the engine sees it: whatever it does happens in the one transaction. */
function within(transaction: Transaction, adapter: SqlDriverAdapter): SqlDriverAdapter {
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw: (query) => transaction.queryRaw(query),
    executeRaw: (query) => transaction.executeRaw(query),
    async executeScript(script) {
      if (adapter.provider === 'sqlite') return adapter.executeScript(script);
      // After a failure PostgreSQL answers nothing until it is rolled back, and the engine has more to ask.
      await run(transaction, 'SAVEPOINT "migration"');
      await run(transaction, script).catch(async (error) => {
        await run(transaction, 'ROLLBACK TO SAVEPOINT "migration"');
        throw error;
      });
    },
    startTransaction: () => Promise.reject(new Error('The migration has its transaction already.')),
    ...(adapter.getConnectionInfo && { getConnectionInfo: () => adapter.getConnectionInfo?.() as never }),
    dispose: () => Promise.resolve(),
  };
}

async function checkForeignKeys(transaction: Transaction): Promise<void> {
  const { rows } = await transaction.queryRaw({ sql: 'PRAGMA foreign_key_check', args: [], argTypes: [] });
  if (rows.length > 0)
    throw new StoreError(`The migration would leave ${rows.length} rows without what they belong to.`);
}

async function appliedMigrations(adapter: SqlDriverAdapter): Promise<Set<unknown>> {
  const sql =
    'SELECT "migration_name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL';
  try {
    const { rows } = await adapter.queryRaw({ sql, args: [], argTypes: [] });
    return new Set(rows.map(([name]) => name));
  } catch (error) {
    if (isDriverAdapterError(error) && error.cause.kind === 'TableDoesNotExist') return new Set();
    throw error;
  }
}

export const migrationsFolder = (provider: Provider): URL => new URL(`${provider}/migrations/`, PRISMA);

export async function readMigrations(provider: Provider): Promise<MigrationList> {
  const folder = migrationsFolder(provider);
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
  const migrationDirectories = await Promise.all(
    names.map(async (path) => {
      const value = await readFile(new URL(`${path}/migration.sql`, folder), 'utf8');
      return { path, migrationFile: { path: 'migration.sql', content: { tag: 'ok', value } as const } };
    }),
  );
  const lock = await readFile(new URL('migration_lock.toml', folder), 'utf8').catch(() => null);
  const lockfile = { path: 'migration_lock.toml', content: lock };
  return { baseDir: folder.pathname, lockfile, shadowDbInitScript: '', migrationDirectories };
}

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code;
