import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOfDay, endProblem, LONGEST_TIME_BOX, outlasts } from '../../src/domain/time-box.ts';
import { zones } from '../../src/domain/zone.ts';
import { HOUR, later, NOW } from './build.ts';

const DAY = 24 * HOUR;

/** The calendar day in a zone, as another library than the app's has it. */
const dayIn = (zone: string) => {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (at: Date): string => format.format(at);
};

describe('the end of a day', () => {
  it.each([
    ['in UTC', 'Etc/UTC', '2026-03-31', '2026-04-01T00:00Z'],
    ['west of it', 'America/New_York', '2026-03-31', '2026-04-01T04:00Z'],
    ['east of it, on a half-hour', 'Asia/Kolkata', '2026-03-31', '2026-03-31T18:30Z'],
    ['east of it, on a quarter of an hour', 'Asia/Kathmandu', '2026-03-31', '2026-03-31T18:15Z'],
    ['as far east as it gets', 'Pacific/Kiritimati', '2026-03-31', '2026-03-31T10:00Z'],
    ['at the end of a year', 'America/Sao_Paulo', '2026-12-31', '2027-01-01T03:00Z'],
    ['on a leap day', 'Europe/Paris', '2028-02-29', '2028-02-29T23:00Z'],
    ['of 23 hours', 'Europe/Paris', '2025-03-30', '2025-03-30T22:00Z'],
    ['of 25 hours', 'Europe/Paris', '2025-10-26', '2025-10-26T23:00Z'],
    ['after which there is no midnight', 'America/Santiago', '2025-09-06', '2025-09-07T04:00Z'],
    ['that had no midnight', 'America/Santiago', '2025-09-07', '2025-09-08T03:00Z'],
    ['after which there is no midnight, far east', 'Africa/Cairo', '2025-04-24', '2025-04-24T22:00Z'],
    ['that had no midnight, far east', 'Africa/Cairo', '2025-04-25', '2025-04-25T21:00Z'],
    ['whose clock goes back from midnight', 'Africa/Cairo', '2025-10-30', '2025-10-30T22:00Z'],
    ['after which midnight comes twice', 'America/Havana', '2025-11-01', '2025-11-02T04:00Z'],
    ['that had midnight twice', 'America/Havana', '2025-11-02', '2025-11-03T05:00Z'],
    ['after which a day is missing', 'Pacific/Apia', '2011-12-29', '2011-12-30T10:00Z'],
  ])('A7: %s (%s, %s) is %s', (_, zone, day, end) => {
    expect(endOfDay(day, zone)).toEqual(new Date(end));
  });

  it('A7: is the first moment of the next day, in every zone', () => {
    const day = fc.date({ min: new Date('2024-01-01'), max: new Date('2031-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...zones()), day, (zone, date) => {
        const chosen = date.toISOString().slice(0, 10);
        const end = endOfDay(chosen, zone);
        const there = dayIn(zone);
        expect(there(new Date(end.getTime() - 1))).toBe(chosen);
        expect(there(end) > chosen).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  it('A7: of each day of a year follows the day before by about a day, in zones with every kind of clock', () => {
    for (const zone of ['Africa/Cairo', 'America/Havana', 'America/Santiago', 'Asia/Beirut', 'Australia/Lord_Howe']) {
      let last = endOfDay('2024-12-31', zone);
      for (let at = Date.UTC(2025, 0, 1); at < Date.UTC(2026, 0, 1); at += DAY) {
        const end = endOfDay(new Date(at).toISOString().slice(0, 10), zone);
        expect([23, 23.5, 24, 24.5, 25]).toContain((end.getTime() - last.getTime()) / HOUR);
        last = end;
      }
    }
  });

  it.each(['Mars/Olympus', '', 'utc+99'])(
    'A7: in a zone that nobody knows (“%s”) is UTC’s, and never no end',
    (zone) => {
      expect(endOfDay('2026-03-31', zone)).toEqual(new Date('2026-04-01T00:00Z'));
    },
  );

  it.each(['', 'tomorrow', '2026-02-30', '2026-13-01', '2026-3-1', '20260301', '2026-03-01T00:00'])(
    'A7: of what is no day (“%s”) is a fault, and never no end',
    (day) => {
      expect(() => endOfDay(day, 'Europe/Paris')).toThrow(RangeError);
    },
  );
});

describe('an end of access', () => {
  it.each([
    ['none', null, null],
    ['in a moment', later(1), null],
    ['in a year', later(LONGEST_TIME_BOX * DAY), null],
    ['now', NOW, 'end-in-the-past'],
    ['a moment ago', later(-1), 'end-in-the-past'],
    ['in more than a year', later(LONGEST_TIME_BOX * DAY + 1), 'end-too-far'],
  ])('A7: %s is right, or says why not', (_, endsAt, problem) => {
    expect(endProblem(endsAt, NOW)).toBe(problem);
  });

  it.each<[string, boolean, Date | null, Date | null]>([
    ['without an end does as long as any', true, null, null],
    ['without an end does as long as one with an end', true, null, NOW],
    ['with an end does not as long as one without', false, NOW, null],
    ['does as long as one with the same end', true, NOW, new Date(NOW)],
    ['does as long as one with an earlier end', true, NOW, later(-1)],
    ['does not as long as one with a later end', false, NOW, later(1)],
  ])('A7: lasts: access %s', (_, does, one, other) => {
    expect(outlasts(one, other)).toBe(does);
  });
});
