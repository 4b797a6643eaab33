import { describe, expect, it } from 'vitest';
import type { Account, Brand } from '../../src/domain/account.ts';
import {
  becomesDefault,
  decideBrand,
  decideDefault,
  decideMend,
  decideNewBrand,
  decideRemoval,
  MOST_BRANDS,
  mergeBrand,
} from '../../src/domain/brand.ts';
import { ALIAS, answering, brand, complete, frozen, incomplete, NOW } from './build.ts';

const NIGHT = brand({ id: 'brand-2', name: 'Night Market', supportAlias: 'care@night.example' });
const NAKED = brand({ id: 'brand-3', name: 'Bare', supportAlias: null });
const several = (facts: Partial<Account> = {}): Account =>
  frozen(complete({ brands: [brand(), NIGHT, NAKED], ...facts }));

const reasons = (decision: ReturnType<typeof decideNewBrand>) =>
  decision.kind === 'refused'
    ? Object.fromEntries(Object.entries(decision.problems).map(([name, { reason }]) => [name, reason]))
    : decision;

const full = several({
  brands: Array.from({ length: MOST_BRANDS }, (_, n) => brand({ id: `brand-${n + 1}`, name: `Brand ${n}` })),
});

describe('a new brand', () => {
  it.each([
    [
      'a name and an alias',
      'Day Bar',
      'help@day.example',
      { kind: 'accepted', name: 'Day Bar', supportAlias: 'help@day.example' },
    ],
    ['no alias yet', 'Day Bar', '  ', { kind: 'accepted', name: 'Day Bar', supportAlias: null }],
    [
      'space around both',
      '  Day   Bar ',
      ' help@Day.Example ',
      { kind: 'accepted', name: 'Day Bar', supportAlias: 'help@day.example' },
    ],
    ['the longest name', 'x'.repeat(60), '', { kind: 'accepted', name: 'x'.repeat(60), supportAlias: null }],
    ['no name', ' ', '', { name: 'name-missing' }],
    ['a name too long', 'x'.repeat(61), '', { name: 'name-too-long' }],
    ['a name with an invisible character', 'Day\u200bBar', '', { name: 'hidden-characters' }],
    ['a name that another brand has, in another case', 'NIGHT market', '', { name: 'brand-taken' }],
    ['two addresses', 'Day Bar', 'a@day.example, b@day.example', { alias: 'alias-one' }],
    ['no address', 'Day Bar', 'day', { alias: 'not-an-address' }],
    ['nothing right', '', 'day', { name: 'name-missing', alias: 'not-an-address' }],
  ])('R11: with %s', (_, name, alias, expected) => {
    expect(reasons(decideNewBrand(several(), { name, alias }))).toEqual(expected);
  });

  it('is one too many after twenty', () => {
    expect(reasons(decideNewBrand(full, { name: 'One more', alias: '' }))).toEqual({ name: 'too-many-brands' });
    const nineteen = { ...full, brands: full.brands.slice(0, -1) };
    expect(decideNewBrand(nineteen, { name: 'One more', alias: '' }).kind).toBe('accepted');
  });

  it('R11: is the default one, with an alias, while there is none', () => {
    const none = several({ defaultBrandId: null });
    expect([becomesDefault(several()), becomesDefault(none)]).toEqual([false, true]);
    expect(reasons(decideNewBrand(none, { name: 'Day Bar', alias: '' }))).toEqual({ alias: 'alias-needed' });
    expect(decideNewBrand(none, { name: 'Day Bar', alias: ALIAS }).kind).toBe('accepted');
  });
});

describe('a change of a brand', () => {
  it.each([
    [
      'keeps its own name, in another case',
      'brand-2',
      'NIGHT MARKET',
      '',
      { kind: 'accepted', name: 'NIGHT MARKET', supportAlias: null },
    ],
    ['cannot take the name of another', 'brand-2', 'Bare', '', { name: 'brand-taken' }],
    ['cannot take the alias from the default brand', 'brand-1', 'Harvest', ' ', { alias: 'alias-needed' }],
    [
      'gives the default brand another alias',
      'brand-1',
      'Harvest',
      'x@y.example',
      { kind: 'accepted', name: 'Harvest', supportAlias: 'x@y.example' },
    ],
    ['is of no brand of another account', 'elsewhere', 'Harvest', '', { kind: 'gone' }],
  ])('R11: %s', (_, id, name, alias, expected) => {
    expect(reasons(decideBrand(several(), id, { name, alias }))).toEqual(expected);
  });

  it('is possible in an account that is full', () => {
    expect(decideBrand(full, 'brand-2', { name: 'Other', alias: '' }).kind).toBe('accepted');
  });
});

