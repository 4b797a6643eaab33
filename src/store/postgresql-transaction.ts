import type { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapterFactory, SqlQuery, Transaction } from '@prisma/driver-adapter-utils';

/** What the driver says when PostgreSQL does not answer a query in time. */
const SILENCE = 'Query read timeout';

/** The driver, with transactions in which one query waits for the other, and that end at once when PostgreSQL falls silent. */
export const withTransactions = (factory: PrismaPg): SqlDriverAdapterFactory => ({
  provider: factory.provider,
  adapterName: factory.adapterName,
  async connect() {
    const adapter = await factory.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolation) => oneByOne(await start(isolation));
    return adapter;
  },
});

/**
 * Prisma reads relations with several queries at once, which one connection does not take. When PostgreSQL falls silent,
 * the driver would have the rollback wait as long again and then give the deaf connection to whoever is next: so the
 * connection is cut off, what waits for it fails, and nobody gets it again.
 */
function oneByOne(transaction: Transaction): Transaction {
  const { client } = transaction as unknown as { client: { end(): Promise<void> } };
  const cut = (error: unknown): never => {
    if (error instanceof Error && error.message === SILENCE) client.end().catch(() => {});
    throw error;
  };
  let last: Promise<unknown> = Promise.resolve();
  const inTurn =
    <T>(run: (query: SqlQuery) => Promise<T>) =>
    (query: SqlQuery): Promise<T> => {
      const answer = last.then(() => run(query)).catch(cut);
      last = answer.catch(() => {});
      return answer;
    };
  return Object.assign(transaction, {
    queryRaw: inTurn(transaction.queryRaw.bind(transaction)),
    executeRaw: inTurn(transaction.executeRaw.bind(transaction)),
  });
}
