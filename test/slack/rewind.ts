import { afterAll, beforeAll, beforeEach } from 'vitest';
import { openStore, type Store } from '../../src/store/store.ts';
import { emptyDatabase } from '../store/databases.ts';
import { type Colleague, Desk } from './desk.ts';
import { EVERYBODY } from './journey.ts';

/**
 * A world that is set up once for a file: each of its tests begins where that was left, and may change all of it.
 * @returns a way back to the beginning within a test
 */
export function beginOnce(
  begin: (desk: Desk) => Promise<unknown>,
  people: readonly Colleague[] = EVERYBODY,
): () => Promise<void> {
  let desk: Desk;
  let rewind: () => Promise<void>;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    const database = await emptyDatabase('sqlite');
    remove = database.remove;
    desk = new Desk(await openStore(database.url), people);
    await begin(desk);
    rewind = await keep(desk.store);
  });

  const beginAgain = async () => {
    await rewind();
    desk.forget(people);
  };

  beforeEach(beginAgain);

  afterAll(async () => {
    await desk.close();
    await remove();
  });

  return beginAgain;
}

const tablesOf = async ({ client }: Store): Promise<string[]> => {
  const tables = await client.$queryRawUnsafe<{ name: string }[]>(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'
     AND name NOT LIKE 'kept %' ORDER BY name`,
  );
  return tables.map(({ name }) => name);
};

/** Everything that the database holds now, by table. */
export async function everything(store: Store, without: readonly string[] = []): Promise<Record<string, unknown[]>> {
  const held: Record<string, unknown[]> = {};
  for (const table of await tablesOf(store)) {
    if (!without.includes(table))
      held[table] = await store.client.$queryRawUnsafe(`SELECT * FROM "${table}" ORDER BY 1, 2`);
  }
  return held;
}

/** Keeps what a SQLite database holds now. @returns a way back to it */
export async function keep(store: Store): Promise<() => Promise<void>> {
  const tables = await tablesOf(store);
  for (const table of tables) {
    await store.client.$executeRawUnsafe(`CREATE TABLE "kept ${table}" AS SELECT * FROM "${table}"`);
  }
  const triggers = await store.client.$queryRawUnsafe<{ name: string; sql: string }[]>(
    `SELECT name, sql FROM sqlite_master WHERE type = 'trigger'`,
  );
  return () =>
    store.client.$transaction(async (transaction) => {
      // Rows name one another in both directions, and the audit log refuses to be rewritten.
      await transaction.$executeRawUnsafe('PRAGMA defer_foreign_keys = ON');
      for (const { name } of triggers) await transaction.$executeRawUnsafe(`DROP TRIGGER "${name}"`);
      for (const table of tables) await transaction.$executeRawUnsafe(`DELETE FROM "${table}"`);
      for (const table of tables) {
        await transaction.$executeRawUnsafe(`INSERT INTO "${table}" SELECT * FROM "kept ${table}"`);
      }
      for (const { sql } of triggers) await transaction.$executeRawUnsafe(sql);
    });
}
