import type { AuditRow } from './audit-hash.ts';
import type { Provider } from './database-url.ts';

/** Runs a query and gives back its rows by column. */
export type Select = (sql: string, parameters: readonly unknown[]) => Promise<Record<string, unknown>[]>;

/** A row of the audit log as it lies in the database, whatever somebody has made of it. */
export interface KeptRow {
  id: string;
  /** Whatever else the columns hold was not written by Callsheet. */
  revision: number;
  hash: string;
  /** Null if it cannot be read at all. */
  row: AuditRow | null;
}

/** Rows that are held in memory at a time. */
export const PAGE = 500;

/** The columns as text: SQLite takes anything in any column, and a row that was tampered with must still be read. */
const columns = (provider: Provider): string => {
  const at = provider === 'postgresql' ? `to_char("at", 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')` : 'CAST("at" AS TEXT)';
  const texts = ['id', 'accountId', 'revision', 'actorId', 'kind', 'before', 'after', 'hash'];
  return [...texts.map((name) => `CAST("${name}" AS TEXT) AS "${name}"`), `${at} AS "at"`].join(', ');
};

/** A page of the rows of one account in their order, after this one and up to this revision. */
export async function readPage(
  provider: Provider,
  select: Select,
  { accountId, after, upTo }: { accountId: string; after: { revision: number; id: string }; upTo: number },
): Promise<KeptRow[]> {
  const mark = (place: number) => (provider === 'postgresql' ? `$${place}` : '?');
  const sql = `SELECT ${columns(provider)} FROM "Change" WHERE "accountId" = ${mark(1)}
    AND ("revision", "id") > (${mark(2)}, ${mark(3)}) AND "revision" <= ${mark(4)}
    ORDER BY "Change"."revision", "Change"."id" LIMIT ${PAGE}`;
  return (await select(sql, [accountId, after.revision, after.id, upTo])).map(toKept);
}

function toKept(columns: Record<string, unknown>): KeptRow {
  const text = (name: string) => String(columns[name] ?? '');
  const revision = Number(text('revision'));
  const at = new Date(text('at'));
  const kept = { id: text('id'), revision, hash: text('hash') };
  try {
    const [before, after] = [JSON.parse(text('before')), JSON.parse(text('after'))];
    if (Number.isNaN(at.getTime()) || !Number.isSafeInteger(revision)) return { ...kept, row: null };
    const { id } = kept;
    const named = { accountId: text('accountId'), actorId: text('actorId'), kind: text('kind') };
    return { ...kept, row: { id, revision, at, ...named, before, after } };
  } catch {
    return { ...kept, row: null };
  }
}

/** Before every revision that there can be, so that what somebody put in front is read too. */
export const FIRST = { revision: -(2 ** 31), id: '' };
export const LAST_REVISION = 2 ** 31 - 1;
