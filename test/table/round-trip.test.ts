import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import { exportedAccount } from '../../src/domain/exported.ts';
import { decideImport, purposeReader } from '../../src/domain/import.ts';
import { say } from '../../src/i18n/say.ts';
import { readImportText } from '../../src/table/import-text.ts';
import { type SheetFile, sheetCsv, sheetJson, type Words } from '../../src/table/sheet-file.ts';
import { account } from '../domain/arbitrary.ts';
import { ANA, member, NOW } from '../domain/build.ts';

/** Names that are made to be run, to break out of a cell, or to be taken for something else. */
const NAMES = [
  ...[
    '=cmd()',
    "=cmd|' /C calc'!A0",
    '+1',
    '-1',
    '@SUM(A1)',
    "'90s Diner",
    '"Quoted"',
    'a,b;c\td',
    '#1 Pizza',
    '# note',
  ],
  ...[
    '{"format":"x"}',
    '[1]',
    'Café 👩‍🍳',
    'São João; purpose',
    'line\nbreak',
    'another\r\nline',
    '\ufeffmarked',
    '＝1',
    '__proto__',
  ],
];

const several = fc
  .uniqueArray(fc.tuple(account(), fc.constantFrom(...NAMES)), {
    minLength: 1,
    maxLength: 4,
    selector: ([, name]) => name,
  })
  .map((all) =>
    all.map(
      ([one, name], place): Account => ({
        ...one,
        ...{ id: `account-${place}`, name, members: [...one.members, member('UANA', 'editor')] },
      }),
    ),
  );

const languages = fc.constantFrom('en' as const, 'pt-BR' as const);

const wordsIn = (locale: 'en' | 'pt-BR'): Words => ({
  purpose: (purpose) => say(locale)(`purpose.${purpose}`),
  person: () => '=HYPERLINK("x"); "Ana"\n',
  answer: ({ kind }) => `=${kind}, "`,
});

const purposeOf = purposeReader((purpose) => [say('en')(`purpose.${purpose}`), say('pt-BR')(`purpose.${purpose}`)]);

const fileOf = (accounts: readonly Account[], locale: 'en' | 'pt-BR', shareable: boolean): SheetFile => ({
  accounts: accounts.map((one) => exportedAccount(one, shareable ? 'third-party' : 'internal')),
  note: shareable ? 'Shareable: only "the shared" contact, and the hours; nothing else.' : null,
  ...{ at: NOW, words: wordsIn(locale) },
});

const FORMATS: [string, (file: SheetFile) => string][] = [
  ['CSV with commas', (file) => sheetCsv(file, ',')],
  ['CSV with semicolons', (file) => sheetCsv(file, ';')],
  ['JSON', sheetJson],
];

function imported(text: string, accounts: readonly Account[], pieces = [text]) {
  const read = readImportText(pieces);
  if (!read.ok) return read;
  const here = accounts[0] as Account;
  return decideImport({ rows: read.rows, here, accounts, by: ANA, purposeOf }, new Map(), NOW);
}

const NOTHING = { kind: 'accepted', changes: [] };

describe.each(FORMATS)('exported as %s and imported again', (_, write) => {
  it('R21: nothing would change, whatever the accounts are called and hold, in both languages', () => {
    fc.assert(
      fc.property(several, languages, (accounts, locale) => {
        const file = fileOf(accounts, locale, false);
        const decision = imported(write(file), accounts);
        expect(decision).toMatchObject(NOTHING);
        const answers = file.accounts.flatMap((one) => one.answers).length;
        expect('rows' in decision && decision.rows).toBe(answers);
      }),
      { numRuns: 300 },
    );
  });

  it('R12, R21: nothing would change by a shareable file either, and it finds its accounts by name', () => {
    fc.assert(
      fc.property(several, languages, (accounts, locale) => {
        const file = fileOf(accounts, locale, true);
        fc.pre(file.accounts.some((one) => one.answers.length > 0));
        expect(imported(write(file), accounts)).toMatchObject(NOTHING);
      }),
      { numRuns: 200 },
    );
  });

  it('R2: an answer that is another one in one account is a change of that one alone', () => {
    fc.assert(
      fc.property(several, languages, (accounts, locale) => {
        const [first, ...others] = accounts as [Account, ...Account[]];
        const changed = { ...first, sheet: { ...first.sheet, 'tech-emergency': ['brand-new@night.example'] } };
        const text = write(fileOf([changed, ...others], locale, false));
        expect(imported(text, accounts)).toMatchObject({
          kind: 'accepted',
          changes: [{ account: { id: first.id }, changed: ['tech-emergency'], sheet: changed.sheet }],
        });
      }),
      { numRuns: 100 },
    );
  });
});

describe('what is pasted', () => {
  it('may come in several pieces, each with the header and the mark again', () => {
    const pieces = [
      '\ufeffpurpose,answer\ntech-emergency,a@x.example',
      '\ufeffpurpose,answer\r\nops-platform,b@x.example\r\n',
    ];
    const read = readImportText(pieces);
    expect(read.ok && read.rows.map(({ row, purpose, answer }) => [row, purpose, answer])).toEqual([
      [2, 'tech-emergency', 'a@x.example'],
      [4, 'ops-platform', 'b@x.example'],
    ]);
  });

  it('may have Portuguese headings, empty rows and tabs, and counts rows as a spreadsheet does', () => {
    const read = readImportText(['Conta\tFinalidade\tResposta\n\t\t\n=X\tEmergência técnica\ta@x.example']);
    expect(read).toMatchObject({ ok: true, rows: [{ row: 3, accountName: '=X', purpose: 'Emergência técnica' }] });
  });

  it.each([
    ['nothing', '  \n', 'empty'],
    ['a header alone', 'purpose,answer\n', 'empty'],
    ['no header', 'tech-emergency,a@x.example', 'header-missing'],
    ['a text', 'Please change our contacts', 'header-missing'],
    ['a quote that is not closed', 'purpose,answer\na,"b', 'csv-broken'],
    ['an answer of two parts without quotation marks', 'purpose;answer\na;b@x.co; c@x.co', 'csv-wide'],
    ['JSON that was cut', '{"format":"callsheet.sheets",', 'json-broken'],
    ['JSON of something else', '{"a":1}', 'json-other'],
    ['JSON of a later version', '{"format":"callsheet.sheets","version":2,"accounts":[]}', 'json-other'],
    ['JSON of no account', '{"format":"callsheet.sheets","version":1,"accounts":[]}', 'empty'],
  ])('is no import when it is %s', (_, text, reason) => {
    expect(readImportText([text])).toMatchObject({ ok: false, problem: { reason } });
  });
});

describe('a shareable file', () => {
  it.each(FORMATS)('R12: says so in its first line, as %s', (_, write) => {
    const file = fileOf([{ ...(fc.sample(account({ full: true }), 1)[0] as Account) }], 'en', true);
    expect(write(file).split('\n')[0]).toContain('Shareable');
  });
});
