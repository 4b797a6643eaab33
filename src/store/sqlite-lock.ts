import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { isDriverAdapterError, type SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import { StoreError } from './store-error.ts';

/**
 * Holds a SQLite file for this process. The lock is the write lock of a small SQLite database beside it: the operating
 * system takes it away when the process dies, however it dies. What is in the small database tells others who holds it.
 */
export async function holdFile(file: string): Promise<() => Promise<void>> {
  const mine = randomUUID();
  const lock = await new PrismaBetterSqlite3({ url: `${file}-lock`, timeout: 100 }).connect().catch(() => {
    throw new StoreError(`${file}-lock cannot be written. Let Callsheet write in its folder, or name another file.`);
  });
  try {
    // Whoever is faster between the two transactions holds the lock; then the name in it is not ours.
    do {
      await lock.executeScript(`BEGIN IMMEDIATE;
        CREATE TABLE IF NOT EXISTS "holder" ("pid", "host", "id");
        DELETE FROM "holder";
        INSERT INTO "holder" VALUES (${process.pid}, '${hostname().replaceAll("'", "''")}', '${mine}');
        COMMIT;`);
      await lock.executeScript('BEGIN IMMEDIATE');
    } while (!(await isHeldBy(lock, mine)));
  } catch (error) {
    const busy = isDriverAdapterError(error) && error.cause.kind === 'SocketTimeout';
    const holder = busy ? await readHolder(lock) : null;
    await lock.dispose();
    if (!busy) throw new StoreError(`${file}-lock cannot be used: ${(error as Error).message}`);
    throw new StoreError(
      `The database ${file} is in use by ${holder ? `process ${holder.pid} on ${holder.host}` : 'another process'}. ` +
        'A SQLite file belongs to one process: stop that one, or use PostgreSQL to run several.',
    );
  }
  let released: Promise<void> | undefined;
  return () => {
    released ??= lock.dispose();
    return released;
  };
}

async function isHeldBy(lock: SqlDriverAdapter, id: string): Promise<boolean> {
  if ((await readHolder(lock))?.id === id) return true;
  await lock.executeScript('ROLLBACK');
  return false;
}

async function readHolder(lock: SqlDriverAdapter): Promise<{ pid: string; host: string; id: string } | null> {
  const sql = 'SELECT "pid", "host", "id" FROM "holder"';
  const found = await lock.queryRaw({ sql, args: [], argTypes: [] }).catch(() => null);
  const row = found?.rows[0];
  return row ? { pid: String(row[0]), host: String(row[1]), id: String(row[2]) } : null;
}
