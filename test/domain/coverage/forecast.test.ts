import { describe, expect, it } from 'vitest';
import { forecast } from '../../../src/domain/coverage/forecast.ts';
import { length } from '../../../src/domain/coverage/interval.ts';
import { ALWAYS, gaps, type Measure, measure } from '../../../src/domain/coverage/target.ts';
import { frozen } from '../build.ts';
import { dated, show, span, weekly } from './hours.ts';

const NOW = new Date('2026-01-07T10:30:30Z');

/** Berlin hands over to New York; in winter 08:00–23:00 UTC is whole. */
const relay = {
  windows: [weekly('Mon–Fri 09:00–15:00 Europe/Berlin'), weekly('Mon–Fri 09:00–18:00 America/New_York')],
};
const wanted = [weekly('Mon–Fri 08:00–23:00 UTC')];
const office = { windows: [weekly('Mon–Fri 09:00–18:00 UTC')] };

const week = ({ span: of, percent, gaps }: Measure) => [show([of])[0], percent, ...show(gaps)];

describe('gaps', () => {
  it.each<[string, string[], string[], string[]]>([
    // What, the windows, the target, what of Monday 5 and Tuesday 6 January 2026 is a gap.
    [
      'what is wanted and not covered',
      ['daily 10:00–17:00 UTC'],
      ['Mon 09:00–18:00 UTC'],
      ['2026-01-05T09:00Z/10:00Z', '2026-01-05T17:00Z/18:00Z'],
    ],
    ['nothing that is closed by design', ['Mon 09:00–18:00 UTC'], ['Mon 09:00–18:00 UTC'], []],
    ['nothing if all is covered', ['daily 00:00–00:00 UTC'], ['daily 09:00–18:00 Asia/Tokyo'], []],
    ['all of the target without a window', [], ['Tue 09:00–18:00 Asia/Tokyo'], ['2026-01-06T00:00Z/09:00Z']],
    ['nothing without a target', ['Mon 09:00–18:00 UTC'], [], []],
    [
      'what lies between two windows',
      ['Mon 09:00–12:00 UTC', 'Mon 13:00–18:00 UTC'],
      ['Mon 11:00–14:00 UTC'],
      ['2026-01-05T12:00Z/13:00Z'],
    ],
  ])('C1: are %s', (_, windows, target, expected) => {
    const hours = frozen({ windows: windows.map(weekly) });
    expect(show(gaps(hours, target.map(weekly), span('2026-01-05T00:00Z/2026-01-07T00:00Z')))).toEqual(expected);
  });

  it('C4: end where a person covers them', () => {
    const covers = [span('2026-01-05T18:00Z/20:00Z')];
    const target = [weekly('Mon 09:00–22:00 UTC')];
    const left = gaps({ ...office, covers }, target, span('2026-01-05T00:00Z/2026-01-06T00:00Z'));
    expect(show(left)).toEqual(['2026-01-05T20:00Z/22:00Z']);
  });
});

describe('the part of the target that is covered', () => {
  it.each([
    [0, 100],
    [1, 99],
    [30, 97],
    [500, 50],
    [998, 1],
    [999, 1],
    [1000, 0],
  ])('C3: with %i dark minutes of 1000 is %i percent', (dark, percent) => {
    const whole = { from: 0, to: 1000 };
    expect(measure(whole, [whole], dark > 0 ? [{ from: 0, to: dark }] : []).percent).toBe(percent);
  });

  it('C3: is all of it if nothing is wanted', () => {
    expect(measure({ from: 0, to: 10 }, [], [])).toMatchObject({ percent: 100, wanted: 0, dark: 0, longest: null });
  });
});

describe('the forecast', () => {
  it('C3: has this week, and the 53 after it without a hole', () => {
    const { thisWeek, weeks } = forecast(frozen(relay), wanted, 'UTC', NOW);
    expect(week(thisWeek)).toEqual(['2026-01-05T00:00Z/2026-01-12T00:00Z', 100]);
    expect(weeks.length).toBe(53);
    const starts = [...weeks.map(({ span }) => span.from), weeks.at(-1)?.span.to];
    expect(starts).toEqual(Array.from({ length: 54 }, (_, place) => thisWeek.span.to + place * 7 * 1440));
    for (const { span, gaps: found, dark, wanted: minutes } of weeks) {
      expect(show(found)).toEqual(show(gaps(relay, wanted, span)));
      expect([dark, minutes]).toEqual([length(found), 75 * 60]);
    }
  });

  it('C3: names the first of the worst weeks, which the clocks make', () => {
    const days = ['09', '10', '11', '12', '13'].map((day) => `2026-03-${day}T22:00Z/23:00Z`);
    const { worst } = forecast(relay, wanted, 'UTC', NOW);
    expect(week(worst)).toEqual(['2026-03-09T00:00Z/2026-03-16T00:00Z', 93, ...days]);
  });

  it('C2 C3: names the week of a holiday', () => {
    const exceptions = [dated('2026-05-25 closed Europe/Berlin'), dated('2026-05-25 closed America/New_York')];
    const { worst, longest } = forecast({ ...relay, exceptions }, wanted, 'UTC', NOW);
    expect(week(worst).slice(0, 3)).toEqual(['2026-05-25T00:00Z/2026-06-01T00:00Z', 75, '2026-05-25T08:00Z/23:00Z']);
    expect(show(longest ? [longest] : [])).toEqual(['2026-05-25T08:00Z/23:00Z']);
  });

  it('C3: has the longest dark span from now on, over the ends of weeks', () => {
    const { thisWeek, longest } = forecast(office, ALWAYS, 'UTC', new Date('2026-01-10T12:00Z'));
    expect(show(thisWeek.longest ? [thisWeek.longest] : [])).toEqual(['2026-01-09T18:00Z/2026-01-12T00:00Z']);
    expect(show(longest ? [longest] : [])).toEqual(['2026-01-16T18:00Z/2026-01-19T09:00Z']);
  });

  it('C3: has no longest dark span if there is none', () => {
    const { longest, worst } = forecast({ windows: ALWAYS }, ALWAYS, 'UTC', NOW);
    expect([longest, worst.longest, worst.percent]).toEqual([null, null, 100]);
  });

  it.each([
    // The reader's zone, now, and that zone's week from Monday to Sunday.
    ['UTC', '2026-01-11T23:59Z', '2026-01-05T00:00Z/2026-01-12T00:00Z'],
    ['Pacific/Auckland', '2026-01-11T23:59Z', '2026-01-11T11:00Z/2026-01-18T11:00Z'],
    ['America/New_York', '2026-01-12T04:59Z', '2026-01-05T05:00Z/2026-01-12T05:00Z'],
    ['America/New_York', '2026-03-04T00:00Z', '2026-03-02T05:00Z/2026-03-09T04:00Z'],
    ['America/New_York', '2026-10-28T00:00Z', '2026-10-26T04:00Z/2026-11-02T05:00Z'],
    ['Australia/Lord_Howe', '2026-10-01T00:00Z', '2026-09-27T13:30Z/2026-10-04T13:00Z'],
    ['America/Sao_Paulo', '2018-11-01T00:00Z', '2018-10-29T03:00Z/2018-11-05T02:00Z'],
    ['Pacific/Apia', '2011-12-28T00:00Z', '2011-12-26T10:00Z/2012-01-01T10:00Z'],
  ])('C3: has the weeks of the reader in %s', (zone, now, expected) => {
    expect(show([forecast(office, ALWAYS, zone, new Date(now)).thisWeek.span])).toEqual([expected]);
  });
});
