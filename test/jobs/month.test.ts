import { beforeAll, describe, expect, test } from 'vitest';
import type { Member } from '../../src/domain/access.ts';
import type { Account } from '../../src/domain/account.ts';
import { CALLSHEET } from '../../src/domain/person.ts';
import type { AccessRequest } from '../../src/domain/request.ts';
import { PATIENCE } from '../../src/domain/waiting.ts';
import { grantAccess } from '../../src/store/access.ts';
import { recentChanges } from '../../src/store/changes.ts';
import { pendingRequests, stepDone } from '../../src/store/requests.ts';
import type { Store } from '../../src/store/store.ts';
import { HOUR, later, member, NOW } from '../domain/build.ts';
import { reread, saved, stored } from '../store/account.ts';
import { eachDatabase } from '../store/databases.ts';
import { requested, rereadRequest } from '../store/request.ts';
import { recorder, type Said } from './recorder.ts';

const MINUTE = HOUR / 60;
const DAY = 24 * HOUR;
const TICK = 10 * MINUTE;
const MONTH = 30 * DAY;
const REQUESTS = 50;
const MEMBERS = 25;
const SEED = 20260302;

/** Numbers from 0 to 1 that come by chance, and the same each time. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** When something runs: every ten minutes, except for outages of an hour to two days. Milliseconds. */
function ticks(random: () => number): number[] {
  const all: number[] = [];
  for (let at = 0; at <= MONTH; at += TICK) {
    // The end of the month is quiet, so that nothing is left over.
    if (at < MONTH - DAY && random() < 0.004) at += TICK * Math.ceil(random() ** 2 * 288);
    all.push(at);
  }
  return all;
}

