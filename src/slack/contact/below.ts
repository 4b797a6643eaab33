import type { Account } from '../../domain/account.ts';
import type { Purpose } from '../../domain/purpose.ts';
import type { AccountTurn } from '../turn.ts';
import { type FormBase, form } from './form.ts';

/**
 * What the form below this view was begun with: a view that is pushed on top of the form takes it along, and brings it
 * back. Null if the view was opened on its own.
 */
export function formBelow({ metadata, surface }: AccountTurn): FormBase | null {
  const { form: below, revision, fields = {} } = metadata;
  if (below) return below;
  return surface === form.id && revision !== undefined ? { revision, fields } : null;
}

/**
 * Shows in the form below what was saved on top of it; what was typed stays, and so does the revision it was begun from.
 * @param anew fields that were answered on top of it: they show that answer instead of what was typed
 */
export async function refreshForm(turn: AccountTurn, account: Account, anew: readonly Purpose[] = []): Promise<void> {
  const { client, rootViewId, viewer } = turn;
  const begun = formBelow(turn);
  if (!rootViewId || !begun) return;
  const base = withAnew(begun, anew, account);
  await client.views.update({ view_id: rootViewId, view: form.render({ account, base }, viewer) });
}

/** The form goes on, and these fields show what is saved now. */
export const withAnew = (base: FormBase, purposes: readonly Purpose[], { revision }: Account): FormBase => ({
  ...base,
  fields: { ...base.fields, ...Object.fromEntries(purposes.map((purpose) => [purpose, revision])) },
});
