import { describe, expect, it } from 'vitest';
import { clockWords, readClock } from '../../../src/playground/page/text/clock-text.ts';
import { dateToken, dayWords } from '../../../src/playground/page/text/date-words.ts';
import { clockIn, dayIn, instantIn } from '../../../src/playground/page/text/zone.ts';

describe('a time typed into a time picker', () => {
  it.each([
    ['9', '09:00'],
    ['9:15', '09:15'],
    ['0915', '09:15'],
    ['9.15 pm', '21:15'],
    ['12 am', '00:00'],
    ['12:30pm', '12:30'],
    ['21h30', '21:30'],
    ['9h', '09:00'],
    ['24:00', null],
    ['13 pm', null],
    ['9:7', null],
    ['noon', null],
    ['', null],
  ])('reads “%s” as %s', (typed, clock) => {
    expect(readClock(typed)).toBe(clock);
  });

  it.each([
    ['en-US', '9:05 AM'],
    ['en-GB', '09:05'],
    ['pt-BR', '09:05'],
  ])('is shown as %s writes it', (locale, words) => {
    expect(clockWords('09:05', locale).replace(/\s/g, ' ')).toBe(words);
  });
});

describe('a day and a time in a zone', () => {
  it.each([
    ['America/Sao_Paulo', '2026-11-25', '09:00', '2026-11-25T12:00:00.000Z'],
    ['Asia/Kolkata', '2026-11-25', '09:00', '2026-11-25T03:30:00.000Z'],
    ['Europe/Berlin', '2026-03-29', '12:00', '2026-03-29T10:00:00.000Z'],
    ['America/New_York', '2026-11-01', '23:30', '2026-11-02T04:30:00.000Z'],
  ])('%s, %s %s is one instant, and back', (zone, day, clock, instant) => {
    const found = instantIn(zone, day, clock);
    expect(found.toISOString()).toBe(instant);
    expect([dayIn(zone, found), clockIn(zone, found)]).toEqual([day, clock]);
  });
});

describe("Slack's dates", () => {
  const reader = { locale: 'en-US', zone: 'America/New_York', now: new Date('2026-11-24T15:00:00Z') };
  const at = (text: string) => new Date(text);

  it.each([
    ['{date_num}', '2026-11-25T03:00:00Z', '2026-11-24'],
    ['{date_pretty} at {time}', '2026-11-24T21:00:00Z', 'today at 4:00 PM'],
    ['{date_short_pretty}', '2026-11-25T21:00:00Z', 'tomorrow'],
    ['{date_short}', '2026-12-24T21:00:00Z', 'Dec 24, 2026'],
    ['{date_long}', '2026-12-24T21:00:00Z', 'Thursday, December 24, 2026'],
    ['{ago}', '2026-11-24T13:00:00Z', '2 hours ago'],
    ['{nonsense}', '2026-11-24T13:00:00Z', '{nonsense}'],
  ])('writes %s of %s', (format, date, words) => {
    expect(dateToken(format, at(date), reader).replace(/\s/g, ' ')).toBe(words);
  });

  it('names the days between messages by the clock of the playground', () => {
    const days = ['2026-11-24T14:00:00Z', '2026-11-23T14:00:00Z', '2026-11-20T14:00:00Z', '2025-11-20T14:00:00Z'];
    expect(days.map((day) => dayWords(at(day), reader))).toEqual([
      'Today',
      'Yesterday',
      'Friday, November 20',
      'Thursday, November 20, 2025',
    ]);
  });
});