describe('two people who change a brand', () => {
  const before: Brand = NIGHT;
  const saved = (facts: Partial<Brand>): Brand => ({ ...NIGHT, ...facts });
  it.each([
    ['nobody else', saved({}), 'Late', 'a@night.example', { name: 'Late', alias: 'a@night.example' }],
    [
      'the name by the other',
      saved({ name: 'Dusk' }),
      'Night Market',
      'a@night.example',
      { name: 'Dusk', alias: 'a@night.example' },
    ],
    [
      'the alias by the other',
      saved({ supportAlias: null }),
      'Late',
      'care@night.example',
      { name: 'Late', alias: '' },
    ],
    [
      'both to the same',
      saved({ name: 'Dusk' }),
      ' Dusk ',
      'care@night.example',
      { name: ' Dusk ', alias: 'care@night.example' },
    ],
    ['the name by both', saved({ name: 'Dusk' }), 'Late', 'care@night.example', null],
    ['the alias by both', saved({ supportAlias: null }), 'Night Market', 'a@night.example', null],
  ])('R23: lose nothing: %s', (_, now, name, alias, expected) => {
    const merged = mergeBrand({ before, now }, { name, alias });
    expect(merged).toEqual(expected ? { kind: 'merged', answers: expected } : { kind: 'conflict' });
  });
});

it.each([
  ['another one with an alias', 'brand-2', null],
  ['the default one', 'brand-1', 'is-default'],
  ['one without an alias', 'brand-3', 'alias-needed'],
  ['one that is not there', 'brand-9', 'gone'],
])('R11: the default brand becomes %s', (_, id, reason) => {
  expect(decideDefault(several(), id)).toEqual(reason ? { kind: 'refused', reason } : { kind: 'accepted' });
});

it.each([
  ['one of several', several(), 'brand-2', null],
  ['the default one', several(), 'brand-1', 'is-default'],
  ['the last one', complete(), 'brand-1', 'last'],
  ['the last one, which is no default', complete({ defaultBrandId: null }), 'brand-1', 'last'],
  ['one that is not there', several(), 'brand-9', 'gone'],
])('R11: %s can be removed, or has its reason', (_, account, id, reason) => {
  expect(decideRemoval(account, id)).toEqual(reason ? { kind: 'refused', reason } : { kind: 'accepted' });
});

describe('X5: a drift', () => {
  const drifted = frozen(answering(complete(), { 'ops-users': ['old@harvest.example'] }));

  it('is mended by sharing the alias, and nothing else changes', () => {
    expect(decideMend(drifted, false, NOW)).toEqual({
      kind: 'accepted',
      sheet: { ...drifted.sheet, 'ops-users': [ALIAS] },
      changed: ['ops-users'],
      missing: [],
      unlocks: false,
    });
  });

  it.each([
    ['nothing if somebody mended it already', complete(), false, 'in-order'],
    [
      'nothing if the alias differs in its case alone',
      answering(complete(), { 'ops-users': ['HELP@harvest.example'] }),
      false,
      'in-order',
    ],
    ['nothing if another alias is expected than the person saw', drifted, true, 'moved'],
    ['nothing without an alias', { ...drifted, brands: [brand({ supportAlias: null })] }, false, 'no-alias'],
    ['nothing without a default brand', { ...drifted, defaultBrandId: null }, false, 'no-alias'],
    ['the last thing that was missing', answering(complete(), { 'ops-users': [] }), false, 'accepted'],
  ])('is answered by changing %s', (_, account, moved, kind) => {
    expect(decideMend(account, moved, NOW).kind).toBe(kind);
  });

  it('R19: that was the last missing answer unlocks the account when it is mended', () => {
    expect(decideMend(answering(complete(), { 'ops-users': [] }), false, NOW)).toMatchObject({ unlocks: true });
    expect(decideMend(incomplete(), false, NOW)).toMatchObject({ unlocks: false });
  });
});
