import type { Account } from './account.ts';
import { readAddresses } from './address.ts';
import type { SheetEdit } from './edit.ts';
import { type SupportWindow, sameWindows } from './hours.ts';
import { ADDRESS_PURPOSES, type Purpose } from './purpose.ts';

/** A purpose that somebody changed, and its answer before. */
export type PurposeChange =
  | { purpose: Exclude<Purpose, 'support-hours'>; by: string; before: readonly string[] }
  | { purpose: 'support-hours'; by: string; before: readonly SupportWindow[] };

export interface Conflict {
  purpose: Purpose;
  /** User id of who saved in between. */
  by: string;
  theirs: readonly string[];
}

export type Merge = {
  /** What others changed and this person left alone: it stays theirs, and a form that is still open has to show it. */
  left: readonly Purpose[];
} & (
  | { kind: 'merged'; edit: SheetEdit }
  /** Fields that this person and another one changed to different answers. */
  | { kind: 'conflict'; conflicts: readonly Conflict[] }
);

/**
 * Lays an edit that was begun on an older revision over what is there now (R23): what this person left alone stays as
 * the others made it; what both changed to different answers is a conflict. Hours have a view, and a merge, of their own.
 * @param since what others changed since that revision, oldest first.
 */
export function mergeEdit(account: Account, edit: SheetEdit, since: readonly PurposeChange[]): Merge {
  const merged: SheetEdit = { ...edit };
  const conflicts: Conflict[] = [];
  const left: Purpose[] = [];
  for (const purpose of ['alert', ...ADDRESS_PURPOSES] as const) {
    const typed = edit[purpose];
    const changes = since.filter((change) => change.purpose === purpose);
    const [first] = changes;
    const last = changes.at(-1);
    if (typed === undefined || !first || !last) continue;
    const theirs = account.sheet[purpose];
    const before = first.before.join('\n');
    const now = theirs.join('\n');
    const mine = typeof typed === 'string' ? answerOf(typed) : typed.join('\n');
    if (mine === before) {
      delete merged[purpose];
      left.push(purpose);
    }
    // Changed and changed back again: this person saw the answer that is there.
    else if (mine !== now && now !== before) conflicts.push({ purpose, by: last.by, theirs });
  }
  return conflicts.length > 0 ? { kind: 'conflict', conflicts, left } : { kind: 'merged', edit: merged, left };
}

/** The same for the hours, which are one answer: what was left alone, or saved alike, is no conflict. */
export function mergeHours(
  account: Account,
  mine: readonly SupportWindow[],
  since: readonly PurposeChange[],
): { kind: 'merged'; windows: readonly SupportWindow[] } | { kind: 'conflict'; by: string } {
  const theirs = account.sheet['support-hours'];
  const changes = since.filter((change) => change.purpose === 'support-hours');
  const [first] = changes;
  const last = changes.at(-1);
  if (!first || !last || sameWindows(theirs, first.before)) return { kind: 'merged', windows: mine };
  if (sameWindows(mine, first.before)) return { kind: 'merged', windows: theirs };
  return sameWindows(mine, theirs) ? { kind: 'merged', windows: mine } : { kind: 'conflict', by: last.by };
}

/** What a text would be saved as; one that cannot be saved is only ever itself. */
function answerOf(text: string): string {
  const read = readAddresses(text);
  return read.ok ? read.addresses.join('\n') : text;
}
