import { beforeAll, expect, test } from 'vitest';
import { accountOfChannel } from '../../src/store/accounts.ts';
import { recentChanges } from '../../src/store/changes.ts';
import { channelsOfAccount, dropChannelLink, saveChannelLink } from '../../src/store/channels.ts';
import type { Store } from '../../src/store/store.ts';
import { NOW } from '../domain/build.ts';
import { reread, saved, stored } from './account.ts';
import { eachDatabase } from './databases.ts';

const by = { by: 'UANA', now: NOW };

eachDatabase('a link of a channel', (open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  const link = async (account: Parameters<typeof reread>[1], channelId: string) => {
    const outcome = await saveChannelLink(store, { account: await reread(store, account), channelId, ...by });
    if (outcome.kind === 'taken') throw new Error('taken');
    return saved(outcome);
  };

  test('is made and taken away with an audit row each, and twice is once', async () => {
    const account = await stored(store);
    const { teamId, id: accountId } = account;
    const linked = await link(account, 'C1');
    expect(await link(account, 'C1')).toEqual(linked);
    expect(await accountOfChannel(store, { teamId, channelId: 'C1' })).toBe(accountId);
    expect(await channelsOfAccount(store, { accountId })).toEqual(['C1']);
    const after = saved(await dropChannelLink(store, { account: linked, channelId: 'C1', ...by }));
    expect(saved(await dropChannelLink(store, { account: after, channelId: 'C1', ...by }))).toEqual(after);
    expect(await channelsOfAccount(store, { accountId })).toEqual([]);
    expect(await accountOfChannel(store, { teamId, channelId: 'C1' })).toBeNull();
    const history = await recentChanges(store, { accountId, limit: 9 });
    expect(history.map(({ kind, before, after: then }) => [kind, before, then]).slice(0, 2)).toEqual([
      ['channel.unlinked', { channelId: 'C1' }, {}],
      ['channel.linked', {}, { channelId: 'C1' }],
    ]);
    expect(history).toHaveLength(3);
  });

  test('is not taken from another account, in its workspace; in another workspace the same id is another channel', async () => {
    const first = await stored(store);
    const second = await stored(store, { teamId: first.teamId });
    const elsewhere = await stored(store);
    await link(first, 'C1');
    expect(await saveChannelLink(store, { account: second, channelId: 'C1', ...by })).toEqual({ kind: 'taken' });
    expect((await dropChannelLink(store, { account: second, channelId: 'C1', ...by })).kind).toBe('saved');
    await link(elsewhere, 'C1');
    expect(await channelsOfAccount(store, { accountId: first.id })).toEqual(['C1']);
    expect(await channelsOfAccount(store, { accountId: elsewhere.id })).toEqual(['C1']);
    expect(await reread(store, second)).toEqual(second);
  });

  test('R2: cannot be made in the name of another workspace', async () => {
    const [here, there] = [await stored(store), await stored(store)];
    const elsewhere = { ...here, teamId: there.teamId };
    await expect(saveChannelLink(store, { account: elsewhere, channelId: 'C1', ...by })).rejects.toThrow(
      'no longer exists',
    );
    expect(await accountOfChannel(store, { teamId: there.teamId, channelId: 'C1' })).toBeNull();
  });

  test('R2: is made once and by one account, however many link the channel at once', async () => {
    const first = await stored(store);
    const second = await stored(store, { teamId: first.teamId });
    const outcomes = await Promise.all(
      [first, second, first, second].map((account) => saveChannelLink(store, { account, channelId: 'C1', ...by })),
    );
    expect(outcomes.filter(({ kind }) => kind === 'saved').length).toBeGreaterThan(0);
    const links = await store.client.channelLink.findMany({ where: { teamId: first.teamId } });
    expect(links).toHaveLength(1);
    const rows = await store.client.change.count({
      where: { accountId: { in: [first.id, second.id] }, kind: 'channel.linked' },
    });
    expect(rows).toBe(1);
  });
});
