import { z } from 'zod';
import type { ImportRow } from '../domain/import.ts';
import { readCsv } from './csv.ts';
import { SHEETS_FORMAT, SHEETS_VERSION } from './sheet-file.ts';

/** Why a whole text is no import. */
export type TextProblem =
  | { reason: 'empty' }
  | { reason: 'csv-broken'; row: number }
  /** More cells than the header names: an answer of several parts that was not put in quotation marks. */
  | { reason: 'csv-wide'; row: number }
  | { reason: 'header-missing' }
  | { reason: 'json-broken' }
  | { reason: 'json-other' };

export type TextReading = { ok: true; rows: ImportRow[] } | { ok: false; problem: TextProblem };

/** Reads what somebody pasted, in as many pieces as it took: what an export wrote, or a table of their own. */
export function readImportText(pieces: readonly string[]): TextReading {
  const text = pieces.map((piece) => piece.replace(/^\ufeff/, '')).join('\n');
  const start = text.trimStart();
  if (start === '') return { ok: false, problem: { reason: 'empty' } };
  return start.startsWith('{') || start.startsWith('[') ? readJson(text) : readTable(text);
}

/** What a column may be called at its top. */
const HEADINGS = {
  accountId: ['account_id'],
  accountName: ['account', 'conta'],
  purpose: ['purpose', 'finalidade'],
  answer: ['answer', 'resposta'],
} as const;

type Column = keyof typeof HEADINGS;

function readTable(text: string): TextReading {
  const read = readCsv(text);
  if (!read.ok) return read;
  const isNote = (row: readonly string[]) => row.every((cell) => cell.trim() === '') || row[0]?.startsWith('#');
  const top = read.rows.findIndex((row) => !isNote(row));
  const header = read.rows[top] ?? [];
  const place = (column: Column) =>
    header.findIndex((cell) => HEADINGS[column].some((heading) => heading === cell.trim().toLowerCase()));
  const places = { accountId: place('accountId'), accountName: place('accountName') };
  const [purpose, answer] = [place('purpose'), place('answer')];
  if (purpose < 0 || answer < 0) return { ok: false, problem: { reason: 'header-missing' } };
  const wide = read.rows.findIndex((row, index) => index > top && row.slice(header.length).some((cell) => cell.trim()));
  if (wide >= 0) return { ok: false, problem: { reason: 'csv-wide', row: wide + 1 } };
  const rows = read.rows.flatMap((cells, index): ImportRow[] => {
    const cell = (at: number) => cells[at]?.trim() ?? '';
    // Of several pieces, each may have the header again.
    const isHeader = cell(purpose) === header[purpose]?.trim() && cell(answer) === header[answer]?.trim();
    if (index <= top || isHeader || cells.every((one) => one.trim() === '')) return [];
    return [
      {
        row: index + 1,
        accountId: cell(places.accountId),
        accountName: cell(places.accountName),
        purpose: cell(purpose),
        answer: cell(answer),
      },
    ];
  });
  return rows.length > 0 ? { ok: true, rows } : { ok: false, problem: { reason: 'empty' } };
}

const person = z.union([z.string(), z.object({ user: z.string() }).transform(({ user }) => user)]);
const supportWindow = z
  .object({ zone: z.string(), days: z.array(z.number()), start: z.string(), end: z.string() })
  .transform(({ zone, days, start, end }) => `${days.join(' ')} ${start}-${end} ${zone}`);
const answer = z.union([z.string(), z.array(z.union([person, supportWindow])).transform((list) => list.join('; '))]);
const accountAnswers = z.object({
  id: z.string().optional(),
  name: z.string().optional(),
  answers: z.record(z.string(), answer),
});
const document = z.object({
  format: z.literal(SHEETS_FORMAT),
  version: z.literal(SHEETS_VERSION),
  accounts: z.array(accountAnswers),
});

/** Rows are counted answer by answer, in the order in which they stand. */
function readJson(text: string): TextReading {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { ok: false, problem: { reason: 'json-broken' } };
  }
  const read = document.safeParse(parsed);
  if (!read.success) return { ok: false, problem: { reason: 'json-other' } };
  const rows = read.data.accounts.flatMap(({ id = '', name = '', answers }) =>
    Object.entries(answers).map(([purpose, given]) => ({
      ...{ accountId: id.trim(), accountName: name.trim(), purpose, answer: given },
    })),
  );
  if (rows.length === 0) return { ok: false, problem: { reason: 'empty' } };
  return { ok: true, rows: rows.map((row, place) => ({ row: place + 1, ...row })) };
}
