import { describe, expect, it } from 'vitest';
import { covered } from '../../src/domain/coverage/coverage.ts';
import { weeklyMinutes } from '../../src/domain/coverage/days-ahead.ts';
import { minuteOf } from '../../src/domain/coverage/interval.ts';
import { hoursFindings, isOver } from '../../src/domain/hours-finding.ts';
import { presetWindows, sunZones } from '../../src/domain/hours-preset.ts';
import { WEEK } from '../../src/domain/wall-clock.ts';
import { zones } from '../../src/domain/zone.ts';
import { supportWindow } from './build.ts';

const NOW = new Date('2026-03-02T12:00:00Z');
const year = (now: Date) => ({ from: minuteOf(now), to: minuteOf(now) + 52 * WEEK });

describe('a preset', () => {
  it.each([
    ['always', [{ zone: 'Asia/Kathmandu', days: [1, 2, 3, 4, 5, 6, 7], start: 0, end: 0 }], 7 * 24 * 60],
    ['weekdays', [{ zone: 'Asia/Kathmandu', days: [1, 2, 3, 4, 5], start: 540, end: 1080 }], 45 * 60],
  ] as const)('R13: “%s” is in the zone of whoever chooses it', (preset, windows, minutes) => {
    expect(presetWindows(preset, 'Asia/Kathmandu', NOW)).toEqual(windows);
    expect(weeklyMinutes({ windows }, NOW)).toBe(minutes);
  });

  it.each([
    ['America/Sao_Paulo', 'Pacific/Auckland', 'Asia/Kolkata'],
    ['Europe/London', 'America/Los_Angeles', 'Asia/Singapore'],
    ['America/New_York', 'Australia/Sydney', 'Africa/Nairobi'],
    ['Asia/Tokyo', 'Europe/Berlin', 'America/Denver'],
  ])('R13: “follow the sun” from %s goes on to %s and %s', (here, next, last) => {
    expect(sunZones(here, NOW)).toEqual([here, next, last]);
  });

  it.each([
    ['2026-01-10T00:00:00Z', 0],
    ['2026-07-10T00:00:00Z', 1],
  ])(
    'R13, C1: “follow the sun” leaves no minute of the year uncovered, from every other zone, chosen at %s',
    (at, rest) => {
      const now = new Date(at);
      for (const zone of zones().filter((_, place) => place % 2 === rest)) {
        const windows = presetWindows('sun', zone, now);
        expect([zone, covered({ windows }, year(now))]).toEqual([zone, [year(now)]]);
        expect(windows.map(({ start }) => start)).toEqual([540, 540, 540]);
      }
    },
  );
});

describe('what is odd about hours', () => {
  const late = supportWindow({ end: 1439 });
  const overnight = supportWindow({ days: [1, 2, 3, 4, 5], start: 1380, end: 120 });

  it.each([
    ['nothing about office hours', [supportWindow()], []],
    ['23:59 as an end', [supportWindow({ end: 1080, days: [6] }), late], [{ kind: 'minute', windows: [1] }]],
    ['not 23:59 where somebody else has that minute', [late, overnight], []],
    ['not 24:00 as an end', [supportWindow({ end: 0 }), supportWindow({ days: [7], end: 1440 })], []],
    [
      'a window without a day, which never comes',
      [supportWindow(), supportWindow({ days: [] })],
      [{ kind: 'never', window: 1 }],
    ],
    [
      'a window that the clocks jump over once a year',
      [supportWindow({ days: [7], start: 130, end: 170 })],
      [{ kind: 'skipped', window: 0, date: '2026-03-08' }],
    ],
    ['not one on another day', [supportWindow({ days: [6], start: 130, end: 170 })], []],
    [
      'the later of two that are the same',
      [late, late].map((one) => ({ ...one, end: 1000 })),
      [{ kind: 'nothing-new', window: 1 }],
    ],
    [
      'a window within another, in another zone',
      [supportWindow({ zone: 'Europe/Lisbon', start: 600, end: 660 }), supportWindow({ zone: 'Europe/London' })],
      [{ kind: 'nothing-new', window: 0 }],
    ],
    [
      'not one that adds an hour for two weeks of the year',
      [supportWindow({ start: 540, end: 1020 }), supportWindow({ zone: 'Europe/London', start: 840, end: 1320 })],
      [],
    ],
  ] as const)('R13, C1: is %s', (_, windows, expected) => {
    expect(hoursFindings(windows, NOW)).toEqual(expected);
  });

  it('C2: is an exception whose day is over in its zone', () => {
    const closed = (zone: string, date: string) => ({ zone, date, closed: true as const });
    expect(isOver(closed('Asia/Tokyo', '2026-03-01'), NOW)).toBe(true);
    expect(isOver(closed('Asia/Tokyo', '2026-03-02'), NOW)).toBe(false);
    const evening = new Date('2026-03-02T16:00:00Z');
    expect(isOver(closed('Asia/Tokyo', '2026-03-02'), evening)).toBe(true);
    expect(isOver(closed('America/New_York', '2026-03-02'), evening)).toBe(false);
  });
});
