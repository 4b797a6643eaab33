import { DateTime, IANAZone } from 'luxon';

/** An end of access lies within this many days. */
export const LONGEST_TIME_BOX = 366;

const DAY = 24 * 60 * 60_000;

/**
 * When a day such as `2026-03-31` is over in a zone: access that is given until then ends at that moment (A7). In a zone
 * that nobody knows, the day is UTC's. What is no day throws: taken for no end, it would give access for good.
 */
export function endOfDay(day: string, zone: string): Date {
  const start = DateTime.fromFormat(day, 'yyyy-MM-dd', { zone: IANAZone.isValidZone(zone) ? zone : 'utc' });
  if (!start.isValid) throw new RangeError('this is not a day');
  return start.plus({ days: 1 }).startOf('day').toJSDate();
}

/** Whether access with the first end lasts at least as long as access with the second; null is access without an end. */
export const outlasts = (one: Date | null, other: Date | null): boolean =>
  one === null || (other !== null && one >= other);

export type EndProblem = 'end-in-the-past' | 'end-too-far';

/** What is wrong with the moment at which access would end; null if nothing is. */
export function endProblem(endsAt: Date | null, now: Date): EndProblem | null {
  if (endsAt === null) return null;
  if (endsAt <= now) return 'end-in-the-past';
  return endsAt.getTime() - now.getTime() > LONGEST_TIME_BOX * DAY ? 'end-too-far' : null;
}
