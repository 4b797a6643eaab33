import { describe, expect, it } from 'vitest';
import { minuteOf } from '../../src/domain/coverage/interval.ts';
import type { SupportWindow } from '../../src/domain/hours.ts';
import { say } from '../../src/i18n/say.ts';
import { openForAll, openText } from '../../src/slack/hours/open.ts';
import { viewerOf } from '../../src/slack/viewer.ts';
import { supportWindow } from '../domain/build.ts';
import { person } from './scenes.ts';

/** Office hours in New York, and what a reader in São Paulo, two hours ahead, is told. */
const OFFICE = [supportWindow()];
const ALWAYS = [supportWindow({ days: [1, 2, 3, 4, 5, 6, 7], start: 0, end: 0 })];
const MONDAYS = [supportWindow({ days: [1] })];

const reader = (locale: string) => viewerOf(person('UANA', locale), null, new Date());
const told = (windows: readonly SupportWindow[], at: string, locale = 'en-US') =>
  openText({ windows }, new Date(at), reader(locale));

describe('X4: whether support is open, in the reader’s time', () => {
  it.each<[string, readonly SupportWindow[], string, string]>([
    ['until later today', OFFICE, '2026-03-02T16:00:00Z', 'Support is open now, until 20:00.'],
    ['from later today', OFFICE, '2026-03-02T10:00:00Z', 'Support is closed now and opens 11:00.'],
    ['from another day', OFFICE, '2026-03-06T23:30:00Z', 'Support is closed now and opens Monday 10:00.'],
    ['in a week', MONDAYS, '2026-03-02T23:30:00Z', 'Support is closed now and opens Monday, March 9 at 10:00.'],
    ['always', ALWAYS, '2026-03-02T12:00:00Z', 'Support is open now and does not close.'],
    [
      'never',
      [supportWindow({ days: [] })],
      '2026-03-02T12:00:00Z',
      'Support is closed, and it does not open within a year.',
    ],
    ['not known', [], '2026-03-02T12:00:00Z', ''],
  ])('X4: %s', (_, windows, at, expected) => {
    expect(told(windows, at)).toBe(expected);
  });

  it('X4: in Portuguese', () => {
    expect(told(OFFICE, '2026-03-06T23:30:00Z', 'pt-BR')).toBe(
      'O atendimento está fechado agora e abre segunda-feira, 10:00.',
    );
  });

  it('X3: to many readers, Slack writes the moment for each, and a zone is named where it cannot', () => {
    const opens = Date.UTC(2026, 2, 9, 13) / 1000;
    expect(openForAll({ windows: OFFICE }, new Date('2026-03-06T23:30:00Z'), say('en'))).toBe(
      `Support is closed now and opens <!date^${opens}^{date_short_pretty} {time}|Monday 09:00 (New York)>.`,
    );
    expect(openForAll({ windows: [] }, new Date(), say('en'))).toBe('');
  });

  it('C2, C4: what is different on a date, and who covers a gap, count', () => {
    const at = new Date('2026-03-02T16:00:00Z');
    const closed = [{ zone: 'America/New_York', date: '2026-03-02', closed: true as const }];
    const cover = { from: minuteOf(at) - 60, to: minuteOf(at) + 90 };
    const hours = { windows: OFFICE, exceptions: closed };
    expect(openText(hours, at, reader('en-US'))).toBe('Support is closed now and opens Tuesday 11:00.');
    expect(openText({ ...hours, covers: [cover] }, at, reader('en-US'))).toBe('Support is open now, until 14:30.');
    expect(openForAll({ ...hours, covers: [cover] }, at, say('en'))).toContain('Support is open now, until');
  });
});
