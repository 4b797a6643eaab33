import type { WebClient } from '@slack/web-api';
import { type Audience, audienceOf } from '../../domain/access.ts';
import type { Account } from '../../domain/account.ts';
import type { Standing } from '../../domain/person.ts';
import { findPeople } from '../../store/people.ts';
import { membersOf } from '../channel-members.ts';
import { lookUpAll } from '../person/identify.ts';
import type { Sender } from './sender.ts';

/** What Slack says of a channel right now. */
export interface ChannelFacts {
  /** Shared with another company, or about to be. */
  shared: boolean;
  /** Everybody in the workspace may read it, whether they have joined or not. */
  open: boolean;
  archived: boolean;
  /** Whether Callsheet is in it. */
  joined: boolean;
}

/** Asked at the moment of sending: what was true when a channel was chosen may not be true now (X2). */
export async function channelFacts(client: WebClient, channelId: string): Promise<ChannelFacts> {
  const { channel = {} } = await client.conversations.info({ channel: channelId });
  return {
    shared: Boolean(channel.is_ext_shared || channel.is_pending_ext_shared),
    open: !channel.is_private && !channel.is_mpim && !channel.is_im,
    archived: Boolean(channel.is_archived),
    joined: Boolean(channel.is_member),
  };
}

export interface ChannelAudience extends ChannelFacts {
  audience: Audience;
  /** Why outsiders read along; null where everybody who can read it is a member of the account. */
  why: 'shared' | 'open' | 'outsiders' | null;
}

/**
 * Who reads a channel, for one account. It is internal only if everybody who can read it is a member of the account now: a
 * private channel, shared with nobody, in which there is no other person. Bots do not count, and whoever has left cannot
 * read. What Slack does not tell is thrown: nothing is sent then, rather than to somebody unknown.
 */
export async function audienceOfChannel(sender: Sender, account: Account, channelId: string): Promise<ChannelAudience> {
  const facts = await channelFacts(sender.client, channelId);
  const third = (why: ChannelAudience['why']) => ({ ...facts, audience: 'third-party', why }) as const;
  if (facts.shared) return third('shared');
  if (facts.open) return third('open');
  if (await hasOutsiders(sender, account, channelId)) return third('outsiders');
  return { ...facts, audience: 'internal', why: null };
}

const A_PAGE = 200;
/** More people than this are not all members of one account, and nobody waits until the last one is found to be. */
const MOST_PAGES = 5;

async function hasOutsiders(sender: Sender, account: Account, channelId: string): Promise<boolean> {
  const bound = { aPage: A_PAGE, pages: MOST_PAGES };
  for await (const { members, more } of membersOf(sender.client, channelId, bound)) {
    if (await anyOutsider(sender, account, members)) return true;
    if (!more) return false;
  }
  return true;
}

const CANNOT_READ: readonly Standing[] = ['bot', 'deactivated'];

async function anyOutsider(sender: Sender, account: Account, userIds: readonly string[]): Promise<boolean> {
  const people = await findPeople(sender.store, { teamId: sender.teamId, userIds });
  for (const userId of userIds) {
    // Slack knows those of whom we have never heard, such as our own bot; whom it does not know is nobody of ours.
    const person = people.get(userId) ?? (await lookUpAll(sender, [userId])).get(userId);
    if (!person) return true;
    if (CANNOT_READ.includes(person.standing)) continue;
    if (audienceOf(account, person, sender.now) !== 'internal') return true;
  }
  return false;
}
