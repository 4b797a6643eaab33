import { describe, expect, it } from 'vitest';
import { type ClockChange, clockChanges } from '../../../src/domain/coverage/clock-change.ts';
import { ALWAYS } from '../../../src/domain/coverage/target.ts';
import { frozen } from '../build.ts';
import { dated, show, span, weekly } from './hours.ts';

const YEAR = span('2026-01-01T00:00Z/2027-01-01T00:00Z');

/** `2026-03-08T07:00Z America/New_York +60` */
const name = ({ at, zones }: ClockChange) =>
  [
    show([{ from: at, to: at }])[0]?.slice(0, 17),
    ...zones.map(({ zone, by }) => `${zone} ${by > 0 ? '+' : ''}${by}`),
  ].join(' ');

const changes = (windows: string[], target: string[], within = YEAR) =>
  clockChanges(frozen({ windows: windows.map(weekly) }), target.length > 0 ? target.map(weekly) : ALWAYS, within).map(
    (change) => [name(change), show(change.darkens), show(change.lightens)],
  );

/** The same hour on each of some dates. */
const each = (month: string, days: readonly number[], hours: string) => {
  const [from, to] = hours.split('–');
  return days.map((day) => `${month}-${String(day).padStart(2, '0')}T${from}Z/${to}Z`);
};

describe('a clock change', () => {
  it('C3: says which hour nobody covers any more, and which is covered now', () => {
    const relay = ['Mon–Fri 09:00–19:00 Europe/Berlin', 'Mon–Fri 14:00–20:00 America/New_York'];
    const march = [...each('2026-03', [30, 31], '17:00–18:00'), ...each('2026-04', [1, 2, 3], '17:00–18:00')];
    expect(changes(relay, ['Mon–Fri 08:00–24:00 UTC'])).toEqual([
      ['2026-03-08T07:00Z America/New_York +60', [], each('2026-03', [9, 10, 11, 12, 13], '18:00–19:00')],
      ['2026-03-29T01:00Z Europe/Berlin +60', march, []],
      ['2026-10-25T01:00Z Europe/Berlin -60', [], each('2026-10', [26, 27, 28, 29, 30], '17:00–18:00')],
      ['2026-11-01T06:00Z America/New_York -60', each('2026-11', [2, 3, 4, 5, 6], '18:00–19:00'), []],
    ]);
  });

  it('C3: moves the gaps of a target that stays, and none of a target that moves along', () => {
    const office = ['Mon 09:00–18:00 America/New_York'];
    const spring = span('2026-03-01T00:00Z/2026-04-01T00:00Z');
    expect(changes(office, [], spring)).toEqual([
      ['2026-03-08T07:00Z America/New_York +60', ['2026-03-09T22:00Z/23:00Z'], ['2026-03-09T13:00Z/14:00Z']],
    ]);
    expect(changes(office, office, spring)).toEqual([['2026-03-08T07:00Z America/New_York +60', [], []]]);
  });

  it('C3: is one for all zones that change at the same minute, and nothing for those that never do', () => {
    const windows = ['Mon 09:00–12:00 Europe/Berlin', 'Mon 12:00–18:00 Europe/Madrid', 'Mon 18:00–20:00 Asia/Kolkata'];
    expect(changes(windows, windows)).toEqual([
      ['2026-03-29T01:00Z Europe/Berlin +60 Europe/Madrid +60', [], []],
      ['2026-10-25T01:00Z Europe/Berlin -60 Europe/Madrid -60', [], []],
    ]);
  });

  it('C3: counts for the target alone, too', () => {
    const [windows, target] = [['Mon 09:00–18:00 UTC'], ['Mon 09:00–18:00 Australia/Lord_Howe']];
    expect(changes(windows, target, span('2026-04-01T00:00Z/2026-05-01T00:00Z'))).toEqual([
      ['2026-04-04T15:00Z Australia/Lord_Howe -30', ['2026-04-06T07:00Z/07:30Z'], ['2026-04-05T22:00Z/22:30Z']],
    ]);
  });

  it('C2: is about usual weeks, whatever holidays there are', () => {
    const windows = [weekly('Mon 09:00–18:00 America/New_York')];
    const spring = span('2026-03-01T00:00Z/2026-04-01T00:00Z');
    const exceptions = [dated('2026-03-09 closed America/New_York')];
    expect(clockChanges({ windows, exceptions }, ALWAYS, spring)).toEqual(clockChanges({ windows }, ALWAYS, spring));
  });
});
