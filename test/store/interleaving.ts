import fc from 'fast-check';
import { expect } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import { settle } from '../../src/domain/choice.ts';
import { unsaved } from '../../src/domain/draft.ts';
import { decideEdit, type SheetEdit } from '../../src/domain/edit.ts';
import { mergeEdit, sinceShown } from '../../src/domain/merge.ts';
import { changesSince } from '../../src/store/changes.ts';
import { discardDraft, findDraft, keepDraft } from '../../src/store/drafts.ts';
import { onLatest, type SaveOutcome } from '../../src/store/save.ts';
import { saveSheet } from '../../src/store/sheets.ts';
import type { Store } from '../../src/store/store.ts';
import { EVERYBODY, NOW } from '../domain/build.ts';
import { reread } from './account.ts';

/** What two people do to one sheet, step by step, as the form does it; and beside it, in plain words, what must come of it. */

export const FIELDS = ['tech-emergency', 'ops-platform'] as const;
type Field = (typeof FIELDS)[number];
export const PEOPLE = ['UANA', 'UBRUNO'] as const;
export type Who = (typeof PEOPLE)[number];

const ANSWERS = ['', 'a@x.co', 'b@x.co', 'c@x.co\nd@x.co'] as const;

export type Step =
  | { does: 'open' | 'save' | 'discard' | 'close'; who: Who }
  | { does: 'type'; who: Who; field: Field; text: string }
  /** One of the letters that are on their way arrives, by its place among them. */
  | { does: 'deliver'; place: number };

export const step = (): fc.Arbitrary<Step> => {
  const who = fc.constantFrom(...PEOPLE);
  return fc.oneof(
    fc.record({ does: fc.constantFrom('open', 'save', 'discard', 'close'), who }),
    fc.record({ does: fc.constant('type'), who, field: fc.constantFrom(...FIELDS), text: fc.constantFrom(...ANSWERS) }),
    fc.record({ does: fc.constant('deliver'), place: fc.nat(5) }),
  ) as fc.Arbitrary<Step>;
};

type Answers = Record<Field, string>;

/** A form before a person: what stands in it, and which revision each field was begun from. */
interface Form {
  edit: Answers;
  base: Record<Field, number>;
}

interface Letter {
  who: Who;
  form: Form;
  at: Date;
}

const SURFACE = 'contact.save';

