import { DAY } from '../wall-clock.ts';
import { dayAt, startOf } from './calendar.ts';
import { standingAt } from './clock-change.ts';
import { covered, type Hours } from './coverage.ts';
import { cut, type Interval, length, minuteOf } from './interval.ts';

/** A day of a reader's calendar, and when support is there on it. */
export interface DayAhead {
  /** From the reader's midnight to the next one, in UTC minutes. */
  day: Interval;
  /** What begins on that day, in order. A night that ends the next morning is not torn apart at midnight. */
  spans: Interval[];
}

const DAYS_AHEAD = 7;
/** What ends by noon is the end of the night before. */
const MORNING = DAY / 2;

/** Today and the six days after it, by the calendar of a reader, whatever zones the hours are in (C1). */
export function daysAhead(hours: Hours, zone: string, now: Date): DayAhead[] {
  const today = dayAt(zone, minuteOf(now));
  const bounds = Array.from({ length: DAYS_AHEAD + 1 }, (_, day) => startOf(zone, today + day));
  const span = { from: bounds[0] as number, to: bounds.at(-1) as number };
  // The last night ends after the last day.
  const union = covered(hours, { from: span.from, to: span.to + DAY });
  const parts = [[], ...cut(union, [...bounds, span.to + DAY])];
  const days: DayAhead[] = [];
  for (let place = 1; place <= DAYS_AHEAD; place++) {
    const day = { from: bounds[place - 1] as number, to: bounds[place] as number };
    // What is left of yesterday's night has no other day to stand on.
    const before = place > 1 ? parts[place - 1] : [];
    const spans = (parts[place] ?? []).filter((one) => !isTail(one, day, before));
    const tail = parts[place + 1]?.[0];
    const last = spans.at(-1);
    const night = last && tail && isTail(tail, { from: day.to, to: day.to + DAY }, [last]) && last.from > day.from;
    days.push({ day, spans: night ? [...spans.slice(0, -1), { from: last.from, to: tail.to }] : spans });
  }
  return days;
}

/** Whether it is the morning of a night that began on the day before, and not of a day that was covered from its start. */
function isTail(part: Interval, day: Interval, before: readonly Interval[] = []): boolean {
  const evening = before.at(-1);
  return (
    part.from === day.from && part.to <= day.from + MORNING && evening?.to === day.from && evening.from > day.from - DAY
  );
}

/** Minutes of a usual week, with the clocks of all zones as they stand now; clock changes and single dates are left out. */
export function weeklyMinutes({ windows }: Pick<Hours, 'windows'>, now: Date): number {
  const from = minuteOf(now);
  return length(covered({ windows }, { from, to: from + 7 * DAY }, standingAt(from)));
}
