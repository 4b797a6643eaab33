import { describe, expect, it } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import { adviseOn } from '../../src/domain/advice.ts';
import { decideIntegrations, decideRename } from '../../src/domain/settings.ts';
import { answering, complete, incomplete, launched } from './build.ts';

const without = (account: Account): Account =>
  answering({ ...account, integrations: ['menu-feed'] }, { 'ops-merchant': [] });

describe('a change of the integrations', () => {
  it.each([
    ['nothing, for the same', complete(), ['ordering-end-to-end'], null, 'nothing'],
    ['nothing, for another one that asks the same', complete(), ['reservations', 'menu-feed'], null, 'nothing'],
    [
      'R4: that the contact becomes optional',
      complete(),
      ['waitlist'],
      { from: 'required', to: 'optional' },
      'nothing',
    ],
    [
      'R4: that the contact is not available',
      complete(),
      ['menu-feed'],
      { from: 'required', to: 'not-available' },
      'nothing',
    ],
    [
      'R4: that an account in sandbox is locked',
      without(complete()),
      ['reservations'],
      { from: 'not-available', to: 'required' },
      'locks',
    ],
    [
      'R22: that a launched account needs attention',
      without(launched()),
      ['reservations'],
      { from: 'not-available', to: 'required' },
      'attention',
    ],
    [
      'R4: that the contact is required, which is there',
      { ...complete(), integrations: ['menu-feed'] },
      ['reservations'],
      { from: 'not-available', to: 'required' },
      'nothing',
    ],
    [
      'R4: that a locked account lacks one thing more',
      { ...incomplete(), integrations: ['menu-feed'] },
      ['reservations'],
      { from: 'not-available', to: 'required' },
      'nothing',
    ],
    [
      'R4: that an account is unlocked',
      answering(complete(), { 'ops-merchant': [] }),
      ['waitlist'],
      { from: 'required', to: 'optional' },
      'unlocks',
    ],
  ])('means %s', (_, account, chosen, merchant, effect) => {
    expect(decideIntegrations(account, chosen)).toEqual({ kind: 'accepted', integrations: chosen, merchant, effect });
  });

  it('R4: keeps a type that we do not know if the account has it, and takes no other one up', () => {
    const account = complete({ integrations: ['teleport', 'menu-feed'] });
    const chosen = ['teleport', 'menu-feed', 'menu-feed', 'evil', 'constructor'];
    expect(decideIntegrations(account, chosen)).toMatchObject({ integrations: ['teleport', 'menu-feed'] });
  });

  it.each([
    ['none', []],
    ['one that nobody knows', ['evil']],
  ])('is refused if it leaves %s', (_, chosen) => {
    expect(decideIntegrations(complete(), chosen)).toEqual({
      kind: 'refused',
      problem: { reason: 'integrations-missing' },
    });
  });
});

it.each([
  ['another name', ' Harvest  House ', { kind: 'accepted', name: 'Harvest House' }],
  ['no name', ' ', { kind: 'refused', problem: { reason: 'name-missing' } }],
  ['the name of another account, in another case', 'BLUE fig', { kind: 'refused', problem: { reason: 'name-taken' } }],
  ['a name too long', 'x'.repeat(61), { kind: 'refused', problem: { reason: 'name-too-long', limit: 60 } }],
])('an account is given %s', (_, text, expected) => {
  expect(decideRename(text, ['Blue Fig'])).toEqual(expected);
});

it.each([
  ['reads like one person’s', ['ana.lima@x.example', 'oncall@x.example'], [], [], ['ana.lima@x.example']],
  ['belongs to somebody of the workspace', ['ana@x.example'], ['ana@x.example'], [], ['ana@x.example']],
  ['was passed over', ['Ana.Lima@x.example', 'jo.reis@x.example'], [], ['ana.lima@x.example'], ['jo.reis@x.example']],
  ['is an alias', ['oncall@x.example'], [], [], []],
])('R10: advice speaks of an address, or does not, that %s', (_, addresses, owned, passed, advised) => {
  expect(adviseOn(addresses, { owned: new Set(owned), passed: new Set(passed) })).toEqual(advised);
});
