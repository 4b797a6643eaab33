import type { Transaction } from '@prisma/driver-adapter-utils';
import { BEGINNING, rowHash } from './audit-hash.ts';
import { FIRST, LAST_REVISION, PAGE, readPage, type Select } from './audit-rows.ts';
import type { Provider } from './database-url.ts';
import { StoreError } from './store-error.ts';

/** The migration that gave the audit log its hashes. */
export const CHAINED = '0003_promises';

/**
 * Gives the rows that are older than the chain their hashes, in the transaction of the migration that made room for them:
 * so it happens once, on what the database held at that moment, and a row without a hash is never right afterwards.
 */
export async function sealAuditLog(provider: Provider, transaction: Transaction): Promise<void> {
  const mark = (place: number) => (provider === 'postgresql' ? `$${place}` : '?');
  const select = selectIn(transaction);
  const set = (table: string, column: string) => (value: string, id: string) =>
    transaction.executeRaw({
      sql: `UPDATE "${table}" SET "${column}" = ${mark(1)} WHERE "id" = ${mark(2)}`,
      ...texts([value, id]),
    });
  const [setHash, setHead] = [set('Change', 'hash'), set('Account', 'auditHead')];
  const next = `SELECT "id" FROM "Account" WHERE "id" > ${mark(1)} ORDER BY "id" LIMIT ${PAGE}`;
  for (let last = ''; ; ) {
    const accounts = (await select(next, [last])).map(({ id }) => String(id));
    for (const accountId of accounts) await setHead(await seal(provider, select, setHash, accountId), accountId);
    if (accounts.length < PAGE) return;
    last = accounts.at(-1) as string;
  }
}

/** @returns the head of the account's chain */
async function seal(
  provider: Provider,
  select: Select,
  setHash: (hash: string, id: string) => Promise<unknown>,
  accountId: string,
): Promise<string> {
  let head = BEGINNING;
  for (let after = FIRST; ; ) {
    const page = await readPage(provider, select, { accountId, after, upTo: LAST_REVISION });
    for (const { id, row } of page) {
      if (!row) throw new StoreError(`The change ${id} of the audit log cannot be read.`);
      head = rowHash(head, row);
      await setHash(head, id);
    }
    if (page.length < PAGE) return head;
    after = page.at(-1) as (typeof page)[number];
  }
}

function selectIn(transaction: Transaction): Select {
  return async (sql, parameters) => {
    const { columnNames, rows } = await transaction.queryRaw({ sql, ...texts(parameters) });
    return rows.map((row) => Object.fromEntries(columnNames.map((name, place) => [name, row[place]])));
  };
}

const texts = (args: readonly unknown[]) => ({
  args: [...args],
  argTypes: args.map((value) => ({
    scalarType: typeof value === 'number' ? ('int' as const) : ('string' as const),
    arity: 'scalar' as const,
  })),
});
