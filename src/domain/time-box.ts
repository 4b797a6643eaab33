import { DateTime } from 'luxon';

/** An end of access lies within this many days. */
export const LONGEST_TIME_BOX = 366;

const DAY = 24 * 60 * 60_000;

/** When a day such as `2026-03-31` is over in a zone: access that is given until then ends at that moment (A7). */
export function endOfDay(day: string, zone: string): Date | null {
  const start = DateTime.fromFormat(day, 'yyyy-MM-dd', { zone });
  return start.isValid ? start.plus({ days: 1 }).startOf('day').toJSDate() : null;
}

export type EndProblem = 'end-in-the-past' | 'end-too-far';

/** What is wrong with the moment at which access would end; null if nothing is. */
export function endProblem(endsAt: Date | null, now: Date): EndProblem | null {
  if (endsAt === null) return null;
  if (endsAt <= now) return 'end-in-the-past';
  return endsAt.getTime() - now.getTime() > LONGEST_TIME_BOX * DAY ? 'end-too-far' : null;
}
