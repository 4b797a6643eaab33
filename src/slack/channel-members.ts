import type { WebClient } from '@slack/web-api';

/** The people of a channel by user id, a page at a time; `more` says whether others follow. @param pages so many are read at most */
export async function* membersOf(
  client: WebClient,
  channel: string,
  { aPage, pages }: { aPage: number; pages: number },
): AsyncGenerator<{ members: readonly string[]; more: boolean }, void, undefined> {
  let cursor: string | undefined;
  for (let page = 0; page < pages; page++) {
    const read = await client.conversations.members({ channel, limit: aPage, ...(cursor && { cursor }) });
    cursor = read.response_metadata?.next_cursor || undefined;
    yield { members: read.members ?? [], more: cursor !== undefined };
    if (!cursor) return;
  }
}

/** The most that Slack gives at a time. */
const A_PAGE = 1000;

/** Whether a person is in a channel; null if more people are in it than these pages hold, and they were not among those. */
export async function isInChannel(
  client: WebClient,
  { channelId, userId, pages }: { channelId: string; userId: string; pages: number },
): Promise<boolean | null> {
  let whole = false;
  for await (const { members, more } of membersOf(client, channelId, { aPage: A_PAGE, pages })) {
    if (members.includes(userId)) return true;
    whole = !more;
  }
  return whole ? false : null;
}
