import { describe, expect, it } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import { type Finding, findings, type Known } from '../../src/domain/finding.ts';
import { standing } from '../../src/domain/readiness.ts';
import { isLocked, type Sheet } from '../../src/domain/sheet.ts';
import {
  ALIAS,
  answering,
  brand,
  complete,
  frozen,
  incomplete,
  later,
  launched,
  member,
  NOW,
  supportWindow,
} from './build.ts';

const DAY = 24 * 60 * 60_000;
/** An account against which nothing can be said: two admins, aliases of its own domain. */
const SOUND = frozen(launched({ members: [member('UANA', 'admin'), member('UBRUNO', 'admin')] }));
const kinds = (account: Account, known?: Known) => findings(account, NOW, known).map(({ kind }) => kind);
const with_ = (answers: Partial<Sheet>) => answering(SOUND, answers);
const ONE = 'ana.lima@harvest.example';

describe('X6: findings', () => {
  it('X6: nothing is said against a sound sheet', () => {
    expect(findings(SOUND, NOW)).toEqual([]);
  });

  it.each<[string, Account, Finding]>([
    [
      'one mailbox on five of the seven purposes',
      with_({
        'tech-emergency': [ONE],
        'tech-non-emergency': [ONE.toUpperCase()],
        'ops-merchant': [ONE],
        'ops-platform': [`x@harvest.example`, ONE],
        'ops-users': [ONE],
      }),
      {
        kind: 'one-for-all',
        address: ONE,
        purposes: ['tech-emergency', 'tech-non-emergency', 'ops-merchant', 'ops-platform', 'ops-users'],
      },
    ],
    [
      'an emergency alias of a domain that is no brand’s',
      with_({ 'tech-emergency': ['oncall@pager.example'] }),
      { kind: 'foreign-emergency', address: 'oncall@pager.example', domains: ['harvest.example'] },
    ],
    [
      'the same mailbox on the shared and the platform’s contact',
      with_({ 'ops-platform': ['HELP@harvest.example'] }),
      { kind: 'shared-and-internal', address: 'HELP@harvest.example' },
    ],
    [
      'a shared contact that is no longer the alias',
      with_({ 'ops-users': ['old@harvest.example'] }),
      { kind: 'alias-drift', shared: 'old@harvest.example', expected: ALIAS },
    ],
    ['a single admin', launched(), { kind: 'lone-admin', userId: 'UANA' }],
    [
      'a single admin whose access does not end',
      launched({ members: [member('UANA', 'admin'), member('UBRUNO', 'admin', later(DAY))] }),
      { kind: 'lone-admin', userId: 'UANA' },
    ],
  ])('X6: %s is found', (_, account, finding) => {
    expect(findings(account, NOW)).toContainEqual(finding);
  });

  it('X6: without a merchant contact, one mailbox for the four others is found too', () => {
    const answers = { 'tech-emergency': [ONE], 'tech-non-emergency': [ONE], 'ops-platform': [ONE], 'ops-users': [ONE] };
    expect(kinds(answering({ ...SOUND, integrations: ['menu-feed'] }, answers))).toContain('one-for-all');
    expect(kinds(with_(answers))).not.toContain('one-for-all');
  });

  it.each(['oncall@harvest.example', 'oncall@mail.HARVEST.example', 'oncall@fig.example'])(
    'X6: an emergency alias %s of a brand’s domain is none',
    (address) => {
      const brands = [brand(), brand({ id: 'brand-2', supportAlias: 'help@eu.fig.example' })];
      expect(kinds({ ...with_({ 'tech-emergency': [address] }), brands })).not.toContain('foreign-emergency');
    },
  );

  it('X6: an account without any alias has no domain to be outside of', () => {
    const brands = [brand({ supportAlias: null })];
    expect(kinds({ ...with_({ 'tech-emergency': ['a@b.example'] }), brands })).not.toContain('foreign-emergency');
  });

  it('X6: hours without a day never happen', () => {
    const window = supportWindow({ days: [] });
    expect(findings(with_({ 'support-hours': [supportWindow(), window] }), NOW)).toEqual([
      { kind: 'hours-never', window },
    ]);
  });

  describe('with what is known from elsewhere', () => {
    const mailboxes = new Map([
      ['oncall@harvest.example', 'verified'],
      ['api@harvest.example', 'bounced'],
      ['dev@harvest.example', 'unverified'],
      ['merchants@harvest.example', 'verified'],
      ['escalation@harvest.example', 'verified'],
    ] as const);

    it('X6: mailboxes that bounce or were never verified are found, the first kind first', () => {
      expect(findings(SOUND, NOW, { mailboxes })).toEqual([
        { kind: 'bounced', address: 'api@harvest.example', purposes: ['tech-non-emergency'] },
        { kind: 'unverified', addresses: ['dev@harvest.example', ALIAS] },
      ]);
    });

    it.each([
      ['never', null, ['unconfirmed']],
      ['90 days ago', 90, ['unconfirmed']],
      ['89 days ago', 89, []],
    ] as const)('X6, C9: details that were confirmed %s', (_, days, expected) => {
      const at = later(-(days ?? 0) * DAY);
      const confirmed = days === null ? null : { at, by: 'UANA', until: new Date(at.getTime() + 90 * DAY) };
      expect(kinds({ ...SOUND, confirmed })).toEqual(expected);
    });

    it('X6: an empty sheet is not asked to be confirmed or verified', () => {
      const known = { mailboxes: new Map() };
      expect(kinds(incomplete({ members: SOUND.members }), known)).toEqual([]);
    });
  });

  it('X6: findings never lock', () => {
    const account = answering(complete(), { 'ops-platform': [ALIAS], 'tech-emergency': ['a@b.example'] });
    expect(findings(account, NOW).length).toBeGreaterThan(2);
    expect(isLocked(account)).toBe(false);
  });
});

describe('X1: how an account stands', () => {
  const two = { members: SOUND.members };
  it.each<[string, Account]>([
    ['incomplete', incomplete()],
    ['ready', complete(two)],
    ['ready-but', complete()],
    ['sound', SOUND],
    ['weak', launched()],
    ['incomplete', with_({ alert: [] })],
  ])('X1: is %s', (expected, account) => {
    expect(standing(account, findings(account, NOW))).toBe(expected);
  });
});