eachDatabase('a month in which no admin answers', (open) => {
  const random = chance(SEED);
  // Replicas that run at once draw from it in any order, and nothing else does.
  const luck = chance(SEED + 1);
  const up = ticks(random);
  const asked: { request: AccessRequest; account: Account; shown: boolean }[] = [];
  const timed: { account: Account; member: Member }[] = [];
  const accounts: Account[] = [];
  let store: Store;
  let heard: Said[];
  let failed: Said[];

  beforeAll(async () => {
    store = await open();
    for (let n = 0; n < 5; n += 1)
      accounts.push(await stored(store, n > 2 ? { teamId: accounts[0]?.teamId ?? '' } : {}));
    const somewhere = () => accounts[Math.floor(random() * accounts.length)] as Account;
    for (let n = 0; n < MEMBERS; n += 1) {
      const account = await reread(store, somewhere());
      const one = member(`UTIMED${n}`, 'editor', later(Math.round((0.2 + random() * 29) * DAY)));
      saved(await grantAccess(store, { account, member: one, by: 'UANA', now: NOW }));
      timed.push({ account, member: one });
    }
    const plan = Array.from({ length: REQUESTS }, () => random() * 22 * DAY).sort((one, other) => one - other);
    // One in six things that are said fails; what is said of the end of access is not said again, and does not.
    const rig = recorder(store, ({ kind }) => kind !== 'ended' && kind !== 'attention' && luck() < 1 / 6);
    ({ heard, failed } = rig);
    for (const at of up) {
      while (asked.length < REQUESTS && (plan[asked.length] as number) <= at) {
        const forUser = `U${asked.length}`;
        const facts = { forUser, now: later(at), ...(random() < 0.4 && { by: 'UANA' }) };
        const about = await requested(store, await reread(store, somewhere()), facts);
        // Some of them are not shown by whoever stored them, because the process ended.
        const shown = random() < 0.7;
        if (shown) await stepDone(store, about.request, { announced: true });
        asked.push({ ...about, shown });
      }
      await rig.tick(later(at), 1 + Math.floor(random() * 3));
    }
  }, 300_000);

  const at = (said: Said) => said.at.getTime() - NOW.getTime();
  const triedOf = (request: AccessRequest, kind: Said['kind'], count?: number) =>
    [...heard, ...failed]
      .filter((said) => said.kind === kind && said.request?.id === request.id && said.count === count)
      .sort((one, other) => at(one) - at(other));
  const toldOf = (request: AccessRequest, kind: Said['kind'], count?: number) =>
    triedOf(request, kind, count).filter((said) => heard.includes(said));
  const asking = (request: AccessRequest) => request.requestedAt.getTime() - NOW.getTime();

  /** Tried at every tick from the first one in the time given on, until it was heard; and then no more. */
  function expectTried(tried: Said[], from: number, until: number): void {
    const possible = up.filter((tick) => tick >= from && tick < until);
    expect(tried.map(at)).toEqual(possible.slice(0, tried.length));
    const told = tried.map((said) => heard.includes(said));
    expect(told.slice(0, -1)).toEqual(told.slice(0, -1).map(() => false));
    if (told.at(-1) !== true) expect(tried).toHaveLength(possible.length);
  }

  test('has outages, failures and several replicas in it, so that it is a month worth looking at', () => {
    const longest = Math.max(...up.slice(1).map((tick, n) => tick - (up[n] as number)));
    expect(longest).toBeGreaterThan(DAY);
    expect(up.length).toBeGreaterThan(2000);
    expect(failed.length).toBeGreaterThan(20);
    expect(asked.filter(({ shown }) => !shown).length).toBeGreaterThan(5);
    expect(new Set(heard.map(({ kind }) => kind))).toEqual(
      new Set(['announce', 'remind', 'settled', 'endsSoon', 'ended']),
    );
  });

  describe('A4: of every request', () => {
    test('is written that it has expired, once, and it can be made anew', async () => {
      for (const { request, account } of asked) {
        const now = await rereadRequest(store, account, request);
        expect(now).toMatchObject({ state: 'expired', announced: expect.any(Boolean), told: true, decidedBy: null });
        const due = asking(request) + PATIENCE.expiry;
        const late = up.filter((tick) => tick >= due).indexOf((now.decidedAt?.getTime() ?? 0) - NOW.getTime());
        // Requests of one account that end at once have to wait for one another.
        expect(late).toBeGreaterThanOrEqual(0);
        expect(late).toBeLessThan(4);
      }
      for (const account of accounts) {
        const history = await recentChanges(store, { accountId: account.id, limit: 999 });
        const ended = history.filter(({ kind }) => kind === 'access.expired');
        const ids = asked.filter((one) => one.account.id === account.id).map(({ request }) => request.id);
        expect(ended.map(({ before }) => before.request).sort()).toEqual(ids.sort());
        expect(ended.filter(({ by }) => by !== CALLSHEET)).toEqual([]);
        expect(await pendingRequests(store, { accountId: account.id })).toEqual([]);
      }
      const again = asked[0] as { request: AccessRequest; account: Account };
      await requested(store, await reread(store, again.account), { forUser: again.request.forUser });
    });

    test('whoever asked is told, once, and again and again until they are', async () => {
      for (const { request, account } of asked) {
        const now = await rereadRequest(store, account, request);
        const ended = (now.decidedAt as Date).getTime() - NOW.getTime();
        expect(toldOf(request, 'settled')).toHaveLength(1);
        expectTried(triedOf(request, 'settled'), ended, Number.POSITIVE_INFINITY);
        const { teamId } = account;
        const { by, forUser } = request;
        expect(toldOf(request, 'settled')).toMatchObject([{ teamId, request: { by, forUser, state: 'expired' } }]);
      }
    });

    test('the admins are shown it, by whoever stored it or else by the ticker, once', () => {
      for (const { request, shown } of asked) {
        if (shown) expect(triedOf(request, 'announce')).toEqual([]);
        else expectTried(triedOf(request, 'announce'), asking(request) + 1, asking(request) + PATIENCE.expiry);
      }
    });

    test('they are reminded after 4 hours, a day and 3 days, never twice, and of what was missed not at all', () => {
      const counted = [0, 0, 0];
      for (const { request } of asked) {
        const [shown] = toldOf(request, 'announce');
        PATIENCE.reminders.forEach((after, place) => {
          const next = PATIENCE.reminders[place + 1] ?? PATIENCE.expiry;
          const due = asking(request) + after;
          const tried = triedOf(request, 'remind', place + 1);
          // Who is shown it late is not reminded of what they could not know before.
          if (shown && at(shown) >= due) expect(tried).toEqual([]);
          else if (shown || asked.find((one) => one.request === request)?.shown) {
            expectTried(tried, due, asking(request) + next);
          }
          expect(toldOf(request, 'remind', place + 1).length).toBeLessThanOrEqual(1);
          counted[place] = (counted[place] ?? 0) + toldOf(request, 'remind', place + 1).length;
        });
      }
      // Outages swallow some of them, and only some.
      for (const count of counted) expect(count).toBeGreaterThan(REQUESTS * 0.6);
    });

    test('reminders go further each time', () => {
      const reminders = heard.filter(({ kind }) => kind === 'remind');
      for (const { count, to } of reminders) {
        expect(to).toBe(['reviewers', 'every-admin', 'every-admin-and-owner'][(count ?? 0) - 1]);
      }
    });
  });

  describe('A7: access for a time', () => {
    const saidOf = (kind: Said['kind'], { userId }: Member) =>
      heard.filter((said) => said.kind === kind && said.member?.userId === userId);

    test('has ended at its end, once, and the person is told so once', async () => {
      for (const { member: one } of timed) {
        const end = (one.endsAt as Date).getTime() - NOW.getTime();
        expect(saidOf('ended', one).map(at)).toEqual(up.filter((tick) => tick >= end).slice(0, 1));
      }
      for (const account of accounts) {
        expect((await reread(store, account)).members).toEqual([member('UANA', 'admin')]);
        const history = await recentChanges(store, { accountId: account.id, limit: 999 });
        const ended = history.filter(({ kind }) => kind === 'access.ended');
        expect(ended).toHaveLength(timed.filter((one) => one.account.id === account.id).length);
      }
    });

    test('is told of once, on the day before its end, unless nothing ran on that day', () => {
      for (const { member: one } of timed) {
        const end = (one.endsAt as Date).getTime() - NOW.getTime();
        const day = up.filter((tick) => tick >= end - DAY && tick < end);
        const unlucky = failed.filter((said) => said.kind === 'endsSoon' && said.member?.userId === one.userId);
        const told = saidOf('endsSoon', one).map(at);
        // Whoever fails to say it lets the next one try, which may be another replica at the same moment.
        expect(told.length).toBe(day.length > 0 ? 1 : 0);
        for (const moment of told) expect(day.indexOf(moment)).toBeLessThanOrEqual(unlucky.length);
        expect(day).toEqual(expect.arrayContaining([...told, ...unlucky.map(at)]));
      }
    });
  });
});
