import { describe, expect, it } from 'vitest';
import { covered } from '../../../src/domain/coverage/coverage.ts';
import { type Interval, instantOf } from '../../../src/domain/coverage/interval.ts';
import { gaps } from '../../../src/domain/coverage/target.ts';
import { openness } from '../../../src/domain/openness.ts';
import { minute } from './hours.ts';
import { minuteByMinute } from './minute-by-minute.ts';
import { chance, changesOf, type Week, weekAround, ZONES } from './weeks.ts';

const YEARS = { from: minute('1990-01-01T00:00Z'), to: minute('2038-01-01T00:00Z') };
const WEEKS = 20_000;

/** For every minute of a span, 1 if an interval has it; intervals that are no union in order are refused. */
function spread(intervals: readonly Interval[], span: Interval): Uint8Array {
  const minutes = new Uint8Array(span.to - span.from);
  let last = span.from - 1;
  for (const { from, to } of intervals) {
    if (from <= last || to <= from || to > span.to) throw new Error('These intervals are no union in order.');
    minutes.fill(1, from - span.from, to - span.from);
    last = to;
  }
  return minutes;
}

const same = (one: Uint8Array, other: Uint8Array) => Buffer.compare(one, other) === 0;

/** What is wrong with the domain's answers about a week; null: nothing. */
function differs({ windows, exceptions, target, span }: Week, at: number): string | null {
  const expected = minuteByMinute(windows, exceptions, span);
  if (!same(spread(covered({ windows, exceptions }, span), span), expected)) return 'coverage';
  if (target.length > 0) {
    const dark = minuteByMinute(target, [], span).map((wanted, place) => (wanted && !expected[place] ? 1 : 0));
    if (!same(spread(gaps({ windows, exceptions }, target, span), span), dark)) return 'gaps';
  }
  // Whether it is open at a minute, and when that changes, if it does within the week.
  const now = at - span.from;
  const open = expected[now] === 1;
  const change = expected.indexOf(open ? 0 : 1, now);
  const answer = openness(windows, instantOf(at), exceptions);
  const next = answer.open ? answer.closes : answer.opens;
  const right =
    change < 0 ? (next?.getTime() ?? Infinity) >= span.to * 60_000 : next?.getTime() === (span.from + change) * 60_000;
  return answer.open === open && right ? null : 'openness';
}

describe('coverage, against an evaluation minute by minute', () => {
  const dice = chance(20_260_329);
  const changes = ZONES.flatMap((zone) => changesOf(zone, YEARS).map((at) => ({ zone, at })));

  it('knows every zone, and their clock changes of 48 years', () => {
    expect(ZONES.length).toBeGreaterThan(400);
    expect(changes.length).toBeGreaterThan(10_000);
  });

  it('C1 C2 R13: is the same around every clock change, and in weeks without one', { timeout: 300_000 }, () => {
    const wrong: string[] = [];
    const check = (zone: string, at: number) => {
      const week = weekAround(dice, zone, at);
      const difference = differs(week, at);
      if (difference) wrong.push(`${difference} at ${instantOf(at).toISOString()}: ${JSON.stringify(week)}`);
    };
    for (const { zone, at } of changes) check(zone, at);
    const usual = Math.max(2_000, WEEKS - changes.length);
    for (let week = 0; week < usual; week++) {
      check(ZONES[week % ZONES.length] as string, YEARS.from + dice.below(YEARS.to - YEARS.from));
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(changes.length + usual).toBeGreaterThanOrEqual(WEEKS);
  });
});
