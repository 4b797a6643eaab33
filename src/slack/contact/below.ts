import type { Account } from '../../domain/account.ts';
import type { Purpose } from '../../domain/purpose.ts';
import { readersOf } from '../sink/guard.ts';
import { senderOf } from '../sink/sender.ts';
import { updateView } from '../sink/view.ts';
import type { AccountTurn, Turn } from '../turn.ts';
import { viewerOf } from '../viewer.ts';
import { formState } from './draft.ts';
import { type FormBase, form } from './form.ts';

/** What the form was begun with; null if the turn does not come from the form. */
export function formBase({ metadata, surface }: Turn): FormBase | null {
  const { revision, fields = {}, anew } = metadata;
  return surface === form.id && revision !== undefined ? { revision, fields, ...(anew && { anew }) } : null;
}

/**
 * What the form below this view was begun with: a view that is pushed on top of the form takes it along, and brings it
 * back. Null if the view was opened on its own.
 */
export const formBelow = (turn: AccountTurn): FormBase | null => turn.metadata.form ?? formBase(turn);

/**
 * Shows in the form below what was saved on top of it; what was typed stays, and so does what it was begun from.
 * @param anew fields that were answered on top of it: they show that answer instead of what was typed
 */
export async function refreshForm(turn: AccountTurn, account: Account, anew: readonly Purpose[] = []): Promise<void> {
  const { rootViewId, person, now } = turn;
  const begun = formBelow(turn);
  if (!rootViewId || !begun) return;
  const base = withAnew(begun, anew, account);
  const viewer = viewerOf(person, account, now);
  const state = await formState({ ...turn, account, viewer }, base);
  const view = form.render(state, viewer);
  await updateView(senderOf(turn), readersOf(viewer, account), { id: rootViewId, view });
}

/** The form goes on, and these fields show what is saved now. */
export const withAnew = (base: FormBase, purposes: readonly Purpose[], { revision }: Account): FormBase => ({
  ...base,
  fields: { ...base.fields, ...Object.fromEntries(purposes.map((purpose) => [purpose, revision])) },
});
