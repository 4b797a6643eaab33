import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

/** Tables as text that a spreadsheet opens: UTF-8 with its mark, CRLF, and no cell that would be run as a formula. */
export type Row = readonly string[];

/** What stands between two cells; a spreadsheet expects the semicolon where the comma divides decimals. */
export type Delimiter = ',' | ';';

const BYTE_ORDER_MARK = '\ufeff';

export const writeCsv = (rows: readonly Row[], delimiter: Delimiter): string =>
  BYTE_ORDER_MARK +
  stringify(
    rows.map((row) => row.map(harmless)),
    { delimiter, record_delimiter: 'windows', quote_record_delimiter: true, quoted_match: /^\s|\s$|[,;\t\r\n']/ },
  );

/**
 * A spreadsheet runs what begins like this, also in full width and after blanks. An apostrophe is among them, so that
 * one that was there is not taken for ours.
 */
const RUNS = /^(?:[\s\0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n'])/;

/** An apostrophe in front makes a text of it: spreadsheets take it for a mark of their own. */
export const harmless = (cell: string): string => (RUNS.test(cell) ? `'${cell}` : cell);

/** The cell as it was before `harmless`; what somebody began with an apostrophe themselves stays as it is. */
export const asItWas = (cell: string): string =>
  cell.startsWith("'") && RUNS.test(cell.slice(1)) ? cell.slice(1) : cell;

/** Rows as a spreadsheet numbers them, also the empty ones. */
export type CsvReading = { ok: true; rows: string[][] } | { ok: false; problem: { reason: 'csv-broken'; row: number } };

/** Reads a table however it came: with commas, semicolons or, copied from a spreadsheet, tabs. */
export function readCsv(text: string): CsvReading {
  const bare = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  try {
    const rows = parse(bare, { delimiter: delimiterOf(bare), relax_column_count: true, max_record_size: 100_000 });
    return { ok: true, rows: rows.map((row) => row.map(asItWas)) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, problem: { reason: 'csv-broken', row: Number(error.records ?? 0) + 1 } };
  }
}

/** That of the header, the first line that is no note: its cells hold none themselves. */
function delimiterOf(text: string): string {
  const header = text.split(/\r\n|\n|\r/).find((line) => line.trim() !== '' && !/^["']?#/.test(line)) ?? '';
  const count = (delimiter: string) => header.split(delimiter).length;
  return ['\t', ';', ','].reduce((best, one) => (count(one) > count(best) ? one : best));
}
