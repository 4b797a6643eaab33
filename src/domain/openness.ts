import { covered } from './coverage/coverage.ts';
import { type Interval, instantOf, minuteOf } from './coverage/interval.ts';
import type { Exception } from './exception.ts';
import type { SupportWindow } from './hours.ts';
import { DAY, WEEK } from './wall-clock.ts';

/** Whether support is open, and when that changes next; null: not within 53 weeks. */
export type Openness = { open: true; closes: Date | null } | { open: false; opens: Date | null };

const HORIZON = 53 * WEEK;

/** How far to look ahead: mostly the answer lies in the coming week, the day after included. */
const LOOKS = [8 * DAY, HORIZON];

/** Is support open now, and when does it next open or close? `covers` are gaps that a person has taken on. */
export function openness(
  windows: readonly SupportWindow[],
  now: Date,
  exceptions: readonly Exception[] = [],
  covers: readonly Interval[] = [],
): Openness {
  const minute = minuteOf(now);
  let answer: Openness = { open: false, opens: null };
  for (const ahead of LOOKS) {
    const to = minute + ahead;
    const [first] = covered({ windows, exceptions, covers }, { from: minute, to });
    if (!first) continue;
    if (first.from > minute) return { open: false, opens: instantOf(first.from) };
    if (first.to < to) return { open: true, closes: instantOf(first.to) };
    answer = { open: true, closes: null };
  }
  return answer;
}
