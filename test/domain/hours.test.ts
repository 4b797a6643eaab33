import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readClock,
  readWindows,
  type SupportWindow,
  sameWindows,
  showClock,
  type WindowDraft,
} from '../../src/domain/hours.ts';
import { isZone, zones } from '../../src/domain/zone.ts';
import { supportWindows } from './arbitrary.ts';
import { supportWindow } from './build.ts';

const draftOf = (window: SupportWindow): WindowDraft => ({
  zone: window.zone,
  days: window.days,
  start: showClock(window.start),
  end: showClock(window.end),
});
const draft = (facts: Partial<WindowDraft> = {}): WindowDraft => ({ ...draftOf(supportWindow()), ...facts });

describe('support hours', () => {
  it.each<[string, SupportWindow[]]>([
    ['one window', [supportWindow()]],
    ['several windows a day', [supportWindow({ end: 12 * 60 }), supportWindow({ start: 13 * 60 })]],
    ['several zones', [supportWindow(), supportWindow({ zone: 'Europe/Berlin' }), supportWindow({ zone: 'UTC' })]],
    ['an overnight window', [supportWindow({ start: 22 * 60, end: 6 * 60 })]],
    ['24 hours a day', [supportWindow({ days: [1, 2, 3, 4, 5, 6, 7], start: 0, end: 0 })]],
    ['24 hours from nine to nine', [supportWindow({ start: 540, end: 540 })]],
    ['a half-hour zone', [supportWindow({ zone: 'Asia/Kolkata', start: 9 * 60 + 30 })]],
    [
      'a three-quarter-hour zone',
      [supportWindow({ zone: 'Asia/Kathmandu' }), supportWindow({ zone: 'Pacific/Chatham' })],
    ],
    ['a zone under its older name', [supportWindow({ zone: 'US/Eastern' }), supportWindow({ zone: 'Asia/Calcutta' })]],
    ['the weekend alone', [supportWindow({ days: [6, 7] })]],
    ['windows that overlap', [supportWindow({ end: 14 * 60 }), supportWindow({ start: 12 * 60 })]],
    ['the same hours on other days', [supportWindow({ days: [1] }), supportWindow({ days: [2] })]],
    ['the first and the last minute', [supportWindow({ start: 0, end: 1439 })]],
    ['none', []],
  ])('R13: come back unchanged: %s', (_, windows) => {
    expect(readWindows(windows.map(draftOf))).toEqual({ ok: true, windows });
  });

  it('R13: come back unchanged, whatever was selected', () => {
    fc.assert(
      fc.property(supportWindows(), (windows) => {
        expect(readWindows(windows.map(draftOf))).toEqual({ ok: true, windows });
      }),
    );
  });

  it('R13: have each day once and in order, however Slack sends them', () => {
    const read = readWindows([draft({ days: [5, 1, 5, 3] })]);
    expect(read).toEqual({ ok: true, windows: [supportWindow({ days: [1, 3, 5] })] });
  });

  it.each<[string, Partial<WindowDraft>, string, string]>([
    ['no zone', { zone: null }, 'zone', 'zone-missing'],
    ['a zone that does not exist', { zone: 'Mars/Phobos' }, 'zone', 'zone-unknown'],
    ['no day', { days: [] }, 'days', 'days-missing'],
    ['days that do not exist', { days: [0, 8, 1.5, Number.NaN] }, 'days', 'days-missing'],
    ['no start', { start: null }, 'start', 'time-missing'],
    ['no end', { end: null }, 'end', 'time-missing'],
    ['a start that is no time', { start: '9am' }, 'start', 'time-invalid'],
    ['an end that is no time', { end: '24:00' }, 'end', 'time-invalid'],
  ])('R13: are refused for %s, on its window and field', (_, facts, field, reason) => {
    const problems = [{ window: 1, field, reason }];
    expect(readWindows([draft(), draft({ days: [7], ...facts })])).toEqual({ ok: false, problems });
  });

  it('R13: are refused with every problem of every window at once', () => {
    const nothing = { zone: null, days: [], start: null, end: null };
    const read = readWindows([nothing, draft(), nothing]);
    const named = read.ok ? [] : read.problems.map(({ window, field }) => `${window} ${field}`);
    expect(named).toEqual(['0 days', '0 start', '0 end', '0 zone', '2 days', '2 start', '2 end', '2 zone']);
  });

  it('R13: are refused when the same window is there twice, at the second one', () => {
    const twice = readWindows([draft(), draft({ days: [6] }), draft({ days: [5, 4, 3, 2, 1] })]);
    expect(twice).toEqual({ ok: false, problems: [{ window: 2, field: 'days', reason: 'duplicate-window' }] });
  });

  it('are the same only if every window is, in the same order', () => {
    const [one, other] = [supportWindow(), supportWindow({ zone: 'UTC' })];
    expect(sameWindows([one, other], [{ ...one }, { ...other }])).toBe(true);
    expect(sameWindows([one, other], [other, one])).toBe(false);
    expect(sameWindows([one], [one, other])).toBe(false);
    for (const change of [{ zone: 'UTC' }, { days: [1 as const] }, { start: 1 }, { end: 1 }]) {
      expect(sameWindows([one], [{ ...one, ...change }])).toBe(false);
    }
  });
});

