import { DateTime, Interval } from 'luxon';
import type { SupportWindow } from '../src/domain/hours.ts';

/** The usual way: each window of each day converted to instants, merged, and taken from the week. */
export function gapsByLuxon(windows: readonly SupportWindow[], span: { from: number; to: number }): number {
  const [from, to] = [span.from, span.to].map((minute) => DateTime.fromMillis(minute * 60_000, { zone: 'utc' }));
  const week = Interval.fromDateTimes(from as DateTime, to as DateTime);
  const open: Interval[] = [];
  for (const { zone, days, start, end } of windows) {
    const first = (from as DateTime).setZone(zone).startOf('day').minus({ days: 1 });
    for (let place = 0; place < 9; place++) {
      const day = first.plus({ days: place });
      if (!days.some((one) => one === day.weekday)) continue;
      const ends = start < end ? day : day.plus({ days: 1 });
      const begin = day.set({ hour: Math.floor(start / 60), minute: start % 60 });
      const interval = Interval.fromDateTimes(begin, ends.set({ hour: Math.floor(end / 60), minute: end % 60 }));
      const part = interval.isValid ? interval.intersection(week) : null;
      if (part) open.push(part);
    }
  }
  return week.difference(...Interval.merge(open)).reduce((sum, gap) => sum + gap.length('minutes'), 0);
}
