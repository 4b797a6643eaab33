import { describe, expect, it } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import {
  decideImport,
  type Import,
  type ImportRow,
  MOST_ACCOUNTS,
  peopleInImport,
  purposeReader,
} from '../../src/domain/import.ts';
import { ALIAS, ANA, BRUNO, CHLOE, complete, EVERYBODY, incomplete, launched, member, NOW } from './build.ts';

const HERE = complete({ id: 'here' });
const SECOND = launched({ id: 'second', name: 'Blue Fig' });
/** Bruno only reads this one. */
const READ = complete({ id: 'read', name: 'Night Market', members: [member('UANA', 'admin'), member('UBRUNO')] });

const purposeOf = purposeReader((purpose) => (purpose === 'tech-emergency' ? ['Emergência técnica'] : []));

const row = (facts: Partial<ImportRow>): ImportRow => ({
  ...{ row: 2, accountId: '', accountName: '', purpose: 'tech-emergency', answer: 'night@harvest.example' },
  ...facts,
});

const given = (rows: ImportRow[], facts: Partial<Import> = {}): Import => ({
  ...{ rows, here: HERE, accounts: [HERE, SECOND, READ], by: BRUNO, purposeOf },
  ...facts,
});

const decide = (rows: Partial<ImportRow>[], facts: Partial<Import> = {}) =>
  decideImport(
    given(
      rows.map((one, place) => row({ row: place + 2, ...one })),
      facts,
    ),
    EVERYBODY,
    NOW,
  );

const changesOf = (...all: Parameters<typeof decide>) => {
  const decision = decide(...all);
  if (decision.kind !== 'accepted') throw new Error(JSON.stringify(decision));
  return decision.changes.map(({ account, sheet, changed }) => ({
    account: account.name,
    now: Object.fromEntries(changed.map((purpose) => [purpose, sheet[purpose]])),
  }));
};

describe('a row', () => {
  it.each<[string, Partial<ImportRow>]>([
    ['no account is about the one from which it is imported', {}],
    ['the id of an account is about that one', { accountId: 'here' }],
    ['the name of an account, however it is written, is about that one', { accountName: ' harvest  TABLE' }],
    ['a purpose by its name in the language of a member is about that one', { purpose: 'emergência TÉCNICA' }],
  ])('that says %s', (_, facts) => {
    expect(changesOf([facts])).toEqual([
      { account: 'Harvest Table', now: { 'tech-emergency': ['night@harvest.example'] } },
    ]);
  });

  it('R21: that says what the sheet says already changes nothing', () => {
    const rows = [
      { answer: 'oncall@HARVEST.example' },
      { purpose: 'support-hours', answer: 'Mon-Fri 9:00-18:00 America/New_York' },
    ];
    expect(changesOf(rows)).toEqual([]);
  });

  it('changes its own purpose, and every other one stays as it is', () => {
    const decision = decide([
      {},
      { accountName: 'Blue Fig', purpose: 'ops-platform', answer: 'a@x.example; b@x.example' },
    ]);
    expect(decision).toMatchObject({
      kind: 'accepted',
      rows: 2,
      changes: [
        { sheet: { ...HERE.sheet, 'tech-emergency': ['night@harvest.example'] }, changed: ['tech-emergency'] },
        { sheet: { ...SECOND.sheet, 'ops-platform': ['a@x.example', 'b@x.example'] }, changed: ['ops-platform'] },
      ],
    });
  });
});

