import type { WebClient } from '@slack/web-api';

export type LinkProblem = 'unseen' | 'archived' | 'not-in-it';

/** Pages of members, of a thousand each: whoever is not among them does not link so large a channel. */
const MOST_PAGES = 10;

/** Why the person cannot link this channel, asked of Slack right now: Callsheet has to see it, and the person to be in it. */
export async function linkProblem(client: WebClient, channelId: string, userId: string): Promise<LinkProblem | null> {
  try {
    const { channel } = await client.conversations.info({ channel: channelId });
    if (!channel || channel.is_im || channel.is_mpim) return 'unseen';
    if (channel.is_archived) return 'archived';
    return (await isIn(client, channelId, userId)) ? null : 'not-in-it';
  } catch (error) {
    if ((error as { data?: { error?: string } }).data?.error === 'channel_not_found') return 'unseen';
    throw error;
  }
}

async function isIn(client: WebClient, channel: string, userId: string): Promise<boolean> {
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const read = await client.conversations.members({ channel, limit: 1000, ...(cursor && { cursor }) });
    if (read.members?.includes(userId)) return true;
    cursor = read.response_metadata?.next_cursor;
    if (!cursor) return false;
  }
  return false;
}
