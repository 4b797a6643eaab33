import type { Interval } from '../../../src/domain/coverage/interval.ts';
import type { Exception } from '../../../src/domain/exception.ts';
import type { SupportWindow, Weekday } from '../../../src/domain/hours.ts';
import { wallClock } from './minute-by-minute.ts';

/** Weeks by chance: the same ones in every run. */

const DAY = 1440;
const WEEK = 7 * DAY;

export const ZONES = Intl.supportedValuesOf('timeZone');

export interface Week {
  windows: SupportWindow[];
  exceptions: Exception[];
  target: SupportWindow[];
  span: Interval;
}

export interface Chance {
  /** A whole number from 0 to below the limit. */
  below: (limit: number) => number;
  of: <T>(all: readonly T[]) => T;
}

/** Mulberry32 */
export function chance(seed: number): Chance {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { below, of: (all) => all[below(all.length)] as (typeof all)[number] };
}

/** The minutes at which the clocks of a zone change in a span; what comes and goes between two probes is missed. */
export function changesOf(zone: string, { from, to }: Interval, step = WEEK): number[] {
  const offset = (minute: number) => wallClock(zone, minute) - minute;
  const changes: number[] = [];
  let here = offset(from);
  for (let at = from; at < to; at += step) {
    const there = offset(at + step);
    if (there !== here) {
      let [low, high] = [at, at + step];
      while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        if (offset(middle) === here) low = middle;
        else high = middle;
      }
      changes.push(high);
    }
    here = there;
  }
  return changes;
}

/** A time of day, by preference one that is near the given one, and often a round one. */
function timeNear({ below, of }: Chance, minute: number): number {
  const near = below(3) === 0 ? below(DAY) : minute + below(241) - 120;
  const round = of([1, 1, 5, 15, 30, 60]);
  return (((Math.round(near / round) * round) % DAY) + DAY) % DAY;
}

const dateOf = (minute: number) => new Date(minute * 60_000).toISOString().slice(0, 10);

/** A week with a minute of interest in it: windows are likely to begin and end near it. */
export function weekAround(dice: Chance, zone: string, minute: number): Week {
  const { below, of } = dice;
  // At half of a 15-minute grid is nothing special: the span begins at any minute.
  const from = minute - below(WEEK);
  const local = wallClock(zone, minute);
  const times = () => {
    const [start, end] = [timeNear(dice, local % DAY), timeNear(dice, local % DAY)];
    return { start, end: end === 0 ? of([0, DAY]) : end };
  };
  const window = (): SupportWindow => {
    const days = ([1, 2, 3, 4, 5, 6, 7] as Weekday[]).filter(() => below(3) > 0);
    return { zone: below(8) === 0 ? of(ZONES) : zone, days: days.length > 0 ? days : [7], ...times() };
  };
  const exception = (): Exception => {
    const place = { zone, date: dateOf(local + (below(5) - 2) * DAY) };
    return below(2) === 0 ? { ...place, closed: true } : { ...place, ...times() };
  };
  const some = <T>(make: () => T, most: number) => Array.from({ length: below(most + 1) }, make);
  return {
    windows: [window(), ...some(window, 3)],
    exceptions: below(3) === 0 ? some(exception, 3) : [],
    target: below(4) === 0 ? [window(), ...some(window, 1)] : [],
    span: { from, to: from + WEEK },
  };
}
