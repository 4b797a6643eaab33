import { createHash } from 'node:crypto';

/** A row of the audit log, as it counts for its hash. */
export interface AuditRow {
  id: string;
  accountId: string;
  revision: number;
  at: Date;
  actorId: string;
  kind: string;
  before: unknown;
  after: unknown;
}

/** In front of the first row of an account there is nothing. */
export const BEGINNING = '';

/** So that rows are never mistaken for something else that is hashed, or hashed in another way one day. */
const FORM = 'callsheet-audit-1';

/** What stands for a row: it depends on everything in the row, and on all rows of the account before it. */
export function rowHash(previous: string, row: AuditRow): string {
  const { id, accountId, revision, at, actorId, kind, before, after } = row;
  const facts = [FORM, previous, id, accountId, revision, at.toISOString(), actorId, kind, before, after];
  return createHash('sha256').update(canonical(facts)).digest('hex');
}

/** As JSON has it: dates are ISO strings, and what is undefined is not there. */
export const asJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/**
 * One text for all JSON that means the same, however a database keeps it: PostgreSQL's JSONB, for one, has an order of
 * keys and a way to write numbers of its own.
 */
export function canonical(value: unknown): string {
  return sorted(asJson(value));
}

function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${sorted((value as Record<string, unknown>)[key])}`).join(',')}}`;
}
