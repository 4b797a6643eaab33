import type { HomeView, ModalView } from '@slack/types';
import { slackError } from '../slack-error.ts';
import { guard, type Readers } from './guard.ts';
import type { Sender } from './sender.ts';

interface Opening {
  triggerId: string | null;
  view: ModalView;
}

/** The id of a view that Slack shows; null if it does not say. */
type ViewId = string | null;

/** Opens a modal for whoever has just done something. */
export async function openView(sender: Sender, readers: Readers, { triggerId, view }: Opening): Promise<ViewId> {
  await guard(sender, readers, 'view', view);
  const opened = await sender.client.views.open({ trigger_id: triggerId ?? '', view });
  return opened.view?.id ?? null;
}

/** Puts a modal on top of the one that the person is in. */
export async function pushView(sender: Sender, readers: Readers, { triggerId, view }: Opening): Promise<ViewId> {
  await guard(sender, readers, 'view', view);
  const pushed = await sender.client.views.push({ trigger_id: triggerId ?? '', view });
  return pushed.view?.id ?? null;
}

/** @param on.hash of the view as it was seen; without one, whatever stands there now is replaced */
export async function updateView(
  sender: Sender,
  readers: Readers,
  { id, hash, view }: { id: string; hash?: string | undefined; view: ModalView },
): Promise<void> {
  await guard(sender, readers, 'view', view);
  try {
    await sender.client.views.update({ view_id: id, ...(hash && { hash }), view });
  } catch (error) {
    // Whoever clicks twice has the answer already: it stands where the second one would go.
    if (!hash || slackError(error) !== 'hash_conflict') throw error;
  }
}

/** Shows a person their Home. */
export async function publishHome(
  sender: Sender,
  readers: Readers,
  { userId, view }: { userId: string; view: HomeView },
): Promise<void> {
  await guard(sender, readers, 'home', view);
  await sender.client.views.publish({ user_id: userId, view });
}
