import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readInput } from '../../src/scripts/coverage-input.ts';

const SCRIPT = fileURLToPath(new URL('../../src/scripts/coverage.ts', import.meta.url));

function run(input: string): Promise<{ code: number | null; out: string; error: string }> {
  const child = spawn(process.execPath, [SCRIPT], { stdio: 'pipe' });
  let [out, error] = ['', ''];
  child.stdout.on('data', (part) => (out += part));
  child.stderr.on('data', (part) => (error += part));
  child.stdin.end(input);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, error })));
}

const sunday = { zone: 'America/New_York', days: [7], start: '02:30', end: '04:00' };
const question = {
  windows: [sunday],
  exceptions: [],
  from: '2026-03-08T06:00Z',
  to: '2026-03-08T09:00Z',
};
const answer = {
  covered: [['2026-03-08T07:00Z', '2026-03-08T08:00Z']],
  gaps: [
    ['2026-03-08T06:00Z', '2026-03-08T07:00Z'],
    ['2026-03-08T08:00Z', '2026-03-08T09:00Z'],
  ],
  covered_minutes: 60,
  gap_minutes: 120,
  full: false,
};
const whole = { ...question, windows: [{ ...sunday, start: '00:00', end: '24:00' }] };
const wholeAnswer = {
  covered: [[question.from, question.to]],
  gaps: [],
  covered_minutes: 180,
  gap_minutes: 0,
  full: true,
};

describe('the coverage command', { timeout: 120_000 }, () => {
  it('C1: answers a question, and a list of them with a list', async () => {
    const one = await run(JSON.stringify(question));
    expect({ ...one, out: JSON.parse(one.out) }).toEqual({ code: 0, out: answer, error: '' });
    const many = await run(JSON.stringify([question, whole, question]));
    expect({ ...many, out: JSON.parse(many.out) }).toEqual({ code: 0, out: [answer, wholeAnswer, answer], error: '' });
    expect((await run('[]')).out).toBe('[]\n');
  });

  it('C2: heeds closed days and special hours', async () => {
    const zone = 'America/New_York';
    const closed = { ...whole, exceptions: [{ zone, date: '2026-03-08', closed: true }] };
    const special = { ...whole, exceptions: [{ zone, date: '2026-03-08', start: '03:00', end: '24:00' }] };
    const { out } = await run(JSON.stringify([closed, special]));
    expect(JSON.parse(out)).toMatchObject([
      { covered: [], gap_minutes: 180 },
      { covered: [['2026-03-08T07:00Z', '2026-03-08T09:00Z']], gap_minutes: 60 },
    ]);
  });

  it('C1: refuses bad input with code 2 and the field, and answers nothing', async () => {
    const bad = { ...question, windows: [{ ...sunday, end: '25:00' }] };
    const problem = 'windows[0].end: is no time from 00:00 to 24:00\n';
    expect(await run(JSON.stringify(bad))).toEqual({ code: 2, out: '', error: problem });
    expect(await run(JSON.stringify([question, bad]))).toEqual({ code: 2, out: '', error: `[1].${problem}` });
    expect(await run('{')).toEqual({ code: 2, out: '', error: 'input: is no JSON\n' });
  });

  it('C1: answers ten years of every minute at once', async () => {
    const windows = [{ zone: 'Europe/Berlin', days: [1, 2, 3, 4, 5], start: '09:00', end: '18:00' }];
    const { out } = await run(JSON.stringify({ windows, from: '2020-01-01T00:00Z', to: '2030-01-01T00:00Z' }));
    // 2,609 weekdays.
    expect(JSON.parse(out)).toMatchObject({ covered_minutes: 2_609 * 540, full: false });
  });
});

