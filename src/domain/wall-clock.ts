/** Wall-clock time as whole numbers: minutes of a local day, and local days counted from 1970-01-01. No zone, no UTC. */

export const DAY = 24 * 60;
export const WEEK = 7 * DAY;

const DAY_MS = 86_400_000;

/** The day of a date such as `2026-03-29`; null if there is no such date. */
export function readDate(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const instant = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(instant)) return null;
  const day = instant / DAY_MS;
  // Some calendars are read generously: 30 February would be 2 March.
  return showDate(day) === text ? day : null;
}

export const showDate = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** ISO weekday of a day: Monday is 1. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** A stretch of wall-clock time in minutes after the midnight that begins its day; `end` may lie on the next day. */
export interface Shift {
  start: number;
  end: number;
}

/** From a start to an end on the clock: an end that is not after the start is on the next day (equal: 24 hours). */
export const shift = ({ start, end }: Shift): Shift => ({ start, end: start < end ? end : end + DAY });
