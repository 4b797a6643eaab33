import { admins } from '../../domain/access.ts';
import type { Account } from '../../domain/account.ts';
import type { Purpose } from '../../domain/purpose.ts';
import type { AccessRequest } from '../../domain/request.ts';
import type { Escalation } from '../../domain/waiting.ts';
import { cardsOf, rememberCard } from '../../store/cards.ts';
import { LeakError } from '../../store/leak.ts';
import { ownersOf } from '../../store/people.ts';
import type { Message } from '../block-kit.ts';
import { identify } from '../person/identify.ts';
import { channelFacts } from '../sink/audience.ts';
import { readersOf, THIRD_PARTY } from '../sink/guard.ts';
import { update } from '../sink/message.ts';
import type { Sender } from '../sink/sender.ts';
import { type Viewer, viewerOf } from '../viewer.ts';
import { channelViewer, postInChannel } from './admin-channel.ts';
import { cardMessage, closedCard, reminderMessage } from './card.ts';
import { attentionMessage } from './notices.ts';
import { outcomeMessage } from './outcome.ts';
import { tell, tellOrThrow } from './sender.ts';

interface About {
  account: Account;
  request: AccessRequest;
}

/** Shows a request to those who decide: in the admin channel if there is one, else to each admin (A2). */
export async function announceRequest(sender: Sender, { account, request }: About): Promise<void> {
  const card = (viewer: Viewer) => cardMessage.render({ account, request }, viewer);
  if (await showInChannel(sender, { account, request }, card)) return;
  for (const userId of reviewersOf({ account, request }, sender.now)) {
    await showTo(sender, userId, { account, request }, card);
  }
}

/** Whatever has the buttons of a card is remembered, so that it loses them when the request is decided. */
async function showInChannel(sender: Sender, { account, request }: About, render: (viewer: Viewer) => Message) {
  const posted = await postInChannel(sender, account, render);
  if (posted) await rememberCard(sender.store, request.id, { ...posted, userId: null });
  return posted !== null;
}

async function showTo(
  sender: Sender,
  userId: string,
  { account, request }: About,
  render: (viewer: Viewer) => Message,
): Promise<void> {
  const told = await tell(sender, userId, account, render);
  if (told) await rememberCard(sender.store, request.id, { channelId: told.channel, ts: told.ts, userId });
}

/** Whoever asked, or would get access, does not decide, and is not asked to. */
const reviewersOf = ({ account, request }: About, now: Date): string[] =>
  admins(account, now)
    .map(({ userId }) => userId)
    .filter((userId) => userId !== request.by && userId !== request.forUser);

/**
 * Renders every copy of the card from what is stored now, wherever it was posted (A2). Who has lost access meanwhile, and a
 * channel that is shared by now, keep how it ended and no detail.
 */
export async function refreshCards(sender: Sender, { account, request }: About): Promise<void> {
  const { client, now, log } = sender;
  for (const { channelId, ts, userId } of await cardsOf(sender.store, request.id)) {
    try {
      const viewer = userId
        ? viewerOf(await identify(sender, userId), account, now)
        : await channelViewer(sender, account);
      const open = viewer.audience === 'internal' && (userId || !(await channelFacts(client, channelId)).shared);
      const card = open ? cardMessage : closedCard;
      const readers = userId ? readersOf(viewer, account) : THIRD_PARTY;
      const put = (as: typeof card) =>
        update(sender, readers, { channel: channelId, ts, ...as.render({ account, request }, viewer) });
      // What was decided is said in any case: where a note may not be read, without the note.
      await put(card).catch((error) => (error instanceof LeakError ? put(closedCard) : Promise.reject(error)));
    } catch (error) {
      log.error('card.refresh', { error });
    }
  }
}

/**
 * Tells who asked, and for whom it was, how the request ended (A4). Throws if somebody could not be told now: both are
 * told again then, rather than one of them never.
 */
export async function tellOutcome(sender: Sender, { account, request }: About): Promise<void> {
  // Whoever withdrew knows.
  const concerned = [...new Set([request.by, request.forUser])].filter((userId) => userId !== request.decidedBy);
  const said = (about: AccessRequest) => (viewer: Viewer) => outcomeMessage.render({ account, request: about }, viewer);
  const told = await Promise.allSettled(
    concerned.map((userId) => tellOrThrow(sender, userId, account, said(request), said({ ...request, note: null }))),
  );
  for (const one of told) if (one.status === 'rejected') throw one.reason;
}

/** Reminds of an unanswered request, of more people each time (A4). */
export async function remindOf(
  sender: Sender,
  { account, request }: About,
  { count, to }: { count: number; to: Escalation },
): Promise<void> {
  const said = (asOwner: boolean) => (viewer: Viewer) =>
    reminderMessage.render({ account, request, count, asOwner }, viewer);
  if (to === 'reviewers' && (await showInChannel(sender, { account, request }, said(false)))) return;
  const reviewers = reviewersOf({ account, request }, sender.now);
  for (const userId of reviewers) await showTo(sender, userId, { account, request }, said(false));
  if (to !== 'every-admin-and-owner' && reviewers.length > 0) return;
  for (const owner of await ownersOf(sender.store, sender)) {
    const involved = [...reviewers, request.by, request.forUser].includes(owner.userId);
    if (!involved) await tell(sender, owner.userId, account, said(true));
  }
}

/** Production lost what it needs because somebody left: every admin who stays is told (R6). */
export async function tellAttention(
  sender: Sender,
  { account, userId, missing }: { account: Account; userId: string; missing: readonly Purpose[] },
): Promise<void> {
  if (missing.length === 0) return;
  for (const admin of admins(account, sender.now)) {
    if (admin.userId === userId) continue;
    await tell(sender, admin.userId, account, (viewer) =>
      attentionMessage.render({ account, userId, missing }, viewer),
    );
  }
}
