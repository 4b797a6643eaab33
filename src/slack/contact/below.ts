import type { Account } from '../../domain/account.ts';
import { readersOf } from '../sink/guard.ts';
import { senderOf } from '../sink/sender.ts';
import { updateView } from '../sink/view.ts';
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

/** Shows in the form below what was saved on top of it; what was typed stays, and so does the revision it was begun from. */
export async function refreshForm(turn: AccountTurn, account: Account): Promise<void> {
  const { rootViewId, viewer } = turn;
  const base = formBelow(turn);
  if (!rootViewId || !base) return;
  const view = form.render({ account, base }, viewer);
  await updateView(senderOf(turn), readersOf(viewer, account), { id: rootViewId, view });
}
