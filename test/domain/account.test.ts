import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultBrand, expectedAlias, NAME_LENGTH, readName } from '../../src/domain/account.ts';
import { hidden } from './arbitrary.ts';
import { ALIAS, brand, incomplete } from './build.ts';

describe('the address that is shared with users', () => {
  const two = [brand(), brand({ id: 'brand-2', supportAlias: 'help@orchard.example' })];
  it.each([
    ['the alias of the default brand', { brands: two, defaultBrandId: 'brand-1' }, ALIAS],
    ['not that of another brand', { brands: two, defaultBrandId: 'brand-2' }, 'help@orchard.example'],
    ['unknown without a default brand', { brands: two, defaultBrandId: null }, null],
    ['unknown when the default brand is gone', { brands: two, defaultBrandId: 'brand-9' }, null],
    ['unknown while the brand has no alias', { brands: [brand({ supportAlias: null })] }, null],
    ['unknown without any brand', { brands: [] }, null],
  ])('R11: is %s', (_, facts, alias) => {
    expect(expectedAlias(incomplete(facts))).toBe(alias);
  });

  it('R11: belongs to the one default brand', () => {
    expect(defaultBrand(incomplete({ brands: two, defaultBrandId: 'brand-2' }))).toBe(two[1]);
  });
});

describe('a name', () => {
  it.each([
    ['as it is', 'Harvest Table', 'Harvest Table'],
    ['without the space around it', ' \n Harvest Table\t', 'Harvest Table'],
    ['with single spaces', 'Harvest \u00a0\n Table', 'Harvest Table'],
    ['with composed accents', 'Acai\u0301 Lab', 'Acaí Lab'],
    ['in any script', '収穫テーブル', '収穫テーブル'],
    ['with an emoji', 'Tacos 🌮 Now', 'Tacos 🌮 Now'],
    ['with an emoji of several characters', 'Chef 👩🏽‍🍳', 'Chef 👩🏽‍🍳'],
    ['with a heart that has a variation selector', 'I ❤️ Pizza', 'I ❤️ Pizza'],
    ['with a flag', 'Pubs of 🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'Pubs of 🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['with characters that markup means something to', '<!channel> & *Co*', '<!channel> & *Co*'],
    ['with a sign that makes no address', 'Pizza @ Home & Co.', 'Pizza @ Home & Co.'],
    ['at the limit', 'n'.repeat(60), 'n'.repeat(60)],
    ['at the limit, counted as people count', '🌮'.repeat(60), '🌮'.repeat(60)],
  ])('is taken %s', (_, text, name) => {
    expect(readName(text)).toEqual({ ok: true, name });
  });

  it.each([
    ['nothing', '', 'name-missing'],
    ['spaces of every kind', ' \t\n\u00a0\u3000\ufeff', 'name-missing'],
    ['letters that are blank', '\u3164\uffa0\u2800', 'name-missing'],
    ['nothing but direction marks', '\u200f\u202e', 'name-missing'],
    ['one character too many', 'n'.repeat(61), 'name-too-long'],
    ['a mark that turns the text around', 'Harvest \u202eelbaT', 'hidden-characters'],
    ['a right-to-left mark', '\u200fHarvest', 'hidden-characters'],
    ['a space of no width', 'Har\u200bvest', 'hidden-characters'],
    ['a joiner that joins no emoji', 'Har\u200dvest', 'hidden-characters'],
    ['a control character', 'Harvest\u0000', 'hidden-characters'],
    ['half a character', 'Harvest \ud83c', 'hidden-characters'],
    ['an address, for everybody is shown names (R12)', 'Harvest (oncall@harvest.example)', 'name-has-address'],
    ['an address in other letters', 'oncall＠harvest.example', 'name-has-address'],
  ])('is refused for %s', (_, text, reason) => {
    expect(readName(text)).toMatchObject({ ok: false, problem: { reason } });
  });

  it('tells the limit to whoever exceeds it', () => {
    expect(readName('n'.repeat(61))).toEqual({ ok: false, problem: { reason: 'name-too-long', limit: NAME_LENGTH } });
  });

  it('reads the same when it is read again, and is never longer than the limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 70 }), (text) => {
        const read = readName(text);
        if (!read.ok) return;
        expect(readName(read.name)).toEqual(read);
        expect([...read.name].length).toBeLessThanOrEqual(NAME_LENGTH);
      }),
    );
  });

  it('never hides a character between others', () => {
    const around = fc.stringMatching(/^[a-z]{1,9}$/);
    fc.assert(
      fc.property(around, hidden(), around, (before, character, after) => {
        const read = readName(before + character + after);
        expect(read.ok && read.name.includes(character)).toBe(false);
      }),
    );
  });
});
