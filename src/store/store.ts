import { type Provider, readDatabaseUrl } from './database-url.ts';
import type { PrismaClient } from './generated/sqlite/client.ts';

export { StoreError } from './store-error.ts';

/** The open database. The functions of this folder take it; nobody else looks inside. */
export type Store = {
  /** Typed as SQLite's; for PostgreSQL it is the client that was generated for it. */
  client: PrismaClient;
  provider: Provider;
  close(): Promise<void>;
};

/** Opens the database and brings it up to date. Loads only what the database in use needs. */
export async function openStore(
  databaseUrl: string,
  { log = () => {} }: { log?: (line: string) => void } = {},
): Promise<Store> {
  const database = readDatabaseUrl(databaseUrl);
  if (database.provider === 'sqlite') {
    const { openSqlite } = await import('./sqlite.ts');
    return openSqlite(database.file, log);
  }
  const { openPostgresql } = await import('./postgresql.ts');
  return openPostgresql(database, log);
}
