import { beforeAll, describe, expect, test } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import { attention } from '../../src/domain/sheet.ts';
import { grantAccess, revokeAccess } from '../../src/store/access.ts';
import { launchAccount } from '../../src/store/accounts.ts';
import { recentChanges } from '../../src/store/changes.ts';
import type { SaveOutcome } from '../../src/store/save.ts';
import type { Store } from '../../src/store/store.ts';
import { FULL_SHEET, HOUR, later, member, NOW } from '../domain/build.ts';
import { answer, failingAt, reread, saved, stored, storedTeam } from './account.ts';
import { eachDatabase } from './databases.ts';

const ACCOUNTS = 8;
const ROUNDS = 25;

eachDatabase('access', (open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  const grant = (account: Account, userId: string, role: 'viewer' | 'editor' | 'admin', endsAt: Date | null = null) =>
    grantAccess(store, { account, member: member(userId, role, endsAt), by: 'UANA', now: NOW });
  const revoke = (account: Account, userId: string, through = store) =>
    revokeAccess(through, { account, userId, by: 'UANA', now: NOW });
  const last = async (account: Account) => (await recentChanges(store, { accountId: account.id, limit: 1 }))[0];

  describe('A5: a grant', () => {
    test('adds a member with a role and an end, and writes down that they were none before', async () => {
      const account = await stored(store);
      const endsAt = later(48 * HOUR);
      const after = saved(await grant(account, 'UDIEGO', 'viewer', endsAt));
      expect(after.members).toEqual([member('UANA', 'admin'), member('UDIEGO', 'viewer', endsAt)]);
      expect(after.revision).toBe(1);
      const granted = { ...member('UDIEGO'), endsAt: endsAt.toISOString() };
      expect(await last(account)).toMatchObject({
        ...{ kind: 'access.granted', revision: 1, by: 'UANA', at: NOW },
        ...{ before: { member: null }, after: { member: granted } },
      });
    });

    test('of another role or end replaces the old one and keeps the person’s place and alert', async () => {
      const account = saved(await answer(store, await storedTeam(store), { alert: ['UBRUNO'] }));
      const after = saved(await grant(account, 'UBRUNO', 'admin', later(HOUR)));
      expect(after.members[1]).toEqual(member('UBRUNO', 'admin', later(HOUR)));
      expect(after.sheet.alert).toEqual(['UBRUNO']);
      expect((await last(account))?.before).toEqual({ member: member('UBRUNO', 'editor') });
    });

    test('of what the person has already leaves no trace', async () => {
      const account = saved(await grant(await stored(store), 'UDIEGO', 'viewer', later(HOUR)));
      expect(saved(await grant(account, 'UDIEGO', 'viewer', later(HOUR)))).toEqual(account);
      expect((await last(account))?.revision).toBe(account.revision);
    });

    test('from an old revision is a conflict, and gives nobody access', async () => {
      const old = await stored(store);
      const now = saved(await answer(store, old, FULL_SHEET));
      expect(await grant(old, 'UDIEGO', 'admin')).toEqual({ kind: 'conflict', account: now });
      expect(await reread(store, old)).toEqual(now);
    });
  });

  describe('a revoke', () => {
    test('takes the member away, and says who it was', async () => {
      const account = await storedTeam(store);
      const after = saved(await revoke(account, 'UBRUNO'));
      expect(after.members.map(({ userId }) => userId)).toEqual(['UANA', 'UCHLOE']);
      const bruno = member('UBRUNO', 'editor');
      expect(await last(account)).toMatchObject({ before: { member: bruno }, after: { member: null } });
      expect(await revoke(after, 'UBRUNO')).toEqual({ kind: 'saved', account: after });
    });

    test('R6: takes the person off the alert contacts too, in the same revision and audit row', async () => {
      const account = saved(await answer(store, await storedTeam(store), { alert: ['UCHLOE', 'UBRUNO', 'UANA'] }));
      const after = saved(await revoke(account, 'UBRUNO'));
      expect(after.sheet).toEqual({ ...account.sheet, alert: ['UCHLOE', 'UANA'] });
      expect(after.revision).toBe(account.revision + 1);
      const change = await last(account);
      expect(change).toMatchObject({ kind: 'access.revoked', revision: after.revision });
      expect(change?.before).toEqual({ member: member('UBRUNO', 'editor'), alert: ['UCHLOE', 'UBRUNO', 'UANA'] });
      expect(change?.after).toEqual({ member: null, alert: ['UCHLOE', 'UANA'] });
    });

    test('R6: of the last alert contact in production makes the account need attention', async () => {
      const ready = saved(await answer(store, await storedTeam(store), FULL_SHEET));
      const launch = { account: ready, alert: ['UBRUNO'], by: 'UANA', now: NOW };
      const account = saved(await launchAccount(store, launch));
      expect(attention(account)).toEqual([]);
      expect(attention(saved(await revoke(account, 'UBRUNO')))).toEqual([{ kind: 'missing', purpose: 'alert' }]);
    });

    test('R6: that fails leaves member and alert contact both', async () => {
      const account = saved(await answer(store, await storedTeam(store), { alert: ['UBRUNO'] }));
      await expect(revoke(account, 'UBRUNO', failingAt(store, 'change', 'create'))).rejects.toThrow('on purpose');
      expect(await reread(store, account)).toEqual(account);
    });

    test('R2: leaves what the person has on other accounts', async () => {
      const [here, there] = [await storedTeam(store), await storedTeam(store)];
      const theirs = saved(await answer(store, there, { alert: ['UBRUNO'] }));
      await revoke(here, 'UBRUNO');
      expect(await reread(store, there)).toEqual(theirs);
    });
  });

  describe('R6: an alert contact is always a member', () => {
    test('a save that names a stranger, or another account’s member, changes nothing', async () => {
      const [account, other] = [await stored(store), await storedTeam(store)];
      for (const { userId } of [member('USTRANGER'), ...other.members.filter(({ role }) => role !== 'admin')]) {
        const named = { ...FULL_SHEET, alert: ['UANA', userId] };
        expect(await answer(store, account, named)).toEqual({ kind: 'conflict', account });
      }
      expect(await reread(store, account)).toEqual(account);
    });

    test('the database itself refuses one who is none, and takes off one who is none any more', async () => {
      const account = saved(await answer(store, await storedTeam(store), { alert: ['UBRUNO'] }));
      const named = { accountId: account.id, userId: 'USTRANGER', position: 9 };
      await expect(store.client.alertContact.create({ data: named })).rejects.toMatchObject({ code: 'P2003' });
      await store.client.member.deleteMany({ where: { accountId: account.id, userId: 'UBRUNO' } });
      expect((await reread(store, account)).sheet.alert).toEqual([]);
    });

    test(`however a revoke and a save that names the person meet (${ACCOUNTS * ROUNDS} times)`, {
      timeout: 60_000,
    }, async () => {
      const met = { saveFirst: 0, revokeFirst: 0 };
      const race = async () => {
        let account = await storedTeam(store);
        for (let round = 0; round < ROUNDS; round += 1) {
          account = saved(await grant(account, 'UBRUNO', 'editor'));
          const name = (from: Account) => answer(store, from, { alert: ['UBRUNO', 'UANA'] });
          const take = (from: Account) => revoke(from, 'UBRUNO');
          const [first, second] = round % 2 ? [name, take] : [take, name];
          // Whoever is overtaken insists, on the account as it is then.
          const insist = async (save: (from: Account) => Promise<SaveOutcome>, head: number) => {
            for (let turns = 0; turns < head; turns += 1) await new Promise(setImmediate);
            const outcome = await save(account);
            expectMembers(outcome.account);
            if (outcome.kind === 'saved') return outcome;
            const insisted = await save(outcome.account);
            expectMembers(insisted.account);
            return { kind: 'insisted', account: insisted.account } as const;
          };
          const watch = async () => expectMembers(await reread(store, account));
          const [one, other] = await Promise.all([insist(first, 0), insist(second, round % 8), watch()]);
          expect([one.kind, other.kind].sort()).toEqual(['insisted', 'saved']);
          met[(first === name) === (one.kind === 'saved') ? 'saveFirst' : 'revokeFirst'] += 1;
          account = one.account.revision > other.account.revision ? one.account : other.account;
          expect(account.members.map(({ userId }) => userId)).toEqual(['UANA', 'UCHLOE']);
        }
      };
      await Promise.all(Array.from({ length: ACCOUNTS }, race));
      expect(Math.min(met.saveFirst, met.revokeFirst)).toBeGreaterThan(0);
    });
  });
});

function expectMembers({ members, sheet }: Account): void {
  const known = members.map(({ userId }) => userId);
  expect(sheet.alert.filter((userId) => !known.includes(userId))).toEqual([]);
}
