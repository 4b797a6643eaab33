import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { difference } from '../../prisma/difference.ts';
import { type Provider, readDatabaseUrl } from '../../src/store/database-url.ts';
import { migrate, readMigrations } from '../../src/store/migration.ts';
import { openStore } from '../../src/store/store.ts';
import { FULL_SHEET, member } from '../domain/build.ts';
import { answer, reread, saved, storedTeam } from './account.ts';
import { brokenIn, unguard } from './audit-life.ts';
import { emptyDatabase } from './databases.ts';
import { FIRST, FIRST_ROWS, toFirstAccount } from './first-migration.ts';

const connectTo = (url: string): Promise<SqlDriverAdapter> => {
  const database = readDatabaseUrl(url);
  if (database.provider === 'sqlite') return new PrismaBetterSqlite3({ url: database.file }).connect();
  return new PrismaPg({ connectionString: url, max: 1 }).connect();
};

/** The written migrations and one more. */
const withOne = (list: MigrationList, path: string, value: string): MigrationList => ({
  ...list,
  migrationDirectories: [
    ...list.migrationDirectories,
    { path, migrationFile: { path: 'migration.sql', content: { tag: 'ok', value } } },
  ],
});

const BAD = `CREATE TABLE "Half" ("id" TEXT NOT NULL PRIMARY KEY);
UPDATE "Account" SET "name" = 'changed';
INSERT INTO "Nowhere" VALUES (1);`;

