import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerText, readHoursText, readPeopleText } from '../../src/domain/answer-text.ts';
import { supportWindows } from './arbitrary.ts';
import { supportWindow } from './build.ts';

/** What somebody writes for the hours, and the window that it is. */
const WINDOWS: [string, string, ReturnType<typeof supportWindow>][] = [
  ['as an export writes it', 'Mon Tue Wed Thu Fri 09:00-18:00 America/New_York', supportWindow()],
  ['as a range', 'Mon-Fri 9:00 – 18:00 America/New_York', supportWindow()],
  ['in Portuguese', 'segunda, terça, qua, qui, sex 09:00-18:00 America/New_York', supportWindow()],
  ['as a Portuguese range', 'seg–sex 09:00-18:00 America/New_York', supportWindow()],
  ['as numbers', '1 2 3 4 5 09:00-18:00 America/New_York', supportWindow()],
  ['over the weekend', 'Sat-Mon 00:00-24:00 UTC', supportWindow({ zone: 'UTC', days: [1, 6, 7], start: 0, end: 0 })],
  [
    'overnight',
    'sáb 22:00-06:00 America/Sao_Paulo',
    supportWindow({ zone: 'America/Sao_Paulo', days: [6], start: 1320, end: 360 }),
  ],
];

describe('the hours as a text', () => {
  it.each(WINDOWS)('R13: are read %s', (_, text, window) => {
    expect(readHoursText(text)).toEqual({ ok: true, windows: [window] });
  });

  it('R13: come back unchanged, whatever the windows are', () => {
    fc.assert(
      fc.property(supportWindows({ max: 6 }), (windows) => {
        expect(readHoursText(answerText({ kind: 'hours', windows }))).toEqual({ ok: true, windows });
      }),
    );
  });

  it.each([
    ['no window', 'whenever we like', 'window-unreadable'],
    ['no day', 'Funday 09:00-18:00 UTC', 'window-unreadable'],
    ['a range of three', 'Mon-Tue-Wed 09:00-18:00 UTC', 'window-unreadable'],
    ['no zone', 'Mon 09:00-18:00', 'window-unreadable'],
    ['an offset', 'Mon 09:00-18:00 GMT-3', 'zone-unknown'],
    ['no time of a clock', 'Mon 09:00-27:00 UTC', 'time-invalid'],
    ['the same twice', 'Mon 09:00-18:00 UTC; Mon 09:00-18:00 UTC', 'duplicate-window'],
  ])('that hold %s are refused with the words', (_, text, reason) => {
    const last = text.split('; ').at(-1);
    expect(readHoursText(text)).toEqual({ ok: false, problem: { reason, text: last } });
  });
});

describe('people as a text', () => {
  it('are user ids, each perhaps as a mention, and each once', () => {
    expect(readPeopleText('UANA; <@UBRUNO>, <@UCHLOE|chloe>\nUANA')).toEqual({
      ok: true,
      userIds: ['UANA', 'UBRUNO', 'UCHLOE'],
    });
  });

  it('R5: are never names, which several people can have', () => {
    expect(readPeopleText('UANA; Bruno')).toEqual({
      ok: false,
      problem: { reason: 'person-unreadable', text: 'Bruno' },
    });
  });
});
