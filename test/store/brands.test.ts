import { beforeAll, describe, expect, test } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import { attention } from '../../src/domain/sheet.ts';
import { renameAccount } from '../../src/store/accounts.ts';
import { addBrand, makeDefault, removeBrand, saveBrand } from '../../src/store/brands.ts';
import { changesOfKinds, recentChanges } from '../../src/store/changes.ts';
import type { Store } from '../../src/store/store.ts';
import { ALIAS, NOW } from '../domain/build.ts';
import { answer, failingAt, reread, saved, stored } from './account.ts';
import { eachDatabase } from './databases.ts';

const by = { by: 'UANA', now: NOW };
const NIGHT = { name: 'Night Market', supportAlias: 'care@night.example' };

eachDatabase('brands', (open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  const last = async ({ id }: Account) => (await recentChanges(store, { accountId: id, limit: 1 }))[0];
  const withNight = async (): Promise<{ account: Account; night: string; first: string }> => {
    const account = saved(await addBrand(store, { account: await stored(store), ...NIGHT, isDefault: false, ...by }));
    return { account, night: account.brands[1]?.id ?? '', first: account.brands[0]?.id ?? '' };
  };

  test('R11: a brand is added after the others, and the default one stays', async () => {
    const { account, night, first } = await withNight();
    expect(account.brands).toEqual([
      { id: first, name: 'Harvest Table', supportAlias: ALIAS },
      { id: night, ...NIGHT },
    ]);
    expect(account.defaultBrandId).toBe(first);
    expect(await last(account)).toMatchObject({
      kind: 'brand.added',
      before: {},
      after: { brandId: night, brand: NIGHT.name, supportAlias: NIGHT.supportAlias },
    });
    expect(await reread(store, account)).toEqual(account);
  });

  test('R11: a brand that is added while there is no default one is it', async () => {
    const fresh = await stored(store);
    await store.client.account.update({ where: { id: fresh.id }, data: { defaultBrandId: null } });
    const account = saved(await addBrand(store, { account: fresh, ...NIGHT, isDefault: true, ...by }));
    expect(account.defaultBrandId).toBe(account.brands[1]?.id);
  });

  test('name and alias are saved as one change, and what is as it was leaves no trace', async () => {
    const { account, night } = await withNight();
    const answers = { brandId: night, name: 'Dusk', supportAlias: null };
    const after = saved(await saveBrand(store, { account, ...answers, ...by }));
    expect(after.revision).toBe(account.revision + 1);
    expect(after.brands[1]).toEqual({ id: night, name: 'Dusk', supportAlias: null });
    expect(await last(after)).toMatchObject({
      kind: 'brand.renamed',
      before: { brandId: night, brand: NIGHT.name, supportAlias: NIGHT.supportAlias },
      after: { brandId: night, brand: 'Dusk', supportAlias: null },
    });
    expect(saved(await saveBrand(store, { account: after, ...answers, ...by })).revision).toBe(after.revision);
    const renamed = saved(await saveBrand(store, { account: after, ...answers, name: 'Dawn', ...by }));
    expect(Object.keys((await last(renamed))?.after ?? {}).sort()).toEqual(['brand', 'brandId']);
  });

  test('R11: another default brand leaves the sheet as it was, and asks for attention', async () => {
    const { account, night, first } = await withNight();
    const sharing = saved(await answer(store, account, { 'ops-users': [ALIAS] }));
    const after = saved(await makeDefault(store, { account: sharing, brandId: night, ...by }));
    expect(after.defaultBrandId).toBe(night);
    expect(after.sheet).toEqual(sharing.sheet);
    expect(attention(after)).toEqual([{ kind: 'alias-drift', shared: ALIAS, expected: NIGHT.supportAlias }]);
    expect(await last(after)).toMatchObject({
      kind: 'brand.default',
      before: { brandId: first, brand: 'Harvest Table' },
      after: { brandId: night, brand: NIGHT.name },
    });
    const kinds = ['brand.default', 'brand.added'] as const;
    const since = await changesOfKinds(store, { accountId: after.id, revision: sharing.revision, kinds });
    expect(since.map(({ kind }) => kind)).toEqual(['brand.default']);
  });

  test('a brand is removed, and says what it was', async () => {
    const { account, night, first } = await withNight();
    const after = saved(await removeBrand(store, { account, brandId: night, ...by }));
    expect(after.brands.map(({ id }) => id)).toEqual([first]);
    expect(await last(after)).toMatchObject({
      kind: 'brand.removed',
      before: { brandId: night, brand: NIGHT.name, supportAlias: NIGHT.supportAlias },
      after: {},
    });
    expect(saved(await removeBrand(store, { account: after, brandId: night, ...by }))).toEqual(after);
  });

  test('R11: the default brand cannot be removed, whatever was decided', async () => {
    const { account, first } = await withNight();
    expect((await removeBrand(store, { account, brandId: first, ...by })).kind).toBe('conflict');
    expect(await reread(store, account)).toEqual(account);
  });

  describe('R11: of two at once', () => {
    test('one makes a brand the default and the other removes it: one of them wins', async () => {
      const { account, night } = await withNight();
      const outcomes = await Promise.all([
        makeDefault(store, { account, brandId: night, ...by }),
        removeBrand(store, { account, brandId: night, ...by }),
      ]);
      expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['conflict', 'saved']);
      const now = await reread(store, account);
      expect(now.brands.some(({ id }) => id === now.defaultBrandId)).toBe(true);
    });
  });

  test('R2: the brands of another account cannot be touched', async () => {
    const [here, there] = [await withNight(), await withNight()];
    const mine = { account: here.account, brandId: there.night, ...by };
    const outcomes = [
      await saveBrand(store, { ...mine, name: 'Evil', supportAlias: null }),
      await makeDefault(store, mine),
      await removeBrand(store, { ...mine, account: here.account }),
    ];
    expect(outcomes.map(({ kind }) => kind)).toEqual(['conflict', 'conflict', 'saved']);
    expect(await reread(store, here.account)).toEqual(here.account);
    expect(await reread(store, there.account)).toEqual(there.account);
  });

  test('a change of which the audit row cannot be written is not made', async () => {
    const { account, night } = await withNight();
    const failing = failingAt(store, 'change', 'create');
    await expect(makeDefault(failing, { account, brandId: night, ...by })).rejects.toThrow('on purpose');
    await expect(removeBrand(failing, { account, brandId: night, ...by })).rejects.toThrow('on purpose');
    await expect(addBrand(failing, { account, ...NIGHT, isDefault: false, ...by })).rejects.toThrow('on purpose');
    expect(await reread(store, account)).toEqual(account);
  });

  test('the account is given another name', async () => {
    const account = await stored(store);
    const after = saved(await renameAccount(store, { account, name: 'Harvest House', ...by }));
    expect(after.name).toBe('Harvest House');
    expect(await last(after)).toMatchObject({
      kind: 'account.renamed',
      before: { name: 'Harvest Table' },
      after: { name: 'Harvest House' },
    });
    expect(saved(await renameAccount(store, { account: after, name: 'Harvest House', ...by }))).toEqual(after);
  });
});
