import { beforeAll, describe, expect, test } from 'vitest';
import { attention } from '../../src/domain/sheet.ts';
import { grantAccess, revokeAccess } from '../../src/store/access.ts';
import {
  accountsOfMember,
  accountsOfWorkspace,
  createAccount,
  findAccount,
  hasAccounts,
  launchAccount,
  saveBrandAlias,
  saveIntegrations,
} from '../../src/store/accounts.ts';
import { recentChanges } from '../../src/store/changes.ts';
import type { Store } from '../../src/store/store.ts';
import { ALIAS, FULL_SHEET, HOUR, later, member, NOW } from '../domain/build.ts';
import { answer, failingAt, newTeam, reread, saved, stored, storedTeam } from './account.ts';
import { eachDatabase } from './databases.ts';

eachDatabase('accounts', (open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  const last = async (accountId: string) => (await recentChanges(store, { accountId, limit: 1 }))[0];

  describe('a new account', () => {
    test('A6: has its creator as the first admin, its brand as the default, and an empty sheet in sandbox', async () => {
      const teamId = newTeam();
      const brand = { name: 'Harvest', supportAlias: ALIAS };
      const facts = { teamId, name: 'Harvest Table', integrations: ['waitlist', 'reservations', 'waitlist'], brand };
      const account = await createAccount(store, { ...facts, by: 'UANA', now: NOW });
      expect(account).toMatchObject({ teamId, name: 'Harvest Table', environment: 'sandbox', revision: 0 });
      expect(account.members).toEqual([member('UANA', 'admin')]);
      expect(account.brands).toEqual([{ id: account.defaultBrandId, ...brand }]);
      expect(account.integrations).toEqual(['reservations', 'waitlist']);
      expect(Object.values(account.sheet).flat()).toEqual([]);
      expect(account.launchedAt).toBeNull();
      expect(await reread(store, account)).toEqual(account);
    });

    test('has one audit row that says what it began with', async () => {
      const account = await stored(store);
      const history = await recentChanges(store, { accountId: account.id, limit: 9 });
      expect(history).toHaveLength(1);
      expect(history[0]).toMatchObject({ kind: 'account.created', revision: 0, by: 'UANA', at: NOW, before: {} });
      expect(history[0]?.after).toEqual({
        name: 'Harvest Table',
        integrations: ['ordering-end-to-end'],
        brand: { name: 'Harvest Table', supportAlias: ALIAS },
        member: member('UANA', 'admin'),
      });
    });

    test('is not there at all if a part of it cannot be stored', async () => {
      const teamId = newTeam();
      await expect(stored(failingAt(store, 'change', 'create'), { teamId })).rejects.toThrow('failed on purpose');
      expect(await hasAccounts(store, { teamId })).toBe(false);
    });
  });

  describe('R2', () => {
    test('an account is found in its own workspace only', async () => {
      const [here, there] = [await stored(store), await stored(store)];
      expect(await findAccount(store, { teamId: here.teamId, accountId: here.id })).toEqual(here);
      expect(await findAccount(store, { teamId: there.teamId, accountId: here.id })).toBeNull();
      expect(await accountsOfWorkspace(store, { teamId: there.teamId })).toEqual([there]);
      const asked = { teamId: there.teamId, userId: 'UANA', now: NOW };
      expect(await accountsOfMember(store, asked)).toEqual([there]);
      expect(await hasAccounts(store, { teamId: newTeam() })).toBe(false);
    });

    test('a change of one workspace cannot be made in the name of another', async () => {
      const account = await stored(store);
      const elsewhere = { ...account, teamId: newTeam() };
      await expect(answer(store, elsewhere, { 'ops-users': [ALIAS] })).rejects.toThrow('no longer exists');
      await expect(revokeAccess(store, { account: elsewhere, userId: 'UANA', by: 'U9', now: NOW })).rejects.toThrow();
      expect(await reread(store, account)).toEqual(account);
    });

    test('what one account saves, no other account of the workspace gets', async () => {
      const first = await stored(store, { name: 'First' });
      const second = await stored(store, { name: 'Second', teamId: first.teamId });
      saved(await answer(store, first, { ...FULL_SHEET, alert: ['UANA'] }));
      expect(await reread(store, second)).toEqual(second);
    });
  });

  test('the accounts of a workspace come by name, numbers as numbers', async () => {
    const teamId = newTeam();
    for (const name of ['Table 10', 'élan', 'Table 9', 'Zebra', 'apple']) await stored(store, { teamId, name });
    const names = (await accountsOfWorkspace(store, { teamId })).map(({ name }) => name);
    expect(names).toEqual(['apple', 'élan', 'Table 9', 'Table 10', 'Zebra']);
  });

  test('A7: a person has an account until the access ends or is revoked, and again when it is given again', async () => {
    const teamId = newTeam();
    let account = await stored(store, { teamId });
    const seen = async (hours: number) =>
      (await accountsOfMember(store, { teamId, userId: 'UDIEGO', now: later(hours * HOUR) })).length === 1;
    const give = async (endsAt: Date | null) => {
      const diego = member('UDIEGO', 'viewer', endsAt);
      account = saved(await grantAccess(store, { account, member: diego, by: 'UANA', now: NOW }));
    };
    expect(await seen(0)).toBe(false);
    await give(later(2 * HOUR));
    expect([await seen(1), await seen(2), await seen(3)]).toEqual([true, false, false]);
    await give(null);
    expect(await seen(3)).toBe(true);
    account = saved(await revokeAccess(store, { account, userId: 'UDIEGO', by: 'UANA', now: NOW }));
    expect(await seen(0)).toBe(false);
    await give(null);
    expect(await seen(0)).toBe(true);
  });

  describe('launch', () => {
    test('R8: production and its alert contacts come in one revision with one audit row', async () => {
      const account = await storedTeam(store);
      const alert = ['UCHLOE', 'UANA'];
      const launched = saved(await launchAccount(store, { account, alert, by: 'UANA', now: later(HOUR) }));
      expect(launched).toMatchObject({ environment: 'production', launchedAt: later(HOUR) });
      expect([launched.sheet.alert, launched.revision]).toEqual([alert, account.revision + 1]);
      expect(await last(account.id)).toMatchObject({
        kind: 'account.launched',
        revision: launched.revision,
        before: { environment: 'sandbox', alert: [] },
        after: { environment: 'production', alert },
      });
    });

    test('R8: an account whose alert contacts cannot be stored stays in sandbox', async () => {
      const account = await stored(store);
      const launch = { account, alert: ['UANA', 'USTRANGER'], by: 'UANA', now: NOW };
      expect(await launchAccount(store, launch)).toEqual({ kind: 'conflict', account });
      expect(await reread(store, account)).toEqual(account);
      expect((await last(account.id))?.kind).toBe('account.created');
    });

    test('happens once: who comes second gets the account as it is, and changes nothing', async () => {
      const account = await storedTeam(store);
      const launch = (alert: string[]) => launchAccount(store, { account, alert, by: 'UANA', now: NOW });
      const outcomes = await Promise.all([launch(['UANA']), launch(['UBRUNO'])]);
      expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['conflict', 'saved']);
      const now = await reread(store, account);
      for (const outcome of outcomes) expect(outcome.account).toEqual(now);
      const again = await launchAccount(store, { account: now, alert: ['UCHLOE'], by: 'UANA', now: later(HOUR) });
      expect(again).toEqual({ kind: 'conflict', account: now });
    });
  });

  test('R11: a new alias of the brand leaves the sheet as it was, and asks for attention', async () => {
    const account = saved(await answer(store, await stored(store), { 'ops-users': [ALIAS] }));
    const brandId = account.defaultBrandId ?? '';
    const aliased = { account, brandId, supportAlias: 'care@harvest.example', by: 'UANA', now: NOW };
    const after = saved(await saveBrandAlias(store, aliased));
    expect(after.brands[0]?.supportAlias).toBe('care@harvest.example');
    expect(after.sheet).toEqual(account.sheet);
    expect(attention(after)).toEqual([{ kind: 'alias-drift', shared: ALIAS, expected: 'care@harvest.example' }]);
    expect(await last(account.id)).toMatchObject({
      kind: 'brand.alias',
      before: { brandId, supportAlias: ALIAS },
      after: { brandId, supportAlias: 'care@harvest.example' },
    });
  });

  test('R2: the alias of another account’s brand cannot be changed', async () => {
    const [here, there] = [await stored(store), await stored(store)];
    const brandId = there.defaultBrandId ?? '';
    const theirs = { account: here, brandId, supportAlias: 'evil@stranger.example', by: 'UANA', now: NOW };
    expect(await saveBrandAlias(store, theirs)).toEqual({ kind: 'conflict', account: here });
    expect(await reread(store, there)).toEqual(there);
    expect(await reread(store, here)).toEqual(here);
  });

  test('integrations are replaced as a whole, each once, and the same ones leave no trace', async () => {
    const account = await stored(store);
    const save = (from: typeof account, integrations: string[]) =>
      saveIntegrations(store, { account: from, integrations, by: 'UANA', now: NOW });
    const after = saved(await save(account, ['waitlist', 'menu-feed', 'waitlist']));
    expect(after).toEqual({ ...account, revision: 1, integrations: ['menu-feed', 'waitlist'] });
    expect(await last(account.id)).toMatchObject({
      kind: 'account.integrations',
      before: { integrations: ['ordering-end-to-end'] },
      after: { integrations: ['menu-feed', 'waitlist'] },
    });
    expect(saved(await save(after, ['waitlist', 'menu-feed']))).toEqual(after);
    expect(saved(await save(after, [])).integrations).toEqual([]);
  });
});
