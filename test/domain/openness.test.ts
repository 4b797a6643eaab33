import { describe, expect, it } from 'vitest';
import type { Exception } from '../../src/domain/exception.ts';
import type { SupportWindow } from '../../src/domain/hours.ts';
import { openness } from '../../src/domain/openness.ts';
import { supportWindow } from './build.ts';

const HOUR = 60;
const at = (instant: string) => new Date(instant);
const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;

const office: SupportWindow[] = [supportWindow()];
const always: SupportWindow[] = [supportWindow({ days: DAYS, start: 0, end: 24 * HOUR })];
const lunch = [supportWindow({ end: 12 * HOUR }), supportWindow({ start: 13 * HOUR })];
const relay = [supportWindow({ zone: 'Europe/Berlin', end: 15 * HOUR }), supportWindow()];
const night = [supportWindow({ start: 22 * HOUR, end: 6 * HOUR })];
const everyNight = [supportWindow({ days: DAYS, start: 22 * HOUR, end: 6 * HOUR })];
const closed = (date: string): Exception => ({ zone: 'America/New_York', date, closed: true });
const special = (date: string, start: number, end: number): Exception => ({
  ...{ zone: 'America/New_York', date, start: start * HOUR, end: end * HOUR },
});

describe('openness', () => {
  it.each<[string, SupportWindow[], string, 'closes' | 'opens', string | null, Exception[]?]>([
    // What, the windows (New York, Monday to Friday 09–18 unless said otherwise), now, what comes next and when.
    ['in the morning', office, '2026-11-24T13:59Z', 'opens', '2026-11-24T14:00Z'],
    ['as the window begins', office, '2026-11-24T14:00Z', 'closes', '2026-11-24T23:00Z'],
    ['in its last second', office, '2026-11-24T22:59:59.999Z', 'closes', '2026-11-24T23:00Z'],
    ['as the window ends', office, '2026-11-24T23:00Z', 'opens', '2026-11-25T14:00Z'],
    ['on a weekend before the clocks go forward', office, '2026-03-07T12:00Z', 'opens', '2026-03-09T13:00Z'],
    ['before a pause', lunch, '2026-11-24T16:59Z', 'closes', '2026-11-24T17:00Z'],
    ['in a pause', lunch, '2026-11-24T17:00Z', 'opens', '2026-11-24T18:00Z'],
    ['when one zone hands over to the next', relay, '2026-11-24T08:00Z', 'closes', '2026-11-24T23:00Z'],
    ['in the weeks when the zones do not meet', relay, '2026-10-28T08:00Z', 'closes', '2026-10-28T22:00Z'],
    ['after midnight of a window that began on Friday', night, '2026-03-07T05:00Z', 'closes', '2026-03-07T11:00Z'],
    ['in a night that the clocks make shorter', everyNight, '2026-03-08T04:00Z', 'closes', '2026-03-08T10:00Z'],
    ['in a night that the clocks make longer', everyNight, '2026-11-01T03:00Z', 'closes', '2026-11-01T11:00Z'],
    ['all day and night', always, '2026-11-24T12:00Z', 'closes', null],
    ['never', [], '2026-11-24T12:00Z', 'opens', null],
    [
      'in a gap of the clocks, once a year',
      [supportWindow({ days: [7], start: 150, end: 180 })],
      '2026-03-02T00:00Z',
      ...(['opens', '2026-03-15T06:30Z'] as const),
    ],
    ['before a closed day', office, '2026-11-25T23:00Z', 'opens', '2026-11-27T14:00Z', [closed('2026-11-26')]],
    ['on a closed day', office, '2026-11-26T15:00Z', 'opens', '2026-11-27T14:00Z', [closed('2026-11-26')]],
    [
      'on a day of special hours',
      office,
      '2026-11-27T14:30Z',
      'closes',
      '2026-11-27T17:00Z',
      [special('2026-11-27', 9, 12)],
    ],
    [
      'all day and night until a closed day',
      always,
      '2026-11-24T12:00Z',
      'closes',
      '2027-07-04T04:00Z',
      [closed('2027-07-04')],
    ],
    ['closed but for one date', [], '2026-11-24T12:00Z', 'opens', '2027-06-01T13:00Z', [special('2027-06-01', 9, 12)]],
    [
      'in the tail of the evening before a closed day',
      night,
      '2026-11-25T08:00Z',
      'closes',
      '2026-11-25T11:00Z',
      [closed('2026-11-25')],
    ],
  ])('C1: is known %s', (_, windows, now, next, when, exceptions = []) => {
    const expected = { open: next === 'closes', [next]: when === null ? null : at(when) };
    expect(openness(windows, at(now), exceptions)).toEqual(expected);
  });

  it('C4: counts a gap that a person covers', () => {
    const minute = (instant: string) => at(instant).getTime() / 60_000;
    const cover = { from: minute('2026-11-24T23:00Z'), to: minute('2026-11-25T01:00Z') };
    const closes = at('2026-11-25T01:00Z');
    expect(openness(office, at('2026-11-24T22:00Z'), [], [cover])).toEqual({ open: true, closes });
  });
});
