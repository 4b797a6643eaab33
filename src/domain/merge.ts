import type { Account } from './account.ts';
import { readAddresses } from './address.ts';
import type { Choices } from './choice.ts';
import type { SheetEdit } from './edit.ts';
import { type SupportWindow, sameWindows } from './hours.ts';
import { ADDRESS_PURPOSES, type Purpose } from './purpose.ts';

/** A purpose that somebody changed, and its answer before. */
export type PurposeChange = {
  by: string;
  /** The revision of the account that the change made. */
  revision: number;
} & (
  | { purpose: Exclude<Purpose, 'support-hours'>; before: readonly string[] }
  | { purpose: 'support-hours'; before: readonly SupportWindow[] }
);

/** The purposes that the form of the contacts asks for. */
export type FormPurpose = Exclude<Purpose, 'support-hours'>;

export interface Conflict {
  purpose: FormPurpose;
  /** User id of who saved in between. */
  by: string;
  /** The revision that they made. */
  revision: number;
  /** What was there when this person began. */
  before: readonly string[];
  theirs: readonly string[];
}

export type Merge = {
  /** The edit without what others changed and this person left alone. */
  edit: SheetEdit;
  /** What others changed and this person left alone: it stays theirs, and a form that is still open has to show it. */
  left: readonly FormPurpose[];
} & (
  | { kind: 'merged' }
  /** Fields that this person and another one changed to different answers. */
  | { kind: 'conflict'; conflicts: readonly Conflict[] }
);

/** What a form shows: all of it at one revision, but for fields that were rendered anew since. */
export interface Shown {
  revision: number;
  /** The revision that a field shows instead, by purpose. */
  fields: Readonly<Record<string, number>>;
}

/** The changes that came after what each field of a form shows. */
export const sinceShown = (changes: readonly PurposeChange[], { revision, fields }: Shown): PurposeChange[] =>
  changes.filter((change) => {
    const own = Object.hasOwn(fields, change.purpose) ? (fields[change.purpose] ?? 0) : 0;
    return change.revision > Math.max(revision, own);
  });

/**
 * Lays an edit that was begun on an older revision over what is there now (R23): what this person left alone stays as
 * the others made it; what both changed to different answers is a conflict. Hours have a view, and a merge, of their own.
 * @param since what others changed since that revision, oldest first.
 * @param choices what this person has chosen: who was asked about a change and keeps what they typed means it, also where
 * it is what was there before.
 */
export function mergeEdit(
  account: Account,
  edit: SheetEdit,
  since: readonly PurposeChange[],
  choices: Choices = {},
): Merge {
  const merged: SheetEdit = { ...edit };
  const conflicts: Conflict[] = [];
  const left: FormPurpose[] = [];
  for (const purpose of ['alert', ...ADDRESS_PURPOSES] as const) {
    const typed = edit[purpose];
    const changes = since.filter((change) => change.purpose === purpose);
    const [first] = changes;
    const last = changes.at(-1);
    if (typed === undefined || !first || !last || first.purpose === 'support-hours') continue;
    const theirs = account.sheet[purpose];
    const before = first.before.join('\n');
    const now = theirs.join('\n');
    const mine = answerOf(typed);
    const chosen = choices[purpose];
    const meant = chosen?.about === last.revision && chosen.choice !== 'theirs';
    if (mine === before && !meant) {
      delete merged[purpose];
      left.push(purpose);
    }
    // Changed and changed back again: this person saw the answer that is there.
    else if (mine !== now && (now !== before || meant)) {
      conflicts.push({ purpose, by: last.by, revision: last.revision, before: first.before, theirs });
    }
  }
  const laid = { edit: merged, left };
  return conflicts.length > 0 ? { kind: 'conflict', ...laid, conflicts } : { kind: 'merged', ...laid };
}

export interface HoursConflict {
  by: string;
  revision: number;
  before: readonly SupportWindow[];
  theirs: readonly SupportWindow[];
}

/** What others made of the hours since; null if they are as they were. */
export function hoursChange(account: Account, since: readonly PurposeChange[]): HoursConflict | null {
  const theirs = account.sheet['support-hours'];
  const changes = since.flatMap((change) => (change.purpose === 'support-hours' ? [change] : []));
  const [first] = changes;
  const last = changes.at(-1);
  if (!first || !last || sameWindows(theirs, first.before)) return null;
  return { by: last.by, revision: last.revision, before: first.before, theirs };
}

/** The same for the hours, which are one answer: what was left alone, or saved alike, is no conflict. */
export function mergeHours(
  account: Account,
  mine: readonly SupportWindow[],
  since: readonly PurposeChange[],
): { kind: 'merged'; windows: readonly SupportWindow[] } | ({ kind: 'conflict' } & HoursConflict) {
  const change = hoursChange(account, since);
  if (!change || sameWindows(mine, change.theirs)) return { kind: 'merged', windows: mine };
  if (sameWindows(mine, change.before)) return { kind: 'merged', windows: change.theirs };
  return { kind: 'conflict', ...change };
}

/** What an answer would be saved as, as one text; one that cannot be saved is only ever itself. */
export function answerOf(typed: string | readonly string[]): string {
  if (typeof typed !== 'string') return typed.join('\n');
  const read = readAddresses(typed);
  return read.ok ? read.addresses.join('\n') : typed;
}
