import { beforeAll, expect, test } from 'vitest';
import { admins, decideGrant, type Member } from '../../src/domain/access.ts';
import type { Account } from '../../src/domain/account.ts';
import { decideEdit } from '../../src/domain/edit.ts';
import { mergeEdit } from '../../src/domain/merge.ts';
import { CALLSHEET, type Person } from '../../src/domain/person.ts';
import { decideWithdrawal, type Review, type ReviewRefusal, review } from '../../src/domain/request.ts';
import { decideRevoke } from '../../src/domain/revoke.ts';
import { PATIENCE } from '../../src/domain/waiting.ts';
import { grantAccess, revokeAccess } from '../../src/store/access.ts';
import { findAccount } from '../../src/store/accounts.ts';
import { changesSince } from '../../src/store/changes.ts';
import { settleRequest, takeUp } from '../../src/store/requests.ts';
import { onLatest, type SaveOutcome } from '../../src/store/save.ts';
import { saveSheet } from '../../src/store/sheets.ts';
import type { Store } from '../../src/store/store.ts';
import { ANA, BRUNO, DIEGO, known, later, member, NOW, person } from '../domain/build.ts';
import { eachDatabase } from './databases.ts';
import { bothWays, fresh, meet, RUNS, type Run, requestOf } from './race.ts';

const PATIENT = { timeout: 120_000 };
const EVA = person('UEVA');
const ADMINS = [member('UANA', 'admin'), member('UEVA', 'admin')];
const DONE = { kind: 'done' } as const;

type Refused = { kind: 'refused'; reason: string; fasterBy?: string | null };
type Said = typeof DONE | Refused;
type Conflict = Extract<SaveOutcome, { kind: 'conflict' }>;

/** Each is what its handler does: decide on the account as it is, save, and decide anew when somebody else was faster. */
const racers = (store: () => Store) => {
  const said = (outcome: SaveOutcome): typeof DONE | Conflict => (outcome.kind === 'conflict' ? outcome : DONE);
  const racer =
    (attempt: (account: Account, run: Run) => Promise<Said | Conflict>) =>
    (run: Run): Promise<Said> =>
      onLatest<Said>(run.account, (account) => attempt(account, run));

  return {
    decide: (by: Person, verdict: Review['verdict'], now = NOW) =>
      racer(async (account) => {
        const request = await requestOf(store(), account);
        const decision = review(account, request, { by, verdict, note: '', forPerson: DIEGO }, now);
        if (decision.kind === 'refused') return tooLate(decision.refusal, request);
        const settlement =
          decision.kind === 'approved'
            ? ({ state: 'approved', note: null, member: decision.member } as const)
            : ({ state: 'denied', note: null } as const);
        return said(await settleRequest(store(), { account, request, settlement, by: by.userId, now }));
      }),

    withdraw: (by: Person) =>
      racer(async (account) => {
        const request = await requestOf(store(), account);
        const decision = decideWithdrawal(request, by, NOW);
        if (decision.kind === 'refused') return tooLate(decision.refusal, request);
        const settlement = { state: 'withdrawn' } as const;
        return said(await settleRequest(store(), { account, request, settlement, by: by.userId, now: NOW }));
      }),

    /** One step of the ticker, which leaves what it was overtaken in to the next tick. */
    expire: (now: Date) => async (run: Run) => {
      const { id, teamId } = run.account;
      if (!(await takeUp(store(), { request: run.request, now }))) return 'left';
      const account = await findAccount(store(), { teamId, accountId: id });
      if (!account) throw new Error('the account is gone');
      const saving = { account, request: run.request, by: CALLSHEET, now };
      const outcome = await settleRequest(store(), { ...saving, settlement: { state: 'expired' } });
      return outcome.kind === 'saved' ? 'expired' : 'left';
    },

    revoke: (by: Person, userId: string) =>
      racer(async (account) => {
        const decision = decideRevoke(account, { by, userId }, NOW);
        if (decision.kind === 'refused') return { kind: 'refused', reason: decision.refusal.reason };
        return said(await revokeAccess(store(), { account, userId, by: by.userId, now: NOW }));
      }),

    grant: (by: Person, role: Member['role']) =>
      racer(async (account) => {
        const decision = decideGrant(account, { by, to: DIEGO, role, endsAt: null }, NOW);
        if (decision.kind === 'refused') return { kind: 'refused', reason: decision.refusal.reason };
        return said(await grantAccess(store(), { account, member: decision.member, by: by.userId, now: NOW }));
      }),

    /** Sends the form in which these are the alert contacts. */
    submit: (by: Person, alert: string[]) =>
      racer(async (account, { account: { revision } }) => {
        const merged = mergeEdit(account, { alert }, await changesSince(store(), { accountId: account.id, revision }));
        if (merged.kind === 'conflict') throw new Error('nobody else changed the alert contacts');
        const decision = decideEdit(account, merged.edit, known(ANA, BRUNO, EVA), NOW);
        if (decision.kind === 'accepted') {
          return said(await saveSheet(store(), { account, sheet: decision.sheet, by: by.userId, now: NOW }));
        }
        const refusal = decision.refusals.alert;
        const named = refusal?.reason === 'not-a-member' ? refusal.userId : 'nobody';
        return { kind: 'refused', reason: `${refusal?.reason}: ${named}` };
      }),
  };
};

