import type { ModalView } from '@slack/types';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import { findAccount } from '../../src/store/accounts.ts';
import { findDraft } from '../../src/store/drafts.ts';
import { changesOf } from '../../src/store/history.ts';
import type { Desk } from './desk.ts';
import { type Deed, doAtOnce, entering, type Screen, type Seen } from './interleaved-desk.ts';
import {
  type Act,
  type Answers,
  act,
  begin,
  type Choice,
  EDITORS,
  each,
  FIELDS,
  type Field,
  type Form,
  type Outcome,
  revisionOf,
  sheetAt,
  type Who,
  type World,
} from './interleaved-model.ts';

/** Two editors by chance, through the app, and beside them the model: after every step they must say the same. */

const TEXTS = ['a@x.co', 'b@x.co', 'c@x.co', 'c@x.co, d@x.co', 'e@x.co\nb@x.co', 'o@x.co'] as const;
/** Neither of them can be saved everywhere. */
const WRONG = ['', 'ask for Zoë'] as const;

type Single =
  | { does: 'open' | 'save' | 'discard' | 'close'; who: Who }
  /** Its letter reaches the app at once, or is on its way for a while. Whoever has no form opens one first. */
  | { does: 'type'; who: Who; field: Field; text: string; slow: boolean }
  | { does: 'choose'; who: Who; field: Field; choice: Choice }
  /** The form is gone and nobody was told, as when a laptop goes off. */
  | { does: 'vanish'; who: Who }
  | { does: 'arrive'; who: Who }
  /** Takes back one of the changes so far, counted from the last. */
  | { does: 'undo'; who: Who; back: number };
export type Step = Single | { does: 'at-once'; one: Single; other: Single };

const single = (who: fc.Arbitrary<Who>): fc.Arbitrary<Single> => {
  // Mostly the same one: two people have to meet.
  const field = fc.oneof({ weight: 3, arbitrary: fc.constant(FIELDS[0]) }, fc.constantFrom(...FIELDS));
  const text = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...TEXTS) }, fc.constantFrom(...WRONG));
  const choice = fc.constantFrom<Choice>('mine', 'theirs', 'both');
  const does = <D extends Single['does']>(weight: number, what: D, more: object = {}) => ({
    weight,
    arbitrary: fc.record({ does: fc.constant(what), who, ...more }) as fc.Arbitrary<Single>,
  });
  return fc.oneof(
    ...[does(9, 'type', { field, text, slow: fc.integer({ min: 0, max: 3 }).map((one) => one > 0) })],
    ...[
      does(6, 'save'),
      does(3, 'undo', { back: fc.constantFrom(0, 0, 1, 1, 2, 3) }),
      does(3, 'choose', { field, choice }),
    ],
    ...[does(1, 'open'), does(1, 'discard'), does(1, 'close'), does(1, 'vanish'), does(1, 'arrive')],
  );
};

export const steps = (): fc.Arbitrary<Step[]> => {
  const anybody = fc.constantFrom(...EDITORS);
  const ofTwo = fc.record({ one: single(fc.constant('UANA')), other: single(fc.constant('UBRUNO')) });
  const ofOne = fc.record({ one: single(anybody), other: single(anybody) });
  const pair = fc
    .oneof({ weight: 4, arbitrary: ofTwo }, ofOne)
    .map(({ one, other }): Step => ({ does: 'at-once', one, other }));
  return fc.array(fc.oneof({ weight: 3, arbitrary: single(anybody) }, { weight: 1, arbitrary: pair }), {
    ...{ minLength: 5, maxLength: 12, size: 'max' as const },
  });
};

interface Stage {
  world: World;
  /** The account as it was read last. */
  now: Account;
  screens: Partial<Record<Who, Screen>>;
  letters: { who: Who; screen: Screen; at: number }[];
  /** A modal with a button to undo. */
  modal: ModalView | null;
}

