import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideGrant, type Member, ROLES } from '../../src/domain/access.ts';
import type { Account } from '../../src/domain/account.ts';
import type { Person } from '../../src/domain/person.ts';
import { breakageOf, decideRevoke, lostWithout, type RevokeRefusal } from '../../src/domain/revoke.ts';
import { completeness } from '../../src/domain/sheet.ts';
import * as any from './arbitrary.ts';
import {
  ANA,
  answering,
  BRUNO,
  CHLOE,
  complete,
  DIEGO,
  frozen,
  HOUR,
  incomplete,
  later,
  launched,
  member,
  NOW,
  OUTSIDERS,
  person,
} from './build.ts';

const eva = person('UEVA');
/** Ana is an admin for good, Eva is another one until the end given; Bruno edits. */
const team = (endsAt: Date | null) =>
  incomplete({ members: [member('UANA', 'admin'), member('UEVA', 'admin', endsAt), member('UBRUNO', 'editor')] });
const FOR_GOOD = team(null);
const FOR_A_WHILE = team(later(HOUR));
const ENDED = team(NOW);

describe('a revoke', () => {
  it.each<['revoked' | RevokeRefusal['reason'], string, Person, Person, Account]>([
    ['revoked', 'an admin takes an editor’s access', ANA, BRUNO, FOR_GOOD],
    ['revoked', 'an admin takes another admin’s access', ANA, eva, FOR_GOOD],
    ['revoked', 'an admin for a while takes an editor’s access', eva, BRUNO, FOR_A_WHILE],
    ['revoked', 'an admin takes the access of one who is an admin for a while', ANA, eva, FOR_A_WHILE],
    ['revoked', 'an admin takes the access of somebody who has left the workspace', ANA, BRUNO, FOR_GOOD],
    ['revoked', 'an editor leaves', BRUNO, BRUNO, FOR_GOOD],
    ['revoked', 'an admin leaves another one behind', ANA, ANA, FOR_GOOD],
    ['revoked', 'an admin for a while leaves', eva, eva, FOR_A_WHILE],
    ['not-an-admin', 'an editor takes an admin’s access', BRUNO, ANA, FOR_GOOD],
    ['not-an-admin', 'a viewer takes an editor’s access', CHLOE, BRUNO, incomplete()],
    ['not-an-admin', 'somebody without access takes an editor’s', DIEGO, BRUNO, FOR_GOOD],
    ['not-an-admin', 'somebody without access leaves', DIEGO, DIEGO, FOR_GOOD],
    ['not-an-admin', 'somebody whose access has ended takes an editor’s', eva, BRUNO, ENDED],
    ['not-an-admin', 'somebody whose access has ended leaves', eva, eva, ENDED],
    [
      'not-an-admin',
      'an owner of the workspace takes an editor’s access',
      person('UO', { isOwner: true }),
      BRUNO,
      FOR_GOOD,
    ],
    ['not-a-member', 'an admin takes what somebody does not have', ANA, DIEGO, FOR_GOOD],
    ['not-a-member', 'an admin takes what has ended by itself', ANA, eva, ENDED],
    ['last-admin', 'the only admin leaves', ANA, ANA, incomplete()],
    ['last-admin', 'the only admin for good leaves one for a while behind', ANA, ANA, FOR_A_WHILE],
    ['last-admin', 'an admin for a while takes the access of the only one for good', eva, ANA, FOR_A_WHILE],
    ['last-admin', 'the only admin leaves one behind whose access has ended', ANA, ANA, ENDED],
  ])('A6: is %s when %s', (outcome, _, by, whose, account) => {
    const decision = decideRevoke(account, { by, userId: whose.userId }, NOW);
    expect(decision.kind === 'revoked' ? 'revoked' : decision.refusal.reason).toBe(outcome);
  });

  it.each(Object.values(OUTSIDERS).map((one) => [one.standing, one] as const))(
    'A9: is not for a %s, even if a row says that they are an admin',
    (_, by) => {
      const planted = incomplete({ members: [member('UANA', 'admin'), member(by.userId, 'admin')] });
      for (const userId of ['UANA', by.userId]) {
        expect(decideRevoke(planted, { by, userId }, NOW)).toMatchObject({ refusal: { reason: 'not-an-admin' } });
      }
    },
  );

  it('A6: in any order with grants, never leaves an account without an admin for good', () => {
    const users = ['UANA', 'UEVA', 'UBRUNO', 'UDIEGO'];
    const act = fc.record({
      by: fc.constantFrom(...users),
      userId: fc.constantFrom(...users),
      /** Null revokes. */
      role: fc.option(fc.constantFrom(...ROLES), { freq: 2 }),
      endsIn: fc.constantFrom(null, 1, 3),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        let members: readonly Member[] = [member('UANA', 'admin')];
        acts.forEach(({ by, userId, role, endsIn }, hour) => {
          const now = later(hour * HOUR);
          const account = frozen(incomplete({ members: structuredClone(members) as Member[] }));
          const endsAt = endsIn === null ? null : new Date(now.getTime() + endsIn * HOUR);
          if (role === null) {
            const decision = decideRevoke(account, { by: person(by), userId }, now);
            if (decision.kind === 'revoked') members = members.filter((one) => one.userId !== userId);
          } else {
            const decision = decideGrant(account, { by: person(by), to: person(userId), role, endsAt }, now);
            if (decision.kind === 'granted') {
              members = [...members.filter((one) => one.userId !== userId), decision.member];
            }
          }
          expect(members.some((one) => one.role === 'admin' && one.endsAt === null)).toBe(true);
        });
      }),
      { numRuns: 400 },
    );
  });
});