export function newStage(store: Store, begun: Account) {
  /** The sheet that there must be, at every revision. */
  const sheets = new Map<number, Answers>([[begun.revision, answersOf(begun)]]);
  let revision = begun.revision;
  const forms = new Map<Who, Form>();
  /** What each has typed last and neither saved nor discarded. */
  const typed = new Map<Who, Form>();
  let letters: Letter[] = [];
  let clock = NOW.getTime();
  const tick = () => {
    clock += 1000;
    return new Date(clock);
  };
  const now = () => sheets.get(revision) as Answers;
  const keyOf = (who: Who) => ({ accountId: begun.id, userId: who, surface: SURFACE });

  const keep = ({ who, form, at }: Letter) => {
    const oldest = Math.min(...Object.values(form.base));
    const values = { edit: form.edit, fields: form.base };
    return keepDraft(store, { ...keyOf(who), revision: oldest, values, at });
  };

  const deliver = async (which: (letter: Letter) => boolean) => {
    const arriving = letters.filter(which);
    letters = letters.filter((letter) => !arriving.includes(letter));
    for (const letter of arriving.reverse()) await keep(letter);
  };

  /** What the person must find: their own words where they said something else, and the sheet everywhere else. */
  const expected = (who: Who): Answers => {
    const form = typed.get(who);
    const own = (field: Field) => form && form.edit[field] !== sheets.get(form.base[field])?.[field];
    return Object.fromEntries(FIELDS.map((field) => [field, own(field) ? form?.edit[field] : now()[field]])) as Answers;
  };

  /** What the person finds: the draft, laid over the account as it is. */
  const found = async (who: Who): Promise<Form> => {
    const account = await reread(store, begun);
    const draft = await findDraft(store, keyOf(who));
    const { edit = {}, fields = {} } = (draft?.values ?? {}) as { edit?: SheetEdit; fields?: Record<string, number> };
    const from = draft?.revision ?? account.revision;
    const changes = await changesSince(store, { accountId: account.id, revision: from });
    const kept = unsaved(account, { edit, shown: { revision: from, fields } }, changes);
    const has = (field: Field) => kept && field in kept.typed;
    const entries = FIELDS.map((field) => [field, has(field) ? kept?.typed[field] : answersOf(account)[field]]);
    const bases = FIELDS.map((field) => [field, has(field) ? Math.max(from, fields[field] ?? 0) : account.revision]);
    return { edit: Object.fromEntries(entries) as Answers, base: Object.fromEntries(bases) as Form['base'] };
  };

  const save = async (who: Who, form: Form) => {
    const at = tick();
    await keep({ who, form, at });
    const outcome = await onLatest<Extract<SaveOutcome, { kind: 'saved' }>>(
      await reread(store, begun),
      async (account) => {
        const oldest = Math.min(...Object.values(form.base));
        const changes = await changesSince(store, { accountId: account.id, revision: oldest });
        const merged = mergeEdit(account, form.edit, sinceShown(changes, { revision: oldest, fields: form.base }));
        const conflicts = merged.kind === 'conflict' ? merged.conflicts : [];
        // Shown the conflict, everybody chooses their own.
        const choices = conflicts.map((one) => [one.purpose, { choice: 'mine', about: one.revision }] as const);
        const { edit, open } = settle(merged.edit, conflicts, Object.fromEntries(choices));
        expect(open).toEqual([]);
        const decision = decideEdit(account, edit, EVERYBODY, NOW);
        if (decision.kind === 'refused') throw new Error(JSON.stringify(decision.refusals));
        return saveSheet(store, { account, sheet: decision.sheet, by: who, now: at, form: SURFACE });
      },
    );
    const mine = FIELDS.filter((field) => form.edit[field] !== sheets.get(form.base[field])?.[field]);
    const after = { ...now(), ...Object.fromEntries(mine.map((field) => [field, form.edit[field]])) };
    revision = outcome.account.revision;
    sheets.set(revision, after);
    expect(answersOf(outcome.account)).toEqual(after);
    typed.delete(who);
    forms.delete(who);
  };

  const take = async (one: Step): Promise<void> => {
    if (one.does === 'deliver') {
      const letter = letters[one.place % Math.max(1, letters.length)];
      return deliver((other) => other === letter);
    }
    const { who } = one;
    const form = forms.get(who);
    switch (one.does) {
      case 'open': {
        // Whoever opens a form again has waited until what they typed has arrived.
        await deliver((letter) => letter.who === who);
        const opened = await found(who);
        expect(opened.edit).toEqual(expected(who));
        forms.set(who, opened);
        return;
      }
      case 'type': {
        if (!form) return;
        const next = { ...form, edit: { ...form.edit, [one.field]: one.text } };
        forms.set(who, next);
        typed.set(who, next);
        letters.push({ who, form: next, at: tick() });
        return;
      }
      case 'save':
        return form && save(who, form);
      case 'discard':
        if (!form) return;
        await discardDraft(store, { ...keyOf(who), at: tick() });
        typed.delete(who);
        forms.delete(who);
        return;
      case 'close':
        forms.delete(who);
    }
  };

  return {
    take,
    /** Everything has arrived: nobody finds less, or more, than what they typed last and did not save, or discard. */
    async end(): Promise<void> {
      await deliver(() => true);
      for (const who of PEOPLE) expect((await found(who)).edit).toEqual(expected(who));
      expect(answersOf(await reread(store, begun))).toEqual(now());
    },
  };
}

const answersOf = ({ sheet }: Account): Answers =>
  Object.fromEntries(FIELDS.map((field) => [field, sheet[field].join('\n')])) as Answers;
