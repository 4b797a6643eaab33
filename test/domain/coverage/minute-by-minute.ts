import type { Interval } from '../../../src/domain/coverage/interval.ts';
import type { Exception } from '../../../src/domain/exception.ts';
import type { SupportWindow } from '../../../src/domain/hours.ts';

/**
 * time.md's rule, evaluated minute by minute and as it is written there: slow, plain, and with nothing of the domain but
 * its types. The wall clock is what Intl writes.
 */

const DAY = 1440;
const MINUTE_MS = 60_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    const [date, time] = [
      { year: 'numeric', month: '2-digit', day: '2-digit' } as const,
      { hour: '2-digit', minute: '2-digit' } as const,
    ];
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, hourCycle: 'h23', ...date, ...time });
    formats.set(zone, format);
  }
  return format;
}

/** What date and time the wall clock shows at a UTC minute, as minutes since its own 1970-01-01 00:00. */
export function wallClock(zone: string, minute: number): number {
  const shown = formatOf(zone).format(minute * MINUTE_MS);
  const [year, month, day, hour, minutes] = shown.split(/[- :]/).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return Date.UTC(year, month - 1, day, hour, minutes) / MINUTE_MS;
}

/**
 * The wall clock at every minute of a span. Where it advances by as much as time does over a day, then over two hours,
 * then over a quarter of an hour, it is taken to tick in between; everywhere else every minute is asked for.
 */
export function wallClocks(zone: string, { from, to }: Interval): Int32Array {
  const shown = new Int32Array(to - from);
  const fill = (start: number, end: number, first: number, [step = 0, ...finer]: readonly number[]) => {
    let here = first;
    for (let at = start; at < end; at += step) {
      const next = Math.min(at + step, end);
      const there = next < to ? wallClock(zone, next) : wallClock(zone, to);
      if (there - here === next - at || step === 1) {
        for (let minute = at; minute < next; minute++) shown[minute - from] = here + minute - at;
      } else fill(at, next, here, finer);
      here = there;
    }
  };
  fill(from, to, wallClock(zone, from), [1440, 120, 15, 1]);
  return shown;
}

interface Day {
  /** What starts on the date, and what started on the date before. */
  today: { start: number; end: number }[];
  yesterday: { start: number; end: number }[];
}

const weekday = (day: number) => new Date(day * DAY * MINUTE_MS).getUTCDay() || 7;
const dateOf = (day: number) => new Date(day * DAY * MINUTE_MS).toISOString().slice(0, 10);

/** What starts on a local date. */
function startsOn(day: number, windows: readonly SupportWindow[], exceptions: readonly Exception[]) {
  const special = exceptions.filter(({ date }) => date === dateOf(day));
  if (special.some((exception) => 'closed' in exception)) return [];
  if (special.length > 0) return special.flatMap((exception) => ('closed' in exception ? [] : [exception]));
  return windows.filter(({ days }) => days.some((one) => one === weekday(day)));
}

function inWindow({ today, yesterday }: Day, minute: number): boolean {
  for (const { start, end } of today) {
    if (start < end ? start <= minute && minute < end : minute >= start) return true;
  }
  for (const { start, end } of yesterday) if (start >= end && minute < end) return true;
  return false;
}

/** For every minute of a span, 1 if it is covered. Zones are compared by name. */
export function minuteByMinute(
  windows: readonly SupportWindow[],
  exceptions: readonly Exception[],
  span: Interval,
): Uint8Array {
  const covered = new Uint8Array(span.to - span.from);
  for (const zone of new Set([...windows, ...exceptions].map((one) => one.zone))) {
    const own = <T extends { zone: string }>(all: readonly T[]) => all.filter((one) => one.zone === zone);
    const [ownWindows, ownExceptions] = [own(windows), own(exceptions)];
    const shown = wallClocks(zone, span);
    let number = Number.NaN;
    let day: Day = { today: [], yesterday: [] };
    for (let place = 0; place < shown.length; place++) {
      const minute = shown[place] as number;
      if (Math.floor(minute / DAY) !== number) {
        number = Math.floor(minute / DAY);
        const today = startsOn(number, ownWindows, ownExceptions);
        day = { today, yesterday: startsOn(number - 1, ownWindows, ownExceptions) };
      }
      if (inWindow(day, minute - number * DAY)) covered[place] = 1;
    }
  }
  return covered;
}
