import type { WebClient } from '@slack/web-api';
import { isInChannel } from '../channel-members.ts';
import { slackError } from '../slack-error.ts';

export type LinkProblem = 'unseen' | 'archived' | 'not-in-it';

/** Pages of members, of a thousand each: whoever is not among them does not link so large a channel. */
const MOST_PAGES = 10;

/** Why the person cannot link this channel, asked of Slack right now: Callsheet has to see it, and the person to be in it. */
export async function linkProblem(client: WebClient, channelId: string, userId: string): Promise<LinkProblem | null> {
  try {
    const { channel } = await client.conversations.info({ channel: channelId });
    if (!channel || channel.is_im || channel.is_mpim) return 'unseen';
    if (channel.is_archived) return 'archived';
    return (await isInChannel(client, { channelId, userId, pages: MOST_PAGES })) ? null : 'not-in-it';
  } catch (error) {
    if (slackError(error) === 'channel_not_found') return 'unseen';
    throw error;
  }
}
