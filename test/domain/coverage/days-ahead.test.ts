import { describe, expect, it } from 'vitest';
import { type DayAhead, daysAhead } from '../../../src/domain/coverage/days-ahead.ts';
import { instantOf } from '../../../src/domain/coverage/interval.ts';
import { supportWindow } from '../build.ts';

const MONDAY = new Date('2026-03-02T12:00:00Z');

const clock = (zone: string, minute: number) =>
  new Intl.DateTimeFormat('en-GB', { weekday: 'short', hour: '2-digit', minute: '2-digit', timeZone: zone }).format(
    instantOf(minute),
  );
const read = (days: readonly DayAhead[], zone: string) =>
  days.flatMap(({ spans }) => spans.map(({ from, to }) => `${clock(zone, from)} – ${clock(zone, to)}`));

describe('C1: the coming week as a reader’s calendar shows it', () => {
  it('C1: is in the reader’s time, and names no hours on closed days', () => {
    const days = daysAhead({ windows: [supportWindow({ days: [1, 3] })] }, 'Asia/Kathmandu', MONDAY);
    expect(days.map(({ spans }) => spans.length)).toEqual([1, 0, 1, 0, 0, 0, 0]);
    // New York changes its clocks on Sunday: Monday's hours are those before.
    expect(read(days, 'Asia/Kathmandu')).toEqual(['Mon 19:45 – Tue 04:45', 'Wed 19:45 – Thu 04:45']);
  });

  it('C1: leaves a night whole, on the day on which it begins, also the last one of the week', () => {
    const nights = supportWindow({ zone: 'America/Sao_Paulo', days: [1, 7], start: 1320, end: 360 });
    const days = daysAhead({ windows: [nights] }, 'America/Sao_Paulo', MONDAY);
    expect(days.map(({ spans }) => spans.length)).toEqual([2, 0, 0, 0, 0, 0, 1]);
    expect(read(days, 'America/Sao_Paulo')).toEqual([
      // What is left of yesterday's night is today's.
      'Mon 00:00 – Mon 06:00',
      'Mon 22:00 – Tue 06:00',
      'Sun 22:00 – Mon 06:00',
    ]);
  });

  it('C1: begins a new day where support never closes, and a day has 23 hours where clocks change', () => {
    const always = supportWindow({ days: [1, 2, 3, 4, 5, 6, 7], start: 0, end: 0 });
    const days = daysAhead({ windows: [always] }, 'America/New_York', MONDAY);
    expect(days.map(({ day, spans }) => [day.to - day.from, spans])).toEqual(
      days.map(({ day }, place) => [place === 6 ? 23 * 60 : 24 * 60, [day]]),
    );
  });

  it('C1, C2, C4: knows closed days and who covers a gap', () => {
    const from = 60 * 24 * 20_516 + 600;
    const hours = {
      windows: [supportWindow({ zone: 'UTC' })],
      exceptions: [{ zone: 'UTC', date: '2026-03-03', closed: true as const }],
      covers: [{ from, to: from + 60 }],
    };
    const days = daysAhead(hours, 'UTC', MONDAY);
    expect(days[1]?.spans).toEqual([]);
    expect(days.flatMap(({ spans }) => spans).length).toBe(4);
  });
});