describe('what a revoke breaks', () => {
  const contacts = (...alert: string[]) => answering(launched(), { alert });
  it.each([
    ['the last alert contact', contacts('UBRUNO'), 'UBRUNO', ['last-alert-contact']],
    ['one of two alert contacts', contacts('UBRUNO', 'UANA'), 'UBRUNO', ['alert-contact']],
    ['nothing, of who is no alert contact', contacts('UANA'), 'UBRUNO', []],
    ['nothing, where there are none', contacts(), 'UBRUNO', []],
    ['nothing, in sandbox', answering(complete(), { alert: ['UBRUNO'] }), 'UBRUNO', []],
  ] as const)('A8: is %s', (_, account, userId, kinds) => {
    const breaks = kinds.map((kind) => ({ kind }));
    expect(breakageOf(account, userId)).toEqual(breaks);
    expect(decideRevoke(account, { by: ANA, userId }, NOW)).toEqual({ kind: 'revoked', breaks });
  });

  it('A8: is said of somebody who leaves, too', () => {
    const decision = decideRevoke(contacts('UBRUNO'), { by: BRUNO, userId: 'UBRUNO' }, NOW);
    expect(decision).toEqual({ kind: 'revoked', breaks: [{ kind: 'last-alert-contact' }] });
  });
});

describe('what an account lacks without somebody', () => {
  const contacts = (...alert: string[]) => answering(launched(), { alert });
  it.each([
    ['its alert contact, if it was the last', contacts('UBRUNO'), ['UBRUNO'], ['alert']],
    ['its alert contacts, if both go at once', contacts('UBRUNO', 'UANA'), ['UBRUNO', 'UANA'], ['alert']],
    ['nothing, if another one stays', contacts('UBRUNO', 'UANA'), ['UBRUNO'], []],
    ['nothing, if it was no alert contact', contacts('UANA'), ['UBRUNO'], []],
    ['nothing, if it lacked one before', contacts(), ['UBRUNO'], []],
    ['nothing, in sandbox', answering(complete(), { alert: ['UBRUNO'] }), ['UBRUNO'], []],
    ['nothing new, if it lacks more', answering(contacts('UANA'), { 'ops-users': [] }), ['UBRUNO'], []],
    ['that one thing, if it lacks more', answering(contacts('UANA'), { 'ops-users': [] }), ['UANA'], ['alert']],
  ])('R6: is %s', (_, account, userIds, lost) => {
    expect(lostWithout(account, userIds)).toEqual(lost);
  });

  it('R6: is never said of sandbox, nor of what was missing before, and is the last contact whenever A8 says so', () => {
    fc.assert(
      fc.property(any.account(), fc.nat(), (account, place) => {
        const userId = account.members[place % account.members.length]?.userId ?? '';
        const lost = lostWithout(frozen(account), [userId]);
        if (account.environment === 'sandbox') expect(lost).toEqual([]);
        for (const purpose of lost) expect(completeness(account).missing).not.toContain(purpose);
        const last = breakageOf(account, userId).some(({ kind }) => kind === 'last-alert-contact');
        expect(lost.includes('alert')).toBe(last);
      }),
      { numRuns: 400 },
    );
  });
});