describe('the input of the coverage command', () => {
  const window = (facts: object) => ({ ...question, windows: [sunday, { ...sunday, ...facts }] });
  const exception = (facts: object) => ({
    ...question,
    exceptions: [{ zone: 'UTC', date: '2026-03-08', ...facts }],
  });

  it.each<[string, unknown, string[]]>([
    ['nothing', null, ['input']],
    ['a number', 3, ['input']],
    ['an empty object', {}, ['windows', 'from', 'to']],
    ['a list of what is no question', [question, [], 'x'], ['[1]', '[2]']],
    ['a field that nobody knows', { ...question, window: [] }, ['window']],
    ['windows that are no list', { ...question, windows: sunday }, ['windows']],
    ['too many windows', { ...question, windows: Array(1001).fill(sunday) }, ['windows']],
    ['an unknown zone', window({ zone: 'Mars/Phobos' }), ['windows[1].zone']],
    ['an offset as a zone', window({ zone: '+05:30' }), ['windows[1].zone']],
    ['an abbreviation as a zone', window({ zone: 'EST' }), ['windows[1].zone']],
    ['no zone', window({ zone: undefined }), ['windows[1].zone']],
    ['no day', window({ days: [] }), ['windows[1].days']],
    ['a day that does not exist', window({ days: [1, 8, 0] }), ['windows[1].days[1]', 'windows[1].days[2]']],
    ['half a day', window({ days: [1.5] }), ['windows[1].days[0]']],
    ['a day by its name', window({ days: 'Mon' }), ['windows[1].days']],
    ['a start at the end of the day', window({ start: '24:00' }), ['windows[1].start']],
    ['a start without a zero', window({ start: '9:00' }), ['windows[1].start']],
    ['an end after the day', window({ end: '24:01' }), ['windows[1].end']],
    ['an end of sixty minutes', window({ end: '12:60' }), ['windows[1].end']],
    ['an end as a number', window({ end: 720 }), ['windows[1].end']],
    ['a window with a name', window({ name: 'x' }), ['windows[1].name']],
    ['exceptions that are no list', { ...question, exceptions: {} }, ['exceptions']],
    ['an exception that is none', { ...question, exceptions: ['2026-03-08'] }, ['exceptions[0]']],
    ['an exception that says nothing', exception({}), ['exceptions[0].start', 'exceptions[0].end']],
    ['an exception that is not closed', exception({ closed: false }), ['exceptions[0].closed']],
    ['an exception that is closed and has hours', exception({ closed: true, start: '09:00' }), ['exceptions[0].start']],
    ['a date that does not exist', exception({ closed: true, date: '2026-02-30' }), ['exceptions[0].date']],
    ['a date with a time', exception({ closed: true, date: '2026-02-03T00:00Z' }), ['exceptions[0].date']],
    ['an exception of no zone', exception({ closed: true, zone: 'CET' }), ['exceptions[0].zone']],
    ['special hours without an end', exception({ start: '09:00' }), ['exceptions[0].end']],
    ['an instant without its zone', { ...question, from: '2026-03-08T06:00' }, ['from']],
    ['an instant with an offset', { ...question, from: '2026-03-08T06:00+01:00' }, ['from']],
    ['an instant with seconds', { ...question, to: '2026-03-08T09:00:01Z' }, ['to']],
    ['an instant of no day', { ...question, to: '2026-06-31T09:00Z' }, ['to']],
    ['an end of the span at its start', { ...question, to: question.from }, ['to']],
    ['an end of the span before its start', { ...question, to: '2026-03-08T05:59Z' }, ['to']],
    ['a span of more than a century', { ...question, to: '2126-03-10T06:00Z' }, ['to']],
  ])('C1: is refused for %s, with the field', (_, input, fields) => {
    const read = readInput(JSON.stringify(input));
    expect(read.ok ? [] : read.problems.map(({ field }) => field)).toEqual(fields);
  });

  it.each<[string, object]>([
    ['without exceptions', { ...question, exceptions: undefined }],
    ['without a window', { ...question, windows: [] }],
    ['with seconds that are zero', { ...question, from: '2026-03-08T06:00:00Z', to: '2026-03-08T09:00:00.000Z' }],
    ['with days in any order', window({ days: [7, 1, 7] })],
    ['with a zone by its former name', window({ zone: 'Asia/Calcutta' })],
    ['with a century', { ...question, to: '2126-03-08T06:00Z' }],
  ])('C1: is accepted %s', (_, input) => {
    expect(readInput(JSON.stringify(input)).ok).toBe(true);
  });
});
