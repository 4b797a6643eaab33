import { beforeAll, expect, test } from 'vitest';
import { recentChanges } from '../../src/store/changes.ts';
import { saveSheets } from '../../src/store/import.ts';
import type { Store } from '../../src/store/store.ts';
import { NOW } from '../domain/build.ts';
import { answer, newTeam, reread, saved, stored } from './account.ts';
import { eachDatabase } from './databases.ts';

eachDatabase('an import', (open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });

  const three = async () => {
    const teamId = newTeam();
    const [one, two, still] = await Promise.all([
      stored(store, { teamId, name: 'One' }),
      stored(store, { teamId, name: 'Two' }),
      stored(store, { teamId, name: 'Still' }),
    ]);
    const to = (account: typeof one, address: string) => ({
      account,
      sheet: { ...account.sheet, 'tech-emergency': [address] },
    });
    const sheets = [to(one, 'one@x.example'), to(two, 'two@x.example'), { account: still, sheet: null }];
    return { one, two, still, sheets };
  };
  const importing = (over: Store, sheets: Parameters<typeof saveSheets>[1]['sheets']) =>
    saveSheets(over, { sheets, by: 'UANA', now: NOW });

  test('R2: saves the sheets of all its accounts, each with its audit row, and leaves no trace in the others', async () => {
    const { one, two, still, sheets } = await three();
    expect(await importing(store, sheets)).toEqual({ kind: 'saved' });
    expect((await reread(store, one)).sheet['tech-emergency']).toEqual(['one@x.example']);
    expect(await reread(store, two)).toMatchObject({ revision: 1, sheet: { 'tech-emergency': ['two@x.example'] } });
    expect(await reread(store, still)).toEqual(still);
    const [change] = await recentChanges(store, { accountId: two.id, limit: 1 });
    expect(change).toMatchObject({
      ...{ kind: 'sheet.saved', by: 'UANA', revision: 1 },
      ...{ before: { 'tech-emergency': [] }, after: { 'tech-emergency': ['two@x.example'] } },
    });
  });

  test.each(['one', 'two', 'still'] as const)(
    'R23: changes nothing if somebody saved “%s” meanwhile, also if it was to stay as it is',
    async (name) => {
      const all = await three();
      const theirs = saved(await answer(store, all[name], { 'ops-platform': ['theirs@x.example'] }));
      expect(await importing(store, all.sheets)).toEqual({ kind: 'conflict' });
      for (const other of ['one', 'two', 'still'] as const) {
        expect(await reread(store, all[other])).toEqual(other === name ? theirs : all[other]);
      }
    },
  );

  test('all of it or nothing: what fails at the last account takes the first one back', async () => {
    const { one, two, sheets } = await three();
    let written = 0;
    const create = ({ args, query }: { args: object; query: (args: object) => Promise<unknown> }) => {
      written += 1;
      return written === 2 ? Promise.reject(new Error('failed on purpose')) : query(args);
    };
    const client = store.client.$extends({ query: { change: { create } } } as object) as unknown as Store['client'];
    await expect(importing({ ...store, client }, sheets)).rejects.toThrow('on purpose');
    expect(written).toBe(2);
    expect(await reread(store, one)).toEqual(one);
    expect(await reread(store, two)).toEqual(two);
  });

  test('of two at once about the same accounts, one is saved and the other one hears of it', async () => {
    const { one, two, sheets } = await three();
    const outcomes = await Promise.all([importing(store, sheets), importing(store, [...sheets].reverse())]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['conflict', 'saved']);
    expect([(await reread(store, one)).revision, (await reread(store, two)).revision]).toEqual([1, 1]);
  });
});
