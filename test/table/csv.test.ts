import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asItWas, harmless, readCsv, writeCsv } from '../../src/table/csv.ts';

/** How a spreadsheet finds what it would run, what becomes of it, and whether it is changed at all. */
const CELLS: [string, string, string][] = [
  ['a formula', '=cmd()', "'=cmd()"],
  ['a sum', '+1+1', "'+1+1"],
  ['a difference', '-2+3', "'-2+3"],
  ['a function of old', '@SUM(A1)', "'@SUM(A1)"],
  ['a tab', '\t=1', "'\t=1"],
  ['a carriage return', '\r=1', "'\r=1"],
  ['a line break', '\n=1', "'\n=1"],
  ['a formula after blanks', '  =1', "'  =1"],
  ['a formula in full width', '＝1', "'＝1"],
  ['a command', "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
  ['a link', '=HYPERLINK("https://x.example","a, b")', '\'=HYPERLINK("https://x.example","a, b")'],
  ['an address that begins with a plus', '+oncall@harvest.example', "'+oncall@harvest.example"],
  ['an apostrophe of its own', "'quoted", "''quoted"],
  ['an apostrophe before a formula', "'=1", "''=1"],
  ['an address', 'a=b@harvest.example', 'a=b@harvest.example'],
  ['a text', 'Harvest Table', 'Harvest Table'],
  ['a text that begins with blanks', '  Harvest', '  Harvest'],
  ['an emoji', '👩‍🍳 Table', '👩‍🍳 Table'],
  ['nothing', '', ''],
];

const RUNS = /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n]/;

describe('a cell', () => {
  it.each(CELLS)('that holds %s is nothing to run, and comes back as it was', (_, cell, written) => {
    expect(harmless(cell)).toBe(written);
    expect(harmless(cell)).not.toMatch(RUNS);
    expect(asItWas(harmless(cell))).toBe(cell);
  });

  it('that somebody began with an apostrophe themselves keeps it', () => {
    expect(asItWas("'90s Diner")).toBe("'90s Diner");
  });
});

const nasty = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc
    .array(
      fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', "'", '"', ',', ';', '#', ' ', 'a', 'é', '😀', '\ufeff'),
    )
    .map((parts) => parts.join('')),
);
const tables = fc
  .integer({ min: 2, max: 4 })
  .chain((width) => fc.array(fc.array(nasty, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }))
  // The header of a file of ours: words without anything in them that could stand between cells.
  .map((rows) => [(rows[0] ?? []).map((_, place) => `column_${place}`), ...rows]);
const delimiters = fc.constantFrom(',' as const, ';' as const);

describe('a table', () => {
  it('comes back as it was written, whatever is in it', () => {
    fc.assert(
      fc.property(tables, delimiters, (rows, delimiter) => {
        expect(readCsv(writeCsv(rows, delimiter))).toEqual({ ok: true, rows });
      }),
      { numRuns: 500 },
    );
  });

  it('is read alike by any other reader of CSV, and nothing in it would be run', () => {
    fc.assert(
      fc.property(tables, delimiters, (rows, delimiter) => {
        const text = writeCsv(rows, delimiter);
        const read = parse(text, { bom: true, delimiter, record_delimiter: '\r\n' });
        expect(read).toEqual(rows.map((row) => row.map(harmless)));
        expect(read.flat().filter((cell) => RUNS.test(cell))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('begins with the mark of UTF-8, and ends each row as spreadsheets do', () => {
    expect(
      writeCsv(
        [
          ['a', 'b'],
          ['ç', ''],
        ],
        ',',
      ),
    ).toBe('\ufeffa,b\r\nç,\r\n');
  });

  it.each([
    ['commas', 'purpose,answer\nalert,"a, b"\n'],
    ['semicolons, as where a comma divides decimals', 'purpose;answer\nalert;a, b\n'],
    ['tabs, as copied from a spreadsheet', 'purpose\tanswer\r\nalert\ta, b'],
    ['a note on top', '# a, note, with, commas\npurpose;answer\nalert;a, b\n'],
  ])('is read with %s', (_, text) => {
    const read = readCsv(text);
    expect(read.ok && read.rows.slice(-2)).toEqual([
      ['purpose', 'answer'],
      ['alert', 'a, b'],
    ]);
  });

  it('that is broken says in which row', () => {
    expect(readCsv('purpose,answer\nalert,"a\n')).toEqual({ ok: false, problem: { reason: 'csv-broken', row: 2 } });
  });
});
