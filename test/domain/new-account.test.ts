import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { merchantRule } from '../../src/domain/integration.ts';
import { readAlias, readNewAccount } from '../../src/domain/new-account.ts';
import { address, addresses, integrations } from './arbitrary.ts';
import { ALIAS } from './build.ts';

const answers = { name: 'Harvest Table', brand: 'Harvest', integrations: ['reservations'], alias: ALIAS };

describe('a new account', () => {
  it('is read without the space around the answers, each integration once', () => {
    const typed = {
      name: '  Harvest   Table ',
      brand: ' Harvest\n',
      integrations: ['waitlist', 'reservations', 'waitlist'],
      alias: ` <mailto:${ALIAS}|${ALIAS}> `,
    };
    const account = { ...answers, integrations: ['waitlist', 'reservations'] };
    expect(readNewAccount(typed, [])).toEqual({ ok: true, account });
  });

  it.each([
    ['a blank name', { name: ' ' }, { name: { reason: 'name-missing' } }],
    ['a blank brand', { brand: '' }, { brand: { reason: 'name-missing' } }],
    ['a long name', { name: 'n'.repeat(61) }, { name: { reason: 'name-too-long', limit: 60 } }],
    ['a hidden mark in the brand', { brand: 'Har\u202evest' }, { brand: { reason: 'hidden-characters' } }],
    ['a name that is taken', { name: 'Orchard' }, { name: { reason: 'name-taken' } }],
    ['a name that is taken in other case and spacing', { name: ' oRCHARD ' }, { name: { reason: 'name-taken' } }],
    ['no integration', { integrations: [] }, { integrations: { reason: 'integrations-missing' } }],
    [
      'integrations that nobody knows',
      { integrations: ['drone', 'toString'] },
      { integrations: { reason: 'integrations-missing' } },
    ],
    ['no alias', { alias: '' }, { alias: { reason: 'alias-one' } }],
    ['two aliases', { alias: `${ALIAS}, two@x.co` }, { alias: { reason: 'alias-one' } }],
    ['an alias that is none', { alias: 'nope' }, { alias: { reason: 'not-an-address', text: 'nope' } }],
  ])('is refused for %s', (_, answer, problems) => {
    expect(readNewAccount({ ...answers, ...answer }, ['Orchard'])).toEqual({ ok: false, problems });
  });

  it('is refused with every problem at once, each on its answer', () => {
    const read = readNewAccount({ name: '', brand: '', integrations: [], alias: '' }, []);
    expect(Object.keys(read.ok ? {} : read.problems).sort()).toEqual(['alias', 'brand', 'integrations', 'name']);
  });

  it('R4: has only integrations that are known, so that its merchant rule is that of what was chosen', () => {
    fc.assert(
      fc.property(integrations(), (types) => {
        const read = readNewAccount({ ...answers, integrations: types }, []);
        if (read.ok) expect(merchantRule(read.account.integrations)).toBe(merchantRule(types));
      }),
    );
  });
});

describe('a support alias', () => {
  it('R11: is exactly one address', () => {
    fc.assert(
      fc.property(addresses({ max: 3 }), (list) => {
        expect(readAlias(list.join(', ')).ok).toBe(list.length === 1);
      }),
    );
    fc.assert(
      fc.property(address(), (one) => {
        expect(readAlias(` ${one}\n`)).toEqual(readAlias(one));
      }),
    );
  });
});
