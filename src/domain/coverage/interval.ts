/** A half-open stretch of whole UTC minutes, counted from 1970-01-01T00:00Z. */
export interface Interval {
  from: number;
  to: number;
}

const MINUTE_MS = 60_000;

/** The UTC minute that an instant lies in. */
export const minuteOf = (instant: Date): number => Math.floor(instant.getTime() / MINUTE_MS);

/** The instant at which a UTC minute begins. */
export const instantOf = (minute: number): Date => new Date(minute * MINUTE_MS);

/** Adds a union that begins where another ends, or later. */
export function append(union: Interval[], next: readonly Interval[]): void {
  for (const interval of next) {
    const last = union.at(-1);
    if (last && interval.from <= last.to) last.to = interval.to;
    else union.push(interval);
  }
}

/** What is in the first but not in the second. Both have to be unions. */
export function subtract(whole: readonly Interval[], taken: readonly Interval[]): Interval[] {
  const left: Interval[] = [];
  let place = 0;
  for (const { from, to } of whole) {
    let start = from;
    while (place < taken.length && (taken[place] as Interval).to <= start) place++;
    for (let next = place; start < to; next++) {
      const other = taken[next];
      if (!other || other.from >= to) {
        left.push({ from: start, to });
        break;
      }
      if (other.from > start) left.push({ from: start, to: other.from });
      start = Math.max(start, other.to);
    }
  }
  return left;
}

/** A union, cut at bounds in ascending order: the parts between each bound and the next. */
export function cut(union: readonly Interval[], bounds: readonly number[]): Interval[][] {
  let place = 0;
  return bounds.slice(1).map((to, index) => {
    const from = bounds[index] as number;
    const parts: Interval[] = [];
    for (; place < union.length; place++) {
      const interval = union[place] as Interval;
      if (interval.from >= to) break;
      const whole = interval.from >= from && interval.to <= to;
      if (whole) parts.push(interval);
      else if (interval.to > from) parts.push({ from: Math.max(interval.from, from), to: Math.min(interval.to, to) });
      // The rest of it is in the next part.
      if (interval.to > to) break;
    }
    return parts;
  });
}

/** The longest interval, of equals the first; null if there is none. */
export const longest = (intervals: readonly Interval[]): Interval | null =>
  intervals.reduce<Interval | null>(
    (most, one) => (most && most.to - most.from >= one.to - one.from ? most : one),
    null,
  );

/** Minutes in a union. */
export const length = (union: readonly Interval[]): number => union.reduce((sum, { from, to }) => sum + to - from, 0);
