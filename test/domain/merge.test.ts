import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import { decideEdit, type SheetEdit } from '../../src/domain/edit.ts';
import type { SupportWindow } from '../../src/domain/hours.ts';
import { mergeEdit, mergeHours, type PurposeChange } from '../../src/domain/merge.ts';
import { ADDRESS_PURPOSES, type AddressPurpose } from '../../src/domain/purpose.ts';
import * as any from './arbitrary.ts';
import { answering, complete, EVERYBODY, frozen, launched, NOW, supportWindow } from './build.ts';

/** What a save leaves behind: the account afterwards, and what the history says of it. */
function save(account: Account, edit: SheetEdit, by: string): { account: Account; changes: PurposeChange[] } {
  const decision = decideEdit(account, edit, EVERYBODY, NOW);
  if (decision.kind === 'refused') throw new Error(JSON.stringify(decision.refusals));
  const revision = account.revision + 1;
  const changes = decision.changed.flatMap((purpose) =>
    purpose === 'support-hours' ? [] : [{ purpose, by, revision, before: account.sheet[purpose] }],
  );
  return { account: { ...account, revision, sheet: decision.sheet }, changes };
}

/** Saves one after the other, all begun on the same account; who comes later is laid over what is there. */
function saveAll(start: Account, edits: readonly SheetEdit[]): Account | 'conflict' {
  let now = { account: start, changes: [] as PurposeChange[] };
  for (const [place, edit] of edits.entries()) {
    const merge = mergeEdit(frozen(now.account), frozen(edit), frozen(now.changes));
    if (merge.kind === 'conflict') return 'conflict';
    const { account, changes } = save(now.account, merge.edit, `U${place}`);
    now = { account, changes: [...now.changes, ...changes] };
  }
  return now.account;
}

/** The whole form as it was opened, with some of it typed anew. */
const form = (account: Account, typed: SheetEdit = {}): SheetEdit => ({
  ...(account.environment === 'production' && { alert: account.sheet.alert }),
  ...Object.fromEntries(ADDRESS_PURPOSES.map((purpose) => [purpose, account.sheet[purpose].join('\n')])),
  ...typed,
});

const start = launched();
const theirs = save(start, { 'tech-emergency': 'theirs@x.co' }, 'UBRUNO');

