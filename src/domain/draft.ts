import { type Account, expectedAlias } from './account.ts';
import type { Choices } from './choice.ts';
import type { SheetEdit } from './edit.ts';
import {
  answerOf,
  type Conflict,
  type FormPurpose,
  mergeEdit,
  type PurposeChange,
  type Shown,
  sinceShown,
} from './merge.ts';
import { ADDRESS_PURPOSES } from './purpose.ts';
import { requirement } from './sheet.ts';

/** What a form of the contacts shows for a purpose as long as nothing is typed: the answer, or the alias that it must be. */
export function shownAnswer(account: Account, purpose: FormPurpose): readonly string[] {
  const given = account.sheet[purpose];
  const alias = purpose === 'ops-users' && given.length === 0 ? expectedAlias(account) : null;
  return alias === null ? given : [alias];
}

/** What a draft still has to say about an account as it is now. */
export interface Unsaved {
  /** The fields that hold something else than what is saved. */
  typed: SheetEdit;
  /** Those of them that somebody else changed meanwhile. */
  conflicts: readonly Conflict[];
  /** Fields that show what others saved, because this person left them alone. */
  left: readonly FormPurpose[];
}

/**
 * Lays a draft over what is there now (R23, R24). What the person left alone shows the others' answer; what is saved
 * already, or can no longer be answered, is no draft.
 * @returns null if nothing is left of it.
 */
export function unsaved(
  account: Account,
  draft: { edit: SheetEdit; shown: Shown; choices?: Choices },
  changes: readonly PurposeChange[],
): Unsaved | null {
  const merge = mergeEdit(account, draft.edit, sinceShown(changes, draft.shown), draft.choices);
  const typed: SheetEdit = { ...merge.edit };
  for (const purpose of ['alert', ...ADDRESS_PURPOSES] as const) {
    const mine = typed[purpose];
    const asked = !['hidden', 'later'].includes(requirement(account, purpose));
    if (mine === undefined || !asked || answerOf(mine) === shownAnswer(account, purpose).join('\n'))
      delete typed[purpose];
  }
  if (Object.keys(typed).length === 0) return null;
  const conflicts = merge.kind === 'conflict' ? merge.conflicts.filter(({ purpose }) => purpose in typed) : [];
  return { typed, conflicts, left: merge.left };
}
