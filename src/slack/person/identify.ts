import type { WebClient } from '@slack/web-api';
import type { Person, Standing } from '../../domain/person.ts';
import { findPerson, rememberPerson } from '../../store/people.ts';
import type { Store } from '../../store/store.ts';
import { slackError } from '../slack-error.ts';

/** The part of Slack's user object that we read. */
export interface SlackUser {
  id?: string;
  team_id?: string;
  name?: string;
  real_name?: string;
  locale?: string;
  tz?: string;
  deleted?: boolean;
  is_bot?: boolean;
  is_owner?: boolean;
  is_restricted?: boolean;
  is_ultra_restricted?: boolean;
  is_stranger?: boolean;
  profile?: { display_name?: string };
  enterprise_user?: { teams?: string[] };
}

/** Whoever is of another workspace is a stranger, whatever else Slack says of them. */
function standingOf(user: SlackUser, teamId: string): Standing {
  if (user.deleted) return 'deactivated';
  if (user.is_bot || user.id === 'USLACKBOT') return 'bot';
  const home = user.team_id === undefined || user.team_id === teamId || user.enterprise_user?.teams?.includes(teamId);
  if (user.is_stranger || !home) return 'stranger';
  return user.is_restricted || user.is_ultra_restricted ? 'guest' : 'member';
}

export const personOf = (user: SlackUser, teamId: string): Person => ({
  userId: user.id ?? '',
  name: user.profile?.display_name || user.real_name || user.name || '',
  standing: standingOf(user, teamId),
  locale: user.locale ?? 'en-US',
  zone: user.tz ?? 'UTC',
  isOwner: user.is_owner ?? false,
});

interface Known {
  store: Store;
  client: WebClient;
  teamId: string;
  now: Date;
}

/** Who this is: from the store, so that a form opens with one call to Slack; a person never seen is looked up. */
export async function identify({ store, client, teamId, now }: Known, userId: string): Promise<Person> {
  const known = await findPerson(store, { teamId, userId });
  return known?.person ?? (await lookUp({ store, client, teamId, now }, userId));
}

/** Who this is according to Slack right now, for decisions that must not rest on what was true yesterday. */
export async function lookUp({ store, client, teamId, now }: Known, userId: string): Promise<Person> {
  const { user } = await client.users.info({ user: userId, include_locale: true });
  const person = personOf({ ...(user as SlackUser), id: userId }, teamId);
  await rememberPerson(store, { teamId, person, now });
  return person;
}

/** The people named, as Slack knows them now; whoever Slack does not know is left out. */
export async function lookUpAll(known: Known, userIds: readonly string[]): Promise<Map<string, Person>> {
  const found = await Promise.all(
    [...new Set(userIds)].map((userId) =>
      lookUp(known, userId).catch((error: unknown) => {
        if (['user_not_found', 'user_not_visible'].includes(slackError(error) ?? '')) return null;
        throw error;
      }),
    ),
  );
  return new Map(found.flatMap((person) => (person ? [[person.userId, person] as const] : [])));
}

/** More people than this are looked up when they first come. */
const MOST_PAGES = 10;

/** Learns the workspace's people at the start, so that the first form a person opens needs no look-up either. */
export async function learnPeople({ store, client, teamId, now }: Known): Promise<number> {
  let cursor: string | undefined;
  let learned = 0;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await client.users.list({ limit: 500, include_locale: true, ...(cursor && { cursor }) });
    for (const user of (answer.members ?? []) as SlackUser[]) {
      if (!user.id || user.is_bot) continue;
      await rememberPerson(store, { teamId, person: personOf(user, teamId), now });
      learned += 1;
    }
    cursor = answer.response_metadata?.next_cursor || undefined;
    if (!cursor) break;
  }
  return learned;
}
