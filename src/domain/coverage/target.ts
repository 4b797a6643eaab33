import { DAYS, type SupportWindow } from '../hours.ts';
import { DAY } from '../wall-clock.ts';
import { covered, type Hours } from './coverage.ts';
import { type Interval, length, longest, subtract } from './interval.ts';

/**
 * The hours in which an account wants support to be there. What it closes by design it leaves out here; an exception of
 * its support, such as a holiday, does not change what is wanted.
 */
export type Target = readonly SupportWindow[];

export const ALWAYS: Target = [{ zone: 'UTC', days: DAYS, start: 0, end: DAY }];

/** The UTC minutes of a span in which support is wanted. */
export const wanted = (target: Target, span: Interval): Interval[] => covered({ windows: target }, span);

/** The UTC minutes of a span in which support is wanted but not there. */
export const gaps = (hours: Hours, target: Target, span: Interval): Interval[] =>
  subtract(wanted(target, span), covered(hours, span));

/** How much of the target a span keeps. */
export interface Measure {
  span: Interval;
  /** Minutes in which support is wanted. */
  wanted: number;
  gaps: Interval[];
  /** Minutes of the gaps. */
  dark: number;
  /** The part of the target that is covered, in whole percent: 100 only if there is no gap, 0 only if all is a gap. */
  percent: number;
  /** The longest gap, of equals the first. */
  longest: Interval | null;
}

/** Measures a span, given what of it is wanted and what of that is not covered. */
export function measure(span: Interval, wanted: readonly Interval[], gaps: Interval[]): Measure {
  const [all, dark] = [length(wanted), length(gaps)];
  return { span, wanted: all, gaps, dark, percent: percentOf(all, dark), longest: longest(gaps) };
}

function percentOf(wanted: number, dark: number): number {
  if (dark === 0) return 100;
  if (dark === wanted) return 0;
  return Math.min(99, Math.max(1, Math.round((100 * (wanted - dark)) / wanted)));
}
