import { type Exception, isClosedDay } from '../exception.ts';
import { type SupportWindow, sameWindow } from '../hours.ts';
import { DAY, readDate, type Shift, shift, showDate, weekdayOf } from '../wall-clock.ts';
import { isZone } from '../zone.ts';
import { dayAt } from './calendar.ts';
import { minuteOf } from './interval.ts';
import { zoneId } from './offset.ts';
import type { Country, NamedException, Plan } from './plan.ts';

/** Coming exceptions that an account may have: a few years of holidays in several zones. */
export const MOST_EXCEPTIONS = 500;
/** Special hours that one date of one zone may have. */
export const MOST_A_DATE = 5;
export const MOST_COUNTRIES = 10;
export const LONGEST_EXCEPTION_NAME = 80;
/** Days ahead that an exception may lie: two years. */
export const FURTHEST_EXCEPTION = 731;

/** An exception as a form gives it: nothing chosen yet is null. */
export interface ExceptionDraft {
  zone: string | null;
  date: string | null;
  closed: boolean;
  /** Minutes after local midnight; without meaning on a closed day. */
  start: number | null;
  end: number | null;
  name: string;
}

/** What is added: it has no id yet. */
export type NewException = Exception & { name: string };

export type ExceptionField = 'zone' | 'date' | 'start' | 'end' | 'name';

export type ExceptionProblem =
  | { field: 'zone'; reason: 'zone-missing' | 'zone-unknown' }
  | {
      field: 'date';
      reason: 'date-missing' | 'date-unknown' | 'date-past' | 'date-too-far' | 'closed-already' | 'too-many-exceptions';
    }
  | { field: 'start'; reason: 'time-missing' | 'hours-already' | 'too-many-hours' }
  | { field: 'end'; reason: 'time-missing' }
  | { field: 'name'; reason: 'name-too-long' };

export type ExceptionDecision =
  | {
      kind: 'accepted';
      exception: NewException;
      /** `none`: nothing changes, since the zone has no weekly hours that this day could close. */
      effect: 'some' | 'none';
      /** Until when the shift of the evening before still runs on that date, in minutes after midnight; null if none does. */
      tail: number | null;
    }
  | { kind: 'refused'; problems: readonly ExceptionProblem[] };

/** May this exception be added? Each problem is named with the field that it is about. */
export function decideException(
  draft: ExceptionDraft,
  { exceptions }: Plan,
  windows: readonly SupportWindow[],
  now: Date,
): ExceptionDecision {
  const problems: ExceptionProblem[] = [];
  const { zone, date, start, end } = draft;
  const name = draft.name.trim().replace(/\s+/g, ' ');
  const known = zone !== null && isZone(zone);
  if (!known) problems.push({ field: 'zone', reason: zone === null ? 'zone-missing' : 'zone-unknown' });
  const day = readDate(date ?? '');
  const today = todayIn(known ? zone : 'UTC', now);
  if (day === null) problems.push({ field: 'date', reason: date === null ? 'date-missing' : 'date-unknown' });
  else if (day < today) problems.push({ field: 'date', reason: 'date-past' });
  else if (day > today + FURTHEST_EXCEPTION) problems.push({ field: 'date', reason: 'date-too-far' });
  if (!draft.closed && !isStart(start)) problems.push({ field: 'start', reason: 'time-missing' });
  if (!draft.closed && !isEnd(end)) problems.push({ field: 'end', reason: 'time-missing' });
  if ([...name].length > LONGEST_EXCEPTION_NAME) problems.push({ field: 'name', reason: 'name-too-long' });
  if (problems.length > 0 || zone === null || date === null) return { kind: 'refused', problems };
  const exception: NewException = draft.closed
    ? { zone, date, closed: true, name }
    : { zone, date, start: start as number, end: end as number, name };
  const clash = clashOf(exception, exceptions, now);
  if (clash) return { kind: 'refused', problems: [clash] };
  const closes = windows.some((window) => zoneId(window.zone) === zoneId(zone));
  const effect = draft.closed && !closes ? 'none' : 'some';
  return { kind: 'accepted', exception, effect, tail: tailOf(exception, exceptions, windows) };
}

/** How long what began the evening before runs into the date: it belongs to the day before, and stays. */
function tailOf(
  { zone, date }: Exception,
  exceptions: readonly Exception[],
  windows: readonly SupportWindow[],
): number | null {
  const before = (readDate(date) ?? 0) - 1;
  const special = sameDay({ zone, date: showDate(before), closed: true }, exceptions);
  if (special.some(isClosedDay)) return null;
  const weekly = windows.filter(
    (window) => zoneId(window.zone) === zoneId(zone) && window.days.some((day) => day === weekdayOf(before)),
  );
  const shifts = special.length > 0 ? special.filter((one) => !isClosedDay(one)) : weekly;
  const ends = shifts.map((one) => shift(one as Shift).end - DAY).filter((end) => end > 0);
  return ends.length > 0 ? Math.max(...ends) : null;
}

/** What is there already and leaves no room for it: closed wins over whatever else is said of a day. */
function clashOf(exception: NewException, exceptions: readonly NamedException[], now: Date): ExceptionProblem | null {
  const there = sameDay(exception, exceptions);
  if (there.some(isClosedDay)) return { field: 'date', reason: 'closed-already' };
  if (coming(exceptions, now).length >= MOST_EXCEPTIONS) return { field: 'date', reason: 'too-many-exceptions' };
  if (isClosedDay(exception)) return null;
  const hours = there.filter((one) => !isClosedDay(one));
  if (hours.some((one) => !isClosedDay(one) && one.start === exception.start && one.end === exception.end)) {
    return { field: 'start', reason: 'hours-already' };
  }
  return hours.length >= MOST_A_DATE ? { field: 'start', reason: 'too-many-hours' } : null;
}

export const sameDay = <T extends Exception>({ zone, date }: Exception, exceptions: readonly T[]): T[] =>
  exceptions.filter((one) => one.date === date && zoneId(one.zone) === zoneId(zone));

/** Those that are not over: of today in their zone, or later; the next one first. */
export const coming = (exceptions: readonly NamedException[], now: Date): NamedException[] =>
  exceptions
    .filter(({ zone, date }) => date >= showDate(todayIn(zone, now)))
    .sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0));

/** The day on a zone's calendar. */
export const todayIn = (zone: string, now: Date): number => dayAt(zone, minuteOf(now));

const isStart = (minutes: number | null): boolean => Number.isInteger(minutes) && isWithin(minutes as number, DAY - 1);
const isEnd = (minutes: number | null): boolean => Number.isInteger(minutes) && isWithin(minutes as number, DAY);
const isWithin = (minutes: number, most: number): boolean => minutes >= 0 && minutes <= most;

export type CountryProblem = 'country-already' | 'too-many-countries';

/** May this country, or region of one, be added to those whose holidays are offered? */
export function countryProblem(country: Country, { countries }: Plan): CountryProblem | null {
  if (countries.some((one) => sameCountry(one, country))) return 'country-already';
  return countries.length >= MOST_COUNTRIES ? 'too-many-countries' : null;
}

export const sameCountry = (one: Country, other: Country): boolean =>
  one.country === other.country && one.region === other.region;

/** Whether a target says what the weekly hours say, whatever the order. */
export const sameTarget = (one: readonly SupportWindow[] | null, other: readonly SupportWindow[] | null): boolean =>
  one === null || other === null
    ? one === other
    : one.length === other.length && one.every((window) => other.some((next) => sameWindow(window, next)));
