import { dayAt } from './coverage/calendar.ts';
import { covered } from './coverage/coverage.ts';
import { type Interval, length, minuteOf } from './coverage/interval.ts';
import { clocks } from './coverage/offset.ts';
import type { Exception } from './exception.ts';
import type { SupportWindow } from './hours.ts';
import { DAY, readDate, shift, showDate, WEEK, weekdayOf } from './wall-clock.ts';

/** What is odd about hours while they are being chosen; nothing of it keeps them from being saved. */
export type HoursFinding =
  /** Windows that end at 23:59, by their places: the last minute of the day is nobody's. */
  | { kind: 'minute'; windows: number[] }
  /** The clock never shows this window within the coming year. */
  | { kind: 'never'; window: number }
  /** A clock change of the coming year jumps over this window. */
  | { kind: 'skipped'; window: number; date: string }
  /** Everything in this window is covered by the others. */
  | { kind: 'nothing-new'; window: number };

const YEAR = 53 * WEEK;
const LAST_MINUTE = DAY - 1;

/** In the order of the windows, what comes of all of them first. */
export function hoursFindings(windows: readonly SupportWindow[], now: Date): HoursFinding[] {
  const from = minuteOf(now);
  const year = { from, to: from + YEAR };
  const minute = lateMinutes(windows, { from, to: from + 8 * DAY });
  const idle = new Set(addingNothing(windows, year));
  return [
    ...(minute.length > 0 ? [{ kind: 'minute' as const, windows: minute }] : []),
    ...windows.flatMap((one, window): HoursFinding[] => {
      if (covered({ windows: [one] }, year).length === 0) return [{ kind: 'never', window }];
      if (idle.has(window)) return [{ kind: 'nothing-new', window }];
      const date = skippedDate(one, year);
      return date ? [{ kind: 'skipped', window, date }] : [];
    }),
  ];
}

/** The end of the day instead of one minute before it. */
export const untilMidnight = (window: SupportWindow): SupportWindow =>
  window.end === LAST_MINUTE ? { ...window, end: 0 } : window;

/** Places of the windows that end at 23:59, unless another window has the minute after it. */
function lateMinutes(windows: readonly SupportWindow[], span: Interval): number[] {
  const total = length(covered({ windows }, span));
  return windows.flatMap((window, place) => {
    if (window.end !== LAST_MINUTE || window.start === LAST_MINUTE) return [];
    const mended = windows.map((other, at) => (at === place ? untilMidnight(other) : other));
    return length(covered({ windows: mended }, span)) > total ? [place] : [];
  });
}

/** Places of windows without which the hours would be the same; of two that are the same, the later one. */
function addingNothing(windows: readonly SupportWindow[], span: Interval): number[] {
  const total = length(covered({ windows }, span));
  const idle: number[] = [];
  for (let place = windows.length - 1; place >= 0 && windows.length > 1; place--) {
    const others = windows.filter((_, at) => at !== place && !idle.includes(at));
    if (others.length > 0 && length(covered({ windows: others }, span)) === total) idle.push(place);
  }
  return idle.reverse();
}

/** The first date on which a clock that is put forward jumps over all of a window. */
function skippedDate(window: SupportWindow, span: Interval): string | null {
  const segments = clocks(window.zone, span);
  const { start, end } = shift(window);
  for (const [place, { from, offset }] of segments.entries()) {
    const before = segments[place - 1];
    if (!before) continue;
    const gap = { from: from + before.offset, to: from + offset };
    for (const day of [Math.floor(gap.from / DAY) - 1, Math.floor(gap.from / DAY)]) {
      const within = day * DAY + start >= gap.from && day * DAY + end <= gap.to;
      if (within && window.days.some((one) => one === weekdayOf(day))) return showDate(day);
    }
  }
  return null;
}

/** Whether the day of an exception is over in its zone: nothing comes of it any more, but for the tail of its evening. */
export function isOver({ zone, date }: Exception, now: Date): boolean {
  const day = readDate(date);
  return day !== null && day < dayAt(zone, minuteOf(now));
}
