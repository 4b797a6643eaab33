import type { JsonObject } from '../protocol.ts';
import { type Person, SLACKBOT } from './cast.ts';
import type { World } from './world.ts';

interface Told {
  /** The scope for e-mail addresses is granted. */
  email: boolean;
  locale: boolean;
}

/** Somebody of another company whom the app meets in no channel. */
export function isUnmet(world: World, person: Person): boolean {
  if (person.kind !== 'stranger') return false;
  for (const { members } of world.conversations.values()) {
    if (members.has(person.id) && members.has(world.app.userId)) return false;
  }
  return true;
}

/** The user object as Slack gives it to an app. People of other companies keep their addresses to themselves. */
export function userJson(world: World, person: Person, told: Told): JsonObject {
  const { id, teamId, handle, name, kind, deleted } = person;
  const stranger = kind === 'stranger';
  const guest = kind === 'guest';
  const profile: JsonObject = {
    ...{ title: person.title, phone: '', skype: '', real_name: name, real_name_normalized: name },
    ...{ display_name: handle, display_name_normalized: handle, status_text: '', status_emoji: '', team: teamId },
    ...{ first_name: name.split(' ')[0] ?? name, last_name: name.split(' ').slice(1).join(' '), avatar_hash: 'g' },
    ...(told.email && !stranger && kind !== 'bot' && { email: person.email }),
    ...(kind === 'bot' && { bot_id: world.app.botId, api_app_id: world.app.id }),
  };
  const known: JsonObject = {
    ...{ id, team_id: teamId, name: handle, deleted, profile, is_bot: kind === 'bot', is_app_user: false },
    ...{ updated: world.born, ...(stranger && { is_stranger: isUnmet(world, person) }) },
  };
  if (deleted) return known;
  return {
    ...known,
    ...{ color: person.colour.slice(1), real_name: name, ...zoneJson(person.zone, world.clock.now()) },
    ...(!stranger && {
      ...{
        is_admin: kind === 'owner' || kind === 'admin',
        is_owner: kind === 'owner',
        is_primary_owner: kind === 'owner',
      },
      ...{ is_restricted: guest, is_ultra_restricted: guest, is_email_confirmed: true },
    }),
    ...(told.locale && { locale: person.locale }),
  };
}

function zoneJson(zone: string, now: number): JsonObject {
  const part = (style: 'long' | 'longOffset') =>
    new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: style })
      .formatToParts(now)
      .find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(part('longOffset')) ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * 60 * (sign === '-' ? -1 : 1);
  return { tz: zone, tz_label: part('long'), tz_offset: offset };
}

/** The user as the payload of an interaction names them. Their team is their own, and not always the app's. */
export const userInPayload = ({ id, handle, teamId }: Person): JsonObject => ({
  ...{ id, username: handle, name: handle, team_id: teamId },
});

export const isBot = ({ kind, id }: Person): boolean => kind === 'bot' || id === SLACKBOT;