/** Plays the steps on an account that only these two change. */
export async function play(
  desk: Desk,
  account: Account,
  list: readonly Step[],
  tally: (what: string) => void,
): Promise<World> {
  const stage: Stage = {
    world: begin(account.revision, answersOf(account)),
    now: account,
    screens: {},
    letters: [],
    modal: null,
  };
  const at = () => {
    desk.now = new Date(desk.now.getTime() + 1000);
    return desk.now.getTime();
  };

  const perform = async (deeds: readonly Deed[]) => {
    const seen = await doAtOnce(desk, account.id, deeds);
    const now = deeds.some(changes) ? await latest(desk, account) : stage.now;
    stage.now = now;
    const matches = orders(deeds.length).map((order) => {
      let { world } = stage;
      const outcomes: Outcome[] = [];
      for (const place of order) {
        const outcome = act(world, deeds[place] as Act);
        outcomes[place] = outcome;
        world = outcome.world;
      }
      return {
        world,
        outcomes,
        says: said(
          world,
          outcomes.map(({ shown }) => shown),
        ),
      };
    });
    const is = { revision: now.revision, sheet: answersOf(now), shown: seen.map(({ shown }) => shown) };
    const match = matches.find(({ says }) => JSON.stringify(says) === JSON.stringify(is));
    // What was done at once must have come out as if one had been first.
    if (!match)
      expect(is, `after ${deeds.map(({ who, does }) => `${who} ${does}`).join(' and ')}`).toEqual(matches[0]?.says);
    stage.world = (match as (typeof matches)[number]).world;
    for (const [place, { does }] of deeds.entries()) tally(`${does}: ${summary(seen[place] as Seen)}`);
    if (deeds.length > 1)
      tally(
        `at once: ${matches.indexOf(match as (typeof matches)[number]) === 0 ? 'as begun' : 'the other way round'}`,
      );
    for (const [place, { who }] of deeds.entries())
      settle(stage, who, match?.outcomes[place]?.form, seen[place] as Seen);
  };

  const deedsOf = (one: Single): Deed[] => {
    const { who } = one;
    const on = stage.screens[who] ?? null;
    const base = { on, modal: null, at: desk.now.getTime() };
    switch (one.does) {
      case 'open':
        return [{ ...base, does: 'open', who }];
      case 'save':
        return on ? [{ ...base, does: 'save', who, form: on.form }] : [];
      case 'discard':
        return on ? [{ ...base, does: 'discard', who, form: on.form }] : [];
      case 'close':
        delete stage.screens[who];
        return on ? [{ ...base, does: 'keep', who, form: on.form }] : [];
      case 'vanish':
        delete stage.screens[who];
        return [];
      case 'choose':
      case 'type': {
        if (!on || (one.does === 'choose' && !on.form.choices[one.field])) return [];
        const next = entering(on, one.field, one.does === 'type' ? { text: one.text } : one.choice);
        stage.screens[who] = next;
        if (one.does === 'choose' || !one.slow) return [{ ...base, on: next, does: 'keep', who, form: next.form }];
        stage.letters.push({ who, screen: next, at: base.at });
        return [];
      }
      case 'arrive': {
        const place = stage.letters.findIndex((letter) => letter.who === who);
        const [letter] = place < 0 ? [] : stage.letters.splice(place, 1);
        return letter
          ? [{ ...base, does: 'keep', who, on: letter.screen, form: letter.screen.form, at: letter.at }]
          : [];
      }
      case 'undo': {
        const { changes } = stage.world;
        const change = changes.at(-1 - (one.back % Math.max(1, changes.length)));
        return change && stage.modal
          ? [{ ...base, modal: stage.modal, does: 'undo', who, revision: change.revision }]
          : [];
      }
    }
  };

  /** Whoever opens a form again has waited until what they typed has arrived. */
  const arrived = async (who: Who) => {
    while (stage.letters.some((letter) => letter.who === who)) await perform(deedsOf({ does: 'arrive', who }));
  };
  const take = async (...singles: Single[]): Promise<void> => {
    for (const { does, who } of singles) {
      if (does === 'open') await arrived(who);
      if (does === 'type' && !stage.screens[who]) await take({ does: 'open', who });
    }
    at();
    const deeds = singles.flatMap(deedsOf);
    if (deeds.length > 0) await perform(deeds);
  };

  for (const who of EDITORS) await take({ does: 'open', who });
  for (const step of list) {
    if (step.does !== 'at-once') await take(step);
    else if (canMeet(step.one, step.other)) await take(step.one, step.other);
    else for (const one of [step.one, step.other]) await take(one);
  }
  // Everything has arrived: nobody finds less, or more, than what they typed last and neither saved nor discarded.
  for (const who of EDITORS) {
    const key = { accountId: account.id, userId: who, surface: 'contact.save' };
    if (stage.letters.some((letter) => letter.who === who) || stage.world.drafts[who].form)
      await take({ does: 'open', who });
    else expect(await findDraft(desk.store, key)).toBeNull();
  }
  expect(await told(desk, account)).toEqual(stage.world.changes);
  return stage.world;
}

function summary({ shown }: Seen): string {
  if (shown.kind === 'saved') return shown.revision === null ? 'nothing different' : 'saved';
  if (shown.kind !== 'form') return shown.kind;
  const asked = Object.keys(shown.choices).length > 0 ? 'asked to choose' : 'form';
  return shown.resumed ? `resumed ${asked}` : asked;
}

/** What one window shows comes after another; two windows can meet, and so can two clicks on the same button. */
const canMeet = (one: Single, other: Single): boolean =>
  one.who === other.who
    ? (one.does === 'save' && other.does === 'save') || (one.does === 'arrive' && other.does === 'save')
    : !(one.does === 'open' && other.does === 'open');

const orders = (count: number): number[][] =>
  count === 2
    ? [
        [0, 1],
        [1, 0],
      ]
    : [[0]];

const said = (world: World, shown: readonly unknown[]) => ({
  revision: revisionOf(world),
  sheet: sheetAt(world, revisionOf(world)),
  shown,
});

const changes = ({ does }: Deed): boolean => does === 'save' || does === 'undo';

/** What the person has before them from now on. */
function settle(stage: Stage, who: Who, form: Form | null | undefined, { shown, view, values }: Seen): void {
  if (shown.kind === 'saved' && view) stage.modal = view;
  if (form === null) delete stage.screens[who];
  if (form && view) stage.screens[who] = { view, values, form };
}

async function latest(desk: Desk, { id, teamId }: Account): Promise<Account> {
  const account = await findAccount(desk.store, { teamId, accountId: id });
  if (!account) throw new Error('the account is gone');
  return account;
}

/** The history since, as the model tells it. */
async function told(desk: Desk, { id, revision }: Account): Promise<World['changes']> {
  const changes: World['changes'][number][] = [];
  const lines = (facts: object) =>
    Object.fromEntries(
      FIELDS.flatMap((field) => {
        const list = (facts as Record<string, string[] | undefined>)[field];
        return list ? [[field, list.join('\n')]] : [];
      }),
    );
  for await (const page of changesOf(desk.store, { accountId: id, after: revision })) {
    for (const { revision, by, before, after, kind } of page) {
      const { undoes = null } = after as { undoes?: { revision: number } };
      expect(kind).toBe(undoes ? 'change.undone' : 'sheet.saved');
      changes.push({ revision, by, before: lines(before), after: lines(after), undoes: undoes?.revision ?? null });
    }
  }
  return changes;
}

const answersOf = ({ sheet }: Account): Answers => each((field) => sheet[field].join('\n'));