const tooLate = (refusal: ReviewRefusal | { reason: 'not-yours' }, { decidedBy }: Run['request']): Refused => {
  const reason = refusal.reason === 'not-pending' ? refusal.state : refusal.reason;
  return { kind: 'refused', reason, fasterBy: decidedBy };
};

eachDatabase(`races for access, ${RUNS} times each`, (open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  const { decide, withdraw, expire, revoke, grant, submit } = racers(() => store);
  const names = ({ members }: Account) => members.map(({ userId }) => userId);
  const withDiego = ['UANA', 'UEVA', 'UDIEGO'];
  const without = ['UANA', 'UEVA'];

  test('A3: two admins approve one request: once it is approved, and the other hears by whom', PATIENT, async () => {
    const met = await meet(store, await fresh(store, ADMINS), decide(ANA, 'approve'), decide(EVA, 'approve'));
    for (const { one, other, after } of met) {
      const [winner, loser] = one.kind === 'done' ? ['UANA', other] : ['UEVA', one];
      expect([one, other]).toContainEqual(DONE);
      expect(loser).toEqual({ kind: 'refused', reason: 'approved', fasterBy: winner });
      expect(after.request).toMatchObject({ state: 'approved', decidedBy: winner });
      expect(after.account.members).toEqual([...ADMINS, member('UDIEGO', 'editor')]);
      expect(after.history).toMatchObject([{ kind: 'access.granted', actorId: winner }]);
    }
    bothWays(met.map(({ one }) => one.kind === 'done'));
  });

  test.each([
    ['one admin approves and another one denies', decide(EVA, 'deny'), 'denied', 'UEVA'],
    ['an admin approves what is withdrawn', withdraw(DIEGO), 'withdrawn', 'UDIEGO'],
  ] as const)('A3: %s: one of both is so, and the other hears by whom', PATIENT, async (_, race, state, by) => {
    const met = await meet(store, await fresh(store, ADMINS), decide(ANA, 'approve'), race);
    for (const { one, other, after } of met) {
      const approved = one.kind === 'done';
      const [winner, loser] = approved ? ['UANA', other] : [by, one];
      const outcome = approved ? 'approved' : state;
      expect([one, other]).toContainEqual(DONE);
      expect(loser).toEqual({ kind: 'refused', reason: outcome, fasterBy: winner });
      expect(after.request).toMatchObject({ state: outcome, decidedBy: winner });
      expect(names(after.account)).toEqual(approved ? withDiego : without);
      expect(after.history).toMatchObject([{ kind: `access.${approved ? 'granted' : state}`, actorId: winner }]);
    }
    bothWays(met.map(({ one }) => one.kind === 'done'));
  });

  test('A4: an admin approves as the time is over: one of both is so, and who is late hears it', PATIENT, async () => {
    const approve = async ({ account: { id, teamId }, request }: Run) => {
      // Both begin by loading the account; else the click would nearly always be faster.
      const account = await findAccount(store, { teamId, accountId: id });
      return decide(ANA, 'approve', later(PATIENCE.expiry - 1))({ account: account as Account, request });
    };
    const met = await meet(store, await fresh(store, ADMINS), approve, expire(later(PATIENCE.expiry)));
    for (const { one, other, after } of met) {
      const approved = one.kind === 'done';
      expect(other).toBe(approved ? 'left' : 'expired');
      if (!approved) expect(one).toEqual({ kind: 'refused', reason: 'expired', fasterBy: null });
      expect(after.request.state).toBe(approved ? 'approved' : 'expired');
      expect(names(after.account)).toEqual(approved ? withDiego : without);
      expect(after.kinds).toEqual([approved ? 'access.granted' : 'access.expired']);
    }
    bothWays(met.map(({ one }) => one.kind === 'done'));
  });

  test('A6: two admins revoke each other: one stays, and the other hears that they are none', PATIENT, async () => {
    const met = await meet(store, await fresh(store, ADMINS), revoke(ANA, 'UEVA'), revoke(EVA, 'UANA'));
    for (const { one, other, after } of met) {
      const [stays, goes, loser] = one.kind === 'done' ? ['UANA', 'UEVA', other] : ['UEVA', 'UANA', one];
      expect([one, other]).toContainEqual(DONE);
      expect(loser).toEqual({ kind: 'refused', reason: 'not-an-admin' });
      expect(admins(after.account, NOW)).toEqual([member(stays, 'admin')]);
      const before = { member: member(goes, 'admin') };
      expect(after.history).toMatchObject([{ kind: 'access.revoked', actorId: stays, before }]);
    }
    bothWays(met.map(({ one }) => one.kind === 'done'));
  });

  test('A6: both admins leave: one of them stays, and hears why', PATIENT, async () => {
    const met = await meet(store, await fresh(store, ADMINS), revoke(ANA, 'UANA'), revoke(EVA, 'UEVA'));
    for (const { one, other, after } of met) {
      const [stays, goes, loser] = one.kind === 'done' ? ['UEVA', 'UANA', other] : ['UANA', 'UEVA', one];
      expect([one, other]).toContainEqual(DONE);
      expect(loser).toEqual({ kind: 'refused', reason: 'last-admin' });
      expect(admins(after.account, NOW)).toEqual([member(stays, 'admin')]);
      expect(after.history).toMatchObject([{ kind: 'access.revoked', actorId: goes }]);
    }
    bothWays(met.map(({ one }) => one.kind === 'done'));
  });

  test('A5: two admins grant the same: it is given once, and the other hears that it is there', PATIENT, async () => {
    const met = await meet(store, await fresh(store, ADMINS), grant(ANA, 'editor'), grant(EVA, 'editor'));
    for (const { one, other, after } of met) {
      const [winner, loser] = one.kind === 'done' ? ['UANA', other] : ['UEVA', one];
      expect([one, other]).toContainEqual(DONE);
      expect(loser).toEqual({ kind: 'refused', reason: 'already-a-member' });
      expect(after.account.members).toEqual([...ADMINS, member('UDIEGO', 'editor')]);
      expect(after.history).toMatchObject([{ kind: 'access.granted', actorId: winner }]);
    }
    bothWays(met.map(({ one }) => one.kind === 'done'));
  });

  test('R5, R6: a form names whom a revoke takes away: who is no member is no alert contact', PATIENT, async () => {
    const runs = await fresh(store, [...ADMINS, member('UBRUNO', 'editor')], ['UANA']);
    const met = await meet(store, runs, submit(EVA, ['UANA', 'UBRUNO']), revoke(ANA, 'UBRUNO'));
    for (const { one, other, after } of met) {
      const named = one.kind === 'done';
      expect(other).toEqual(DONE);
      if (!named) expect(one).toEqual({ kind: 'refused', reason: 'not-a-member: UBRUNO' });
      expect(after.account.sheet.alert).toEqual(['UANA']);
      expect(names(after.account)).toEqual(without);
      expect(after.kinds).toEqual([...(named ? ['sheet.saved'] : []), 'access.revoked']);
      const before = { member: member('UBRUNO', 'editor'), ...(named && { alert: ['UANA', 'UBRUNO'] }) };
      expect(after.history.at(-1)?.before).toEqual(before);
    }
    bothWays(met.map(({ one }) => one.kind === 'done'));
  });
});
