import { PrismaPg } from '@prisma/adapter-pg';
import { isDriverAdapterError } from '@prisma/driver-adapter-utils';
import { untilShut } from './closing.ts';
import type { DatabaseUrl } from './database-url.ts';
import type { PrismaClient } from './generated/sqlite/client.ts';
import { migrate } from './migration.ts';
import { withTransactions } from './postgresql-transaction.ts';
import type { Store } from './store.ts';
import { StoreError } from './store-error.ts';
import { LONGEST_QUERY, LONGEST_TRANSACTION, LONGEST_WAIT, TRANSACTION } from './transaction.ts';

/** PostgreSQL itself gives up a query first, and its connection lives on. If it is silent even then, it is not there. */
const TIMEOUTS = {
  connectionTimeoutMillis: LONGEST_WAIT,
  statement_timeout: LONGEST_QUERY,
  query_timeout: LONGEST_QUERY + 250,
  // If it is we who are gone, it must not hold the account for hours.
  idle_in_transaction_session_timeout: LONGEST_TRANSACTION,
  keepAlive: true,
};
/** A start may wait longer: the database may be starting too, or be migrated by another replica. */
const PATIENT = { max: 1, connectionTimeoutMillis: 10_000, idleTimeoutMillis: 0 };

type Database = Extract<DatabaseUrl, { provider: 'postgresql' }>;

export async function openPostgresql(database: Database, log: (line: string) => void): Promise<Store> {
  const connectionString = database.url;
  const applied = await migrate('postgresql', () =>
    new PrismaPg({ connectionString, ...PATIENT }, { onPoolError: () => {} }).connect(),
  ).catch((error) => {
    throw new StoreError(explain(error, database));
  });
  if (applied.length > 0) log(`PostgreSQL ${database.place}: migrated (${applied.join(', ')})`);
  const { PrismaClient: Client } = await import('./generated/postgresql/client.ts');
  const lost = (error: Error) => log(`PostgreSQL ${database.place}: a connection was lost (${safe(error, database)})`);
  const driver = new PrismaPg({ connectionString, ...TIMEOUTS }, { onPoolError: lost, onConnectionError: lost });
  const { adapter, shut } = untilShut(withTransactions(driver));
  const client = new Client({ adapter, transactionOptions: TRANSACTION, errorFormat: 'minimal' });
  const close = () => {
    shut();
    return client.$disconnect();
  };
  // Both clients are generated from the same models; SQLite's can do less, and so is the one that the store is written for.
  return { client: client as unknown as PrismaClient, provider: 'postgresql', close };
}

/** What is the matter with a database that cannot be used, as a person can act on it. */
export function explain(error: unknown, database: Database): string {
  const kind = isDriverAdapterError(error) ? error.cause.kind : null;
  const { place } = database;
  if (kind === 'AuthenticationFailed' || kind === 'DatabaseAccessDenied') {
    return `PostgreSQL at ${place} refuses the user or the password of DATABASE_URL. Correct them.`;
  }
  if (kind === 'DatabaseDoesNotExist')
    return `PostgreSQL has no database ${place}. Create it, or correct DATABASE_URL.`;
  if (kind === 'TlsConnectionError') {
    return `PostgreSQL at ${place} does not agree on TLS. Correct sslmode in DATABASE_URL: ${safe(error, database)}`;
  }
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code === 'string' && /^P[13]\d{3}$/.test(code)) {
    return `The database ${place} cannot be brought up to date: ${safe(error, database)}`;
  }
  return `PostgreSQL at ${place} cannot be reached. Start it, or correct DATABASE_URL. (${safe(error, database)})`;
}

/** What the driver said, without the password, should it ever repeat it. */
function safe(error: unknown, { password, url }: Database): string {
  const said = error instanceof Error ? error.message || error.name : String(error);
  return [password, encodeURIComponent(password), url]
    .filter((secret) => secret !== '')
    .reduce((text, secret) => text.replaceAll(secret, '•••'), said);
}