describe('a zone', () => {
  it.each([
    'America/New_York',
    'America/Argentina/Buenos_Aires',
    'America/Port-au-Prince',
    'Asia/Calcutta',
    'Asia/Kolkata',
    'Asia/Kathmandu',
    'Asia/Katmandu',
    'Australia/Lord_Howe',
    'Brazil/East',
    'US/Eastern',
    'Japan',
    'Etc/UTC',
    'UTC',
  ])('R13: may be %s', (text) => expect(isZone(text)).toBe(true));

  it.each([
    ['an abbreviation', 'EST'],
    ['an abbreviation of a rule', 'EST5EDT'],
    ['an abbreviation of Europe', 'CET'],
    ['an offset', '+05:30'],
    ['an offset without a colon', '-0300'],
    ['an offset of UTC', 'UTC+3'],
    ['an offset of GMT', 'GMT-5'],
    ['the letter of UTC', 'Z'],
    ['a city alone', 'Berlin'],
    ['a place that has none', 'Mars/Phobos'],
    ['a path', '../etc/passwd'],
    ['space around', ' Europe/Berlin'],
    ['a space in it', 'America/New York'],
    ['lower case', 'europe/berlin'],
    ['a Cyrillic letter', 'Europe/\u0412erlin'],
    ['nothing', ''],
    ['a slash', '/'],
    ['a line more', 'Europe/Berlin\nX'],
  ])('R13: is never %s', (_, text) => expect(isZone(text)).toBe(false));

  it('R13: can be chosen only if it is one, each once, UTC among them', () => {
    expect(zones().filter((zone) => !isZone(zone))).toEqual([]);
    expect(new Set(zones()).size).toBe(zones().length);
    expect(zones()).toContain('UTC');
    expect(zones().length).toBeGreaterThan(400);
  });

  it('R13: is read from any text without an error', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof isZone(text) === 'boolean'));
  });
});

describe('a time of day', () => {
  it('R13: is the same minute when it is shown and read, for every minute of the day', () => {
    const minutes = Array.from({ length: 24 * 60 }, (_, minute) => minute);
    expect(minutes.map((minute) => readClock(showClock(minute)))).toEqual(minutes);
  });

  it.each([
    ['00:00', 0],
    ['00:30', 30],
    ['09:05', 545],
    ['23:59', 1439],
  ])('R13: %s is minute %i', (text, minute) => {
    expect([readClock(text), showClock(minute)]).toEqual([minute, text]);
  });

  it.each([
    '24:00',
    '9:00',
    '09:60',
    '09:0',
    '0900',
    '09:00 ',
    '09:00\n',
    '-1:00',
    '09:00:00',
    '9am',
    '',
    '٠٩:٠٠',
    '０９:００',
  ])('R13: is not %j', (text) => expect(readClock(text)).toBeNull());

  it('R13: is read only from what it would be shown as', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d?\d:\d?\d$/)), (text) => {
        const minute = readClock(text);
        if (minute !== null) expect(showClock(minute)).toBe(text);
      }),
    );
  });
});
