import { shown } from './address.ts';
import type { Answer } from './exported.ts';
import { DAYS, readWindows, type SupportWindow, showClock, type WindowDraft, type WindowProblem } from './hours.ts';

/**
 * An answer as one text that is the same in every language: what a file holds in one cell, and what an import reads.
 * Several addresses, people or windows are separated by semicolons.
 */
export function answerText(answer: Answer): string {
  if (answer.kind === 'people') return answer.userIds.join(SEPARATOR);
  return answer.kind === 'hours' ? hoursText(answer.windows) : answer.addresses.join(SEPARATOR);
}

const SEPARATOR = '; ';

const NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** "Mon Tue 22:00-06:00 America/Sao_Paulo", a window each. */
const hoursText = (windows: readonly SupportWindow[]): string =>
  windows
    .map(({ days, start, end, zone }) => {
      const named = days.map((day) => NAMES[day - 1]).join(' ');
      return `${named} ${showClock(start)}-${showClock(end)} ${zone}`;
    })
    .join(SEPARATOR);

const parts = (text: string): string[] =>
  text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** The user ids of a text, each perhaps as a mention. Alert contacts are chosen from people: a name leads to nobody (R5). */
export function readPeopleText(
  text: string,
): { ok: true; userIds: string[] } | { ok: false; problem: { reason: 'person-unreadable'; text: string } } {
  const userIds: string[] = [];
  for (const word of text.split(/[\s,;]+/).filter((one) => one !== '')) {
    const userId = /^(?:<@)?([UW][A-Z0-9]{2,})(?:\|[^>]*)?>?$/.exec(word)?.[1];
    if (!userId) return { ok: false, problem: { reason: 'person-unreadable', text: shown(word) } };
    userIds.push(userId);
  }
  return { ok: true, userIds: [...new Set(userIds)] };
}

export type HoursTextProblem =
  | { reason: 'window-unreadable'; text: string }
  | { reason: WindowProblem['reason']; text: string };

/** The windows of a text, days in English or Portuguese. The first that cannot be read is named with the words typed. */
export function readHoursText(
  text: string,
): { ok: true; windows: SupportWindow[] } | { ok: false; problem: HoursTextProblem } {
  const written = parts(text);
  const drafts: WindowDraft[] = [];
  for (const window of written) {
    const draft = readWindowText(window);
    if (!draft) return { ok: false, problem: { reason: 'window-unreadable', text: shown(window) } };
    drafts.push(draft);
  }
  const read = readWindows(drafts);
  if (read.ok) return read;
  const [first] = read.problems;
  return {
    ok: false,
    problem: { reason: first?.reason ?? 'time-invalid', text: shown(written[first?.window ?? 0] ?? '') },
  };
}

function readWindowText(text: string): WindowDraft | null {
  const match = /^(.+?)\s+(\d{1,2}:\d{2})\s*[-–—]\s*(\d{1,2}:\d{2})\s+(\S+)$/.exec(text);
  if (!match) return null;
  const [, named = '', start = '', end = '', zone = ''] = match;
  const days = readDays(named);
  return days && { days, start: clock(start), end: clock(end), zone };
}

/** `9:00` is 09:00, and the end of a day the beginning of the next. */
const clock = (text: string): string => (text === '24:00' ? '00:00' : text.padStart(5, '0'));

/** "Mon-Fri", "seg, qua", "1 2 3"; null if a word is no day. */
function readDays(text: string): number[] | null {
  const words = text.replaceAll(/\s*[-–—]\s*/g, '-').split(/[\s,/]+/);
  const days: number[] = [];
  for (const word of words.filter((one) => one !== '')) {
    const [first, last, ...more] = word.split('-').map(dayOf);
    if (!first || last === null || more.length > 0) return null;
    for (let day = first; ; day = (day % DAYS.length) + 1) {
      days.push(day);
      if (day === (last ?? first)) break;
    }
  }
  return days;
}

const WORDS = [
  ...[NAMES, ['seg', 'ter', 'qua', 'qui', 'sex', 'sab', 'dom']].flatMap((names) =>
    names.map((name, place) => [name.toLowerCase(), place + 1] as const),
  ),
];

/** A day by its number, or by a word that begins like its name. */
function dayOf(word: string): number | null {
  if (/^[1-7]$/.test(word)) return Number(word);
  const folded = word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return WORDS.find(([name]) => folded.startsWith(name))?.[1] ?? null;
}
