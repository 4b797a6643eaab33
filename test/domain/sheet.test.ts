import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import { ADDRESS_PURPOSES, PURPOSES, type Purpose, SHARED_PURPOSES } from '../../src/domain/purpose.ts';
import { attention, completeness, EMPTY_SHEET, isLocked, requirement, type Sheet } from '../../src/domain/sheet.ts';
import * as any from './arbitrary.ts';
import { ALIAS, answering, brand, complete, frozen, incomplete, largest, launched, member } from './build.ts';

const IN_SANDBOX: Purpose[] = PURPOSES.filter((purpose) => purpose !== 'alert');

describe('the purposes', () => {
  it('R1: are exactly these seven', () => {
    const seven = [
      'alert',
      'tech-emergency',
      'tech-non-emergency',
      'ops-merchant',
      'ops-platform',
      'ops-users',
      'support-hours',
    ];
    expect(PURPOSES).toEqual(seven);
    expect(Object.keys(EMPTY_SHEET)).toEqual(seven);
    expect(ADDRESS_PURPOSES).toEqual(seven.slice(1, -1));
  });

  it('R12: of which a third party sees two', () => {
    expect(SHARED_PURPOSES).toEqual(['ops-users', 'support-hours']);
  });
});

describe('what an environment asks', () => {
  it.each([
    ['alert', 'later', 'required'],
    ['tech-emergency', 'required', 'required'],
    ['tech-non-emergency', 'required', 'required'],
    ['ops-platform', 'required', 'required'],
    ['ops-users', 'required', 'required'],
    ['support-hours', 'required', 'required'],
  ] as const)('R3, R7: for %s is %s in sandbox and %s in production', (purpose, sandbox, production) => {
    const account = incomplete({ integrations: [] });
    expect(requirement(account, purpose, 'sandbox')).toBe(sandbox);
    expect(requirement(account, purpose, 'production')).toBe(production);
  });

  it.each([
    ['hidden', ['menu-feed']],
    ['hidden', ['drone-delivery']],
    ['hidden', []],
    ['optional', ['waitlist', 'menu-feed']],
    ['required', ['waitlist', 'reservations']],
  ])('R4: for the merchant contact is %s with the integrations %j', (asked, integrations) => {
    const account = incomplete({ integrations });
    expect(requirement(account, 'ops-merchant', 'sandbox')).toBe(asked);
    expect(requirement(account, 'ops-merchant', 'production')).toBe(asked);
  });

  it('R3: is about the environment that the account is in, unless another is named', () => {
    expect([requirement(complete(), 'alert'), requirement(launched(), 'alert')]).toEqual(['later', 'required']);
  });
});

describe('completeness', () => {
  const without = (purpose: Purpose, account: Account = launched()) => answering(account, { [purpose]: [] });
  it.each<[string, Account, 'sandbox' | 'production', Purpose[]]>([
    ['of a new account', incomplete(), 'sandbox', IN_SANDBOX],
    ['of a new account for production', incomplete(), 'production', [...PURPOSES]],
    ['of a complete account', complete(), 'sandbox', []],
    ['of a complete account for production', complete(), 'production', ['alert']],
    ['of a launched account', launched(), 'production', []],
    ['of the largest account', largest(), 'production', []],
    ['without alert contacts in sandbox', without('alert'), 'sandbox', []],
    ['without alert contacts in production', without('alert'), 'production', ['alert']],
    ['without a required merchant contact', without('ops-merchant'), 'sandbox', ['ops-merchant']],
    [
      'without an optional merchant contact',
      without('ops-merchant', launched({ integrations: ['waitlist'] })),
      'production',
      [],
    ],
    [
      'without a merchant contact that nothing uses',
      without('ops-merchant', launched({ integrations: [] })),
      'production',
      [],
    ],
    ['with a merchant contact that nothing uses', launched({ integrations: [] }), 'production', []],
    ...(['tech-emergency', 'tech-non-emergency', 'ops-platform', 'ops-users', 'support-hours'] as const).map(
      (purpose): [string, Account, 'production', Purpose[]] => [
        `without ${purpose}`,
        without(purpose),
        'production',
        [purpose],
      ],
    ),
  ])('R3: %s is derived from the sheet', (_, account, environment, missing) => {
    expect(completeness(account, environment)).toMatchObject({ environment, missing, complete: missing.length === 0 });
  });

  it('R3, X1: counts six purposes in sandbox and seven in production', () => {
    const required = (['sandbox', 'production'] as const).map((one) => completeness(incomplete(), one).required.length);
    expect(required).toEqual([6, 7]);
  });

  it('R3: is a pure function of the data: the same twice, and nothing is written', () => {
    fc.assert(
      fc.property(any.account(), any.environment(), (account, environment) => {
        const once = completeness(frozen(account), environment);
        expect(completeness(structuredClone(account), environment)).toEqual(once);
        expect(once.missing.every((purpose) => account.sheet[purpose].length === 0)).toBe(true);
        expect(once.complete).toBe(once.missing.length === 0);
      }),
    );
  });

  it('R2, R3: belongs to the account: it does not matter who its members are, nor what it is called', () => {
    fc.assert(
      fc.property(any.account(), any.members(), fc.string(), (account, members, name) => {
        const other = { ...account, members, name, id: 'account-2', revision: 9 };
        expect(completeness(other)).toEqual(completeness(account));
        expect(attention(other)).toEqual(attention(account));
      }),
    );
  });

  it('R3: only ever grows with another answer, and never falls back', () => {
    fc.assert(
      fc.property(
        any.account(),
        any.account({ full: true }),
        fc.subarray([...PURPOSES]),
        any.environment(),
        (account, full, some, environment) => {
          const answers = Object.fromEntries(some.map((purpose) => [purpose, full.sheet[purpose]])) as Partial<Sheet>;
          const before = completeness(account, environment);
          const after = completeness(answering(account, answers), environment);
          expect(after.missing).toEqual(before.missing.filter((purpose) => !some.includes(purpose)));
        },
      ),
    );
  });

  it('R3: in sandbox never depends on alert contacts, and production asks for nothing else beside', () => {
    fc.assert(
      fc.property(any.account(), any.account({ full: true }), (account, { sheet: { alert } }) => {
        const sandbox = completeness(account, 'sandbox');
        expect(sandbox.required).not.toContain('alert');
        expect(completeness(answering(account, { alert }), 'sandbox')).toEqual(sandbox);
        expect(completeness(answering(account, { alert }), 'production').missing).toEqual(sandbox.missing);
        expect(completeness(answering(account, { alert: [] }), 'production').missing).toEqual([
          'alert',
          ...sandbox.missing,
        ]);
      }),
    );
  });
});

