import { type Audience, audienceOf, memberOf, type Role } from '../domain/access.ts';
import type { Account } from '../domain/account.ts';
import type { Person } from '../domain/person.ts';
import { localeOf, type Say, say } from '../i18n/say.ts';
import { dateFormat } from './date-format.ts';

/** Who looks at a surface, in which language, and as what. */
export interface Viewer {
  person: Person;
  audience: Audience;
  role: Role | null;
  say: Say;
}

/** The viewer of an account; without one, a third party. */
export function viewerOf(person: Person, account: Account | null, now: Date): Viewer {
  const audience = account ? audienceOf(account, person, now) : 'third-party';
  const role = account && audience === 'internal' ? (memberOf(account, person.userId, now)?.role ?? null) : null;
  return { person, audience, role, say: say(localeOf(person.locale)) };
}

/** A day as the viewer would say it, where the viewer is. */
export const dateText = (date: Date, { say, person }: Viewer): string =>
  dateFormat(say.locale, { dateStyle: 'long', timeZone: person.zone }).format(date);

/** The last day of access that ends at this moment, as the viewer would say it. */
export const lastDayText = (endsAt: Date, viewer: Viewer): string => dateText(lastMoment(endsAt), viewer);

/** The same day for a date picker, such as `2026-03-31`. */
export const lastDay = (endsAt: Date, { person }: Viewer): string =>
  dateFormat('sv-SE', { timeZone: person.zone }).format(lastMoment(endsAt));

const lastMoment = (endsAt: Date): Date => new Date(endsAt.getTime() - 1);

/** A moment to the minute, in the viewer's words and zone. */
export const momentText = (date: Date, { say, person }: Viewer): string =>
  dateFormat(say.locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: person.zone }).format(date);

/** The time of the day, in the viewer's words and zone. */
export const clockText = (date: Date, { say, person }: Viewer): string =>
  dateFormat(say.locale, { timeStyle: 'short', timeZone: person.zone }).format(date);
