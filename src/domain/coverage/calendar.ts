import { DAY, weekdayOf } from '../wall-clock.ts';
import type { Interval } from './interval.ts';
import { clocks } from './offset.ts';

/** The local day that a UTC minute belongs to. */
export const dayAt = (zone: string, minute: number): number => wallClockAt(zone, minute).day;

/** What a zone's calendar and wall clock show at a UTC minute: the day, and the minutes since its midnight. */
export function wallClockAt(zone: string, minute: number): { day: number; clock: number } {
  const [{ offset } = { offset: 0 }] = clocks(zone, { from: minute, to: minute + 1 });
  const day = Math.floor((minute + offset) / DAY);
  return { day, clock: minute + offset - day * DAY };
}

/** The first UTC minute at which a zone's calendar shows a day or, where the zone left that day out, a later one. */
export function startOf(zone: string, day: number): number {
  // No clock is two days away from UTC.
  const around = { from: (day - 2) * DAY, to: (day + 2) * DAY };
  for (const { from, to, offset } of clocks(zone, around)) {
    const begins = Math.max(from, day * DAY - offset);
    if (begins < to) return begins;
  }
  return around.to;
}

/** The Mondays at which a zone's weeks begin: this week's, and as many more as are asked for. */
export function weekStarts(zone: string, minute: number, more: number): number[] {
  const today = dayAt(zone, minute);
  const monday = today - weekdayOf(today) + 1;
  return Array.from({ length: more + 1 }, (_, week) => startOf(zone, monday + 7 * week));
}

/** The week of a zone, Monday to Sunday, that a UTC minute belongs to. */
export function weekOf(zone: string, minute: number): Interval {
  const [from, to] = weekStarts(zone, minute, 1) as [number, number];
  return { from, to };
}