describe.each(['sqlite', 'postgresql'] as const)('migrations of %s', { timeout: 30_000 }, (provider: Provider) => {
  const removes: (() => Promise<void>)[] = [];
  const fresh = async () => {
    const { url, remove } = await emptyDatabase(provider);
    removes.push(remove);
    return url;
  };
  afterAll(async () => {
    for (const remove of removes) await remove();
  });
  let written: MigrationList;
  let names: string[];
  beforeAll(async () => {
    written = await readMigrations(provider);
    names = written.migrationDirectories.map(({ path }) => path);
  });
  const run = (url: string, list?: MigrationList) => migrate(provider, () => connectTo(url), list);
  const read = async (url: string, sql: string) => {
    const adapter = await connectTo(url);
    const { rows } = await adapter.queryRaw({ sql, args: [], argTypes: [] }).finally(() => adapter.dispose());
    return rows.flat().map(String);
  };
  const tables = (url: string) =>
    read(
      url,
      provider === 'sqlite'
        ? 'SELECT "name" FROM sqlite_master ORDER BY 1'
        : `SELECT "tablename"::text FROM pg_tables WHERE "schemaname" = 'public' ORDER BY 1`,
    );
  const applied = (url: string) => read(url, 'SELECT "migration_name" FROM "_prisma_migrations" ORDER BY 1');

  test('equal the models', async () => {
    expect(await difference(provider, await fresh())).toBeNull();
  });

  test.each([
    ['a column', 'launchedAt     DateTime?', 'launchedAt DateTime?\n  motto String?', '"motto"'],
    ['an index', '@@index([teamId, name])', '', 'DROP INDEX "Account_teamId_name_idx"'],
    ['a table', 'model Person {', 'model Planted {\n  id String @id\n}\n\nmodel Person {', 'CREATE TABLE "Planted"'],
    ['a rule', 'onDelete: SetNull', 'onDelete: Restrict', 'ON DELETE RESTRICT'],
  ])('do not equal models with another idea of %s', async (_, old, planted, missing) => {
    const sql = await difference(provider, await fresh(), (models) => {
      expect(models).toContain(old);
      return models.replace(old, planted);
    });
    expect(sql).toContain(missing);
  });

  test('are applied once: the second start finds nothing to do', async () => {
    const url = await fresh();
    expect(await run(url)).toEqual(names);
    const before = await tables(url);
    expect(await run(url)).toEqual([]);
    expect(await applied(url)).toEqual(names);
    expect(await tables(url)).toEqual(before);
  });

  test('that fail leave an empty database empty, and the right ones can follow', async () => {
    const url = await fresh();
    await expect(run(url, withOne(written, '9999_bad', BAD))).rejects.toThrow(/Nowhere/);
    expect(await tables(url)).toEqual([]);
    expect(await run(url)).toEqual(names);
  });

  test('that fail leave a database in use as it was', async () => {
    const url = await fresh();
    const store = await openStore(url);
    const account = await storedTeam(store);
    await store.close();
    const before = await tables(url);
    await expect(run(url, withOne(written, '9999_bad', BAD))).rejects.toThrow(/Nowhere/);
    expect(await tables(url)).toEqual(before);
    expect(await applied(url)).toEqual(names);
    const again = await openStore(url);
    expect(await reread(again, account)).toEqual(account);
    await again.close();
  });

  test('that rewrite a table others depend on lose nothing of what was stored', async () => {
    const url = await fresh();
    const store = await openStore(url);
    const answers = { ...FULL_SHEET, alert: ['UCHLOE', 'UANA'] };
    const account = saved(await answer(store, await storedTeam(store), answers));
    await store.close();
    // A new column with a value of its own makes SQLite copy the table and drop the old one.
    const sql = await difference(provider, await fresh(), (models) =>
      models
        .replace(/^model Account \{/m, '$&\n  motto String @default("we pick up")')
        .replace(/^model Member \{/m, '$&\n  motto String @default("me too")'),
    );
    expect(await run(url, withOne(written, '9999_motto', sql ?? ''))).toEqual(['9999_motto']);
    expect(await read(url, 'SELECT "motto" FROM "Account"')).toEqual(['we pick up']);
    const again = await openStore(url);
    expect(await reread(again, account)).toEqual(account);
    await again.close();
  });

  test('bring what the first version stored to what the present one reads', async () => {
    const url = await fresh();
    const first = { ...written, migrationDirectories: written.migrationDirectories.slice(0, 1) };
    expect(await run(url, first)).toEqual([FIRST]);
    const adapter = await connectTo(url);
    for (const sql of FIRST_ROWS) await adapter.executeRaw({ sql, args: [], argTypes: [] });
    await adapter.dispose();
    const store = await openStore(url);
    const account = await reread(store, toFirstAccount());
    expect(account).toMatchObject(toFirstAccount());
    // The audit log was sealed with the migration.
    expect(await brokenIn(store)).toEqual(new Map());
    expect(saved(await answer(store, account, { alert: ['UANA'] })).members).toContainEqual(member('UANA', 'admin'));
    expect(await brokenIn(store)).toEqual(new Map());
    await store.close();
  });

  test('seal the audit log once: a row that loses its hash afterwards stays broken, also after another start', async () => {
    const url = await fresh();
    await run(url, { ...written, migrationDirectories: written.migrationDirectories.slice(0, 1) });
    const adapter = await connectTo(url);
    for (const sql of FIRST_ROWS) await adapter.executeRaw({ sql, args: [], argTypes: [] });
    await adapter.dispose();
    const store = await openStore(url);
    await unguard(store);
    await store.client.change.updateMany({ data: { hash: '', actorId: 'UEVE' } });
    await store.close();
    const again = await openStore(url);
    expect((await brokenIn(again)).get('account-1')).toMatchObject({ revision: 7, flaw: 'unsealed' });
    await again.close();
  });
});

describe('replicas on PostgreSQL', () => {
  test('that start at once on an empty database all start, and one of them migrates', { timeout: 60_000 }, async () => {
    const { url, remove } = await emptyDatabase('postgresql');
    const lines: string[] = [];
    const replicas = await Promise.all(
      Array.from({ length: 5 }, () => openStore(url, { log: (line) => lines.push(line) })),
    );
    const account = await storedTeam(replicas[0] as (typeof replicas)[0]);
    for (const replica of replicas) expect(await reread(replica, account)).toEqual(account);
    expect(lines.filter((line) => line.includes('migrated'))).toHaveLength(1);
    await Promise.all(replicas.map((replica) => replica.close()));
    await remove();
  });
});
