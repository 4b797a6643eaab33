import type { Account } from '../../domain/account.ts';
import { CALLSHEET } from '../../domain/person.ts';
import type { SectionAsk } from '../../domain/section.ts';
import { LeakError } from '../../store/leak.ts';
import { onLatest, type SaveOutcome } from '../../store/save.ts';
import { type AskPlace, findAsk, rememberAskPlace, settleAsk } from '../../store/section-asks.ts';
import { tell, tellOrThrow } from '../access/sender.ts';
import type { Message } from '../block-kit.ts';
import { identify } from '../person/identify.ts';
import { readersOf } from '../sink/guard.ts';
import { update } from '../sink/message.ts';
import type { Sender } from '../sink/sender.ts';
import { type Viewer, viewerOf } from '../viewer.ts';
import { invitationMessage } from './invitation.ts';
import { askToldMessage, type Ending } from './told.ts';

interface About {
  account: Account;
  ask: SectionAsk;
}

/**
 * Sends the colleague the form's button, and remembers where it stands. Words that quote a contact which they may not see
 * are left out; if nothing arrives at all, the ask is taken back, and whoever asked is told.
 */
export async function invite(sender: Sender, about: About): Promise<void> {
  const { account, ask } = about;
  const told = await tellOrThrow(sender, ask.forUser, account, said(sender, about), plain(sender, about)).catch(
    () => null,
  );
  if (told) return rememberAskPlace(sender.store, ask.id, { channelId: told.channel, ts: told.ts });
  await takeBack(sender, about);
}

const said =
  ({ now }: Sender, { account, ask }: About) =>
  (viewer: Viewer) =>
    invitationMessage.render({ account, ask, now }, viewer);

const plain = (sender: Sender, { account, ask }: About) => said(sender, { account, ask: { ...ask, note: '' } });

async function takeBack(sender: Sender, { account, ask }: About): Promise<void> {
  const { store, teamId, now } = sender;
  const outcome = await onLatest<{ kind: 'over' } | SaveOutcome>(account, async (latest) => {
    const found = await findAsk(store, { teamId, askId: ask.id });
    if (found?.ask.state !== 'open') return { kind: 'over' };
    return settleAsk(store, { account: latest, ask, state: 'withdrawn', by: CALLSHEET, now });
  });
  if (outcome.kind === 'saved') await tellAsker(sender, { account: outcome.account, ask }, 'undelivered');
}

/** Renders the colleague's message from what is stored now: a closed form has no button. */
export async function refreshInvitation(sender: Sender, account: Account, askId: string): Promise<void> {
  const found = await findAsk(sender.store, { teamId: sender.teamId, askId });
  if (!found?.place) return;
  await showInvitation(sender, { account, ask: found.ask, place: found.place });
}

async function showInvitation(sender: Sender, { account, ask, place }: About & { place: AskPlace }): Promise<void> {
  const { now, log } = sender;
  const about = { account, ask };
  try {
    const viewer = viewerOf(await identify(sender, ask.forUser), account, now);
    const put = (message: Message) =>
      update(sender, readersOf(viewer, account), { channel: place.channelId, ts: place.ts, ...message });
    await put(said(sender, about)(viewer)).catch((error) =>
      error instanceof LeakError ? put(plain(sender, about)(viewer)) : Promise.reject(error),
    );
  } catch (error) {
    log.error('invitation.refresh', { error });
  }
}

/** Tells whoever asked how it ended. */
export async function tellAsker(sender: Sender, { account, ask }: About, state: Ending): Promise<void> {
  await tell(sender, ask.by, account, (viewer) => askToldMessage.render({ account, ask, state }, viewer));
}