describe('a row is refused, with its number and the reason,', () => {
  it.each<[string, Partial<ImportRow>, object]>([
    [
      'R2: when its account is none of this person’s',
      { accountId: 'elsewhere' },
      { account: null, problem: { reason: 'account-unknown', text: 'elsewhere' } },
    ],
    [
      'R2: when nobody has an account of that name',
      { accountName: 'Nowhere' },
      { account: null, problem: { reason: 'account-unknown', text: 'Nowhere' } },
    ],
    [
      'when this person only reads the account',
      { accountName: 'Night Market' },
      { account: 'Night Market', problem: { reason: 'not-an-editor' } },
    ],
    [
      'R1: when its purpose is none of the seven',
      { purpose: 'ops' },
      { purpose: null, problem: { reason: 'purpose-unknown', text: 'ops' } },
    ],
    [
      'with the words that are no address',
      { answer: 'night@harvest.example; nobody' },
      { problem: { reason: 'not-an-address', text: 'nobody' } },
    ],
    [
      'R11: when the shared address is not the alias',
      { purpose: 'ops-users', answer: 'x@y.example' },
      { problem: { reason: 'not-the-alias', expected: ALIAS } },
    ],
    [
      'R7: when it sets alert contacts in sandbox',
      { purpose: 'alert', answer: 'UANA' },
      { problem: { reason: 'only-in-production' } },
    ],
    [
      'R5: when its alert contact is no member, by name',
      { accountId: 'second', purpose: 'alert', answer: 'UDIEGO' },
      { problem: { reason: 'not-a-member', name: 'Diego Sá', userId: 'UDIEGO', standing: 'member' } },
    ],
    [
      'R5: when its alert contact is a guest',
      { accountId: 'second', purpose: 'alert', answer: 'UGUEST' },
      { problem: { reason: 'not-a-member', name: 'Gil Guest', userId: 'UGUEST', standing: 'guest' } },
    ],
    [
      'R5: when its alert contact is a name',
      { accountId: 'second', purpose: 'alert', answer: 'Ana' },
      { problem: { reason: 'person-unreadable', text: 'Ana' } },
    ],
    [
      'R22: when it empties what a complete sheet has',
      { purpose: 'ops-platform', answer: '' },
      { problem: { reason: 'would-be-missing' } },
    ],
    [
      'R22: when it empties the hours',
      { purpose: 'support-hours', answer: '' },
      { problem: { reason: 'would-be-missing' } },
    ],
    [
      'with the window that cannot be read',
      { purpose: 'support-hours', answer: 'Mon 9-5 UTC' },
      { problem: { reason: 'window-unreadable', text: 'Mon 9-5 UTC' } },
    ],
  ])('%s', (_, facts, refusal) => {
    expect(decide([{ ...facts, row: 7 }])).toMatchObject({ kind: 'refused', refusals: [{ row: 7, ...refusal }] });
  });

  it('when another row is about the same', () => {
    expect(decide([{}, { accountId: 'here', answer: 'b@x.example' }])).toMatchObject({
      refusals: [{ row: 3, purpose: 'tech-emergency', problem: { reason: 'row-twice', first: 2 } }],
    });
  });

  it('and with it the whole import: each row that will not do is named, in order', () => {
    const decision = decide([
      { purpose: 'x' },
      {},
      { accountName: 'Blue Fig', answer: 'no' },
      { accountName: 'Nowhere' },
    ]);
    expect(decision.kind === 'refused' && decision.refusals.map(({ row: at }) => at)).toEqual([2, 4, 5]);
  });

  it('R4: when no integration uses a merchant contact', () => {
    const here = complete({ id: 'here', integrations: ['menu-feed'] });
    const decision = decide([{ purpose: 'ops-merchant' }], { here, accounts: [here] });
    expect(decision).toMatchObject({ refusals: [{ problem: { reason: 'not-available' } }] });
  });

  it('when two accounts have the name', () => {
    const decision = decide([{ accountName: 'Blue Fig' }], { accounts: [SECOND, { ...SECOND, id: 'third' }] });
    expect(decision).toMatchObject({ refusals: [{ problem: { reason: 'account-unclear', text: 'Blue Fig' } }] });
  });
});

describe('an import', () => {
  it('by a viewer is refused row by row', () => {
    expect(decide([{}], { by: CHLOE })).toMatchObject({ refusals: [{ problem: { reason: 'not-an-editor' } }] });
  });

  it('R19: says which account it unlocks', () => {
    const sheet = { ...HERE.sheet, 'ops-platform': [] };
    const here = incomplete({ id: 'here', sheet });
    const decision = decide([{ purpose: 'ops-platform', answer: 'esc@x.example' }], { here, accounts: [here] });
    expect(decision).toMatchObject({ changes: [{ unlocks: true }] });
  });

  it(`of more than ${MOST_ACCOUNTS} accounts is too much for one`, () => {
    const accounts: Account[] = Array.from({ length: MOST_ACCOUNTS + 1 }, (_, place) => complete({ id: `n${place}` }));
    const decision = decide(
      accounts.map(({ id }) => ({ accountId: id })),
      { accounts },
    );
    expect(decision).toEqual({ kind: 'too-many-accounts', limit: MOST_ACCOUNTS, given: MOST_ACCOUNTS + 1 });
  });

  it('asks for the people whom it would make alert contacts, and for few of those who are no members', () => {
    const strangers = Array.from({ length: 99 }, (_, place) => `UNOBODY${place}`);
    const rows = [row({ accountId: 'second', purpose: 'alert', answer: ['UCHLOE', ...strangers].join(' ') })];
    const asked = peopleInImport(given(rows), NOW);
    expect(asked.slice(0, 2)).toEqual(['UCHLOE', 'UNOBODY0']);
    expect(asked).toHaveLength(21);
    expect(peopleInImport(given([row({ accountId: 'second', purpose: 'alert', answer: 'UANA UBRUNO' })]), NOW)).toEqual(
      [],
    );
    expect(ANA.userId).toBe('UANA');
  });
});
