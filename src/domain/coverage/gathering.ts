import type { Interval } from './interval.ts';

/** More minutes than a gathering's span may have. */
const LIMIT = 2 ** 20;

/** Intervals of a span on their way to a union, in any order. Only one gathering is made at a time. */
export interface Gathering {
  /** Adds what of a stretch lies in the span. */
  add(from: number, to: number): void;
  /** What was added, in order: what overlaps or touches is one. */
  union(): Interval[];
}

/**
 * Room for the stretches, used again and again. A year of fifteen windows is thousands of them: each is one number here,
 * so that there is nothing to collect as garbage, and no comparison to call.
 */
let room = new Float64Array(256);

export function gathering(span: Interval): Gathering {
  let count = 0;
  return {
    add(from, to) {
      const first = Math.max(from, span.from) - span.from;
      const last = Math.min(to, span.to) - span.from;
      if (first >= last) return;
      if (count === room.length) {
        const larger = new Float64Array(2 * count);
        larger.set(room);
        room = larger;
      }
      room[count++] = first * LIMIT + last;
    },
    union() {
      const union: Interval[] = [];
      let last: Interval | undefined;
      const stretches = room.subarray(0, count).sort();
      for (let place = 0; place < count; place++) {
        const stretch = stretches[place] as number;
        const first = Math.floor(stretch / LIMIT);
        const from = span.from + first;
        const to = span.from + stretch - first * LIMIT;
        if (!last || from > last.to) {
          last = { from, to };
          union.push(last);
        } else if (to > last.to) last.to = to;
      }
      return union;
    },
  };
}
