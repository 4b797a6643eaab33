import { WEEK } from '../wall-clock.ts';
import { covered, type Hours } from './coverage.ts';
import { type Interval, subtract } from './interval.ts';
import { type Clocks, clocks } from './offset.ts';
import type { Target } from './target.ts';

/** What becomes of the usual week when the clocks of some zones change. */
export interface ClockChange {
  /** The first UTC minute after the change. */
  at: number;
  /** Who changes, by the names that windows and target use, and by how many minutes forward; back is negative. */
  zones: { zone: string; by: number }[];
  /** The gaps of the week after that would be none if the clocks had stayed: nobody covers them any more. */
  darkens: Interval[];
  /** What is no gap in the week after, and would be one if the clocks had stayed. */
  lightens: Interval[];
}

/**
 * The clock changes of a span, in order, and what each alone does to the weekly windows against the target. Zones that
 * change at the same minute are one change. Exceptions and covered gaps are left out: they are of single dates.
 */
export function clockChanges({ windows }: Hours, target: Target, span: Interval): ClockChange[] {
  const zones = [...new Set([...windows, ...target].map(({ zone }) => zone))];
  const changes = new Map<number, ClockChange['zones']>();
  for (const zone of zones) {
    const segments = clocks(zone, span);
    for (const [place, { from, offset }] of segments.entries()) {
      const before = segments[place - 1];
      if (before) changes.set(from, [...(changes.get(from) ?? []), { zone, by: offset - before.offset }]);
    }
  }
  const ordered = [...changes].sort(([one], [other]) => one - other);
  return ordered.map(([at, zones]) => {
    const week = { from: at, to: at + WEEK };
    const dark = (held: Clocks) => subtract(covered({ windows: target }, week, held), covered({ windows }, week, held));
    const [before, after] = [dark(standingAt(at - 1)), dark(standingAt(at))];
    return { at, zones, darkens: subtract(after, before), lightens: subtract(before, after) };
  });
}

/** The clocks of all zones, held as they stand at a UTC minute. */
export const standingAt =
  (minute: number): Clocks =>
  (zone, span) =>
    clocks(zone, { from: minute, to: minute + 1 }).map(({ offset }) => ({ ...span, offset }));
