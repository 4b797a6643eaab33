import { holds, memberOf } from './access.ts';
import type { Account } from './account.ts';
import { readAddresses, shown } from './address.ts';
import { type HoursTextProblem, readHoursText, readPeopleText } from './answer-text.ts';
import { decideEdit, type Refusal, type SheetEdit } from './edit.ts';
import { sameWindows } from './hours.ts';
import type { Person } from './person.ts';
import { PURPOSES, type Purpose } from './purpose.ts';
import type { Sheet } from './sheet.ts';

/** One answer as somebody wrote it: for which account, which purpose. Nothing of it has been believed yet. */
export interface ImportRow {
  /** Number by which the person finds it: the row of the table, from 1. */
  row: number;
  accountId: string;
  accountName: string;
  purpose: string;
  answer: string;
}

export type RowProblem =
  | Refusal
  | HoursTextProblem
  | { reason: 'person-unreadable'; text: string }
  | { reason: 'account-unknown'; text: string }
  | { reason: 'account-unclear'; text: string }
  | { reason: 'not-an-editor' }
  | { reason: 'purpose-unknown'; text: string }
  | { reason: 'row-twice'; first: number };

export interface RowRefusal {
  row: number;
  /** The account and the purpose, as far as the row says them. */
  account: string | null;
  purpose: Purpose | null;
  problem: RowProblem;
}

export interface AccountChange {
  account: Account;
  sheet: Sheet;
  changed: readonly Purpose[];
  unlocks: boolean;
}

/** All of an import is one transaction; more accounts than this would not be saved in the time that a person waits. */
export const MOST_ACCOUNTS = 25;

export type ImportDecision =
  | { kind: 'refused'; refusals: readonly RowRefusal[] }
  | { kind: 'too-many-accounts'; limit: number; given: number }
  /** `accounts` are all that the rows name, also those in which nothing would change. */
  | { kind: 'accepted'; accounts: readonly Account[]; changes: readonly AccountChange[]; rows: number };

export interface Import {
  rows: readonly ImportRow[];
  /** The account that rows mean which name none. */
  here: Account;
  /** All accounts to which the person has access. */
  accounts: readonly Account[];
  by: Person;
  /** A purpose by the words of a row: its id, or its name in any language. */
  purposeOf: (text: string) => Purpose | null;
}

interface PlacedRow {
  row: number;
  account: Account;
  purpose: Purpose;
  answer: string;
}

/** Whoever is no member is refused in any case; that many of them are asked for their names. */
const MOST_STRANGERS = 20;

/** The people whom the rows would make alert contacts: whoever decides has to know them. */
export function peopleInImport(given: Import, now: Date): string[] {
  const members = new Set<string>();
  const strangers = new Set<string>();
  for (const row of placeRows(given, now).placed) {
    const read = row.purpose === 'alert' && !isAsItWas(row) ? readPeopleText(row.answer) : null;
    for (const userId of read?.ok ? read.userIds : []) {
      (memberOf(row.account, userId, now) ? members : strangers).add(userId);
    }
  }
  return [...members, ...[...strangers].slice(0, MOST_STRANGERS)];
}

/**
 * Decides on an import: every row of every account is accepted, or each refused row has its reason. What no row names
 * stays as it is, and what is written as it was is no edit (R21); the rest is decided as in the form (R5, R7, R11, R22).
 * @param people what is known of the people named as alert contacts.
 */
export function decideImport(given: Import, people: ReadonlyMap<string, Person>, now: Date): ImportDecision {
  const { placed, refusals } = placeRows(given, now);
  const changes: AccountChange[] = [];
  const accounts = [...new Set(placed.map(({ account }) => account))];
  if (accounts.length > MOST_ACCOUNTS) {
    return { kind: 'too-many-accounts', limit: MOST_ACCOUNTS, given: accounts.length };
  }
  for (const account of accounts) {
    const rows = placed.filter((row) => row.account === account && !isAsItWas(row));
    const { edit, unread } = editOf(rows);
    const decision = decideEdit(account, edit, people, now);
    const refused = decision.kind === 'refused' ? decision.refusals : {};
    for (const row of rows) {
      const problem = unread.get(row.purpose) ?? refused[row.purpose];
      if (problem) refusals.push(refusalOf(row, problem));
    }
    if (decision.kind === 'refused' || decision.changed.length === 0) continue;
    changes.push({ account, sheet: decision.sheet, changed: decision.changed, unlocks: decision.unlocks });
  }
  if (refusals.length > 0) return { kind: 'refused', refusals: refusals.sort((one, other) => one.row - other.row) };
  return { kind: 'accepted', accounts, changes, rows: given.rows.length };
}

