import { describe, expect, it } from 'vitest';
import { outlineOf, pageOf, searchNames, worstFirst } from '../../src/domain/outline.ts';
import { completeness } from '../../src/domain/sheet.ts';
import { answering, complete, incomplete, largest, launched } from './build.ts';

const named = (name: string, account = complete()) => outlineOf({ ...account, id: name.toLowerCase(), name });

describe('an outline', () => {
  it.each([
    ['empty', incomplete()],
    ['complete', complete()],
    ['launched', launched()],
    ['launched and short of something', answering(launched(), { alert: [] })],
    ['without merchant contact', answering(complete({ integrations: ['menu-feed'] }), { 'ops-merchant': [] })],
    ['largest', largest()],
  ])('R3: says the same of the readiness of an account that is %s', (_, account) => {
    const outline = outlineOf(account);
    for (const environment of ['sandbox', 'production'] as const) {
      expect(completeness(outline, environment)).toEqual(completeness(account, environment));
    }
  });

  it('R12: holds no contact', () => {
    expect(JSON.stringify(outlineOf(launched()))).not.toMatch(/@|UANA/);
  });
});

describe('a list of accounts', () => {
  it('X1: has the worst first: what lacks most, then what needs attention, then by name', () => {
    const list = [
      named('Zed'),
      named('alpha 10'),
      named('Alpha 9'),
      named('Drift', answering(complete(), { 'ops-users': ['old@harvest.example'] })),
      named('Empty', incomplete()),
      named('One short', answering(launched(), { alert: [] })),
    ];
    const expected = ['Empty', 'One short', 'Drift', 'Alpha 9', 'alpha 10', 'Zed'];
    expect(worstFirst(list).map(({ name }) => name)).toEqual(expected);
    expect(worstFirst(list.toReversed()).map(({ name }) => name)).toEqual(expected);
  });

  it.each([
    ['', ['Padaria São João', 'Nova Padaria', 'Blue Fig']],
    ['pad', ['Padaria São João', 'Nova Padaria']],
    ['sao JOAO', ['Padaria São João']],
    ['fig blue', ['Blue Fig']],
    ['padarias', []],
    ['igu', []],
  ])('is searched by the words of a name: “%s”', (typed, expected) => {
    const list = [{ name: 'Nova Padaria' }, { name: 'Padaria São João' }, { name: 'Blue Fig' }];
    const found = searchNames(list, typed).map(({ name }) => name);
    expect(typed === '' ? found.toSorted() : found).toEqual(typed === '' ? expected.toSorted() : expected);
  });

  it.each([
    [25, 0, 10, [0, 9], 0, 3],
    [25, 2, 10, [20, 24], 2, 3],
    [25, 9, 10, [20, 24], 2, 3],
    [25, -1, 10, [0, 9], 0, 3],
    [20, 2, 10, [10, 19], 1, 2],
  ])('of %i, page %i of %i each', (count, page, size, [first, last], shown, pages) => {
    const found = pageOf(
      Array.from({ length: count }, (_, n) => n),
      page,
      size,
    );
    expect([found.items[0], found.items.at(-1), found.page, found.pages]).toEqual([first, last, shown, pages]);
  });

  it('without anything has one empty page', () => {
    expect(pageOf([], 3, 10)).toEqual({ items: [], page: 0, pages: 1 });
  });
});
