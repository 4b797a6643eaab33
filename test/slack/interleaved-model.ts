/**
 * What must come of what two editors do to one sheet, in plain words and without a line of the app: who typed and saw what,
 * what every save yields, and what the history says. Nothing in it changes; each act makes the next one.
 */

export const FIELDS = ['tech-emergency', 'ops-merchant', 'ops-platform'] as const;
export type Field = (typeof FIELDS)[number];
/** The one that may be blank in a sheet that is complete. */
const MAY_BE_BLANK: Field = 'ops-merchant';

export const EDITORS = ['UANA', 'UBRUNO'] as const;
export type Who = (typeof EDITORS)[number];

/** Answers as they are saved: a line an address. */
export type Answers = Readonly<Record<Field, string>>;

export type Choice = 'mine' | 'theirs' | 'both';
type Chosen = { choice: Choice; about: number };
export type Choices = Partial<Record<Field, Chosen>>;

/** A form before somebody: what stands in it, the revision that each field was begun from, and the choices it asks for. */
export interface Form {
  typed: Answers;
  base: Readonly<Record<Field, number>>;
  choices: Choices;
}

export interface Change {
  revision: number;
  by: string;
  before: Partial<Answers>;
  after: Partial<Answers>;
  undoes: number | null;
}

export interface World {
  /** The revision and the sheet that it began with, and what was done since. */
  begun: { revision: number; sheet: Answers };
  changes: readonly Change[];
  /** What each has typed and neither saved nor discarded, and when the last word about it was. */
  drafts: Readonly<Record<Who, { form: Form | null; at: number }>>;
}

export type Act =
  | { does: 'open'; who: Who; at: number }
  | { does: 'keep' | 'save'; who: Who; form: Form; at: number }
  | { does: 'discard'; who: Who; form: Form; at: number }
  | { does: 'undo'; who: Who; revision: number; at: number };

/** What the person is shown. */
export type Shown =
  | { kind: 'nothing' }
  /** `resumed`: what they had typed is offered again. */
  | { kind: 'form'; typed: Answers; choices: Choices; resumed: boolean }
  /** The revision that it made; null if nothing was different. */
  | { kind: 'saved'; revision: number | null }
  | { kind: 'errors'; fields: readonly Field[] }
  | { kind: 'undone' }
  | { kind: 'undone-already' | 'changed-since'; by: string };

export interface Outcome {
  world: World;
  shown: Shown;
  /** The form that the person has before them afterwards; undefined if it is as it was. */
  form?: Form | null;
}

export function begin(revision: number, sheet: Answers): World {
  const none = { form: null, at: 0 };
  return { begun: { revision, sheet }, changes: [], drafts: { UANA: none, UBRUNO: none } };
}

export const revisionOf = ({ begun, changes }: World): number => begun.revision + changes.length;

/** The sheet as it was at a revision. */
export const sheetAt = ({ begun, changes }: World, revision: number): Answers => {
  const until = changes.slice(0, Math.max(0, revision - begun.revision));
  return Object.assign({}, begun.sheet, ...until.map(({ after }) => after));
};

const sheetOf = (world: World): Answers => sheetAt(world, revisionOf(world));

export function act(world: World, one: Act): Outcome {
  switch (one.does) {
    case 'open': {
      const form = found(world, one.who);
      return { world, shown: shownForm(form, isOffered(world, form)), form };
    }
    case 'keep':
      return { world: kept(world, one), shown: { kind: 'nothing' } };
    case 'discard': {
      const form = fresh(world);
      return { world: ended(world, one), shown: shownForm(form, false), form };
    }
    case 'save':
      return save(kept(world, one), one);
    case 'undo':
      return undo(world, one);
  }
}

/** The later one counts, in whatever order they arrive. */
const kept = (world: World, { who, form, at }: { who: Who; form: Form; at: number }): World =>
  at < world.drafts[who].at ? world : { ...world, drafts: { ...world.drafts, [who]: { form, at } } };

const ended = (world: World, { who, at }: { who: Who; at: number }): World => ({
  ...world,
  drafts: { ...world.drafts, [who]: { form: null, at } },
});

const lastChange = ({ changes }: World, field: Field) => changes.findLast(({ after }) => field in after);

/** Where a field of a form stands: whether the person said something else than it showed, and what others did to it since. */
function standing(world: World, { typed, base, choices }: Form, field: Field) {
  const mine = read(typed[field]);
  const began = sheetAt(world, base[field])[field];
  const now = sheetOf(world)[field];
  const last = lastChange(world, field);
  const about = last?.revision ?? 0;
  const chosen = choices[field]?.about === about ? choices[field] : undefined;
  // Whoever was shown the other answer, and keeps what they typed, means it: also if it is what was there before.
  const own = mine !== began || (chosen !== undefined && chosen.choice !== 'theirs');
  const clashes = own && about > base[field] && mine !== now && (now !== began || chosen !== undefined);
  return { mine, now, own, clashes, about, chosen };
}

