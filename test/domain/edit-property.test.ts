import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memberOf } from '../../src/domain/access.ts';
import { expectedAlias } from '../../src/domain/account.ts';
import { sameAddress } from '../../src/domain/address.ts';
import { decideEdit } from '../../src/domain/edit.ts';
import { ADDRESS_PURPOSES, PURPOSES, type Purpose } from '../../src/domain/purpose.ts';
import { completeness, isLocked, requirement } from '../../src/domain/sheet.ts';
import * as any from './arbitrary.ts';
import { answering, frozen, NOW } from './build.ts';

/** Any edit of any account that may still have gaps, and of one that has none. */
const situation = fc.tuple(fc.oneof(any.account(), any.account({ full: true })), any.edit(), any.people());
const RUNS = { numRuns: 400 };

/** Checks what is said of every accepted edit. */
const accepted = (check: (about: Accepted) => void): void =>
  fc.assert(
    fc.property(situation, ([account, edit, people]) => {
      const decision = decideEdit(account, edit, people, NOW);
      if (decision.kind === 'accepted')
        check({ account, edit, people, decision, after: { ...account, sheet: decision.sheet } });
    }),
    RUNS,
  );
type Situation = typeof situation extends fc.Arbitrary<infer Value> ? Value : never;
interface Accepted {
  account: Situation[0];
  edit: Situation[1];
  people: Situation[2];
  decision: Extract<ReturnType<typeof decideEdit>, { kind: 'accepted' }>;
  after: Situation[0];
}

describe('any edit', () => {
  it('R22: never makes a complete sheet incomplete, nor takes from a launched one what it has', () => {
    accepted(({ account, after }) => {
      if (completeness(account).complete) expect(completeness(after).complete).toBe(true);
      if (account.environment === 'production') {
        expect(completeness(account).missing).toEqual(expect.arrayContaining([...completeness(after).missing]));
      }
    });
  });

  it('R11: never shares another address with users than the alias, or the one that was there', () => {
    accepted(({ account, edit, after }) => {
      const [address, ...more] = after.sheet['ops-users'];
      if (edit['ops-users'] === undefined || address === undefined) return;
      expect(more).toEqual([]);
      if (address === account.sheet['ops-users'][0]) return;
      expect(sameAddress(address, expectedAlias(account) ?? '')).toBe(true);
    });
  });

  it('R5, R7: never makes anybody an alert contact but a current member, and nobody in sandbox', () => {
    accepted(({ account, edit, people, after }) => {
      if (edit.alert === undefined) return;
      if (account.environment === 'sandbox') expect(after.sheet.alert).toEqual([]);
      for (const userId of after.sheet.alert) {
        expect(memberOf(account, userId, NOW)).not.toBeNull();
        expect(people.get(userId)?.standing).toBe('member');
      }
      expect(new Set(after.sheet.alert).size).toBe(after.sheet.alert.length);
    });
  });

  it('R4: never gives a merchant contact to an account without a use for one', () => {
    accepted(({ account, edit, after }) => {
      if (requirement(account, 'ops-merchant') !== 'hidden' || edit['ops-merchant'] === undefined) return;
      expect(after.sheet['ops-merchant']).toEqual([]);
    });
  });

  it('R18, R19: says what is missing afterwards, and unlocks only what was locked and is so no longer', () => {
    accepted(({ account, decision, after }) => {
      expect(decision.missing).toEqual(completeness(after).missing);
      expect(decision.unlocks).toBe(isLocked(account) && !isLocked(after));
      if (decision.unlocks) expect([account.environment, decision.missing]).toEqual(['sandbox', []]);
    });
  });

  it('R18, R19: unlocks with the last item and not before, in whatever order the items come', () => {
    const items = ADDRESS_PURPOSES.filter((purpose) => purpose !== 'ops-users');
    const order = fc.shuffledSubarray([...items, 'support-hours'] as const, { minLength: 1 });
    const full = any.account({ environment: 'sandbox', full: true });
    fc.assert(
      fc.property(full, order, (account, gaps) => {
        const asked = gaps.filter((purpose) => requirement(account, purpose) === 'required');
        let now = answering(account, Object.fromEntries(gaps.map((purpose) => [purpose, []])));
        asked.forEach((purpose, place) => {
          const last = place === asked.length - 1;
          const hours = account.sheet['support-hours'];
          const edit = { [purpose]: purpose === 'support-hours' ? hours : account.sheet[purpose].join('\n') };
          const decision = decideEdit(now, edit, new Map(), NOW);
          expect(decision).toMatchObject({ kind: 'accepted', unlocks: last });
          if (decision.kind === 'accepted') now = { ...now, sheet: decision.sheet };
          expect(isLocked(now)).toBe(!last);
        });
      }),
    );
  });

  it('R21: changes nothing that it does not name, and nothing at all the second time', () => {
    accepted(({ account, edit, people, decision, after }) => {
      for (const purpose of PURPOSES) {
        const same = JSON.stringify(after.sheet[purpose]) === JSON.stringify(account.sheet[purpose]);
        expect(decision.changed.includes(purpose)).toBe(!same);
        if (edit[purpose] === undefined) expect(same).toBe(true);
      }
      expect(decideEdit(after, edit, people, NOW)).toMatchObject({ kind: 'accepted', changed: [], unlocks: false });
    });
  });

  it('refused, gives nothing to save, changes nothing and has a reason only where something was typed', () => {
    fc.assert(
      fc.property(situation, ([account, edit, people]) => {
        const copy = structuredClone(account);
        const decision = decideEdit(frozen(account), frozen(edit), people, NOW);
        expect(account).toEqual(copy);
        if (decision.kind === 'accepted') return;
        expect(Object.keys(decision).sort()).toEqual(['kind', 'refusals']);
        const refused = Object.keys(decision.refusals) as Purpose[];
        expect(refused.length).toBeGreaterThan(0);
        expect(refused.filter((purpose) => edit[purpose] === undefined)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('is decided the same for each purpose, whatever is wrong with the others', () => {
    fc.assert(
      fc.property(situation, fc.constantFrom(...ADDRESS_PURPOSES), ([account, edit, people], purpose) => {
        const decision = decideEdit(account, edit, people, NOW);
        const alone = decideEdit(account, { [purpose]: edit[purpose] }, people, NOW);
        const refusal = decision.kind === 'refused' ? decision.refusals[purpose] : undefined;
        const refusalAlone = alone.kind === 'refused' ? alone.refusals[purpose] : undefined;
        expect(refusal).toEqual(refusalAlone);
      }),
      RUNS,
    );
  });

  it('R3: is decided without regard to members, unless it names alert contacts', () => {
    fc.assert(
      fc.property(situation, any.members(), ([account, { alert: _, ...edit }, people], members) => {
        const decision = decideEdit(account, edit, people, NOW);
        expect(decideEdit({ ...account, members }, edit, new Map(), NOW)).toEqual(decision);
      }),
    );
  });
});
