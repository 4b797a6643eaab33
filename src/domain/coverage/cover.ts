import { holds } from '../access.ts';
import type { Account } from '../account.ts';
import type { Person } from '../person.ts';
import { WEEK } from '../wall-clock.ts';
import { type Interval, instantOf, minuteOf } from './interval.ts';
import { type Cover, coverInterval, hoursOf, type Plan, targetOf } from './plan.ts';
import { gaps } from './target.ts';

/** Nobody promises more at once, and nothing that lies further ahead. */
export const LONGEST_COVER = WEEK;
export const FURTHEST_COVER = 53 * WEEK;

export type CoverRefusal =
  | { reason: 'no-access' }
  /** It makes no sense, such as an end before its beginning: nobody was offered this. */
  | { reason: 'not-a-gap' }
  | { reason: 'over' }
  /** Somebody was faster. */
  | { reason: 'taken'; userId: string }
  /** Hours, target or exceptions have changed: it is covered anyhow, or no longer wanted. */
  | { reason: 'gone' };

export interface CoverAsk {
  by: Person;
  /** The gap as it was offered. */
  gap: Interval;
}

/**
 * May this member cover this gap (C4)? It has to be one still, whole and by the hours as they are now. What of it is over
 * already is left out.
 */
export function decideCover(
  account: Account,
  plan: Plan,
  { by, gap }: CoverAsk,
  now: Date,
): { kind: 'taken'; from: Date; to: Date } | { kind: 'refused'; refusal: CoverRefusal } {
  const refused = (refusal: CoverRefusal) => ({ kind: 'refused', refusal }) as const;
  if (!holds(account, by, 'viewer', now)) return refused({ reason: 'no-access' });
  const minute = minuteOf(now);
  if (!isOfferable(gap, minute)) return refused({ reason: 'not-a-gap' });
  if (gap.to <= minute) return refused({ reason: 'over' });
  const asked = { from: Math.max(gap.from, minute), to: gap.to };
  const other = plan.covers.find((cover) => overlap(coverInterval(cover), asked));
  if (other) return refused({ reason: 'taken', userId: other.userId });
  const [still] = gaps(hoursOf(account, plan), targetOf(account, plan), asked);
  if (!still || still.from !== asked.from || still.to !== asked.to) return refused({ reason: 'gone' });
  return { kind: 'taken', from: instantOf(asked.from), to: instantOf(asked.to) };
}

const isOfferable = ({ from, to }: Interval, minute: number): boolean =>
  Number.isSafeInteger(from) &&
  Number.isSafeInteger(to) &&
  from < to &&
  to - from <= LONGEST_COVER &&
  to <= minute + FURTHEST_COVER;

const overlap = (one: Interval, other: Interval): boolean => one.from < other.to && other.from < one.to;

export type ReturnRefusal = { reason: 'no-access' } | { reason: 'returned-already' } | { reason: 'not-yours' };

/** May this member give this cover back? Whoever took it, and admins, as long as it is not over. */
export function decideReturn(
  account: Account,
  { covers }: Pick<Plan, 'covers'>,
  { by, coverId }: { by: Person; coverId: string },
  now: Date,
): { kind: 'returned'; cover: Cover } | { kind: 'refused'; refusal: ReturnRefusal } {
  const refused = (refusal: ReturnRefusal) => ({ kind: 'refused', refusal }) as const;
  if (!holds(account, by, 'viewer', now)) return refused({ reason: 'no-access' });
  const cover = covers.find(({ id, to }) => id === coverId && to > now);
  if (!cover) return refused({ reason: 'returned-already' });
  if (!mayReturn(account, cover, by, now)) return refused({ reason: 'not-yours' });
  return { kind: 'returned', cover };
}

export const mayReturn = (account: Account, cover: Cover, by: Person, now: Date): boolean =>
  cover.userId === by.userId || holds(account, by, 'admin', now);
