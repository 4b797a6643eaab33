import type { Account } from './account.ts';
import { readAddresses } from './address.ts';
import type { SheetEdit } from './edit.ts';
import { ADDRESS_PURPOSES, type Purpose } from './purpose.ts';

/** A purpose that somebody changed, and its answer before. Hours are saved on their own and are not in here. */
export interface PurposeChange {
  purpose: Purpose;
  /** User id. */
  by: string;
  before: readonly string[];
}

export type Merge =
  | { kind: 'merged'; edit: SheetEdit }
  /** Fields that this person and another one changed to different answers. */
  | { kind: 'conflict'; conflicts: { purpose: Purpose; by: string; theirs: readonly string[] }[] };

/**
 * Lays an edit that was begun on an older revision over what is there now (R23): what this person left alone stays as
 * the others made it; what both changed to different answers is a conflict.
 * @param since what others changed since that revision, oldest first.
 */
export function mergeEdit(account: Account, edit: SheetEdit, since: readonly PurposeChange[]): Merge {
  const merged: SheetEdit = { ...edit };
  const conflicts: { purpose: Purpose; by: string; theirs: readonly string[] }[] = [];
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
    if (mine === before) delete merged[purpose];
    // Changed and changed back again: this person saw the answer that is there.
    else if (mine !== now && now !== before) conflicts.push({ purpose, by: last.by, theirs });
  }
  return conflicts.length > 0 ? { kind: 'conflict', conflicts } : { kind: 'merged', edit: merged };
}

/** What a text would be saved as; one that cannot be saved is only ever itself. */
function answerOf(text: string): string {
  const read = readAddresses(text);
  return read.ok ? read.addresses.join('\n') : text;
}
