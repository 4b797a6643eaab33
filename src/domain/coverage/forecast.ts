import { weekStarts } from './calendar.ts';
import { covered, type Hours } from './coverage.ts';
import { cut, type Interval, longest, minuteOf, subtract } from './interval.ts';
import { type Measure, measure, type Target, wanted } from './target.ts';

/** With several zones the gaps differ from week to week: a year of them, and one more. */
export const WEEKS_AHEAD = 53;

export interface Forecast {
  /** The whole of this week, also the days that are over. */
  thisWeek: Measure;
  /** The 53 weeks after it. */
  weeks: Measure[];
  /** The one of them that keeps the least of its target; of equals the first. */
  worst: Measure;
  /** The longest gap from now to the end of those weeks, whatever weeks it touches. */
  longest: Interval | null;
}

/** What of the target is kept this week and in the coming year, by the weeks of the reader's zone. */
export function forecast(hours: Hours, target: Target, zone: string, now: Date): Forecast {
  const minute = minuteOf(now);
  const bounds = weekStarts(zone, minute, WEEKS_AHEAD + 1);
  const span = { from: bounds[0] as number, to: bounds.at(-1) as number };
  const all = wanted(target, span);
  const dark = subtract(all, covered(hours, span));
  const darkByWeek = cut(dark, bounds);
  const [thisWeek, ...weeks] = cut(all, bounds).map((part, week) =>
    measure({ from: bounds[week] as number, to: bounds[week + 1] as number }, part, darkByWeek[week] as Interval[]),
  ) as [Measure, ...Measure[]];
  const ahead = cut(dark, [minute, span.to])[0] as Interval[];
  return { thisWeek, weeks, worst: weeks.reduce(worse), longest: longest(ahead) };
}

/** By the part of the target that is dark, in whole numbers. */
const worse = (one: Measure, other: Measure): Measure =>
  other.dark * one.wanted > one.dark * other.wanted ? other : one;
