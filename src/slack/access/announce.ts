import type { WebClient } from '@slack/web-api';
import { admins } from '../../domain/access.ts';
import type { Account } from '../../domain/account.ts';
import type { Purpose } from '../../domain/purpose.ts';
import type { AccessRequest, Escalation } from '../../domain/request.ts';
import { ownersOf } from '../../store/people.ts';
import { cardsOf, rememberCard } from '../../store/requests.ts';
import type { Store } from '../../store/store.ts';
import type { Message } from '../block-kit.ts';
import { identify } from '../person/identify.ts';
import type { Log, Turn } from '../turn.ts';
import { type Viewer, viewerOf } from '../viewer.ts';
import { cardMessage, closedCard, reminderMessage } from './card.ts';
import { attentionMessage } from './notices.ts';
import { outcomeMessage } from './outcome.ts';

/** What it takes to write to people of one workspace. */
export interface Sender {
  store: Store;
  client: WebClient;
  teamId: string;
  now: Date;
  log: Log;
}

export const senderOf = ({ deps, client, teamId, now }: Turn): Sender => ({
  ...{ client, teamId, now },
  store: deps.store,
  log: deps.log,
});

interface About {
  account: Account;
  request: AccessRequest;
}

/** Writes to one person, in their language and as what they are to the account; who cannot be written to keeps nobody back. */
export async function tell(
  sender: Sender,
  userId: string,
  account: Account,
  render: (viewer: Viewer) => Message,
): Promise<{ channel: string; ts: string } | null> {
  const { client, now, log } = sender;
  try {
    const viewer = viewerOf(await identify(sender, userId), account, now);
    const { channel, ts } = await client.chat.postMessage({ channel: userId, unfurl_links: false, ...render(viewer) });
    return channel && ts ? { channel, ts } : null;
  } catch (error) {
    log.error('notice.untold', { error });
    return null;
  }
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
 * Posts in the account's admin channel. A channel that has become shared, or that Callsheet was removed from, gets
 * nothing: null, and the admins are asked one by one.
 */
async function postInChannel(
  sender: Sender,
  account: Account,
  render: (viewer: Viewer) => Message,
): Promise<{ channelId: string; ts: string } | null> {
  const { client, log } = sender;
  const channelId = account.adminChannelId;
  if (!channelId) return null;
  try {
    if ((await channelProblem(client, channelId)) !== null) return null;
    const message = render(await channelViewer(sender, account));
    const { ts } = await client.chat.postMessage({ channel: channelId, unfurl_links: false, ...message });
    return ts ? { channelId, ts } : null;
  } catch (error) {
    log.error('channel.untold', { error });
    return null;
  }
}

export type ChannelProblem = 'shared-channel' | 'channel-out' | 'channel-archived';

/** Why requests cannot be shown in a channel, asked of Slack right now; null if they can. */
export async function channelProblem(client: WebClient, channelId: string): Promise<ChannelProblem | null> {
  const { channel } = await client.conversations.info({ channel: channelId });
  if (channel?.is_ext_shared || channel?.is_pending_ext_shared) return 'shared-channel';
  if (channel?.is_archived) return 'channel-archived';
  return channel?.is_member ? null : 'channel-out';
}

/** A channel of the admins is spoken to in the language of the first of them. */
async function channelViewer(sender: Sender, account: Account): Promise<Viewer> {
  const [first] = admins(account, sender.now);
  if (!first) throw new Error('an account without an admin');
  return viewerOf(await identify(sender, first.userId), account, sender.now);
}

/** Renders every copy of the card from what is stored now, wherever it was posted (A2). */
export async function refreshCards(sender: Sender, { account, request }: About): Promise<void> {
  const { client, now, log } = sender;
  for (const { channelId, ts, userId } of await cardsOf(sender.store, request.id)) {
    try {
      const viewer = userId
        ? viewerOf(await identify(sender, userId), account, now)
        : await channelViewer(sender, account);
      const card = viewer.audience === 'internal' ? cardMessage : closedCard;
      await client.chat.update({ channel: channelId, ts, ...card.render({ account, request }, viewer) });
    } catch (error) {
      log.error('card.refresh', { error });
    }
  }
}

/** Tells who asked, and for whom it was, how the request ended (A4). */
export async function tellOutcome(sender: Sender, { account, request }: About): Promise<void> {
  for (const userId of new Set([request.by, request.forUser])) {
    // Whoever withdrew knows.
    if (userId === request.decidedBy) continue;
    await tell(sender, userId, account, (viewer) => outcomeMessage.render({ account, request }, viewer));
  }
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
