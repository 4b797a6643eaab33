import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clocks, zoneId } from '../../../src/domain/coverage/offset.ts';
import { minute, show, span } from './hours.ts';
import { wallClock } from './minute-by-minute.ts';
import { chance, changesOf, ZONES } from './weeks.ts';

const WEEK = 7 * 1440;

const original = Object.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, 'format') as PropertyDescriptor;
let asked = 0;

beforeEach(() => {
  asked = 0;
  Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
    ...original,
    get(this: Intl.DateTimeFormat) {
      asked++;
      return original.get?.call(this);
    },
  });
});

afterEach(() => {
  Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', original);
});

describe('the clocks of a zone', () => {
  it.each([
    [
      'Europe/Berlin',
      '2026-03-01T00:00Z/2026-04-01T00:00Z',
      ['2026-03-01T00:00Z/2026-03-29T01:00Z +60', '2026-03-29T01:00Z/2026-04-01T00:00Z +120'],
    ],
    ['Europe/Berlin', '2026-03-29T01:00Z/01:01Z', ['2026-03-29T01:00Z/01:01Z +120']],
    ['Europe/Berlin', '2026-03-29T00:59Z/01:00Z', ['2026-03-29T00:59Z/01:00Z +60']],
    [
      'Australia/Lord_Howe',
      '2026-04-04T00:00Z/2026-04-05T00:00Z',
      ['2026-04-04T00:00Z/15:00Z +660', '2026-04-04T15:00Z/2026-04-05T00:00Z +630'],
    ],
    ['Pacific/Apia', '2011-12-30T00:00Z/20:00Z', ['2011-12-30T00:00Z/10:00Z -600', '2011-12-30T10:00Z/20:00Z +840']],
    ['Asia/Kathmandu', '2026-01-01T00:00Z/2027-01-01T00:00Z', ['2026-01-01T00:00Z/2027-01-01T00:00Z +345']],
    // A summer time of one week.
    [
      'America/Recife',
      '2000-10-01T00:00Z/2000-11-01T00:00Z',
      [
        '2000-10-01T00:00Z/2000-10-08T03:00Z -180',
        '2000-10-08T03:00Z/2000-10-15T02:00Z -120',
        '2000-10-15T02:00Z/2000-11-01T00:00Z -180',
      ],
    ],
    // From 44 minutes and 30 seconds behind to none, at half past a minute.
    ['Africa/Monrovia', '1972-01-07T00:00Z/02:00Z', ['1972-01-07T00:00Z/00:45Z -45', '1972-01-07T00:45Z/02:00Z +0']],
    // Two changes within ten days, and no way back.
    [
      'Europe/Simferopol',
      '1944-03-30T00:00Z/1944-04-30T00:00Z',
      [
        '1944-03-30T00:00Z/1944-04-03T01:00Z +60',
        '1944-04-03T01:00Z/1944-04-12T22:00Z +120',
        '1944-04-12T22:00Z/1944-04-30T00:00Z +180',
      ],
    ],
  ])('C1: are right in %s, %s', (zone, text, expected) => {
    const found = clocks(zone, span(text)).map(
      (segment) => `${show([segment])[0]} ${segment.offset < 0 ? '' : '+'}${segment.offset}`,
    );
    expect(found).toEqual(expected);
  });

  it('C1: are asked of Intl 40 times at the most for a week, in every zone and around every change', {
    timeout: 120_000,
  }, () => {
    const dice = chance(1);
    const counts = ZONES.flatMap((zone) => {
      const changes = changesOf(zone, { from: minute('2000-01-01T00:00Z'), to: minute('2012-01-01T00:00Z') });
      return changes.map((at) => {
        const from = at - dice.below(WEEK);
        asked = 0;
        clocks(zone, { from, to: from + WEEK });
        return asked;
      });
    });
    expect(counts.length).toBeGreaterThan(3_000);
    expect(Math.max(...counts)).toBeLessThanOrEqual(40);
    expect(Math.max(...counts)).toBeGreaterThan(10);
  });

  it('C1: are not asked of Intl again', () => {
    const year = span('2026-01-01T00:00Z/2027-01-01T00:00Z');
    clocks('Europe/Madrid', year);
    asked = 0;
    clocks('Europe/Madrid', { from: year.from + 77, to: year.to - 77 });
    expect(asked).toBe(0);
  });

  it('C1: stay right when more is asked for than is kept', { timeout: 120_000 }, () => {
    const centuries = span('1000-01-01T00:00Z/3600-01-01T00:00Z');
    const far = clocks('Africa/Lagos', centuries);
    expect(far.at(-1)).toMatchObject({ to: centuries.to, offset: 60 });
    asked = 0;
    const early = clocks('Africa/Lagos', span('1000-01-01T00:00Z/1001-01-01T00:00Z'));
    expect(early.map(({ offset }) => offset)).toEqual([far[0]?.offset]);
    expect(asked).toBeGreaterThan(100);
    const week = span('2026-03-25T00:00Z/2026-04-01T00:00Z');
    expect(clocks('Europe/Berlin', week).map(({ offset }) => offset)).toEqual([60, 120]);
  });

  it('C1: are the same by every name and in any order of asking', () => {
    expect(zoneId('Asia/Kolkata')).toBe(zoneId('Asia/Calcutta'));
    const dice = chance(2);
    for (let round = 0; round < 500; round++) {
      const zone = dice.of(['America/New_York', 'US/Eastern', 'Europe/Dublin', 'Africa/Casablanca']);
      const from = minute('2024-01-01T00:00Z') + dice.below(100 * WEEK);
      const at = from + dice.below(WEEK);
      const there = clocks(zone, { from, to: from + WEEK }).find((segment) => segment.to > at);
      expect(there?.offset).toBe(wallClock(zone, at) - at);
    }
  });
});
