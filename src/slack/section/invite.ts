import type { Account } from '../../domain/account.ts';
import type { SectionAsk } from '../../domain/section.ts';
import { type AskPlace, findAsk, rememberAskPlace } from '../../store/section-asks.ts';
import { type Sender, tell } from '../access/sender.ts';
import { identify } from '../person/identify.ts';
import { readersOf } from '../sink/guard.ts';
import { update } from '../sink/message.ts';
import { viewerOf } from '../viewer.ts';
import { invitationMessage } from './invitation.ts';
import { askToldMessage } from './told.ts';

interface About {
  account: Account;
  ask: SectionAsk;
}

/** Sends the colleague the form's button, and remembers where it stands. */
export async function invite(sender: Sender, { account, ask }: About): Promise<void> {
  const { now } = sender;
  const told = await tell(sender, ask.forUser, account, (viewer) =>
    invitationMessage.render({ account, ask, now }, viewer),
  );
  if (told) await rememberAskPlace(sender.store, ask.id, { channelId: told.channel, ts: told.ts });
}

/** Renders the colleague's message from what is stored now: a closed form has no button. */
export async function refreshInvitation(sender: Sender, account: Account, askId: string): Promise<void> {
  const found = await findAsk(sender.store, { teamId: sender.teamId, askId });
  if (!found?.place) return;
  await showInvitation(sender, { account, ask: found.ask, place: found.place });
}

async function showInvitation(sender: Sender, { account, ask, place }: About & { place: AskPlace }): Promise<void> {
  const { now, log } = sender;
  try {
    const viewer = viewerOf(await identify(sender, ask.forUser), account, now);
    const message = invitationMessage.render({ account, ask, now }, viewer);
    await update(sender, readersOf(viewer, account), { channel: place.channelId, ts: place.ts, ...message });
  } catch (error) {
    log.error('invitation.refresh', { error });
  }
}

/** Tells whoever asked how it ended. */
export async function tellAsker(sender: Sender, { account, ask }: About, state: 'answered' | 'expired'): Promise<void> {
  await tell(sender, ask.by, account, (viewer) => askToldMessage.render({ account, ask, state }, viewer));
}