const refusalOf = ({ row, account, purpose }: PlacedRow, problem: RowProblem): RowRefusal => ({
  ...{ row, account: account.name, purpose, problem },
});

/** Which account and purpose each row means, and those that mean none that this person may change. */
function placeRows(given: Import, now: Date): { placed: PlacedRow[]; refusals: RowRefusal[] } {
  const placed: PlacedRow[] = [];
  const refusals: RowRefusal[] = [];
  for (const row of given.rows) {
    const found = accountOf(row, given);
    const purpose = given.purposeOf(row.purpose);
    const refused = (problem: RowProblem) =>
      refusals.push({ row: row.row, account: 'name' in found ? found.name : null, purpose, problem });
    if ('reason' in found) refused(found);
    else if (!holds(found, given.by, 'editor', now)) refused({ reason: 'not-an-editor' });
    else if (!purpose) refused({ reason: 'purpose-unknown', text: shown(row.purpose) });
    else {
      const first = placed.find((other) => other.account === found && other.purpose === purpose);
      if (first) refused({ reason: 'row-twice', first: first.row });
      else placed.push({ row: row.row, account: found, purpose, answer: row.answer });
    }
  }
  return { placed, refusals };
}

type NoAccount = Extract<RowProblem, { reason: 'account-unknown' | 'account-unclear' }>;

/** An id that leads to no account of this person is as unknown as a name: nobody learns what there is elsewhere (R2). */
function accountOf({ accountId, accountName }: ImportRow, { here, accounts }: Import): Account | NoAccount {
  if (accountId === '' && accountName === '') return here;
  if (accountId !== '') {
    return (
      accounts.find(({ id }) => id === accountId) ?? {
        reason: 'account-unknown',
        text: shown(accountName || accountId),
      }
    );
  }
  const [found, ...others] = accounts.filter(({ name }) => folded(name) === folded(accountName));
  if (!found) return { reason: 'account-unknown', text: shown(accountName) };
  return others.length > 0 ? { reason: 'account-unclear', text: shown(accountName) } : found;
}

const folded = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/** Whether the row says what the sheet says already. */
function isAsItWas({ account, purpose, answer }: PlacedRow): boolean {
  if (purpose === 'support-hours') {
    const read = readHoursText(answer);
    return read.ok && sameWindows(read.windows, account.sheet[purpose]);
  }
  if (purpose === 'alert') {
    const read = readPeopleText(answer);
    return read.ok && read.userIds.join() === account.sheet.alert.join();
  }
  const read = readAddresses(answer);
  return read.ok && read.addresses.join('\n') === account.sheet[purpose].join('\n');
}

/** The rows as an edit of one sheet; what cannot be read has its problem instead. */
function editOf(rows: readonly PlacedRow[]): { edit: SheetEdit; unread: Map<Purpose, RowProblem> } {
  const edit: SheetEdit = {};
  const unread = new Map<Purpose, RowProblem>();
  for (const { purpose, answer } of rows) {
    if (purpose === 'alert') {
      const read = readPeopleText(answer);
      if (read.ok) edit.alert = read.userIds;
      else unread.set(purpose, read.problem);
    } else if (purpose === 'support-hours') {
      const read = readHoursText(answer);
      if (read.ok) edit[purpose] = read.windows;
      else unread.set(purpose, read.problem);
    } else edit[purpose] = answer;
  }
  return { edit, unread };
}

/** A purpose by its id, or by one of the names that it goes by. */
export function purposeReader(namesOf: (purpose: Purpose) => readonly string[]): Import['purposeOf'] {
  const known = new Map(
    PURPOSES.flatMap((purpose) => [purpose, ...namesOf(purpose)].map((name) => [folded(name), purpose] as const)),
  );
  return (text) => known.get(folded(text)) ?? null;
}
