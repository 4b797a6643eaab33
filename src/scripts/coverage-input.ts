import { z } from 'zod';
import type { Interval } from '../domain/coverage/interval.ts';
import type { Exception } from '../domain/exception.ts';
import { DAYS, readClock, type SupportWindow } from '../domain/hours.ts';
import { DAY, readDate } from '../domain/wall-clock.ts';
import { isZone } from '../domain/zone.ts';

/** What a script asks: these hours, in this span. */
export interface Question {
  windows: SupportWindow[];
  exceptions: Exception[];
  span: Interval;
}

/** What is wrong with the input, with the place of its field, such as `[3].windows[0].zone`. */
export interface InputProblem {
  field: string;
  reason: string;
}

/** Ten years are usual; what is longer than a century is a slip. */
const LONGEST = 36_525 * DAY;

const MOST_WINDOWS = 1_000;
const MOST_EXCEPTIONS = 10_000;

/** The reason for a field that is there, but not as it should be. */
const or = (reason: string) => ({
  error: ({ input }: { input?: unknown }) => (input === undefined ? 'is missing' : reason),
});

/** A text that a reader understands. */
const read = <T>(reader: (text: string) => T | null, reason: string) =>
  z.string(or(reason)).transform((text, context) => {
    const value = reader(text);
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: reason });
    return z.NEVER;
  });

const readEnd = (text: string): number | null => (text === '24:00' ? DAY : readClock(text));

/** A UTC minute, such as `2026-03-29T01:00Z`; seconds, if there are any, are zero. */
function readMinute(text: string): number | null {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(:00(\.0+)?)?Z$/.exec(text);
  const [day, clock] = [readDate(match?.[1] ?? ''), readClock(match?.[2] ?? '')];
  return day === null || clock === null ? null : day * DAY + clock;
}

/** Asked of Intl once for each name: it takes its time over a name that it does not list. */
const zonesRead = new Map<string, string | null>();
function readZone(text: string): string | null {
  const known = zonesRead.get(text);
  if (known !== undefined) return known;
  const zone = isZone(text) ? text : null;
  zonesRead.set(text, zone);
  return zone;
}

const zone = read(readZone, 'is no IANA time zone');
const start = read(readClock, 'is no time from 00:00 to 23:59');
const end = read(readEnd, 'is no time from 00:00 to 24:00');
const minute = read(readMinute, 'is no UTC minute such as 2026-03-29T01:00Z');

const days = z
  .array(z.literal(DAYS, 'is no day from 1 (Monday) to 7'), or('is no list of days from 1 (Monday) to 7'))
  .min(1, 'names no day')
  .transform((named) => DAYS.filter((day) => named.includes(day)));

const OBJECT = 'is no object';
const WINDOW = z.strictObject({ zone, days, start, end }, OBJECT);

const date = read((text) => (readDate(text) === null ? null : text), 'is no date such as 2026-12-25');
const CLOSED = z.strictObject({ zone, date, closed: z.literal(true, 'can only be true') }, OBJECT);
const SPECIAL = z.strictObject({ zone, date, start, end }, OBJECT);

/** Either kind: whether it says `closed` decides, so that each problem is named by its own field. */
const EXCEPTION = z.unknown().transform((value, context): Exception => {
  const closed = typeof value === 'object' && value !== null && 'closed' in value;
  const parsed = (closed ? CLOSED : SPECIAL).safeParse(value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) context.addIssue({ code: 'custom', ...named(issue) });
  return z.NEVER;
});

const QUESTION = z
  .strictObject(
    {
      windows: z.array(WINDOW, or('is no list of windows')).max(MOST_WINDOWS, `has more than ${MOST_WINDOWS} windows`),
      exceptions: z
        .array(EXCEPTION, 'is no list of exceptions')
        .max(MOST_EXCEPTIONS, `has more than ${MOST_EXCEPTIONS} exceptions`)
        .default([]),
      from: minute,
      to: minute,
    },
    OBJECT,
  )
  .superRefine(({ from, to }, context) => {
    const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['to'], message });
    if (to <= from) refuse('is not after from');
    if (to - from > LONGEST) refuse('is more than 100 years after from');
  })
  .transform(({ windows, exceptions, from, to }): Question => ({ windows, exceptions, span: { from, to } }));

/** An issue at the field that it speaks of: an unknown field is named itself. */
function named(issue: z.core.$ZodIssue): { path: PropertyKey[]; message: string } {
  if (issue.code === 'unrecognized_keys') {
    return { path: [...issue.path, issue.keys[0] as string], message: 'is not known here' };
  }
  return { path: issue.path, message: issue.message };
}

function placeOf(path: readonly PropertyKey[]): string {
  const place = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return place.replace(/^\./, '') || 'input';
}

export type Input = { ok: true; questions: Question[]; list: boolean } | { ok: false; problems: InputProblem[] };

/** Reads one question, or a list of them. */
export function readInput(text: string): Input {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    return { ok: false, problems: [{ field: 'input', reason: 'is no JSON' }] };
  }
  const list = Array.isArray(input);
  const questions: Question[] = [];
  const problems: InputProblem[] = [];
  for (const [place, one] of (list ? (input as unknown[]) : [input]).entries()) {
    const parsed = QUESTION.safeParse(one);
    if (parsed.success) questions.push(parsed.data);
    for (const issue of parsed.error?.issues ?? []) {
      const { path, message } = named(issue);
      problems.push({ field: placeOf(list ? [place, ...path] : path), reason: message });
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, questions, list };
}
