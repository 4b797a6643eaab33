import { expect } from 'vitest';
import type { Member } from '../../src/domain/access.ts';
import type { Account } from '../../src/domain/account.ts';
import type { AccessRequest } from '../../src/domain/request.ts';
import { PATIENCE } from '../../src/domain/waiting.ts';
import { accountsOfWorkspace } from '../../src/store/accounts.ts';
import { newId } from '../../src/store/id.ts';
import { findRequest } from '../../src/store/requests.ts';
import type { Store } from '../../src/store/store.ts';
import { later, NOW } from '../domain/build.ts';
import { newTeam } from './account.ts';

/** Two people who do something to one account at the same moment, many times over. */

/** Every race is run so often, each time on an account of its own, and so many of them at once. */
export const RUNS = 200;
const AT_ONCE = 8;

/** An account as both who race have it before them, and Diego’s request for it. */
export interface Run {
  account: Account;
  request: AccessRequest;
}

/** What is there after a run, and what the history has gained. */
export interface After extends Run {
  history: { kind: string; actorId: string; before: unknown; after: unknown }[];
  /** What the history has gained, in short. */
  kinds: string[];
}

/** Accounts with these members and alert contacts; written all at once, because there are many and a run is short. */
export async function fresh(store: Store, members: readonly Member[], alert: readonly string[] = []): Promise<Run[]> {
  const { client } = store;
  const teamId = newTeam();
  const ids = Array.from({ length: RUNS }, newId);
  const environment = alert.length > 0 ? 'production' : 'sandbox';
  await client.account.createMany({
    data: ids.map((id, n) => ({ id, teamId, name: `Table ${n}`, environment, createdAt: NOW })),
  });
  await client.member.createMany({
    data: ids.flatMap((accountId) =>
      members.map((one, n) => ({ accountId, ...one, addedBy: 'UANA', addedAt: later(n - members.length) })),
    ),
  });
  await client.alertContact.createMany({
    data: ids.flatMap((accountId) => alert.map((userId, position) => ({ accountId, userId, position }))),
  });
  await client.accessRequest.createMany({
    data: ids.map((id) => ({
      ...{ id, accountId: id, forUser: 'UDIEGO', by: 'UDIEGO', role: 'editor', reason: 'Menus.', state: 'pending' },
      ...{
        requestedAt: NOW,
        expiresAt: new Date(NOW.getTime() + PATIENCE.expiry),
        dueAt: NOW,
        announced: true,
        pendingKey: `${id}:UDIEGO`,
      },
    })),
  });
  return read(store, teamId);
}

async function read(store: Store, teamId: string): Promise<After[]> {
  const changes = await store.client.change.findMany({ where: { account: { teamId } }, orderBy: { revision: 'asc' } });
  const accounts = await accountsOfWorkspace(store, { teamId });
  return Promise.all(
    accounts.map(async (account) => {
      const history = changes.filter(({ accountId }) => accountId === account.id);
      // Every effect is one revision with one row.
      expect(history.map(({ revision }) => revision)).toEqual(history.map((_, n) => n + 1));
      expect(account.revision).toBe(history.length);
      return { account, request: await requestOf(store, account), history, kinds: history.map(({ kind }) => kind) };
    }),
  );
}

export async function requestOf(store: Store, { id, teamId }: Account): Promise<AccessRequest> {
  const request = await findRequest(store, { teamId, requestId: id });
  if (!request) throw new Error('the request is gone');
  return request;
}

/** Has the two meet on every account: now one begins, now the other, by no query or by a few. */
export async function meet<One, Other>(
  store: Store,
  runs: readonly Run[],
  one: (run: Run) => Promise<One>,
  other: (run: Run) => Promise<Other>,
): Promise<{ one: One; other: Other; after: After }[]> {
  const said = new Map<string, { one: One; other: Other }>();
  const waiting = [...runs.entries()];
  const worker = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [n, run] = next;
      const behind = async <Said>(start: (run: Run) => Promise<Said>) => {
        for (let queries = 0; queries < (n >> 1) % 5; queries += 1) await requestOf(store, run.account);
        return start(run);
      };
      const both = n % 2 ? [one(run), behind(other)] : [behind(one), other(run)];
      const [saysOne, saysOther] = (await Promise.all(both)) as [One, Other];
      said.set(run.account.id, { one: saysOne, other: saysOther });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const after = await read(store, runs[0]?.account.teamId ?? '');
  expect(after).toHaveLength(RUNS);
  return after.map((each) => ({ ...(said.get(each.account.id) as { one: One; other: Other }), after: each }));
}

/** A race that always ends the same way is none. */
export function bothWays(wins: readonly boolean[]): void {
  expect(wins).toHaveLength(RUNS);
  expect(new Set(wins)).toEqual(new Set([true, false]));
}
