import type { WebClient } from '@slack/web-api';
import { isInChannel } from '../channel-members.ts';
import { slackError } from '../slack-error.ts';

/** Why the card cannot be posted there, or not by this person. */
export type ShareProblem =
  | 'not-found'
  | 'not-a-channel'
  | 'archived'
  | 'app-out'
  | 'person-out'
  | 'too-many'
  | 'restricted';

/** People of a channel that are looked through within the time that a submission has. */
const MOST_PAGES = 5;

/** Asked of Slack right before posting: does the channel exist, is the app in it, and is this person? Null: all of it. */
export async function shareProblem(
  client: WebClient,
  { channelId, userId }: { channelId: string; userId: string },
): Promise<ShareProblem | null> {
  try {
    const { channel } = await client.conversations.info({ channel: channelId });
    if (!channel || channel.is_im || channel.is_mpim) return 'not-a-channel';
    if (channel.is_archived) return 'archived';
    if (!channel.is_member) return 'app-out';
    return await personProblem(client, channelId, userId);
  } catch (error) {
    const known = refusalOf(error);
    if (known) return known;
    throw error;
  }
}

async function personProblem(client: WebClient, channelId: string, userId: string): Promise<ShareProblem | null> {
  const isIn = await isInChannel(client, { channelId, userId, pages: MOST_PAGES });
  if (isIn === null) return 'too-many';
  return isIn ? null : 'person-out';
}

/** Slack's own words for the same; null for what is no answer about the channel. */
export function refusalOf(error: unknown): ShareProblem | null {
  const code = slackError(error) ?? '';
  if (code === 'channel_not_found') return 'not-found';
  if (code === 'not_in_channel') return 'app-out';
  if (code === 'is_archived') return 'archived';
  return code.startsWith('restricted_action') ? 'restricted' : null;
}