describe('the lock', () => {
  it.each([
    ['locks a new account', incomplete(), true],
    ['opens for a complete account', complete(), false],
    [
      'locks an account in sandbox that an integration asks more of',
      answering(complete(), { 'ops-merchant': [] }),
      true,
    ],
    ['never locks a launched account out', launched({ sheet: EMPTY_SHEET }), false],
  ])('R18, R19, R22: %s', (_, account, locked) => {
    expect(isLocked(account)).toBe(locked);
  });
});

describe('attention', () => {
  const drift = { kind: 'alias-drift', shared: ALIAS };
  it.each([
    ['R22: nothing about a complete account', complete(), []],
    ['R22: nothing about a launched account', launched(), []],
    ['R18: nothing about one that is not filled in yet', incomplete(), []],
    [
      'R6: the last alert contact that is gone',
      answering(launched(), { alert: [] }),
      [{ kind: 'missing', purpose: 'alert' }],
    ],
    [
      'R22: a merchant contact that a new integration requires',
      answering(launched({ integrations: ['menu-feed', 'reservations'] }), { 'ops-merchant': [] }),
      [{ kind: 'missing', purpose: 'ops-merchant' }],
    ],
    [
      'R11: another alias of the default brand',
      launched({ brands: [brand({ supportAlias: 'new@harvest.example' })] }),
      [{ ...drift, expected: 'new@harvest.example' }],
    ],
    [
      'R11: another default brand, in sandbox too',
      complete({ brands: [brand(), brand({ id: 'b2', supportAlias: 'b2@x.co' })], defaultBrandId: 'b2' }),
      [{ ...drift, expected: 'b2@x.co' }],
    ],
    ['R11: a default brand that is gone', complete({ defaultBrandId: null }), [{ ...drift, expected: null }]],
    [
      'R11: an alias that is gone',
      complete({ brands: [brand({ supportAlias: null })] }),
      [{ ...drift, expected: null }],
    ],
    [
      'R11: nothing about the case of an alias',
      complete({ brands: [brand({ supportAlias: ' HELP@harvest.EXAMPLE' })] }),
      [],
    ],
    [
      'R22: everything at once',
      answering(launched({ defaultBrandId: null }), { alert: [], 'support-hours': [] }),
      [
        { kind: 'missing', purpose: 'alert' },
        { kind: 'missing', purpose: 'support-hours' },
        { ...drift, expected: null },
      ],
    ],
  ])('names %s', (_, account, found) => {
    expect(attention(account)).toEqual(found);
  });

  it('R11, R22: never rewrites what it is about', () => {
    fc.assert(
      fc.property(any.account(), (account) => {
        const found = attention(frozen(account));
        const named = found.flatMap((one) => (one.kind === 'missing' ? [one.purpose] : []));
        expect(named).toEqual(account.environment === 'production' ? completeness(account).missing : []);
      }),
    );
  });
});

describe('the accounts that tests begin with', () => {
  it('are as their names say', () => {
    const states = [incomplete(), complete(), launched(), largest()].map((account) => completeness(account).complete);
    expect(states).toEqual([false, true, true, true]);
    expect([complete(), launched(), largest()].flatMap(attention)).toEqual([]);
    expect(launched({ members: [member('U1')] }).members).toHaveLength(1);
  });
});
