import { beforeAll, expect, test } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import { decideCover, decideReturn } from '../../src/domain/coverage/cover.ts';
import { minuteOf } from '../../src/domain/coverage/interval.ts';
import type { Cover } from '../../src/domain/coverage/plan.ts';
import { ALWAYS } from '../../src/domain/coverage/target.ts';
import type { Person } from '../../src/domain/person.ts';
import { revokeAccess } from '../../src/store/access.ts';
import { findAccount } from '../../src/store/accounts.ts';
import { recentChanges } from '../../src/store/changes.ts';
import { returnCover, takeCover } from '../../src/store/covers.ts';
import { planOf } from '../../src/store/plans.ts';
import { onLatest } from '../../src/store/save.ts';
import type { Store } from '../../src/store/store.ts';
import { ANA, BRUNO, CHLOE, later, NOW } from '../domain/build.ts';
import { saved, storedTeam } from './account.ts';
import { eachDatabase } from './databases.ts';

const HOUR = 60 * 60_000;
const FROM = new Date(Math.ceil(NOW.getTime() / HOUR) * HOUR + HOUR);
const TO = new Date(FROM.getTime() + HOUR);

eachDatabase('covers', (open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });

  const plan = (account: Account, now = NOW) => planOf(store, { accountId: account.id, now });
  const latest = async ({ id, teamId }: Account): Promise<Account> => {
    const found = await findAccount(store, { teamId, accountId: id });
    if (!found) throw new Error('the account is gone');
    return found;
  };
  const changes = async (account: Account, limit = 1) => recentChanges(store, { accountId: account.id, limit });
  const take = (account: Account, by: string, { from, to } = { from: FROM, to: TO }) =>
    takeCover(store, { account, by, now: NOW, from, to });

  /** What a click does: decides on the account as it is, and anew when somebody else was faster. */
  const click = (account: Account, by: Person): Promise<{ kind: 'taken' | 'refused'; by?: string }> =>
    onLatest<{ kind: 'taken' | 'refused'; by?: string }>(account, async (now) => {
      const gap = { from: minuteOf(FROM), to: minuteOf(TO) };
      const decision = decideCover(now, { ...(await plan(now)), target: ALWAYS }, { by, gap }, NOW);
      if (decision.kind === 'refused') {
        return {
          kind: 'refused',
          by: 'userId' in decision.refusal ? decision.refusal.userId : decision.refusal.reason,
        };
      }
      const outcome = await take(now, by.userId, decision);
      return outcome.kind === 'conflict' ? outcome : { kind: 'taken' };
    });

  test('C4: are dated, with the name of whoever took them, and leave an audit row', async () => {
    const account = saved(await take(await storedTeam(store), 'UBRUNO'));
    expect((await plan(account)).covers).toEqual([{ id: expect.any(String), userId: 'UBRUNO', from: FROM, to: TO }]);
    expect(await changes(account)).toMatchObject([
      {
        ...{ kind: 'cover.taken', by: 'UBRUNO', revision: account.revision, before: {} },
        after: { cover: { userId: 'UBRUNO', from: FROM.toISOString(), to: TO.toISOString() } },
      },
    ]);
  });

  test('C4: go to one of those who click at once, and the others learn to whom', async () => {
    for (let round = 0; round < 5; round++) {
      const account = await storedTeam(store);
      const said = await Promise.all([ANA, BRUNO, CHLOE].map((by) => click(account, by)));
      const { covers } = await plan(account);
      expect(covers).toHaveLength(1);
      expect(said.filter(({ kind }) => kind === 'taken')).toHaveLength(1);
      const told = said.filter(({ kind }) => kind === 'refused');
      expect(told.map(({ by }) => by)).toEqual([covers[0]?.userId, covers[0]?.userId]);
    }
  });

  test('C4: are handed back once, however often it is clicked, and then are a gap again', async () => {
    const account = saved(await take(await storedTeam(store), 'UBRUNO'));
    const [cover] = (await plan(account)).covers as [Cover];
    const back = () =>
      onLatest<{ kind: string }>(account, async (now) => {
        const decision = decideReturn(now, await plan(now), { by: BRUNO, coverId: cover.id }, NOW);
        if (decision.kind === 'refused') return { kind: decision.refusal.reason };
        const outcome = await returnCover(store, { account: now, by: 'UBRUNO', now: NOW, cover });
        return outcome.kind === 'conflict' ? outcome : { kind: 'returned' };
      });
    const said = await Promise.all([back(), back(), back()]);
    expect(said.map(({ kind }) => kind).sort()).toEqual(['returned', 'returned-already', 'returned-already']);
    expect((await plan(account)).covers).toEqual([]);
    expect(await changes(account)).toMatchObject([
      { kind: 'cover.returned', before: { cover: { userId: 'UBRUNO' } }, after: {} },
    ]);
    expect((await click(await latest(account), CHLOE)).kind).toBe('taken');
  });

  test('C4: end with the access of whoever took them, in the same change; those of others stay', async () => {
    const next = { from: TO, to: new Date(TO.getTime() + HOUR) };
    let account = saved(await take(await storedTeam(store), 'UBRUNO'));
    account = saved(await take(account, 'UCHLOE', next));
    const before = account.revision;
    account = saved(await revokeAccess(store, { account, userId: 'UBRUNO', by: 'UANA', now: NOW }));
    expect(account.revision).toBe(before + 1);
    expect((await plan(account)).covers).toMatchObject([{ userId: 'UCHLOE' }]);
    expect(await changes(account)).toMatchObject([
      { kind: 'access.revoked', before: { covers: [{ userId: 'UBRUNO' }] }, after: { covers: [] } },
    ]);
  });

  test('C4: are not taken by somebody whose access ends at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const account = await storedTeam(store);
      const revoke = onLatest<{ kind: string }>(account, (now) =>
        revokeAccess(store, { account: now, userId: 'UBRUNO', by: 'UANA', now: NOW }),
      );
      await Promise.all([click(account, BRUNO), revoke]);
      expect((await plan(account)).covers).toEqual([]);
    }
  });

  test('C1: count for the week that they were in, and are forgotten later', async () => {
    const account = saved(await take(await storedTeam(store), 'UBRUNO'));
    expect((await plan(account, later(6 * 24 * HOUR))).covers).toHaveLength(1);
    expect((await plan(account, later(9 * 24 * HOUR))).covers).toEqual([]);
  });
});
