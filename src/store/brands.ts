import type { ChangeKind, Difference } from './changes.ts';
import { newId } from './id.ts';
import { Overtaken, type SaveOutcome, type Saving, save, saveNothing } from './save.ts';
import type { Store } from './store.ts';

/** Adds a brand, the last one in the list. @param isDefault the account has no default brand: this is the one. */
export async function addBrand(
  store: Store,
  saving: Saving & { name: string; supportAlias: string | null; isDefault: boolean },
): Promise<SaveOutcome> {
  const { account, name, supportAlias, isDefault } = saving;
  const id = newId();
  const change = {
    kind: 'brand.added',
    before: {},
    after: { brandId: id, brand: name, supportAlias, ...(isDefault && { defaultBrandId: id }) },
  } as const;
  return save(store, saving, change, async (transaction) => {
    const last = await transaction.brand.aggregate({ where: { accountId: account.id }, _max: { position: true } });
    const position = (last._max.position ?? -1) + 1;
    await transaction.brand.create({ data: { id, accountId: account.id, name, supportAlias, position } });
    if (isDefault) await transaction.account.update({ where: { id: account.id }, data: { defaultBrandId: id } });
  });
}

/**
 * Saves what a brand is called and its support alias, as one change. What the sheet shares is not rewritten: it asks for
 * attention instead (R11).
 */
export async function saveBrand(
  store: Store,
  saving: Saving & { brandId: string; name: string; supportAlias: string | null },
): Promise<SaveOutcome> {
  const { account, brandId, name, supportAlias } = saving;
  const brand = account.brands.find(({ id }) => id === brandId);
  const renamed = brand?.name !== name;
  const aliased = brand?.supportAlias !== supportAlias;
  if (!renamed && !aliased) return saveNothing(store, saving);
  const change: Difference & { kind: ChangeKind } = {
    kind: renamed ? 'brand.renamed' : 'brand.alias',
    before: {
      ...{ brandId, brand: brand?.name ?? null },
      ...(aliased && { supportAlias: brand?.supportAlias ?? null }),
    },
    after: { brandId, brand: name, ...(aliased && { supportAlias }) },
  };
  return save(store, saving, change, async (transaction) => {
    const where = { id: brandId, accountId: account.id };
    const { count } = await transaction.brand.updateMany({ where, data: { name, supportAlias } });
    if (count === 0) throw new Overtaken();
  });
}

/** Saves a brand's support alias alone. */
export const saveBrandAlias = (
  store: Store,
  saving: Saving & { brandId: string; supportAlias: string | null },
): Promise<SaveOutcome> => {
  const name = saving.account.brands.find(({ id }) => id === saving.brandId)?.name ?? '';
  return saveBrand(store, { ...saving, name });
};

/** Makes a brand the default one: the sheet asks for attention if it shares another alias (R11). */
export async function makeDefault(store: Store, saving: Saving & { brandId: string }): Promise<SaveOutcome> {
  const { account, brandId } = saving;
  if (account.defaultBrandId === brandId) return saveNothing(store, saving);
  const nameOf = (id: string | null) => account.brands.find((brand) => brand.id === id)?.name ?? null;
  const change = {
    kind: 'brand.default',
    before: { brandId: account.defaultBrandId, brand: nameOf(account.defaultBrandId) },
    after: { brandId, brand: nameOf(brandId) },
  } as const;
  return save(store, saving, change, async (transaction) => {
    const accountId = account.id;
    const brand = await transaction.brand.findFirst({ where: { id: brandId, accountId }, select: { id: true } });
    if (!brand) throw new Overtaken();
    await transaction.account.update({ where: { id: accountId }, data: { defaultBrandId: brandId } });
  });
}

/** Takes a brand away that is not the default one. */
export async function removeBrand(store: Store, saving: Saving & { brandId: string }): Promise<SaveOutcome> {
  const { account, brandId } = saving;
  const brand = account.brands.find(({ id }) => id === brandId);
  if (!brand) return saveNothing(store, saving);
  const change = {
    kind: 'brand.removed',
    before: { brandId, brand: brand.name, supportAlias: brand.supportAlias },
    after: {},
  } as const;
  return save(store, saving, change, async (transaction) => {
    const where = { id: brandId, accountId: account.id, defaultOf: null };
    if ((await transaction.brand.deleteMany({ where })).count === 0) throw new Overtaken();
  });
}
