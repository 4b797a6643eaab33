import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { problemsOfMessage, problemsOfOptions, problemsOfView } from '../../src/playground/block-kit/validate.ts';
import {
  BLOCKS,
  field,
  home,
  type Json,
  letters,
  modal,
  mrkdwn,
  option,
  plain,
  section,
} from './block-kit-specimens.ts';

/** A busy machine takes longer; none of this waits. */
vi.setConfig({ testTimeout: 60_000 });

/** Any characters that there are: a few, or as many as Slack allows. */
const text = (most: number) =>
  fc.oneof(fc.string({ unit: 'binary', minLength: 1, maxLength: Math.min(most, 24) }), fc.constant(letters(most)));

const options = fc
  .uniqueArray(text(75), { minLength: 1, maxLength: 100 })
  .map((values) => values.map((value) => ({ text: plain(value), value })));

const chosenSelect = options.chain((offered) =>
  fc.constantFrom(...offered).map((initial_option) => ({ type: 'static_select', options: offered, initial_option })),
);

const block: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom(...Object.values(BLOCKS)),
  text(3000).map((words) => section({ text: mrkdwn(words) })),
  fc.array(text(2000), { minLength: 1, maxLength: 10 }).map((words) => section({ fields: words.map(plain) })),
  fc.tuple(chosenSelect, text(2000)).map(([select, label]) => field(select, { label: plain(label) })),
  fc
    .tuple(text(2000), fc.boolean())
    .map(([hint, optional]) =>
      field({ type: 'plain_text_input', initial_value: hint }, { hint: plain(hint), optional }),
    ),
);

const blocks = fc
  .array(block, { maxLength: 8 })
  .map((found) => found.map((each, place) => ({ ...each, block_id: `block ${place}` })));

const view: fc.Arbitrary<Json> = fc.oneof(
  fc
    .tuple(blocks, text(24), text(24), text(3000))
    .map(([found, title, close, private_metadata]) =>
      modal(found, { title: plain(title), close: plain(close), private_metadata }),
    ),
  blocks.map((found) => home(found)),
);

type Way = (string | number)[];

/** Every place in a value, the value itself first. */
const placesIn = (value: unknown, way: Way = []): Way[] =>
  typeof value === 'object' && value !== null
    ? [way, ...Object.entries(value).flatMap(([key, each]) => placesIn(each, [...way, key]))]
    : [way];

function changed(value: unknown, way: Way, change: (old: unknown) => unknown): unknown {
  const [key, ...rest] = way;
  if (key === undefined) return change(value);
  const copy = Array.isArray(value) ? [...value] : { ...(value as Json) };
  (copy as Json)[key] = changed((value as Json)[key], rest, change);
  return copy;
}

const junk = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(undefined, null, '', 'plain_text', 'mrkdwn', 0, -1, 1e9, true, [], {}, [[]], option(), '__proto__'),
);

const change = fc.oneof(
  junk.map((other) => () => other),
  fc.tuple(fc.string(), junk).map(
    ([key, other]) =>
      (old: unknown) =>
        typeof old === 'object' && old !== null && !Array.isArray(old) ? { ...old, [key]: other } : [old, old],
  ),
  fc
    .nat()
    .map(
      (skip) => (old: unknown) =>
        typeof old === 'object' && old !== null && !Array.isArray(old)
          ? Object.fromEntries(Object.entries(old).filter((_, place, all) => place !== skip % all.length))
          : old,
    ),
);

/** A view in which up to three things are not as they should be. */
const broken = fc
  .tuple(view, fc.array(fc.tuple(fc.nat(), change), { minLength: 1, maxLength: 3 }))
  .map(([whole, changes]) =>
    changes.reduce<unknown>((sofar, [at, how]) => {
      const places = placesIn(sofar);
      return changed(sofar, places[at % places.length] as Way, how);
    }, whole),
  );

const SAID = /^\[ERROR\] [\s\S]+ \[json-pointer:(.*)\]$/;

/** The value that a pointer points at; undefined if there is none. */
const at = (value: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((found, key) => (found as Json | undefined)?.[key], value);

it('takes every view that keeps the rules', () => {
  fc.assert(
    fc.property(view, (made) => {
      expect(problemsOfView(made)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

it('never throws at a broken view, and points at places that are in it', () => {
  let refused = 0;
  fc.assert(
    fc.property(broken, (made) => {
      const problems = problemsOfView(made);
      if (problems.length > 0) refused++;
      const sent = { view: JSON.parse(JSON.stringify(made) ?? 'null') };
      for (const problem of problems) {
        const [, pointer = ''] = SAID.exec(problem) ?? expect.fail(`not in Slack's manner: ${problem}`);
        // The one pointer of Slack's own that leads to no place: it names what kind of block asks.
        if (!problem.includes('must define `submit`')) expect(at(sent, pointer), problem).not.toBeUndefined();
      }
    }),
    { numRuns: 500 },
  );
  expect(refused).toBeGreaterThan(250);
});

it('never throws, whatever it is given', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }), (thing) => {
      for (const problems of [
        problemsOfView(thing),
        problemsOfOptions(thing),
        problemsOfMessage({ text: thing, blocks: thing }),
        problemsOfView({ type: 'home', blocks: [thing, { type: 'section', text: thing, accessory: thing }] }),
      ]) {
        expect(problems.every((problem) => SAID.test(problem))).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});
