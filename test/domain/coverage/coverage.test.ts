import { describe, expect, it } from 'vitest';
import { covered } from '../../../src/domain/coverage/coverage.ts';
import { length } from '../../../src/domain/coverage/interval.ts';
import { zones } from '../../../src/domain/zone.ts';
import { frozen } from '../build.ts';
import { dated, minute, show, span, weekly } from './hours.ts';

/** The UTC minutes that windows (and, after a date, exceptions) cover in a span. */
const coveredBy = (hours: readonly string[], text: string) => {
  const isDated = (line: string) => /^\d/.test(line);
  const windows = hours.filter((line) => !isDated(line)).map(weekly);
  return show(covered(frozen({ windows, exceptions: hours.filter(isDated).map(dated) }), span(text)));
};

const week = (monday: string) =>
  `${monday}T00:00Z/${new Date((minute(`${monday}T00:00Z`) + 7 * 1440) * 60_000).toISOString()}`;

describe('coverage', () => {
  it.each<[string, string, string, string[]]>([
    // What, the window, the Monday of the UTC week, what it covers in UTC.
    ['New York in winter', 'Mon 09:00–18:00 America/New_York', '2026-01-05', ['2026-01-05T14:00Z/23:00Z']],
    ['New York in summer', 'Mon 09:00–18:00 America/New_York', '2026-07-06', ['2026-07-06T13:00Z/22:00Z']],
    [
      'New York, half in the spring gap',
      'Sun 02:30–04:00 America/New_York',
      '2026-03-02',
      ['2026-03-08T07:00Z/08:00Z'],
    ],
    ['New York, in the spring gap', 'Sun 02:00–03:00 America/New_York', '2026-03-02', []],
    ['New York, around the spring gap', 'Sun 01:30–03:30 America/New_York', '2026-03-02', ['2026-03-08T06:30Z/07:30Z']],
    [
      ...['New York, in the autumn overlap', 'Sun 01:15–01:45 America/New_York'],
      ...['2026-10-26', ['2026-11-01T05:15Z/05:45Z', '2026-11-01T06:15Z/06:45Z']],
    ] as [string, string, string, string[]],
    ['New York, all of the overlap', 'Sun 01:00–02:00 America/New_York', '2026-10-26', ['2026-11-01T05:00Z/07:00Z']],
    [
      'Lord Howe, forward by half an hour',
      'Sun 02:00–03:00 Australia/Lord_Howe',
      '2026-09-28',
      ['2026-10-03T15:30Z/16:00Z'],
    ],
    [
      'Lord Howe, back by half an hour',
      'Sun 01:30–02:00 Australia/Lord_Howe',
      '2026-03-30',
      ['2026-04-04T14:30Z/15:30Z'],
    ],
    [
      ...['Lord Howe, in both passes', 'Sun 01:45–01:50 Australia/Lord_Howe'],
      ...['2026-03-30', ['2026-04-04T14:45Z/14:50Z', '2026-04-04T15:15Z/15:20Z']],
    ] as [string, string, string, string[]],
    ['Kathmandu', 'Mon 09:00–17:00 Asia/Kathmandu', '2026-01-05', ['2026-01-05T03:15Z/11:15Z']],
    [
      'Chatham, forward at a quarter to three',
      'Sun 02:30–04:00 Pacific/Chatham',
      '2026-09-21',
      ['2026-09-26T13:45Z/14:15Z'],
    ],
    [
      'Chatham, back at a quarter to four',
      'Sun 02:45–03:45 Pacific/Chatham',
      '2026-03-30',
      ['2026-04-04T13:00Z/15:00Z'],
    ],
    ['Apia, on the day that was left out', 'Fri 00:00–24:00 Pacific/Apia', '2011-12-26', []],
    [
      'Apia, into the day that was left out',
      'Thu 22:00–06:00 Pacific/Apia',
      '2011-12-26',
      ['2011-12-30T08:00Z/10:00Z'],
    ],
    [
      'Apia, out of the day that was left out',
      'Fri 22:00–06:00 Pacific/Apia',
      '2011-12-26',
      ['2011-12-30T10:00Z/16:00Z'],
    ],
    ['Casablanca before Ramadan', 'Thu 09:00–18:00 Africa/Casablanca', '2026-02-09', ['2026-02-12T08:00Z/17:00Z']],
    ['Casablanca in Ramadan', 'Thu 09:00–18:00 Africa/Casablanca', '2026-02-23', ['2026-02-26T09:00Z/18:00Z']],
    ['Casablanca after Ramadan', 'Thu 09:00–18:00 Africa/Casablanca', '2026-03-23', ['2026-03-26T08:00Z/17:00Z']],
    [
      'São Paulo, on a day without a midnight',
      'Sun 00:00–01:30 America/Sao_Paulo',
      '2018-10-29',
      ['2018-11-04T03:00Z/03:30Z'],
    ],
    [
      'São Paulo, overnight without a midnight',
      'Sat 23:00–01:00 America/Sao_Paulo',
      '2018-10-29',
      ['2018-11-04T02:00Z/03:00Z'],
    ],
    ['São Paulo, back over midnight', 'Sat 23:00–24:00 America/Sao_Paulo', '2018-02-12', ['2018-02-18T01:00Z/03:00Z']],
    ['São Paulo since 2019', 'Mon 09:00–18:00 America/Sao_Paulo', '2019-12-02', ['2019-12-02T12:00Z/21:00Z']],
    ['Havana, without a midnight', 'Sun 00:00–01:30 America/Havana', '2026-03-02', ['2026-03-08T05:00Z/05:30Z']],
    ['Havana, with two midnights', 'Sun 00:00–01:00 America/Havana', '2026-10-26', ['2026-11-01T04:00Z/06:00Z']],
    ['Troll, forward by two hours', 'Sun 01:30–03:30 Antarctica/Troll', '2026-03-23', ['2026-03-29T01:00Z/01:30Z']],
    [
      'Troll, back by two hours',
      'Sun 01:00–03:00 Antarctica/Troll',
      '2026-10-19',
      ['2026-10-24T23:00Z/2026-10-25T03:00Z'],
    ],
    ['a zone by its former name', 'Mon 09:30–18:00 Asia/Calcutta', '2026-01-05', ['2026-01-05T04:00Z/12:30Z']],
    // 44 minutes and 30 seconds behind UTC: the wall clock turns to nine between two minutes.
    ['Monrovia, when it had seconds', 'Mon 09:00–10:00 Africa/Monrovia', '1971-01-04', ['1971-01-04T09:45Z/10:45Z']],
    ['Recife in a summer time of a week', 'Wed 09:00–10:00 America/Recife', '2000-10-09', ['2000-10-11T11:00Z/12:00Z']],
  ])('C1: follows the wall clock: %s', (_, window, monday, expected) => {
    expect(coveredBy([window], week(monday))).toEqual(expected);
  });

  it.each<[string, string[], string, string[]]>([
    ['overnight', ['Fri 22:00–06:00 UTC'], week('2026-01-05'), ['2026-01-09T22:00Z/2026-01-10T06:00Z']],
    [
      'from Sunday into Monday',
      ['Sun 22:00–06:00 UTC'],
      week('2026-01-05'),
      ['2026-01-05T00:00Z/06:00Z', '2026-01-11T22:00Z/2026-01-12T00:00Z'],
    ],
    [
      '24 hours from nine to nine',
      ['Mon 09:00–09:00 UTC'],
      week('2026-01-05'),
      ['2026-01-05T09:00Z/2026-01-06T09:00Z'],
    ],
    [
      'until midnight, in either way to write it',
      ['Mon 18:00–24:00 UTC', 'Wed 18:00–00:00 UTC'],
      week('2026-01-05'),
      ['2026-01-05T18:00Z/2026-01-06T00:00Z', '2026-01-07T18:00Z/2026-01-08T00:00Z'],
    ],
    [
      'touching windows as one',
      ['Mon 09:00–12:00 UTC', 'Mon 12:00–18:00 UTC'],
      week('2026-01-05'),
      ['2026-01-05T09:00Z/18:00Z'],
    ],
    [
      'overlapping windows as one',
      ['Mon 09:00–18:00 UTC', 'Mon 10:00–11:00 UTC'],
      week('2026-01-05'),
      ['2026-01-05T09:00Z/18:00Z'],
    ],
    [
      'a pause',
      ['Mon 09:00–12:00 UTC', 'Mon 13:00–18:00 UTC'],
      week('2026-01-05'),
      ['2026-01-05T09:00Z/12:00Z', '2026-01-05T13:00Z/18:00Z'],
    ],
    [
      'from zone to zone',
      ['Mon 09:00–15:00 Europe/Berlin', 'Mon 09:00–18:00 America/New_York'],
      week('2026-01-05'),
      ['2026-01-05T08:00Z/23:00Z'],
    ],
    [
      'a night that the clocks make shorter',
      ['Sat 22:00–06:00 Europe/Berlin'],
      week('2026-03-23'),
      ['2026-03-28T21:00Z/2026-03-29T04:00Z'],
    ],
    [
      'a night that the clocks make longer',
      ['Sat 22:00–06:00 Europe/Berlin'],
      week('2026-10-19'),
      ['2026-10-24T20:00Z/2026-10-25T05:00Z'],
    ],
    [
      'a span alone, to its minutes',
      ['daily 09:00–18:00 UTC'],
      '2026-01-05T17:58Z/2026-01-06T09:01Z',
      ['2026-01-05T17:58Z/18:00Z', '2026-01-06T09:00Z/09:01Z'],
    ],
    ['nothing without a window', [], week('2026-01-05'), []],
  ])('R13: covers %s', (_, windows, text, expected) => {
    expect(coveredBy(windows, text)).toEqual(expected);
  });

  it.each<[string, string[], string[]]>([
    // What, the hours, what they cover from Thursday 24 to Saturday 26 December 2026.
    [
      'a closed day',
      ['daily 09:00–18:00 UTC', '2026-12-25 closed UTC'],
      ['2026-12-24T09:00Z/18:00Z', '2026-12-26T09:00Z/18:00Z'],
    ],
    [
      'special hours instead of the weekly ones',
      ['Thu Fri 09:00–18:00 UTC', '2026-12-24 10:00–12:00 UTC'],
      ['2026-12-24T10:00Z/12:00Z', '2026-12-25T09:00Z/18:00Z'],
    ],
    [
      'special hours in two parts',
      ['2026-12-24 10:00–12:00 UTC', '2026-12-24 11:00–13:00 UTC', '2026-12-24 15:00–16:00 UTC'],
      ['2026-12-24T10:00Z/13:00Z', '2026-12-24T15:00Z/16:00Z'],
    ],
    ['special hours overnight', ['2026-12-24 22:00–02:00 UTC'], ['2026-12-24T22:00Z/2026-12-25T02:00Z']],
    ['special hours of 24 hours', ['2026-12-24 22:00–22:00 UTC'], ['2026-12-24T22:00Z/2026-12-25T22:00Z']],
    ['a day that is closed and special: closed', ['2026-12-24 10:00–12:00 UTC', '2026-12-24 closed UTC'], []],
    ['the same in the other order', ['2026-12-24 closed UTC', '2026-12-24 10:00–12:00 UTC'], []],
    [
      'the tail of the evening before a closed day',
      ['Thu Fri 22:00–06:00 UTC', '2026-12-25 closed UTC'],
      ['2026-12-24T22:00Z/2026-12-25T06:00Z'],
    ],
    [
      'special hours after the tail of the evening before',
      ['Thu 22:00–06:00 UTC', '2026-12-25 05:00–07:00 UTC'],
      ['2026-12-24T22:00Z/2026-12-25T07:00Z'],
    ],
    [
      'a date of one zone, not of the other',
      ['Fri 09:00–10:00 UTC', 'Fri 09:00–10:00 Asia/Tokyo', '2026-12-25 closed UTC'],
      ['2026-12-25T00:00Z/01:00Z'],
    ],
    ['a zone under two of its names', ['Fri 09:00–10:00 Asia/Kolkata', '2026-12-25 closed Asia/Calcutta'], []],
    [
      'the local date, not that of UTC',
      ['Fri 20:00–21:00 America/New_York', '2026-12-26 closed America/New_York'],
      ['2026-12-26T01:00Z/02:00Z'],
    ],
    [
      'a date of another year as nothing',
      ['Fri 09:00–10:00 UTC', '2025-12-25 closed UTC', '2027-12-25 closed UTC'],
      ['2026-12-25T09:00Z/10:00Z'],
    ],
  ])('C2: heeds %s', (_, hours, expected) => {
    expect(coveredBy(hours, '2026-12-24T00:00Z/2026-12-27T00:00Z')).toEqual(expected);
  });

  it('C4: adds the gaps that a person covers, even on a closed day', () => {
    const hours = { windows: [weekly('Fri 09:00–18:00 UTC')], exceptions: [dated('2026-12-25 closed UTC')] };
    const covers = [
      span('2026-12-25T10:00Z/11:00Z'),
      span('2026-12-25T10:30Z/12:00Z'),
      span('2026-12-31T00:00Z/01:00Z'),
    ];
    expect(show(covered({ ...hours, covers }, span(week('2026-12-21'))))).toEqual(['2026-12-25T10:00Z/12:00Z']);
  });

  it('R13: is whole with 00:00–24:00 every day, in every zone, for years', () => {
    const years = '2024-01-01T00:00Z/2028-01-01T00:00Z';
    const holes = zones().filter((zone) => coveredBy([`daily 00:00–24:00 ${zone}`], years).join() !== years);
    expect(holes).toEqual([]);
  });

  it('R13: lacks a minute a day with 00:00–23:59', () => {
    const { from, to } = span(week('2026-01-05'));
    expect(to - from - length(covered({ windows: [weekly('daily 00:00–23:59 UTC')] }, { from, to }))).toBe(7);
  });
});
