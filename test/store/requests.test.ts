import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Role } from '../../src/domain/access.ts';
import type { Account } from '../../src/domain/account.ts';
import { CALLSHEET } from '../../src/domain/person.ts';
import type { AccessRequest } from '../../src/domain/request.ts';
import { PATIENCE, requestDue } from '../../src/domain/waiting.ts';
import { grantAccess, revokeAccess } from '../../src/store/access.ts';
import { cardsOf, rememberCard } from '../../src/store/cards.ts';
import { recentChanges } from '../../src/store/changes.ts';
import {
  createRequest,
  dueRequests,
  findRequest,
  pendingRequests,
  pendingRequestsOf,
  type Settlement,
  settleRequest,
  stepDone,
  takeUp,
} from '../../src/store/requests.ts';
import type { Store } from '../../src/store/store.ts';
import { HOUR, later, member, NOW } from '../domain/build.ts';
import { failingAt, newTeam, reread, saved, stored, storedTeam } from './account.ts';
import { eachDatabase } from './databases.ts';
import { ask, requested, rereadRequest } from './request.ts';

const MINUTE = HOUR / 60;
const DAY = 24 * HOUR;
const AT_ONCE = Array.from({ length: 20 });
const WITHDRAWN = { state: 'withdrawn' } as const;
const EXPIRED = { state: 'expired' } as const;
const DENIED = { state: 'denied', note: 'Ask Chloé.' } as const;
const APPROVED = { state: 'approved', note: null, member: member('UDIEGO', 'editor') } as const;

// Twenty at once take their time on a machine that is busy.
vi.setConfig({ testTimeout: 60_000 });

