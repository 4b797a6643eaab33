import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  admins,
  audienceOf,
  decideGrant,
  holds,
  type Member,
  memberOf,
  ROLES,
  type Role,
} from '../../src/domain/access.ts';
import type { Account } from '../../src/domain/account.ts';
import type { Person, Standing } from '../../src/domain/person.ts';
import { members, people } from './arbitrary.ts';
import { ANA, BRUNO, CHLOE, DIEGO, HOUR, incomplete, later, member, NOW, OUTSIDERS, person } from './build.ts';

const account = incomplete();
const outsiders = Object.values(OUTSIDERS);

describe('a member', () => {
  it.each([
    ['for good', null, true],
    ['until later', later(HOUR), true],
    ['until this moment', NOW, false],
    ['until earlier', later(-HOUR), false],
  ])('A7: has access %s', (_, endsAt, has) => {
    const timed = incomplete({ members: [member('UANA', 'admin'), member('UDIEGO', 'editor', endsAt)] });
    expect(memberOf(timed, 'UDIEGO', NOW) !== null).toBe(has);
    expect(holds(timed, DIEGO, 'viewer', NOW)).toBe(has);
    expect(audienceOf(timed, DIEGO, NOW)).toBe(has ? 'internal' : 'third-party');
  });

  it('A6: may do what a weaker role may, and nothing that only a stronger one may', () => {
    const may = [ANA, BRUNO, CHLOE, DIEGO].map((one) => ROLES.filter((role) => holds(account, one, role, NOW)));
    expect(may).toEqual([['viewer', 'editor', 'admin'], ['viewer', 'editor'], ['viewer'], []]);
  });

  it('A7: counts as an admin only as long as the access lasts', () => {
    const timed = [member('U1', 'admin'), member('U2', 'admin', NOW), member('U3', 'admin', later(1)), member('U4')];
    expect(admins(incomplete({ members: timed }), NOW).map((one) => one.userId)).toEqual(['U1', 'U3']);
  });
});

describe('the audience', () => {
  it.each([
    ['internal for a member of every role', [ANA, BRUNO, CHLOE], 'internal'],
    ['a third party for a colleague without access', [DIEGO], 'third-party'],
    ['a third party for the owner of the workspace without access', [{ ...DIEGO, isOwner: true }], 'third-party'],
    ['a third party for guests, strangers, bots and people who left', outsiders, 'third-party'],
  ] as const)('A9: is %s', (_, persons, audience) => {
    expect(persons.map((one) => audienceOf(account, one, NOW))).toEqual(persons.map(() => audience));
  });

  it.each(['guest', 'stranger', 'bot', 'deactivated'] as Standing[])(
    'A9: is a third party for a %s, even if a row says that they are an admin',
    (standing) => {
      const planted = person('UANA', { standing });
      expect(audienceOf(account, planted, NOW)).toBe('third-party');
      expect(ROLES.some((role) => holds(account, planted, role, NOW))).toBe(false);
    },
  );

  it('R2: is a third party for the member of another account', () => {
    expect(audienceOf(incomplete({ id: 'account-2', members: [member('UDIEGO', 'admin')] }), ANA, NOW)).toBe(
      'third-party',
    );
  });
});

const grant = (of: Account, by: Person, to: Person | null, role: Role, endsAt: Date | null = null) =>
  decideGrant(of, { by, to, role, endsAt }, NOW);

