import type { Account } from '../domain/account.ts';
import { readAccounts, toAccount, WHOLE } from './account-row.ts';
import { writeChange } from './changes.ts';
import { newId } from './id.ts';
import { Overtaken, type SaveOutcome, type Saving, save, saveNothing } from './save.ts';
import { replaceAnswers } from './sheets.ts';
import type { Store } from './store.ts';

export { saveBrandAlias } from './brands.ts';

/** Creates an account in sandbox. Who creates it is its first admin (A6), and its brand is the default one. */
export async function createAccount(
  store: Store,
  account: {
    teamId: string;
    name: string;
    integrations: readonly string[];
    brand: { name: string; supportAlias: string | null };
    by: string;
    now: Date;
  },
): Promise<Account> {
  const { teamId, name, brand, by, now } = account;
  const id = newId();
  const defaultBrandId = newId();
  const integrations = [...new Set(account.integrations)].sort();
  const row = await store.client.$transaction(async (transaction) => {
    await transaction.account.create({
      data: {
        ...{ id, teamId, name, createdAt: now },
        brands: { create: { id: defaultBrandId, ...brand, position: 0 } },
        integrations: { create: integrations.map((type) => ({ type })) },
        members: { create: { userId: by, role: 'admin', addedBy: by, addedAt: now } },
      },
    });
    const after = { name, integrations, brand, member: { userId: by, role: 'admin', endsAt: null } };
    await writeChange(transaction, {
      ...{ account: { id, revision: 0 }, by, now, kind: 'account.created', before: {}, after },
    });
    return transaction.account.update({ where: { id }, data: { defaultBrandId }, include: WHOLE });
  });
  return toAccount(row);
}

/** The account, if it is one of this workspace. */
export async function findAccount(
  store: Store,
  { teamId, accountId }: { teamId: string; accountId: string },
): Promise<Account | null> {
  const [account] = await readAccounts(store, teamId, { id: accountId });
  return account ?? null;
}

/** The accounts of this workspace that the person has access to now, by name. */
export const accountsOfMember = (
  store: Store,
  { teamId, userId, now }: { teamId: string; userId: string; now: Date },
): Promise<Account[]> =>
  readAccounts(store, teamId, {
    members: { some: { userId, OR: [{ endsAt: null }, { endsAt: { gt: now } }] } },
  });

/** All accounts of this workspace, by name. */
export const accountsOfWorkspace = (store: Store, { teamId }: { teamId: string }): Promise<Account[]> =>
  readAccounts(store, teamId, {});

/** What the accounts of this workspace are called, by name. */
export const namesOfWorkspace = (
  store: Store,
  { teamId }: { teamId: string },
): Promise<{ id: string; name: string }[]> =>
  store.client.account.findMany({ where: { teamId }, select: { id: true, name: true }, orderBy: { name: 'asc' } });

export async function hasAccounts(store: Store, { teamId }: { teamId: string }): Promise<boolean> {
  return (await store.client.account.findFirst({ where: { teamId }, select: { id: true } })) !== null;
}

/** The account that commands in this channel mean; null if the channel is not linked. */
export async function accountOfChannel(
  store: Store,
  { teamId, channelId }: { teamId: string; channelId: string },
): Promise<string | null> {
  const link = await store.client.channelLink.findUnique({ where: { teamId_channelId: { teamId, channelId } } });
  return link?.accountId ?? null;
}

/** Launches the account to production together with its alert contacts, so that it never lacks them (R8). */
export async function launchAccount(store: Store, saving: Saving & { alert: readonly string[] }): Promise<SaveOutcome> {
  const { account, alert, now } = saving;
  const change = {
    kind: 'account.launched',
    set: { environment: 'production', launchedAt: now },
    before: { environment: account.environment, alert: account.sheet.alert },
    after: { environment: 'production', alert },
  } as const;
  return save(store, saving, change, async (transaction) => {
    if (account.environment === 'production') throw new Overtaken();
    await replaceAnswers(transaction, account.id, { ...account.sheet, alert }, ['alert']);
  });
}

/** Calls the account something else. */
export async function renameAccount(store: Store, saving: Saving & { name: string }): Promise<SaveOutcome> {
  const { account, name } = saving;
  if (account.name === name) return saveNothing(store, saving);
  const change = { kind: 'account.renamed', set: { name }, before: { name: account.name }, after: { name } } as const;
  return save(store, saving, change, async () => {});
}

export async function saveIntegrations(
  store: Store,
  saving: Saving & { integrations: readonly string[] },
): Promise<SaveOutcome> {
  const { account } = saving;
  const before = [...account.integrations].sort();
  const after = [...new Set(saving.integrations)].sort();
  if (before.join() === after.join()) return saveNothing(store, saving);
  const change = {
    kind: 'account.integrations',
    before: { integrations: before },
    after: { integrations: after },
  } as const;
  return save(store, saving, change, async (transaction) => {
    const accountId = account.id;
    await transaction.integration.deleteMany({ where: { accountId } });
    if (after.length > 0)
      await transaction.integration.createMany({ data: after.map((type) => ({ accountId, type })) });
  });
}