eachDatabase('requests', (open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  const history = (account: Account) => recentChanges(store, { accountId: account.id, limit: 99 });
  const settle = (about: { account: Account; request: AccessRequest }, settlement: Settlement, by = 'UANA', at = NOW) =>
    settleRequest(store, { ...about, settlement, by, now: at });

  describe('A1: a request', () => {
    test('is stored as pending, with one audit row, and gives nothing yet', async () => {
      const before = await stored(store);
      const wish = { forUser: 'UDIEGO', role: 'viewer', reason: 'Menus.', endsAt: later(DAY) } as const;
      const { account, request } = await requested(store, before, { ...wish, by: 'UANA' });
      expect(request).toEqual({
        ...{ id: request.id, accountId: account.id, by: 'UANA', ...wish, state: 'pending', requestedAt: NOW },
        ...{ expiresAt: new Date(NOW.getTime() + PATIENCE.expiry) },
        ...{ decidedBy: null, decidedAt: null, note: null, announced: false, reminded: 0, told: false },
      });
      expect(await rereadRequest(store, account, request)).toEqual(request);
      expect(account).toEqual({ ...before, revision: before.revision + 1 });
      const [change, ...older] = await history(account);
      expect(older).toHaveLength(1);
      expect(change).toMatchObject({ kind: 'access.requested', revision: account.revision, by: 'UANA', at: NOW });
      expect(change?.after).toEqual({ request: request.id, ...wish, endsAt: later(DAY).toISOString() });
    });

    test('is one a person and account, also when twenty ask at once', async () => {
      const account = await stored(store);
      const outcomes = await Promise.all(AT_ONCE.map((_, n) => ask(store, account, { reason: `Reason ${n}` })));
      const made = outcomes.filter(({ kind }) => kind === 'requested');
      expect(made).toHaveLength(1);
      expect(outcomes.filter(({ kind }) => kind === 'pending-already')).toHaveLength(AT_ONCE.length - 1);
      expect(new Set(outcomes.map(({ request }) => request.id)).size).toBe(1);
      expect(new Set(outcomes.map(({ request }) => request.reason)).size).toBe(1);
      expect(await pendingRequests(store, { accountId: account.id })).toHaveLength(1);
      expect((await history(account)).filter(({ kind }) => kind === 'access.requested')).toHaveLength(1);
    });

    test('of another person, or for another account, is another one', async () => {
      const { account, request } = await requested(store, await stored(store));
      const other = await requested(store, account, { forUser: 'UEVA' });
      const there = await requested(store, await stored(store, { teamId: account.teamId }));
      expect(new Set([request.id, other.request.id, there.request.id]).size).toBe(3);
    });

    test('of each of eight people who ask at once is stored', async () => {
      const account = await stored(store);
      const everybody = Array.from({ length: 8 }, (_, n) => `U${n}`);
      const outcomes = await Promise.all(everybody.map((forUser) => ask(store, account, { forUser })));
      expect(outcomes.map(({ kind }) => kind)).toEqual(everybody.map(() => 'requested'));
      const revisions = (await history(account)).map(({ revision }) => revision);
      expect(revisions).toEqual([8, 7, 6, 5, 4, 3, 2, 1, 0]);
    });

    test.each([WITHDRAWN, EXPIRED, DENIED])('A4: can be made anew once the last one is $state', async (settlement) => {
      const first = await requested(store, await stored(store));
      await settle(first, settlement);
      const second = await requested(store, first.account);
      expect(second.request.id).not.toBe(first.request.id);
      expect(await pendingRequests(store, { accountId: first.account.id })).toEqual([second.request]);
    });

    test('made on an old revision is a conflict, and stores nothing', async () => {
      const old = await stored(store);
      const now = saved(await grantAccess(store, { account: old, member: member('UEVA'), by: 'UANA', now: NOW }));
      const wish = { forUser: 'UDIEGO', role: 'viewer', reason: 'Menus.', endsAt: null } as const;
      const outcome = await createRequest(store, { account: old, wish, by: 'UDIEGO', now: NOW });
      expect(outcome).toEqual({ kind: 'conflict', account: now });
      expect(await pendingRequests(store, { accountId: old.id })).toEqual([]);
    });

    test.each([
      ['accessRequest', 'create'],
      ['change', 'create'],
    ])('that fails at the %s leaves nothing', async (model, operation) => {
      const account = await stored(store);
      await expect(ask(failingAt(store, model, operation), account)).rejects.toThrow('on purpose');
      expect(await reread(store, account)).toEqual(account);
      expect(await pendingRequests(store, { accountId: account.id })).toEqual([]);
      await requested(store, account);
    });
  });

  describe('the end of a request', () => {
    test('A3: an approval gives the access and writes one audit row of all of it', async () => {
      const about = await requested(store, await stored(store), { endsAt: later(DAY) });
      const given = member('UDIEGO', 'editor', later(DAY));
      const approval = { state: 'approved', note: 'Welcome', member: given } as const;
      const after = saved(await settle(about, approval, 'UANA', later(HOUR)));
      expect(after.members).toEqual([member('UANA', 'admin'), given]);
      expect(after.revision).toBe(about.account.revision + 1);
      expect(await rereadRequest(store, after, about.request)).toEqual({
        ...about.request,
        ...{ state: 'approved', decidedBy: 'UANA', decidedAt: later(HOUR), note: 'Welcome' },
      });
      const [change, ...older] = await history(after);
      expect(older.map(({ kind }) => kind)).toEqual(['access.requested', 'account.created']);
      expect(change).toMatchObject({ kind: 'access.granted', by: 'UANA', at: later(HOUR), revision: after.revision });
      expect(change?.before).toEqual({ request: about.request.id, forUser: 'UDIEGO', member: null });
      expect(change?.after).toEqual({
        ...{ role: 'editor', reason: about.request.reason, note: 'Welcome' },
        member: { ...given, endsAt: later(DAY).toISOString() },
      });
    });

    test('A6: an approval of who is a member changes what they may do, and says what they could before', async () => {
      const team = await storedTeam(store);
      const about = await requested(store, team, { forUser: 'UCHLOE' });
      const approval = { state: 'approved', note: null, member: member('UCHLOE', 'editor') } as const;
      const after = saved(await settle(about, approval));
      const expected = team.members.map((one) => (one.userId === 'UCHLOE' ? member('UCHLOE', 'editor') : one));
      expect(after.members).toEqual(expected);
      expect((await history(after))[0]?.before).toMatchObject({ member: member('UCHLOE', 'viewer') });
    });

    test.each([
      [DENIED, 'UANA', 'access.denied', 'UANA', 'Ask Chloé.'],
      [WITHDRAWN, 'UDIEGO', 'access.withdrawn', 'UDIEGO', null],
      [EXPIRED, CALLSHEET, 'access.expired', null, null],
    ] as const)(
      'A3, A4: $0.state gives nothing, and has one audit row',
      async (settlement, by, kind, decidedBy, note) => {
        const about = await requested(store, await stored(store));
        const after = saved(await settle(about, settlement, by, later(HOUR)));
        expect(after.members).toEqual(about.account.members);
        expect(await rereadRequest(store, after, about.request)).toEqual({
          ...about.request,
          ...{ state: settlement.state, decidedBy, decidedAt: later(HOUR), note },
        });
        const [change, ...older] = await history(after);
        expect(older).toHaveLength(2);
        expect(change).toMatchObject({ kind, by, revision: after.revision });
        expect(change?.after).toEqual({ role: 'editor', reason: about.request.reason, note });
      },
    );

    test('A3: comes once: of twenty ends at once one is written, and the others change nothing', async () => {
      const about = await requested(store, await stored(store));
      const ends = [APPROVED, DENIED, WITHDRAWN, EXPIRED];
      const outcomes = await Promise.all(AT_ONCE.map((_, n) => settle(about, ends[n % 4] as Settlement)));
      expect(outcomes.filter(({ kind }) => kind === 'saved')).toHaveLength(1);
      const now = await reread(store, about.account);
      expect(now.revision).toBe(about.account.revision + 1);
      expect(await history(now)).toHaveLength(3);
      for (const outcome of outcomes) expect(outcome.account).toEqual(now);
      const won = ends[outcomes.findIndex(({ kind }) => kind === 'saved') % 4];
      expect((await rereadRequest(store, now, about.request)).state).toBe(won?.state);
      expect(now.members.length).toBe(won === APPROVED ? 2 : 1);
    });

    test.each([APPROVED, DENIED, WITHDRAWN, EXPIRED])(
      'A3: that came already is a conflict for $state',
      async (late) => {
        const about = await requested(store, await stored(store));
        const now = saved(await settle(about, DENIED));
        const again = { account: now, request: await rereadRequest(store, now, about.request) };
        for (const request of [again.request, about.request]) {
          expect(await settle({ account: now, request }, late)).toEqual({ kind: 'conflict', account: now });
        }
        expect(await reread(store, now)).toEqual(now);
        expect(await rereadRequest(store, now, about.request)).toEqual(again.request);
      },
    );

    test.each([
      ['accessRequest', 'updateMany'],
      ['member', 'upsert'],
      ['change', 'create'],
    ])('A3: an approval that fails at the %s leaves nothing', async (model, operation) => {
      const about = await requested(store, await stored(store));
      const broken = failingAt(store, model, operation);
      const approval = settleRequest(broken, { ...about, settlement: APPROVED, by: 'UANA', now: NOW });
      await expect(approval).rejects.toThrow('on purpose');
      expect(await reread(store, about.account)).toEqual(about.account);
      expect(await rereadRequest(store, about.account, about.request)).toEqual(about.request);
      expect(await history(about.account)).toHaveLength(2);
      saved(await settle(about, APPROVED));
    });

    test('A9: is not made in the name of another workspace, nor on another account', async () => {
      const about = await requested(store, await stored(store));
      const other = await stored(store, { teamId: about.account.teamId });
      const elsewhere = { ...about.account, teamId: newTeam() };
      await expect(settle({ ...about, account: elsewhere }, APPROVED)).rejects.toThrow('no longer exists');
      expect(await settle({ ...about, account: other }, APPROVED)).toEqual({ kind: 'conflict', account: other });
      expect(await reread(store, other)).toEqual(other);
      expect(await reread(store, about.account)).toEqual(about.account);
      expect(await rereadRequest(store, about.account, about.request)).toEqual(about.request);
    });
  });

  describe('A4, A5: a grant to whoever waits for a decision', () => {
    const week = later(7 * DAY);
    test.each<[string, [Role, Date | null], [Role, Date | null], 'approved' | 'pending']>([
      ['what they asked for', ['editor', null], ['editor', null], 'approved'],
      ['a stronger role', ['editor', null], ['admin', null], 'approved'],
      ['the same until then', ['editor', week], ['editor', week], 'approved'],
      ['the same for longer', ['editor', week], ['editor', later(8 * DAY)], 'approved'],
      ['the same without an end', ['editor', week], ['editor', null], 'approved'],
      ['a weaker role', ['editor', null], ['viewer', null], 'pending'],
      ['the same, for a shorter time', ['editor', week], ['editor', later(6 * DAY)], 'pending'],
      ['the same, but with an end', ['editor', null], ['editor', week], 'pending'],
    ])('of %s answers it, or leaves it', async (_, [role, endsAt], [given, until], state) => {
      const { account, request } = await requested(store, await stored(store), { role, endsAt });
      const other = await requested(store, account, { forUser: 'UEVA' });
      const granting = { account: other.account, member: member('UDIEGO', given, until), by: 'UANA', now: later(HOUR) };
      const after = saved(await grantAccess(store, granting));
      const decided = { state, decidedBy: 'UANA', decidedAt: later(HOUR) };
      expect(await rereadRequest(store, after, request)).toEqual({ ...request, ...(state === 'approved' && decided) });
      expect(await rereadRequest(store, after, other.request)).toEqual(other.request);
      expect((await history(after))[0]?.kind).toBe('access.granted');
      expect(await history(after)).toHaveLength(4);
      // Whoever asked is told by the ticker, and can ask anew.
      const due = await dueRequests(store, { now: later(HOUR), limit: 999 });
      expect(due.some((one) => one.request.id === request.id)).toBe(true);
      expect((await ask(store, after, { role: 'admin' })).kind).toBe(
        state === 'approved' ? 'requested' : 'pending-already',
      );
    });

    test('that fails leaves the request as it is', async () => {
      const { account, request } = await requested(store, await stored(store));
      const granting = { account, member: member('UDIEGO', 'editor'), by: 'UANA', now: NOW };
      await expect(grantAccess(failingAt(store, 'change', 'create'), granting)).rejects.toThrow('on purpose');
      expect(await rereadRequest(store, account, request)).toEqual(request);
    });
  });

  describe('A9: what is found', () => {
    test('is a request of the workspace, and of no other', async () => {
      const { account, request } = await requested(store, await stored(store));
      const { teamId } = account;
      expect(await findRequest(store, { teamId, requestId: request.id })).toEqual(request);
      expect(await findRequest(store, { teamId: newTeam(), requestId: request.id })).toBeNull();
      for (const requestId of ['', account.id, `${request.id}x`, '%']) {
        expect(await findRequest(store, { teamId, requestId })).toBeNull();
      }
    });

    test('are the pending requests of the account, oldest first', async () => {
      const account = await stored(store);
      const ages = [3, 1, 4, 2];
      for (const age of ages) await requested(store, account, { forUser: `U${age}`, now: later(-age * HOUR) });
      const denied = await requested(store, account, { forUser: 'U9', now: later(-9 * HOUR) });
      await settle(denied, DENIED);
      await requested(store, await stored(store, { teamId: account.teamId }));
      const found = await pendingRequests(store, { accountId: account.id });
      expect(found.map(({ forUser }) => forUser)).toEqual(['U4', 'U3', 'U2', 'U1']);
    });

    test('are the pending requests for the person in this workspace, by whomever', async () => {
      const here = await stored(store);
      const { teamId } = here;
      const own = await requested(store, here, { now: later(-HOUR) });
      const proposed = await requested(store, await stored(store, { teamId }), { by: 'UANA' });
      await requested(store, await stored(store));
      await requested(store, here, { forUser: 'UEVA', by: 'UDIEGO' });
      await settle(await requested(store, await stored(store, { teamId })), WITHDRAWN);
      expect(await pendingRequestsOf(store, { teamId, userId: 'UDIEGO' })).toEqual([own.request, proposed.request]);
      expect(await pendingRequestsOf(store, { teamId: newTeam(), userId: 'UDIEGO' })).toEqual([]);
    });
  });

  test('A2: the cards of a request are remembered, wherever they were posted, and are its own', async () => {
    const { account, request } = await requested(store, await stored(store));
    const other = await requested(store, account, { forUser: 'UEVA' });
    const cards = [
      { channelId: 'CADMINS', ts: '1.1', userId: null },
      { channelId: 'DANA', ts: '1.1', userId: 'UANA' },
      { channelId: 'DANA', ts: '2.1', userId: 'UANA' },
    ];
    await Promise.all(cards.map((card) => rememberCard(store, request.id, card)));
    await rememberCard(store, other.request.id, { channelId: 'DANA', ts: '1.1', userId: 'UANA' });
    const found = await cardsOf(store, request.id);
    expect(found).toHaveLength(3);
    expect(found).toEqual(expect.arrayContaining(cards));
    await settle({ account: other.account, request }, DENIED);
    expect(await cardsOf(store, request.id)).toHaveLength(3);
    expect(await cardsOf(store, 'no-request')).toEqual([]);
  });

  describe('A4: what is due', () => {
    const of = async (account: Account, now: Date, limit = 999) =>
      (await dueRequests(store, { now, limit })).filter(({ request }) => request.accountId === account.id);

    test('is a new request, once whoever stored it had the time to show it', async () => {
      const { account, request } = await requested(store, await stored(store));
      expect(await of(account, later(2 * MINUTE - 1))).toEqual([]);
      expect(await of(account, later(2 * MINUTE))).toEqual([{ teamId: account.teamId, request }]);
    });

    test('is a decided request, once whoever decided had the time to tell', async () => {
      const about = await requested(store, await stored(store));
      await settle(about, DENIED, 'UANA', later(HOUR));
      expect(await of(about.account, later(HOUR + 2 * MINUTE - 1))).toEqual([]);
      const [due] = await of(about.account, later(HOUR + 2 * MINUTE));
      expect(due?.request).toMatchObject({ state: 'denied', told: false });
      if (due) await stepDone(store, due.request, { told: true });
      expect(await of(about.account, later(999 * DAY))).toEqual([]);
    });

    test('comes most overdue first, and no more of it than asked for', async () => {
      const own = await open();
      const account = await stored(own);
      for (const [n, age] of [3, 1, 4, 2].entries()) {
        await requested(own, account, { forUser: `U${n}`, now: later(-age * HOUR) });
      }
      const found = await dueRequests(own, { now: NOW, limit: 3 });
      expect(found.map(({ request }) => request.forUser)).toEqual(['U2', 'U0', 'U3']);
    });

    test('is taken up by one of many at once, and again by one when that one has not come back', async () => {
      const { account, request } = await requested(store, await stored(store));
      const round = async (now: Date) => {
        const took = await Promise.all(AT_ONCE.map(() => takeUp(store, { request, now })));
        return took.filter(Boolean).length;
      };
      expect(await round(later(MINUTE))).toBe(0);
      expect(await round(later(2 * MINUTE))).toBe(1);
      expect(await round(later(4 * MINUTE - 1))).toBe(0);
      expect(await of(account, later(4 * MINUTE - 1))).toEqual([]);
      expect(await round(later(4 * MINUTE))).toBe(1);
      expect(await rereadRequest(store, account, request)).toEqual(request);
    });

    test.each<[string, (about: { account: Account; request: AccessRequest }) => Promise<unknown>]>([
      ['decided', (about) => settle(about, DENIED)],
      ['shown', ({ request }) => stepDone(store, request, { announced: true })],
      ['reminded of', ({ request }) => stepDone(store, request, { reminded: 1 })],
    ])('is not taken up by who read it before it was %s', async (_, move) => {
      const about = await requested(store, await stored(store));
      await move(about);
      expect(await takeUp(store, { request: about.request, now: later(30 * DAY) })).toBe(false);
      const now = await rereadRequest(store, about.account, about.request);
      expect(await takeUp(store, { request: now, now: later(30 * DAY) })).toBe(true);
    });

    test('is, after each step, the next one at its time', async () => {
      const { account, request } = await requested(store, await stored(store));
      const due = async () => (await store.client.accessRequest.findUnique({ where: { id: request.id } }))?.dueAt;
      let now = request;
      for (const done of [{ announced: true }, { reminded: 1 }, { reminded: 3 }]) {
        await stepDone(store, now, done);
        now = { ...now, ...done };
        expect(await rereadRequest(store, account, request)).toEqual(now);
        expect(await due()).toEqual(requestDue(now));
      }
      await stepDone(store, now, {}, { reminders: [], expiry: HOUR });
      expect(await due(), 'a request waits for as long as it was promised').toEqual(request.expiresAt);
      saved(await settle({ account, request }, EXPIRED));
      await stepDone(store, { ...now, state: 'expired' }, { told: true });
      expect(await due()).toBeNull();
    });

    test.each([APPROVED, DENIED, WITHDRAWN, EXPIRED])(
      'a late step never revives a request that is $state',
      async (end) => {
        const about = await requested(store, await stored(store));
        const after = saved(await settle(about, end));
        const now = await rereadRequest(store, after, about.request);
        const [before] = await of(after, later(HOUR));
        for (const done of [{ announced: true }, { reminded: 1 }, { told: true }, {}]) {
          await stepDone(store, about.request, done);
        }
        expect(await rereadRequest(store, after, about.request)).toEqual(now);
        expect(await of(after, later(HOUR))).toEqual([before]);
      },
    );

    test('a reminder that is written down late does not undo a later one', async () => {
      const { account, request } = await requested(store, await stored(store));
      await stepDone(store, request, { reminded: 2 });
      await stepDone(store, request, { reminded: 1 });
      expect((await rereadRequest(store, account, request)).reminded).toBe(2);
    });
  });

  test('R6: what hangs on a person who leaves the workspace is withdrawn with their access, and due to be told', async () => {
    const team = await storedTeam(store);
    const asked = await requested(store, team, { forUser: 'UBRUNO', role: 'admin' });
    const proposed = await requested(store, asked.account, { by: 'UBRUNO' });
    const others = await requested(store, proposed.account, { forUser: 'UEVA' });
    const decided = await requested(store, others.account, { forUser: 'UFAY', by: 'UBRUNO' });
    const account = saved(await settle(decided, DENIED));
    const left = { account, userId: 'UBRUNO', by: CALLSHEET, now: later(HOUR), kind: 'access.left' } as const;
    const after = saved(await revokeAccess(store, left));
    expect(after.members.map(({ userId }) => userId)).toEqual(['UANA', 'UCHLOE']);
    expect(await pendingRequests(store, { accountId: account.id })).toEqual([others.request]);
    for (const { request } of [asked, proposed]) {
      const now = await rereadRequest(store, account, request);
      expect(now).toMatchObject({ state: 'withdrawn', decidedBy: null, decidedAt: later(HOUR), told: false });
      expect(await takeUp(store, { request: now, now: later(HOUR) })).toBe(true);
    }
    expect((await rereadRequest(store, account, decided.request)).state).toBe('denied');
    await requested(store, after, { reason: 'Once more.' });
  });
});
