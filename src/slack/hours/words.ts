import type { SupportWindow, Weekday } from '../../domain/hours.ts';
import { DAYS, showClock } from '../../domain/hours.ts';
import { escapeMrkdwn, type Say } from '../../i18n/say.ts';
import { dateFormat } from '../date-format.ts';
import { zoneCity } from './cities.ts';

/** The name of an ISO weekday: 1 January 2024 was a Monday. */
export const dayName = (day: Weekday, say: Say, length: 'long' | 'short' = 'long'): string =>
  dateFormat(say.locale, { weekday: length, timeZone: 'UTC' })
    .format(Date.UTC(2024, 0, day))
    .replace(/\.$/, '');

/** "Mon–Fri, Sun": runs of three days and more are joined. */
export function daysText(days: readonly Weekday[], say: Say): string {
  if (days.length === DAYS.length) return say('hours.everyday');
  const runs: Weekday[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const name = (day: Weekday | undefined) => dayName(day as Weekday, say, 'short');
  return runs
    .flatMap((run) =>
      run.length > 2 ? [say('hours.range', { first: name(run[0]), last: name(run.at(-1)) })] : run.map(name),
    )
    .join(', ');
}

/** One window in words, such as "Mon–Fri 22:00–06:00 the next day (São Paulo)". */
export function windowText(window: SupportWindow, say: Say): string {
  const { start, end } = window;
  const key =
    start === end && start === 0
      ? 'hours.line.allday'
      : end <= start && end !== 0
        ? 'hours.line.overnight'
        : 'hours.line';
  return say(key, {
    days: daysText(window.days, say),
    start: showClock(start),
    end: end === 0 ? '24:00' : showClock(end),
    zone: zoneCity(window.zone, say.locale),
  });
}

/** All windows, one a line, as mrkdwn. */
export const hoursText = (windows: readonly SupportWindow[], say: Say): string =>
  windows.map((window) => escapeMrkdwn(windowText(window, say))).join('\n') || say.mrkdwn('conflict.nothing');
