import { Overtaken, type SaveOutcome, type Saving, save, saveNothing } from './save.ts';
import type { Store } from './store.ts';
import { isUniqueViolation } from './transaction.ts';

/** The channels that are linked to the account: commands there mean it. */
export async function channelsOfAccount(store: Store, { accountId }: { accountId: string }): Promise<string[]> {
  const where = { accountId };
  const links = await store.client.channelLink.findMany({ where, orderBy: { channelId: 'asc' } });
  return links.map(({ channelId }) => channelId);
}

/**
 * Links a channel to the account. A channel means one account: one that another account has is `taken`, and stays there
 * until it is unlinked, so that nobody takes it from people who do not hear of it.
 */
export async function saveChannelLink(
  store: Store,
  saving: Saving & { channelId: string },
): Promise<SaveOutcome | { kind: 'taken' }> {
  const { account, channelId } = saving;
  const { teamId } = account;
  const known = await store.client.channelLink.findUnique({ where: { teamId_channelId: { teamId, channelId } } });
  if (known) return known.accountId === account.id ? saveNothing(store, saving) : { kind: 'taken' };
  const change = { kind: 'channel.linked', before: {}, after: { channelId } } as const;
  try {
    return await save(store, saving, change, (transaction) =>
      transaction.channelLink.create({ data: { teamId, channelId, accountId: account.id } }),
    );
  } catch (error) {
    // Somebody linked it since we looked: to this account or to another one, which the next look tells.
    if (!isUniqueViolation(error)) throw error;
    return saveChannelLink(store, saving);
  }
}

/** Unlinks a channel: commands there mean whatever account the person has. */
export async function dropChannelLink(store: Store, saving: Saving & { channelId: string }): Promise<SaveOutcome> {
  const { account, channelId } = saving;
  const where = { teamId: account.teamId, channelId, accountId: account.id };
  if ((await store.client.channelLink.count({ where })) === 0) return saveNothing(store, saving);
  const change = { kind: 'channel.unlinked', before: { channelId }, after: {} } as const;
  return save(store, saving, change, async (transaction) => {
    if ((await transaction.channelLink.deleteMany({ where })).count === 0) throw new Overtaken();
  });
}
