import type { Account } from '../../domain/account.ts';
import type { Purpose } from '../../domain/purpose.ts';
import { channelsOfAccount } from '../../store/channels.ts';
import { formBelow, refreshForm } from '../contact/below.ts';
import type { FormBase } from '../contact/form.ts';
import { refreshHomes } from '../home/handlers.ts';
import { readersOf } from '../sink/guard.ts';
import { senderOf } from '../sink/sender.ts';
import { updateView } from '../sink/view.ts';
import type { AccountTurn, Answer } from '../turn.ts';
import { settingsView } from './settings.ts';

/** Whether the view was opened from the settings, which lie below it then. */
export const settingsBelow = ({ metadata, surface }: AccountTurn): boolean =>
  metadata.settings === true || surface === settingsView.id;

/** What a view on top has to bring back. */
export const below = (turn: AccountTurn): { form: FormBase | null; settings: boolean } => ({
  form: formBelow(turn),
  settings: settingsBelow(turn),
});

/** The settings as they are now, in words for whoever looks. */
export async function settingsAnswer(
  turn: AccountTurn,
  account: Account,
  kind: 'open' | 'update',
  notice: string | null = null,
): Promise<Answer> {
  const channels = await channelsOfAccount(turn.deps.store, { accountId: account.id });
  const here = turn.metadata.channel ?? turn.channelId;
  return { kind, view: settingsView.render({ account, channels, here, notice }, turn.viewer) };
}

/** Shows in the settings below what was saved on top of them. */
export async function refreshSettings(turn: AccountTurn, account: Account): Promise<void> {
  const { deps, rootViewId, viewer } = turn;
  if (!rootViewId || !settingsBelow(turn)) return;
  const channels = await channelsOfAccount(deps.store, { accountId: account.id });
  const view = settingsView.render({ account, channels }, viewer);
  await updateView(senderOf(turn), readersOf(viewer, account), { id: rootViewId, view });
}

/** Shows what was saved wherever it can be seen: in the settings or the form below, and on every Home. */
export async function refreshBelow(turn: AccountTurn, account: Account, anew: readonly Purpose[] = []): Promise<void> {
  await refreshSettings(turn, account);
  await refreshForm(turn, account, anew);
  await refreshHomes(turn, account);
}