/** The conflicts that a form has to show, with what was chosen so far; what was typed stays unless it is said. */
const choicesIn = (world: World, form: Form): Choices =>
  Object.fromEntries(
    FIELDS.flatMap((field) => {
      const { clashes, about, chosen } = standing(world, form, field);
      const can = chosen && (chosen.choice !== 'both' || isList(form.typed[field]));
      return clashes ? [[field, { choice: can ? chosen.choice : 'mine', about }] as const] : [];
    }),
  );

const fresh = (world: World): Form => {
  const revision = revisionOf(world);
  return { typed: sheetOf(world), base: each(() => revision), choices: {} };
};

/** The form as the person finds it: their own words where they said something else, the sheet everywhere else. */
function found(world: World, who: Who): Form {
  const { form } = world.drafts[who];
  if (!form) return fresh(world);
  const says = (field: Field) => {
    const { own, mine, now } = standing(world, form, field);
    return own && mine !== now;
  };
  const sheet = sheetOf(world);
  return {
    typed: each((field) => (says(field) ? form.typed[field] : sheet[field])),
    base: each((field) => (says(field) ? form.base[field] : revisionOf(world))),
    choices: choicesIn(world, form),
  };
}

const isOffered = (world: World, form: Form): boolean =>
  FIELDS.some((field) => read(form.typed[field]) !== sheetOf(world)[field]);

const shownForm = ({ typed, choices }: Form, resumed: boolean): Shown => ({ kind: 'form', typed, choices, resumed });

function save(world: World, one: { who: Who; form: Form; at: number }): Outcome {
  const { form } = one;
  const all = each((field) => standing(world, form, field));
  if (FIELDS.some((field) => all[field].clashes && !all[field].chosen)) {
    const left = (field: Field) => !all[field].own && all[field].about > form.base[field];
    const next: Form = {
      typed: each((field) => (left(field) ? all[field].now : form.typed[field])),
      base: each((field) => (left(field) ? revisionOf(world) : form.base[field])),
      choices: choicesIn(world, form),
    };
    return { world, shown: shownForm(next, false), form: next };
  }
  const answers = each((field) => {
    const { clashes, chosen, own, mine, now } = all[field];
    if (!own) return now;
    if (!clashes || !chosen || chosen.choice === 'mine') return mine;
    return chosen.choice === 'theirs' || !isList(mine) ? (chosen.choice === 'theirs' ? now : mine) : both(now, mine);
  });
  const wrong = FIELDS.filter((field) => !isList(answers[field]) || (answers[field] === '' && field !== MAY_BE_BLANK));
  if (wrong.length > 0) return { world, shown: { kind: 'errors', fields: wrong } };
  const next = change(ended(world, one), one.who, answers, null);
  const revision = revisionOf(next) > revisionOf(world) ? revisionOf(next) : null;
  return { world: next, shown: { kind: 'saved', revision }, form: null };
}

function undo(world: World, { who, revision }: { who: Who; revision: number }): Outcome {
  const undone = world.changes.find((one) => one.revision === revision);
  if (!undone) throw new Error(`there is no change ${revision}`);
  const same = ({ after }: Change) => FIELDS.some((field) => field in after && field in undone.after);
  const later = world.changes.find((one) => one.revision > revision && same(one));
  if (later) {
    const kind = later.undoes === revision ? 'undone-already' : 'changed-since';
    return { world, shown: { kind, by: later.by } };
  }
  const next = change(world, who, { ...sheetOf(world), ...undone.before }, revision);
  return { world: next, shown: { kind: 'undone' } };
}

function change(world: World, by: string, answers: Answers, undoes: number | null): World {
  const sheet = sheetOf(world);
  const changed = FIELDS.filter((field) => answers[field] !== sheet[field]);
  if (changed.length === 0) return world;
  const only = (from: Answers) => Object.fromEntries(changed.map((field) => [field, from[field]]));
  const row: Change = { revision: revisionOf(world) + 1, by, before: only(sheet), after: only(answers), undoes };
  return { ...world, changes: [...world.changes, row] };
}

export const each = <T>(of: (field: Field) => T): Record<Field, T> =>
  Object.fromEntries(FIELDS.map((field) => [field, of(field)])) as Record<Field, T>;

const partsOf = (text: string): string[] => text.split(/[\s,]+/).filter((part) => part !== '');
const isList = (text: string): boolean => partsOf(text).every((part) => /^\w+@x\.co$/.test(part));

/** A text as it would be saved; one that cannot be is only ever itself. */
const read = (text: string): string => (isList(text) ? partsOf(text).join('\n') : text);

const both = (theirs: string, mine: string): string => [...new Set([...partsOf(theirs), ...partsOf(mine)])].join('\n');
