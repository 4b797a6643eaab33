import { beforeAll, describe, expect, it } from 'vitest';
import { type HolidayCalendar, holidayCalendar } from '../../src/holidays/calendar.ts';

let calendar: HolidayCalendar;
beforeAll(async () => {
  calendar = await holidayCalendar();
});

const between = (place: string, from: string, to: string, language = 'en') => {
  const [country = '', region = ''] = place.split('.');
  return calendar.between({ country, region }, from, to, language).map(({ date, name }) => `${date} ${name}`);
};

describe('C2: the holiday calendars', () => {
  it('know a country’s public holidays in the reader’s language, across the turn of the year', () => {
    expect(between('BR', '2026-12-20', '2027-01-02', 'pt')).toEqual(['2026-12-25 Natal', '2027-01-01 Ano Novo']);
    expect(between('US', '2026-11-20', '2026-12-31')).toEqual([
      '2026-11-26 Thanksgiving Day',
      '2026-12-25 Christmas Day',
    ]);
    expect(between('DE', '2026-10-01', '2026-10-31', 'pt')).toEqual(['2026-10-03 Tag der Deutschen Einheit']);
  });

  it('know what a region keeps besides', () => {
    expect(between('BR.SP', '2026-07-01', '2026-07-31', 'pt')).toHaveLength(1);
    expect(between('BR', '2026-07-01', '2026-07-31', 'pt')).toEqual([]);
    expect(calendar.regions('BR').SP).toBe('São Paulo');
  });

  it('say the local date, wherever this runs and however far the country is from UTC', () => {
    expect(between('NZ', '2027-02-01', '2027-02-08')).toEqual([
      '2027-02-06 Waitangi Day',
      '2027-02-08 Waitangi Day (substitute day)',
    ]);
  });

  it('name each day of a holiday of several days, and leave half days out', () => {
    expect(between('KR', '2027-02-01', '2027-02-10').map((day) => day.slice(0, 10))).toEqual(
      expect.arrayContaining(['2027-02-07', '2027-02-08', '2027-02-09']),
    );
    expect(between('IS', '2027-12-24', '2027-12-26').map((day) => day.slice(0, 10))).toEqual([
      '2027-12-25',
      '2027-12-26',
    ]);
  });

  it.each(['XX', 'br', '', 'BR.XX', 'constructor', 'BR.constructor'])('know nothing of “%s”', (place) => {
    expect(between(place, '2026-01-01', '2026-12-31')).toEqual([]);
  });

  it('have countries and regions for everybody, by codes that can travel as a value', () => {
    expect(calendar.countries().length).toBeGreaterThan(190);
    const codes = calendar.countries().flatMap((country) => [country, ...Object.keys(calendar.regions(country))]);
    expect(codes.filter((code) => !/^[\w-]+$/.test(code))).toEqual([]);
  });

  it('are loaded once', () => {
    expect(holidayCalendar()).toBe(holidayCalendar());
  });
});
