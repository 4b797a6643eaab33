import { clocks } from '../src/domain/coverage/offset.ts';
import { zones } from '../src/domain/zone.ts';

const WEEK = 7 * 1440;

/** How often Intl is asked for a week of a zone that nobody asked for before: the most and the mean, over all zones. */
export function intlCalls(): { most: number; mean: number; weeks: number } {
  const original = Object.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, 'format') as PropertyDescriptor;
  let asked = 0;
  Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
    ...original,
    get(this: Intl.DateTimeFormat) {
      asked++;
      return original.get?.call(this);
    },
  });
  try {
    const counts: number[] = [];
    const first = Date.parse('1995-01-02T00:00Z') / 60_000;
    // Every sixth week of twelve years: each in blocks of its own, some with a clock change and most without.
    for (const zone of zones()) {
      for (let week = 0; week < 600; week += 6) {
        const from = first + week * WEEK + ((week * 997) % WEEK);
        asked = 0;
        clocks(zone, { from, to: from + WEEK });
        counts.push(asked);
      }
    }
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    return { most: Math.max(...counts), mean, weeks: counts.length };
  } finally {
    Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', original);
  }
}
