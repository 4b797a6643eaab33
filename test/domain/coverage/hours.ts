import type { Interval } from '../../../src/domain/coverage/interval.ts';
import type { Exception } from '../../../src/domain/exception.ts';
import { readClock, type SupportWindow, type Weekday } from '../../../src/domain/hours.ts';

/** Hours as a person writes them, for tables. */

const NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const clock = (text: string): number => (text === '24:00' ? 24 * 60 : (readClock(text) as number));

function times(text: string): { start: number; end: number } {
  const [start, end] = text.split('–') as [string, string];
  return { start: clock(start), end: clock(end) };
}

/** `Mon`, `Mon–Fri`, `Sat Sun` or `daily`. */
function daysOf(text: string): Weekday[] {
  if (text === 'daily') return daysOf('Mon–Sun');
  return text.split(' ').flatMap((part) => {
    const [first, last] = part.split('–').map((name) => NAMES.indexOf(name) + 1) as [number, number?];
    return Array.from({ length: (last ?? first) - first + 1 }, (_, place) => (first + place) as Weekday);
  });
}

/** `Mon–Fri 09:00–18:00 Europe/Berlin` */
export function weekly(text: string): SupportWindow {
  const [, days, hours, zone] = /^(.+) (\S+–\S+) (\S+)$/.exec(text) as unknown as [string, string, string, string];
  return { zone, days: daysOf(days), ...times(hours) };
}

/** `2026-12-25 closed Europe/Berlin` or `2026-12-24 09:00–12:00 Europe/Berlin` */
export function dated(text: string): Exception {
  const [date, hours, zone] = text.split(' ') as [string, string, string];
  return hours === 'closed' ? { zone, date, closed: true } : { zone, date, ...times(hours) };
}

export const minute = (instant: string): number => Date.parse(instant) / 60_000;

/** `2026-03-29T01:00Z/2026-03-29T02:00Z`; an end on the same day may be a time alone. */
export function span(text: string): Interval {
  const [from, to] = text.split('/') as [string, string];
  return { from: minute(from), to: minute(to.includes('T') ? to : from.slice(0, 11) + to) };
}

const instant = (minute: number) => `${new Date(minute * 60_000).toISOString().slice(0, 16)}Z`;

/** Intervals as `span` reads them. */
export const show = (intervals: readonly Interval[]): string[] =>
  intervals.map(({ from, to }) => {
    const [first, last] = [instant(from), instant(to)];
    return `${first}/${last.startsWith(first.slice(0, 11)) ? last.slice(11) : last}`;
  });
