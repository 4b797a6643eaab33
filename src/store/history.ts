import { type ChangeEntry, toEntry } from './changes.ts';
import type { Store } from './store.ts';

/** Changes that are read at a time when all of them are wanted. */
const PAGE = 200;

/** All changes of an account, the oldest first, a page at a time: from the beginning, or after a revision. */
export async function* changesOf(
  store: Store,
  { accountId, after = -1, limit = PAGE }: { accountId: string; after?: number; limit?: number },
): AsyncGenerator<ChangeEntry[], void, undefined> {
  for (let last = after; ; ) {
    const where = { accountId, revision: { gt: last } };
    const rows = await store.client.change.findMany({ where, orderBy: { revision: 'asc' }, take: limit });
    if (rows.length > 0) yield rows.map(toEntry);
    const end = rows.at(-1);
    if (rows.length < limit || !end) return;
    last = end.revision;
  }
}

/** The change that made this revision of the account. */
export async function changeAt(
  store: Store,
  { accountId, revision }: { accountId: string; revision: number },
): Promise<ChangeEntry | null> {
  const row = await store.client.change.findFirst({ where: { accountId, revision } });
  return row && toEntry(row);
}

export interface HistoryPage {
  /** The last change first. */
  changes: ChangeEntry[];
  /** Whether there are changes before these, and after them. */
  older: boolean;
  newer: boolean;
}

/** The changes next to a revision: those before it, those after it, or without one, the latest. */
export async function historyPage(
  store: Store,
  { accountId, limit, from }: { accountId: string; limit: number; from: { before: number } | { after: number } | null },
): Promise<HistoryPage> {
  const back = from === null || 'before' in from;
  const revision = from === null ? {} : 'before' in from ? { lt: from.before } : { gt: from.after };
  const rows = await store.client.change.findMany({
    where: { accountId, ...(from && { revision }) },
    orderBy: { revision: back ? 'desc' : 'asc' },
    take: limit + 1,
  });
  const more = rows.length > limit;
  const changes = rows.slice(0, limit).map(toEntry);
  // Whoever goes on from a revision has seen that there is something on its other side.
  if (back) return { changes, older: more, newer: from !== null };
  return { changes: changes.reverse(), older: true, newer: more };
}
