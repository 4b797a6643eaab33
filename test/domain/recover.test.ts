import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admins } from '../../src/domain/access.ts';
import type { Account } from '../../src/domain/account.ts';
import type { Person } from '../../src/domain/person.ts';
import { decideRecovery } from '../../src/domain/recover.ts';
import * as any from './arbitrary.ts';
import { ANA, BRUNO, frozen, HOUR, incomplete, known, later, member, NOW, OUTSIDERS, person } from './build.ts';

const owner = person('UOWNER', { isOwner: true });
const gone: Person = { ...ANA, standing: 'deactivated' };
const owned = (role?: 'viewer' | 'admin') =>
  incomplete({ members: [member('UANA', 'admin'), ...(role ? [member('UOWNER', role)] : [])] });
const eva = (endsAt: Date) => incomplete({ members: [member('UANA', 'admin'), member('UEVA', 'admin', endsAt)] });

describe('a recovery', () => {
  it.each<['recovered' | 'not-an-owner' | 'has-admins', string, Account, Person, Person[]]>([
    ['recovered', 'its only admin has left the workspace', owned(), owner, [gone, owner]],
    ['recovered', 'Slack does not know its only admin', owned(), owner, [owner]],
    ['recovered', 'its only admin is a guest now', owned(), owner, [{ ...ANA, standing: 'guest' }, owner]],
    ['recovered', 'it has no admin at all', incomplete({ members: [member('UBRUNO', 'editor')] }), owner, [BRUNO]],
    ['recovered', 'it has no member at all', incomplete({ members: [] }), owner, []],
    ['recovered', 'the owner is a viewer of it', owned('viewer'), owner, [gone, owner]],
    ['recovered', 'its other admin’s access has ended', eva(NOW), owner, [gone, person('UEVA'), owner]],
    ['has-admins', 'its admin is there', owned(), owner, [ANA, owner]],
    ['has-admins', 'its admin for a while is there', eva(later(HOUR)), owner, [gone, person('UEVA'), owner]],
    ['has-admins', 'the owner is an admin of it', owned('admin'), owner, [gone, owner]],
    ['not-an-owner', 'somebody else wants it', owned(), person('UDIEGO'), [gone]],
    ['not-an-owner', 'an editor of it wants it', owned(), BRUNO, [gone, BRUNO]],
    ...Object.values(OUTSIDERS).map((one): ['not-an-owner', string, Account, Person, Person[]] => [
      'not-an-owner',
      `a ${one.standing} who once owned the workspace wants it`,
      owned(),
      { ...one, isOwner: true },
      [gone],
    ]),
  ])('A6, A9: is %s if %s', (outcome, _, account, by, people) => {
    const decision = decideRecovery(account, by, known(...people), NOW);
    expect(decision.kind === 'recovered' ? decision : decision.reason).toEqual(
      outcome === 'recovered' ? { kind: 'recovered', role: 'admin' } : outcome,
    );
  });

  it('A6: is for owners alone, and only of accounts none of whose admins is there', () => {
    fc.assert(
      fc.property(any.members(), any.people(), fc.nat(), (members, people, one) => {
        const everybody = [...people.values()];
        const by = everybody[one % everybody.length] as Person;
        const account = incomplete({ members });
        const decision = decideRecovery(frozen(account), frozen(by), people, NOW);
        const there = admins(account, NOW).filter(({ userId }) => people.get(userId)?.standing === 'member');
        expect(decision.kind === 'recovered').toBe(by.isOwner && by.standing === 'member' && there.length === 0);
      }),
      { numRuns: 400 },
    );
  });
});
