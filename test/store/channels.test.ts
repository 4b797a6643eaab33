import { beforeAll, expect, test } from 'vitest';
import { accountOfChannel, linkChannel } from '../../src/store/accounts.ts';
import type { Store } from '../../src/store/store.ts';
import { stored } from './account.ts';
import { eachDatabase } from './databases.ts';

eachDatabase('a channel', (open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });

  test('means the account that it was linked to last, in its workspace only', async () => {
    const [first, { teamId: elsewhere }] = [await stored(store), await stored(store)];
    const { teamId } = first;
    const second = await stored(store, { teamId });
    const channelId = 'C1';
    expect(await accountOfChannel(store, { teamId, channelId })).toBeNull();
    for (const { id } of [first, second]) await linkChannel(store, { teamId, channelId, accountId: id });
    expect(await accountOfChannel(store, { teamId, channelId })).toBe(second.id);
    expect(await accountOfChannel(store, { teamId: elsewhere, channelId })).toBeNull();
  });

  test('R2: cannot be linked to an account of another workspace, or to none', async () => {
    const [here, there] = [await stored(store), await stored(store)];
    const channel = { teamId: there.teamId, channelId: 'C1' };
    for (const accountId of [here.id, 'nobody']) {
      await expect(linkChannel(store, { ...channel, accountId })).rejects.toThrow('no longer exists');
    }
    expect(await accountOfChannel(store, channel)).toBeNull();
  });

  test('is linked once, however many link it at once', async () => {
    const { teamId, id: accountId } = await stored(store);
    const link = () => linkChannel(store, { teamId, channelId: 'C1', accountId });
    await Promise.all(Array.from({ length: 20 }, link));
    expect(await store.client.channelLink.count({ where: { teamId } })).toBe(1);
  });
});
