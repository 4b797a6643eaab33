import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Member } from '../../src/domain/access.ts';
import type { Account } from '../../src/domain/account.ts';
import { CALLSHEET, type Person } from '../../src/domain/person.ts';
import { leaveWorkspace, tickAccess } from '../../src/jobs/access.ts';
import { grantAccess } from '../../src/store/access.ts';
import { launchAccount } from '../../src/store/accounts.ts';
import { recentChanges } from '../../src/store/changes.ts';
import { pendingRequests, settleRequest, stepDone } from '../../src/store/requests.ts';
import type { Store } from '../../src/store/store.ts';
import { DIEGO, FULL_SHEET, HOUR, later, member, NOW, OUTSIDERS, person } from '../domain/build.ts';
import { answer, reread, saved, stored } from '../store/account.ts';
import { eachDatabase } from '../store/databases.ts';
import { requested, rereadRequest } from '../store/request.ts';
import { recorder, type Said } from './recorder.ts';

const MINUTE = HOUR / 60;
const DAY = 24 * HOUR;

// Days of ticks, and a database of its own for every test, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

eachDatabase('the jobs of access', (open) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  const last = async ({ id }: Account) => (await recentChanges(store, { accountId: id, limit: 1 }))[0];
  const give = async (account: Account, ...members: Member[]): Promise<Account> => {
    let now = await reread(store, account);
    for (const one of members) {
      now = saved(await grantAccess(store, { account: now, member: one, by: 'UANA', now: NOW }));
    }
    return now;
  };
  /** In production, with these alert contacts. */
  const launched = async (alert: string[], ...members: Member[]): Promise<Account> => {
    const account = saved(await answer(store, await give(await stored(store), ...members), FULL_SHEET));
    return saved(await launchAccount(store, { account, alert, by: 'UANA', now: NOW }));
  };

  describe('A4: a request', () => {
    test('that whoever stored it has not shown is shown, once', async () => {
      const { request } = await requested(store, await stored(store));
      const { tick, news, heard } = recorder(store);
      await tick(later(MINUTE));
      expect(news()).toEqual([]);
      await tick(later(2 * MINUTE));
      expect(heard).toMatchObject([
        { kind: 'announce', request: { id: request.id }, account: { id: request.accountId } },
      ]);
      expect(news()).toEqual(['announce UDIEGO']);
      await tick(later(4 * MINUTE));
      expect(news()).toEqual([]);
    });

    test('is reminded of further each time, ends, and is told, all once', async () => {
      const { account, request } = await requested(store, await stored(store));
      await stepDone(store, request, { announced: true });
      const { tick, heard } = recorder(store);
      for (let hour = 1; hour <= 10 * 24; hour += 1) {
        await tick(later(hour * HOUR), 2);
        // Later, whoever still asks finds nothing to do.
        await tick(later(hour * HOUR + 30 * MINUTE));
      }
      expect(heard.map(({ kind, at, count, to }) => [kind, (at.getTime() - NOW.getTime()) / HOUR, count, to])).toEqual([
        ['remind', 4, 1, 'reviewers'],
        ['remind', 24, 2, 'every-admin'],
        ['remind', 72, 3, 'every-admin-and-owner'],
        ['settled', 168, undefined, undefined],
      ]);
      expect(heard.at(-1)?.request).toMatchObject({ id: request.id, state: 'expired', decidedBy: null });
      expect(await rereadRequest(store, account, request)).toMatchObject({ state: 'expired', told: true });
      expect(await last(account)).toMatchObject({ kind: 'access.expired', by: CALLSHEET, at: later(7 * DAY) });
    });

    test('of which reminders were missed is reminded of once, and of none that are over', async () => {
      const { request } = await requested(store, await stored(store));
      await stepDone(store, request, { announced: true });
      const { tick, news } = recorder(store);
      await tick(later(2 * DAY));
      expect(news()).toEqual(['remind UDIEGO 2']);
      await tick(later(6 * DAY));
      await tick(later(6.5 * DAY));
      expect(news()).toEqual(['remind UDIEGO 3']);
    });

    test('that nobody was told of in time ends all the same', async () => {
      await requested(store, await stored(store));
      const { tick, news } = recorder(store);
      await tick(later(30 * DAY));
      expect(news()).toEqual(['settled UDIEGO']);
    });

    test('that was decided by somebody who could not tell is told, once, and not reminded of', async () => {
      const about = await requested(store, await stored(store));
      await stepDone(store, about.request, { announced: true });
      const settlement = { state: 'denied', note: 'No.' } as const;
      saved(await settleRequest(store, { ...about, settlement, by: 'UANA', now: later(3 * HOUR) }));
      const { tick, heard, news } = recorder(store);
      await tick(later(3 * HOUR + MINUTE));
      expect(heard).toEqual([]);
      await tick(later(5 * HOUR), 3);
      expect(heard).toMatchObject([{ request: { state: 'denied', note: 'No.', decidedBy: 'UANA' } }]);
      expect(news()).toEqual(['settled UDIEGO']);
      await tick(later(9 * DAY));
      expect(news()).toEqual([]);
    });

    test('waits as long as it is said to', async () => {
      const patience = { reminders: [HOUR, 2 * HOUR], expiry: 3 * HOUR };
      const { request } = await requested(store, await stored(store), { patience });
      const { post, news } = recorder(store);
      await stepDone(store, request, { announced: true }, patience);
      for (const hours of [0.9, 1, 1.5, 2, 2.9, 3, 9]) {
        await tickAccess({ store, post, now: later(hours * HOUR), patience });
      }
      expect(news()).toEqual(['remind UDIEGO 1', 'remind UDIEGO 2', 'settled UDIEGO']);
    });

    test('that is decided while it ends is not ended as well', async () => {
      const about = await requested(store, await stored(store));
      await stepDone(store, about.request, { announced: true, reminded: 3 });
      const settlement = { state: 'approved', note: null, member: member('UDIEGO', 'editor') } as const;
      const decide = () => settleRequest(store, { ...about, settlement, by: 'UANA', now: later(7 * DAY - 1) });
      const { post, tick, news } = recorder(store);
      const overtaken = afterFirst(store, 'accessRequest', 'updateMany', decide);
      await tickAccess({ store: overtaken, post, now: later(7 * DAY) });
      expect(news()).toEqual([]);
      await tick(later(7 * DAY + 2 * MINUTE));
      expect(news()).toEqual(['settled UDIEGO']);
      const now = await rereadRequest(store, about.account, about.request);
      expect(now).toMatchObject({ state: 'approved', told: true });
    });
  });

  describe('A4: what cannot be said', () => {
    /** Of everything that can be due, one, and for another person each. */
    const everyStep = async () => {
      const account = await stored(store);
      const asked = (forUser: string, age: number) => requested(store, account, { forUser, now: later(-age) });
      await asked('U0', 5 * HOUR);
      await stepDone(store, (await asked('U1', 6 * HOUR)).request, { announced: true });
      await stepDone(store, (await asked('U2', 8 * DAY)).request, { announced: true, reminded: 3 });
      const settlement = { state: 'denied', note: null } as const;
      await settleRequest(store, { ...(await asked('U3', 7 * HOUR)), settlement, by: 'UANA', now: later(-HOUR) });
      return give(account, member('USOON', 'viewer', later(HOUR)), member('UOVER', 'viewer', later(-HOUR)));
    };
    const all = ['announce U0', 'remind U1 1', 'settled U2', 'settled U3', 'endsSoon USOON', 'ended UOVER'].sort();
    const name = ({ request, member: of }: Said) => request?.forUser ?? of?.userId;

    test.each(['U0', 'U1', 'U2', 'U3', 'USOON', 'UOVER'])('to %s keeps nobody else back', async (unlucky) => {
      await everyStep();
      const { tick, news, failed } = recorder(store, (said) => name(said) === unlucky);
      expect(await tick(NOW)).toMatchObject([{ message: expect.stringContaining('on purpose') }]);
      expect(failed).toHaveLength(1);
      expect(news().sort()).toEqual(all.filter((said) => !said.includes(unlucky)));
    });

    test('is thrown for the log, once everything else is done', async () => {
      await everyStep();
      const { tick, failed, heard } = recorder(store, () => true);
      expect(await tick(NOW)).toHaveLength(1);
      expect(failed).toHaveLength(6);
      expect(heard).toEqual([]);
    });

    test.each(['U0', 'U1', 'U2', 'U3', 'USOON'])('to %s is said when the claim has run out, once', async (unlucky) => {
      await everyStep();
      let lucky = false;
      const { tick, news } = recorder(store, (said) => !lucky && name(said) === unlucky);
      await tick(NOW);
      news();
      if (unlucky !== 'USOON') {
        await tick(later(2 * MINUTE - 1));
        expect(news()).toEqual([]);
      }
      lucky = true;
      await tick(later(2 * MINUTE), 3);
      expect(news()).toEqual(all.filter((said) => said.includes(unlucky)));
      await tick(later(4 * MINUTE), 3);
      expect(news()).toEqual([]);
    });

    test('does not undo what was done: a request whose end nobody could be told of has ended', async () => {
      const account = await everyStep();
      await recorder(store, () => true).tick(NOW);
      const ended = (await recentChanges(store, { accountId: account.id, limit: 9 })).map(({ kind }) => kind);
      expect(ended.slice(0, 2).sort()).toEqual(['access.ended', 'access.expired']);
      const after = await recorder(store).tick(later(10 * MINUTE));
      expect(after).toEqual([]);
      const now = await recentChanges(store, { accountId: account.id, limit: 9 });
      expect(now.map(({ kind }) => kind)).toEqual(ended);
    });
  });

  describe('A7: access for a time', () => {
    const diego = member('UDIEGO', 'editor', later(3 * DAY));

    test('is told of a day before its end, and ends by itself, both once', async () => {
      const account = await give(await stored(store), diego, member('UBRUNO'));
      const { tick, heard } = recorder(store);
      for (let hour = 1; hour <= 5 * 24; hour += 1) await tick(later(hour * HOUR), 3);
      const said = heard.map(({ kind, at, member: of }) => [kind, (at.getTime() - NOW.getTime()) / HOUR, of]);
      expect(said).toEqual([
        ['endsSoon', 48, diego],
        ['ended', 72, diego],
      ]);
      const after = await reread(store, account);
      expect(after.members).toEqual([member('UANA', 'admin'), member('UBRUNO')]);
      const change = { kind: 'access.ended', by: CALLSHEET, at: later(3 * DAY), revision: account.revision + 1 };
      expect(await last(account)).toMatchObject({ ...change, after: { member: null } });
    });

    test('that is given for less than a day is told of at once', async () => {
      await give(await stored(store), member('UDIEGO', 'editor', later(HOUR)));
      const { tick, news } = recorder(store);
      await tick(NOW);
      await tick(later(MINUTE));
      expect(news()).toEqual(['endsSoon UDIEGO']);
    });

    test('that is prolonged does not end, and is told of again before its new end', async () => {
      const account = await give(await stored(store), diego);
      const { tick, news } = recorder(store);
      await tick(later(2.5 * DAY));
      await give(account, member('UDIEGO', 'editor', later(5 * DAY)));
      await tick(later(3 * DAY));
      expect(news()).toEqual(['endsSoon UDIEGO']);
      await tick(later(4.5 * DAY));
      await tick(later(5 * DAY));
      expect(news()).toEqual(['endsSoon UDIEGO', 'ended UDIEGO']);
    });

    test.each([
      ['ended', later(3 * DAY)],
      ['told of', later(2.5 * DAY)],
    ])('that is prolonged just as it is found is not %s', async (_, now) => {
      const account = await give(await stored(store), diego);
      const prolonged = member('UDIEGO', 'editor', later(9 * DAY));
      const { post, news } = recorder(store);
      const overtaken = afterFirst(store, 'member', 'findMany', () => give(account, prolonged));
      await tickAccess({ store: overtaken, post, now });
      expect(news()).toEqual([]);
      expect((await reread(store, account)).members).toEqual([member('UANA', 'admin'), prolonged]);
    });

    test('whose end came while nothing ran has ended, and is not said to end soon', async () => {
      await give(await stored(store), diego);
      const { tick, news } = recorder(store);
      await tick(later(4 * DAY));
      expect(news()).toEqual(['ended UDIEGO']);
    });

    test('R6: of an alert contact ends with the contact, in one change', async () => {
      const account = await launched(['UDIEGO', 'UANA'], diego);
      const { tick, news } = recorder(store);
      await tick(later(3 * DAY));
      const after = await reread(store, account);
      expect([after.sheet.alert, after.revision]).toEqual([['UANA'], account.revision + 1]);
      expect(await last(account)).toMatchObject({ before: { alert: ['UDIEGO', 'UANA'] }, after: { alert: ['UANA'] } });
      expect(news()).toEqual(['ended UDIEGO']);
    });

    test('R6: of the last alert contact in production has the admins told, also if the person cannot be', async () => {
      const account = await launched(['UDIEGO'], diego);
      const { tick, heard, news } = recorder(store, ({ kind }) => kind === 'ended');
      await tick(later(3 * DAY), 3);
      expect(heard).toMatchObject([{ account: { id: account.id }, missing: ['alert'] }]);
      expect(heard[0]?.account.members).toEqual([member('UANA', 'admin')]);
      expect(news()).toEqual(['attention UDIEGO']);
    });
  });

  describe('R6: who leaves the workspace', () => {
    const gone = (userId: string, standing: Person['standing'] = 'deactivated') => person(userId, { standing });
    const leave = (about: Account, who: Person, job = recorder(store)) =>
      leaveWorkspace({ store, post: job.post, now: later(HOUR) }, { teamId: about.teamId, person: who });

    test('loses every access in it, with the alert contact, and none elsewhere', async () => {
      const bruno = member('UBRUNO', 'editor');
      const here = await launched(['UANA', 'UBRUNO'], bruno, member('UCHLOE'));
      const there = await give(await stored(store, { teamId: here.teamId }), bruno);
      const elsewhere = await give(await stored(store), bruno);
      const job = recorder(store);
      expect(await leave(here, gone('UBRUNO'), job)).toBe(true);
      const after = await reread(store, here);
      expect(after.members).toEqual([member('UANA', 'admin'), member('UCHLOE')]);
      expect([after.sheet.alert, after.revision]).toEqual([['UANA'], here.revision + 1]);
      expect(await last(here)).toMatchObject({ kind: 'access.left', by: CALLSHEET, before: { member: bruno } });
      expect((await reread(store, there)).members).toEqual([member('UANA', 'admin')]);
      expect(await reread(store, elsewhere)).toEqual(elsewhere);
      expect(job.news()).toEqual([]);
      expect(await leave(here, gone('UBRUNO'), job)).toBe(false);
    });

    test.each<[string, string[], boolean]>([
      ['the last alert contact in production', ['UBRUNO'], true],
      ['one of two alert contacts', ['UBRUNO', 'UANA'], false],
      ['no alert contact', ['UANA'], false],
    ])('and was %s: the admins are told of it just then', async (_, alert, told) => {
      const account = await launched(alert, member('UBRUNO', 'editor'));
      const job = recorder(store);
      await leave(account, gone('UBRUNO'), job);
      const attention = { kind: 'attention', userId: 'UBRUNO', missing: ['alert'], account: { id: account.id } };
      expect(job.heard).toMatchObject(told ? [attention] : []);
    });

    test('from sandbox, is no loss that anybody is told of', async () => {
      const account = await give(await stored(store), member('UBRUNO'));
      const job = recorder(store);
      await leave(account, gone('UBRUNO'), job);
      expect(job.news()).toEqual([]);
    });

    test('and was the only admin, leaves all the same: an owner can recover the account (A6)', async () => {
      const account = await give(await stored(store), member('UBRUNO'));
      await leave(account, gone('UANA'));
      expect((await reread(store, account)).members).toEqual([member('UBRUNO')]);
    });

    test('loses access that has ended and was not swept yet', async () => {
      const account = await give(await stored(store), member('UBRUNO', 'editor', later(1)));
      await leave(account, gone('UBRUNO'));
      expect((await last(account))?.kind).toBe('access.left');
    });

    test.each(Object.keys(OUTSIDERS) as Person['standing'][])('A9: becoming a %s is leaving', async (standing) => {
      const account = await give(await stored(store), member('UBRUNO'));
      expect(await leave(account, gone('UBRUNO', standing))).toBe(true);
      expect((await reread(store, account)).members).toEqual([member('UANA', 'admin')]);
    });

    test('is nobody who is still a full member of it', async () => {
      const account = await give(await stored(store), member('UDIEGO'));
      expect(await leave(account, DIEGO)).toBe(false);
      expect(await reread(store, account)).toEqual(account);
    });

    test('though the admins cannot be told, loses the access on the other accounts', async () => {
      const first = await launched(['UBRUNO'], member('UBRUNO'));
      const second = await give(await stored(store, { teamId: first.teamId, name: 'Second' }), member('UBRUNO'));
      const left = leave(
        first,
        gone('UBRUNO'),
        recorder(store, () => true),
      );
      await expect(left).rejects.toThrow('on purpose');
      for (const account of [first, second]) {
        expect((await reread(store, account)).members).toEqual([member('UANA', 'admin')]);
      }
    });

    test('is no longer waited for: what they asked for or proposed is withdrawn, and whom it concerns is told', async () => {
      const account = await give(await stored(store), member('UBRUNO', 'viewer'));
      const asked = await requested(store, account, { forUser: 'UBRUNO' });
      const proposed = await requested(store, asked.account, { by: 'UBRUNO' });
      const other = await requested(store, await stored(store, { teamId: account.teamId }), { forUser: 'UBRUNO' });
      const stays = await requested(store, other.account, { forUser: 'UEVA' });
      for (const { request } of [asked, proposed, other, stays]) await stepDone(store, request, { announced: true });
      const job = recorder(store);
      await leave(account, gone('UBRUNO'), job);
      for (const { request } of [asked, proposed, other]) {
        expect((await rereadRequest(store, account, request)).state).toBe('withdrawn');
      }
      expect(await pendingRequests(store, { accountId: other.account.id })).toMatchObject([{ id: stays.request.id }]);
      await job.tick(later(2 * HOUR), 2);
      expect(job.news().sort()).toEqual(['settled UBRUNO', 'settled UBRUNO', 'settled UDIEGO']);
      await job.tick(later(3 * HOUR));
      expect(job.news()).toEqual([]);
    });

    test('at the same moment as an admin changes their access, has none in the end', async () => {
      const account = await give(await stored(store), member('UBRUNO'));
      const change = { account, member: member('UBRUNO', 'admin'), by: 'UANA', now: NOW };
      await Promise.all([leave(account, gone('UBRUNO')), grantAccess(store, change)]);
      expect((await reread(store, account)).members).toEqual([member('UANA', 'admin')]);
    });
  });
});

/** The store, in which something else happens as soon as it was asked this for the first time. */
function afterFirst(store: Store, model: string, operation: string, act: () => Promise<unknown>): Store {
  let done = false;
  const hook = async ({ args, query }: { args: unknown; query: (args: unknown) => Promise<unknown> }) => {
    const answer = await query(args);
    if (!done) await act();
    done = true;
    return answer;
  };
  return { ...store, client: store.client.$extends({ query: { [model]: { [operation]: hook } } } as object) as never };
}