describe('two people who edit at once', () => {
  it('R23: keep both when each changed another field', () => {
    const after = saveAll(start, [
      form(start, { 'tech-emergency': 'a@x.co' }),
      form(start, { 'ops-platform': 'b@x.co' }),
    ]);
    expect(after).toMatchObject({
      sheet: { ...start.sheet, 'tech-emergency': ['a@x.co'], 'ops-platform': ['b@x.co'] },
    });
  });

  it('R23: learn what both changed, by whom and to what, when the answers differ', () => {
    const merge = mergeEdit(
      theirs.account,
      form(start, { 'tech-emergency': 'mine@x.co', 'ops-platform': 'b@x.co' }),
      theirs.changes,
    );
    const [purpose, before] = ['tech-emergency', ['oncall@harvest.example']];
    expect(merge).toMatchObject({
      kind: 'conflict',
      conflicts: [{ purpose, by: 'UBRUNO', revision: 2, before, theirs: ['theirs@x.co'] }],
      left: [],
    });
  });

  it('R23: learn of every field that both changed, and of who changed it last', () => {
    const again = save(theirs.account, { 'tech-emergency': 'third@x.co', alert: ['UCHLOE'] }, 'UCHLOE');
    const edit = form(start, { 'tech-emergency': 'mine@x.co', alert: ['UANA'] });
    expect(mergeEdit(again.account, edit, [...theirs.changes, ...again.changes])).toMatchObject({
      kind: 'conflict',
      conflicts: [
        { purpose: 'alert', by: 'UCHLOE', theirs: ['UCHLOE'] },
        { purpose: 'tech-emergency', by: 'UCHLOE', theirs: ['third@x.co'] },
      ],
      left: [],
    });
  });

  const edit = (text: string | undefined): SheetEdit => ({ 'tech-emergency': text });
  it.each([
    ['left alone', 'oncall@harvest.example', 'merged', ['theirs@x.co']],
    ['left alone, typed in another way', ' <mailto:oncall@HARVEST.example>, ', 'merged', ['theirs@x.co']],
    ['not in the form', undefined, 'merged', ['theirs@x.co']],
    ['changed to the same answer', 'theirs@X.co', 'merged', ['theirs@x.co']],
    ['changed to another answer', 'mine@x.co', 'conflict', null],
    ['changed to theirs and one more', 'theirs@x.co mine@x.co', 'conflict', null],
    ['emptied', '', 'conflict', null],
    ['changed to what will not do', 'nope', 'conflict', null],
  ])('R23: a field that one changed and the other has %s is %s', (_, text, kind, answer) => {
    const merge = mergeEdit(theirs.account, edit(text), theirs.changes);
    expect(merge.kind).toBe(kind);
    if (merge.kind === 'merged')
      expect(save(theirs.account, merge.edit, 'UANA').account.sheet['tech-emergency']).toEqual(answer);
  });

  it('R23: are not in conflict over a field that was changed and changed back', () => {
    const back = save(theirs.account, { 'tech-emergency': 'oncall@harvest.example' }, 'UBRUNO');
    const since = [...theirs.changes, ...back.changes];
    expect(mergeEdit(back.account, edit('mine@x.co'), since)).toEqual({
      kind: 'merged',
      edit: edit('mine@x.co'),
      left: [],
    });
  });

  it('R23: are not in conflict over what nobody else changed, be it wrong or blank', () => {
    const typed = { 'ops-platform': 'nope', 'tech-non-emergency': '', alert: [] };
    expect(mergeEdit(theirs.account, typed, theirs.changes)).toEqual({ kind: 'merged', edit: typed, left: [] });
    expect(mergeEdit(start, form(start), [])).toEqual({ kind: 'merged', edit: form(start), left: [] });
  });

  it('R23: may both prefill the alias of a sheet that has none yet', () => {
    const blank = answering(complete(), { 'ops-users': [] });
    const prefilled = { 'ops-users': 'help@harvest.example' };
    expect(saveAll(blank, [prefilled, { ...prefilled, 'ops-platform': 'b@x.co' }])).toMatchObject({
      sheet: { 'ops-users': ['help@harvest.example'], 'ops-platform': ['b@x.co'] },
    });
  });

  /** Answers to some of the purposes that take any address. */
  const FREE: AddressPurpose[] = ['tech-emergency', 'tech-non-emergency', 'ops-merchant', 'ops-platform'];
  const answers = any.addresses({ min: 1, max: 3 }).map((list) => list.join(', '));
  const all = fc.record(Object.fromEntries(FREE.map((purpose) => [purpose, answers])));
  const edits = fc
    .tuple(all, fc.array(fc.nat({ max: 2 }), { minLength: 4, maxLength: 4 }))
    .map(([typed, owners]) =>
      [0, 1].map(
        (owner): SheetEdit => Object.fromEntries(Object.entries(typed).filter((_, place) => owners[place] === owner)),
      ),
    );

  it('R23: in different fields come to the same sheet in any order, with everything that both typed', () => {
    fc.assert(
      fc.property(edits, ([one = {}, other = {}]) => {
        const both = save(start, { ...one, ...other }, 'U').account.sheet;
        const forms = [form(start, one), form(start, other)];
        expect(saveAll(start, forms)).toMatchObject({ sheet: both });
        expect(saveAll(start, forms.reverse())).toMatchObject({ sheet: both });
      }),
    );
  });

  it('R23: never lose an update: what was saved first is still there, or the second is told', () => {
    const few = fc.constantFrom('a@x.co', 'b@x.co', 'a@x.co b@x.co', 'oncall@harvest.example');
    const some = fc.record(Object.fromEntries(FREE.map((purpose) => [purpose, few])), { requiredKeys: [] });
    fc.assert(
      fc.property(some, some, (one, other) => {
        const first = save(start, form(start, one), 'U1');
        const merge = mergeEdit(first.account, form(start, other), first.changes);
        const wanted = save(start, form(start, other), 'U2').account.sheet;
        const differs = (purpose: AddressPurpose, sheet: Account['sheet']) =>
          sheet[purpose].join() !== start.sheet[purpose].join();
        const clash = FREE.filter(
          (purpose) =>
            differs(purpose, first.account.sheet) &&
            differs(purpose, wanted) &&
            wanted[purpose].join() !== first.account.sheet[purpose].join(),
        );
        expect(merge.kind === 'conflict' ? merge.conflicts.map((conflict) => conflict.purpose) : []).toEqual(clash);
        if (merge.kind === 'conflict') return;
        const { sheet } = save(first.account, merge.edit, 'U2').account;
        for (const purpose of FREE) {
          expect(sheet[purpose]).toEqual(differs(purpose, wanted) ? wanted[purpose] : first.account.sheet[purpose]);
        }
      }),
    );
  });
});

describe('two people who set the hours at once', () => {
  const [day, night, noon] = [540, 1320, 720].map((begin) => supportWindow({ start: begin }));
  const hours = (...windows: (SupportWindow | undefined)[]) => windows.filter((window) => window !== undefined);
  const before = answering(launched(), { 'support-hours': hours(day) });
  const after = answering(before, { 'support-hours': hours(day, night) });
  const since: PurposeChange[] = [{ purpose: 'support-hours', by: 'UBRUNO', revision: 5, before: hours(day) }];

  it.each([
    ['left them alone', hours(day), { kind: 'merged', windows: hours(day, night) }],
    ['chose the same', hours(day, night), { kind: 'merged', windows: hours(day, night) }],
    ['chose others', hours(noon), { kind: 'conflict', by: 'UBRUNO', before: hours(day), theirs: hours(day, night) }],
    ['took them all away', [], { kind: 'conflict', by: 'UBRUNO', revision: 5 }],
  ])('R23: the second, who %s', (_, mine, merged) => {
    expect(mergeHours(after, mine, since)).toMatchObject(merged);
  });

  it('R23: are not in conflict when nobody else saved hours, or when they were changed and changed back', () => {
    const others: PurposeChange[] = [{ purpose: 'ops-platform', by: 'UBRUNO', revision: 5, before: [] }];
    expect(mergeHours(before, hours(noon), others)).toEqual({ kind: 'merged', windows: hours(noon) });
    expect(mergeHours(before, hours(noon), since)).toEqual({ kind: 'merged', windows: hours(noon) });
  });
});
