import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gathering } from '../../../src/domain/coverage/gathering.ts';
import { append, cut, type Interval, length, longest, subtract } from '../../../src/domain/coverage/interval.ts';
import { frozen } from '../build.ts';

const SPAN = { from: 100, to: 200 };

/** `110–120 130–140` */
const read = (text: string): Interval[] =>
  (text.match(/\d+–\d+/g) ?? []).map((part) => {
    const [from, to] = part.split('–').map(Number) as [number, number];
    return { from, to };
  });
const show = (intervals: readonly Interval[]) => intervals.map(({ from, to }) => `${from}–${to}`).join(' ');

const gathered = (intervals: readonly Interval[]): Interval[] => {
  const found = gathering(SPAN);
  for (const { from, to } of intervals) found.add(from, to);
  return found.union();
};

const intervals = fc
  .array(fc.tuple(fc.integer({ min: 90, max: 210 }), fc.integer({ min: 0, max: 30 })), { maxLength: 12 })
  .map((all) => all.map(([from, minutes]) => ({ from, to: from + minutes })));

/** The minutes of the span that are in intervals. */
const minutes = (all: readonly Interval[]) =>
  Array.from({ length: 100 }, (_, place) => all.some(({ from, to }) => from <= 100 + place && 100 + place < to));

describe('a union', () => {
  it.each([
    ['keeps what is apart', '110–120 130–140', '110–120 130–140'],
    ['puts it in order', '130–140 110–120', '110–120 130–140'],
    ['joins what touches', '110–120 120–130', '110–130'],
    ['joins what overlaps', '110–125 120–130', '110–130'],
    ['takes in what lies within', '110–150 120–130', '110–150'],
    ['takes what is there twice once', '110–120 110–120', '110–120'],
    ['ends at the bounds of the span', '50–110 190–300', '100–110 190–200'],
    ['leaves out what is empty or outside', '110–110 50–100 200–250', ''],
  ])('C1: %s', (_, text, expected) => {
    expect(show(gathered(read(text)))).toBe(expected);
  });

  it('C1: has the minutes that any of its parts has, thousands of them as well', () => {
    fc.assert(
      fc.property(intervals, (all) => {
        expect(minutes(gathered(all))).toEqual(minutes(all));
      }),
    );
    const many = Array.from({ length: 5_000 }, (_, place) => ({ from: 199 - (place % 100), to: 200 - (place % 100) }));
    expect(show(gathered(many))).toBe('100–200');
  });

  it.each([
    ['110–120', '120–130', '110–130'],
    ['110–120', '121–130 140–150', '110–120 121–130 140–150'],
    ['', '121–130', '121–130'],
    ['110–120', '', '110–120'],
  ])('C1: of %s goes on with %s', (first, next, expected) => {
    const union = read(first);
    append(union, read(next));
    expect(show(union)).toBe(expected);
  });
});

describe('intervals', () => {
  it.each([
    ['110–150', '120–130', '110–120 130–150'],
    ['110–150', '100–120', '120–150'],
    ['110–150', '140–160', '110–140'],
    ['110–150', '110–150', ''],
    ['110–150', '100–200', ''],
    ['110–150', '150–160', '110–150'],
    ['110–150', '100–110', '110–150'],
    ['110–120 130–140', '115–135', '110–115 135–140'],
    ['110–120 130–140', '100–112 118–132', '112–118 132–140'],
    ['110–150', '', '110–150'],
    ['', '110–150', ''],
  ])('C1: %s without %s are %s', (whole, taken, left) => {
    expect(show(subtract(frozen(read(whole)), frozen(read(taken))))).toBe(left);
  });

  it('C1: without others have the minutes that only they have', () => {
    fc.assert(
      fc.property(intervals, intervals, (one, other) => {
        const [whole, taken] = [gathered(one), gathered(other)];
        const expected = minutes(whole).map((inside, place) => inside && !minutes(taken)[place]);
        expect(minutes(subtract(whole, taken))).toEqual(expected);
      }),
    );
  });

  it.each([
    ['110–190', [100, 120, 150, 200], ['110–120', '120–150', '150–190']],
    ['110–120 130–140', [100, 125, 200], ['110–120', '130–140']],
    ['110–120 130–140', [120, 130, 140], ['', '130–140']],
    ['110–120 130–140', [115, 135], ['115–120 130–135']],
    ['', [100, 120, 140], ['', '']],
  ])('C3: %s, cut at %j, are %j', (union, bounds, expected) => {
    expect(cut(frozen(read(union)), bounds).map(show)).toEqual(expected);
  });

  it('C3: have a longest one, of equals the first, and a length', () => {
    expect(longest(read('110–120 130–150 160–180'))).toEqual({ from: 130, to: 150 });
    expect(longest([])).toBeNull();
    expect(length(read('110–120 130–150'))).toBe(30);
  });
});
