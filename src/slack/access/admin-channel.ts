import type { WebClient } from '@slack/web-api';
import { admins } from '../../domain/access.ts';
import type { Account } from '../../domain/account.ts';
import type { Message } from '../block-kit.ts';
import { identify } from '../person/identify.ts';
import { channelFacts } from '../sink/audience.ts';
import { THIRD_PARTY } from '../sink/guard.ts';
import { post } from '../sink/message.ts';
import type { Sender } from '../sink/sender.ts';
import { type Viewer, viewerOf } from '../viewer.ts';

/**
 * Posts in the account's admin channel. A channel that has become shared, or that Callsheet was removed from, gets
 * nothing: null, and the admins are asked one by one. An admin has chosen the channel for cards, so these are rendered as
 * for the admins; but others may read it, and a card that quotes an internal contact, as the reason of a request can,
 * goes to the admins alone.
 */
export async function postInChannel(
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
    const posted = await post(sender, THIRD_PARTY, { channel: channelId, ...message });
    return posted && { channelId, ts: posted.ts };
  } catch (error) {
    log.error('channel.untold', { error });
    return null;
  }
}

export type ChannelProblem = 'shared-channel' | 'channel-out' | 'channel-archived';

/** Why requests cannot be shown in a channel, asked of Slack right now; null if they can. */
export async function channelProblem(client: WebClient, channelId: string): Promise<ChannelProblem | null> {
  const { shared, archived, joined } = await channelFacts(client, channelId);
  if (shared) return 'shared-channel';
  if (archived) return 'channel-archived';
  return joined ? null : 'channel-out';
}

/** A channel of the admins is spoken to in the language of the first of them. */
export async function channelViewer(sender: Sender, account: Account): Promise<Viewer> {
  const [first] = admins(account, sender.now);
  if (!first) throw new Error('an account without an admin');
  return viewerOf(await identify(sender, first.userId), account, sender.now);
}