describe('a grant', () => {
  it.each([
    ['a colleague', DIEGO, 'viewer', null],
    ['a colleague as another admin', DIEGO, 'admin', null],
    ['a colleague for a while', DIEGO, 'editor', later(HOUR)],
    ['a viewer, who becomes an editor', CHLOE, 'editor', null],
    ['an editor, who becomes a viewer', BRUNO, 'viewer', null],
    ['an editor, whose access now ends', BRUNO, 'editor', later(HOUR)],
  ] as const)('A5, R17: lets an admin bring in %s', (_, to, role, endsAt) => {
    const granted = { kind: 'granted', member: { userId: to.userId, role, endsAt } };
    expect(grant(account, ANA, to, role, endsAt)).toEqual(granted);
  });

  it.each([
    ['an editor', BRUNO, DIEGO, { reason: 'not-an-admin' }],
    ['a viewer', CHLOE, DIEGO, { reason: 'not-an-admin' }],
    ['somebody for themself', DIEGO, DIEGO, { reason: 'not-an-admin' }],
    ['an admin of another workspace', person('UANA', { standing: 'stranger' }), DIEGO, { reason: 'not-an-admin' }],
    ['an admin who chose nobody', ANA, null, { reason: 'nobody-chosen' }],
    ['an admin, for who has the role', ANA, CHLOE, { reason: 'already-a-member', userId: 'UCHLOE', role: 'viewer' }],
    ...outsiders.map(
      (to) =>
        [
          `an admin, for a ${to.standing}`,
          ANA,
          to,
          { reason: 'not-a-colleague', userId: to.userId, standing: to.standing },
        ] as const,
    ),
  ] as const)('A5, A9: is refused to %s', (_, by, to, refusal) => {
    expect(grant(account, by, to, 'viewer')).toEqual({ kind: 'refused', refusal });
  });

  it.each([
    ['ends later', later(1), null],
    ['ends now', NOW, 'end-in-the-past'],
    ['has ended', later(-HOUR), 'end-in-the-past'],
    ['ends in a year', later(366 * 24 * HOUR), null],
    ['ends in more than a year', later(366 * 24 * HOUR + 1), 'end-too-far'],
  ])('A7: of access that %s is granted or refused: %s', (_, endsAt, reason) => {
    expect(grant(account, ANA, DIEGO, 'viewer', endsAt)).toMatchObject(
      reason ? { refusal: { reason } } : { member: { endsAt } },
    );
  });

  it('A7: begins anew for a member whose access has ended, and is not given by an admin whose access has', () => {
    const timed = incomplete({ members: [member('UANA', 'admin'), member('UDIEGO', 'admin', NOW)] });
    expect(grant(timed, ANA, DIEGO, 'admin').kind).toBe('granted');
    expect(grant(timed, DIEGO, CHLOE, 'viewer')).toMatchObject({ refusal: { reason: 'not-an-admin' } });
  });

  const alone = [member('UANA', 'admin')];
  it.each<[string, Member[], Role, Date | null, string]>([
    ['a weaker role', alone, 'editor', null, 'last-admin'],
    ['an end', alone, 'admin', later(HOUR), 'last-admin'],
    [
      'a weaker role beside an admin whose access has ended',
      [...alone, member('UB', 'admin', NOW)],
      'editor',
      null,
      'last-admin',
    ],
    [
      'a weaker role beside an admin whose access will end',
      [...alone, member('UB', 'admin', later(HOUR))],
      'editor',
      null,
      'last-admin',
    ],
    [
      'an end beside an admin whose access will end',
      [...alone, member('UB', 'admin', later(HOUR))],
      'admin',
      later(HOUR),
      'last-admin',
    ],
    ['a weaker role beside another admin', [...alone, member('UB', 'admin')], 'editor', null, 'granted'],
    ['an end beside another admin', [...alone, member('UB', 'admin')], 'admin', later(HOUR), 'granted'],
  ])('A6: gives an admin %s only if another one stays', (_, members, role, endsAt, outcome) => {
    const decision = grant(incomplete({ members }), ANA, ANA, role, endsAt);
    expect(decision.kind === 'granted' ? 'granted' : decision.refusal.reason).toBe(outcome);
  });

  it('A6, A9: never leaves an account without an admin for good, and never goes to an outsider', () => {
    const role = fc.constantFrom(...ROLES);
    const end = fc.constantFrom(null, later(HOUR));
    fc.assert(
      fc.property(members(), people(), fc.nat(), fc.nat(), role, end, (all, persons, one, other, as, endsAt) => {
        const before = incomplete({ members: all });
        const everybody = [...all.map((each) => person(each.userId)), ...persons.values()];
        const by = everybody[one % everybody.length] ?? ANA;
        const to = everybody[other % everybody.length] ?? null;
        const decision = grant(before, by, to, as, endsAt);
        if (decision.kind === 'refused') return;
        const after = [...all.filter((each) => each.userId !== decision.member.userId), decision.member];
        expect(after.some((each) => each.role === 'admin' && each.endsAt === null)).toBe(true);
        expect([by.standing, to?.standing]).toEqual(['member', 'member']);
        expect(memberOf(before, by.userId, NOW)?.role).toBe('admin');
      }),
      { numRuns: 400 },
    );
  });
});
