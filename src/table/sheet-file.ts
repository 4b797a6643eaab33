import { answerText } from '../domain/answer-text.ts';
import type { Answer, ExportedAccount } from '../domain/exported.ts';
import { showClock } from '../domain/hours.ts';
import type { Purpose } from '../domain/purpose.ts';
import { type Delimiter, writeCsv } from './csv.ts';
import { writeJson } from './json.ts';

/** What a person reads beside what a machine does; an import passes it over. */
export interface Words {
  purpose(purpose: Purpose): string;
  /** The name of a person; empty if we never heard of them. */
  person(userId: string): string;
  /** The answer as a sentence in the person's language. */
  answer(answer: Answer): string;
}

export interface SheetFile {
  accounts: readonly ExportedAccount[];
  /** For a third party: what the file is, as its first line. */
  note: string | null;
  at: Date;
  words: Words;
}

/** The columns by their names, which are the same in every language: an import finds them by these. */
const COLUMNS = ['account_id', 'account', 'environment', 'purpose', 'answer', 'purpose_name', 'answer_text'] as const;
/** A third party has the names, and nothing that leads back. */
const SHARED_COLUMNS = ['account', 'purpose', 'answer', 'purpose_name', 'answer_text'] as const;

/** One row for each account and purpose; what the answer is stands in one cell. */
export function sheetCsv({ accounts, note, words }: SheetFile, delimiter: Delimiter): string {
  const columns = note === null ? COLUMNS : SHARED_COLUMNS;
  const rows = accounts.flatMap(({ id, name, environment, answers }) =>
    answers.map(
      ({ purpose, answer }): Record<(typeof COLUMNS)[number], string> => ({
        account_id: id ?? '',
        account: name,
        environment: environment ?? '',
        purpose,
        answer: answerText(answer),
        purpose_name: words.purpose(purpose),
        answer_text: words.answer(answer),
      }),
    ),
  );
  const first = note === null ? [] : [[`# ${note}`]];
  return writeCsv([...first, columns, ...rows.map((row) => columns.map((column) => row[column]))], delimiter);
}

export const SHEETS_FORMAT = 'callsheet.sheets';
/** Grows when a reader of the files before could no longer read them. */
export const SHEETS_VERSION = 1;

/**
 * The same for machines. `answers` has the purposes by their ids: addresses as a list, people with `user` and `name`,
 * windows with `zone`, `days` (1 is Monday), `start` and `end`; a purpose that is absent has no place in the account.
 */
export const sheetJson = ({ accounts, note, at, words }: SheetFile): string =>
  writeJson({
    ...(note !== null && { note }),
    format: SHEETS_FORMAT,
    version: SHEETS_VERSION,
    audience: note === null ? 'internal' : 'third-party',
    exportedAt: at.toISOString(),
    accounts: accounts.map(({ id, name, environment, answers }) => ({
      ...(id !== null && { id }),
      name,
      ...(environment !== null && { environment }),
      answers: Object.fromEntries(answers.map(({ purpose, answer }) => [purpose, jsonAnswer(answer, words)])),
    })),
  });

function jsonAnswer(answer: Answer, words: Words): unknown {
  if (answer.kind === 'addresses') return answer.addresses;
  if (answer.kind === 'people') return answer.userIds.map((user) => ({ user, name: words.person(user) }));
  return answer.windows.map(({ zone, days, start, end }) => ({
    ...{ zone, days, start: showClock(start), end: showClock(end) },
  }));
}
