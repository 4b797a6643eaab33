import { beforeAll, expect, test } from 'vitest';
import { passAdvice, passedAdvice } from '../../src/store/advice.ts';
import type { Store } from '../../src/store/store.ts';
import { later, NOW } from '../domain/build.ts';
import { answer, saved, stored } from './account.ts';
import { eachDatabase } from './databases.ts';

eachDatabase('advice', (open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });

  test('R10: is passed over for a mailbox of one account, however it is written, and by whom stays', async () => {
    const [account, other] = [await stored(store), await stored(store)];
    const pass = (addresses: string[], by: string) =>
      passAdvice(store, { accountId: account.id, addresses, by, now: by === 'UANA' ? NOW : later(1) });
    await pass(['Ana.Lima@x.example'], 'UANA');
    await Promise.all(Array.from({ length: 5 }, () => pass(['ana.lima@x.example', 'jo.reis@x.example'], 'UBRUNO')));
    const passed = await passedAdvice(store, { accountId: account.id });
    expect([...passed].sort()).toEqual(['ana.lima@x.example', 'jo.reis@x.example']);
    expect(await passedAdvice(store, { accountId: other.id })).toEqual(new Set());
    const rows = await store.client.advicePassed.findMany({ where: { accountId: account.id } });
    expect(rows.find(({ mailbox }) => mailbox.startsWith('ana'))).toMatchObject({ by: 'UANA', at: NOW });
  });

  test('R10: is forgotten when the mailbox leaves the purpose, and only then', async () => {
    let account = saved(await answer(store, await stored(store), { 'tech-emergency': ['Ana.Lima@x.example'] }));
    const accountId = account.id;
    await passAdvice(store, { accountId, addresses: account.sheet['tech-emergency'], by: 'UANA', now: NOW });
    account = saved(await answer(store, account, { 'ops-platform': ['x@x.example'] }));
    account = saved(await answer(store, account, { 'tech-emergency': ['ana.lima@x.example', 'oncall@x.example'] }));
    expect([...(await passedAdvice(store, { accountId }))]).toEqual(['ana.lima@x.example']);
    account = saved(await answer(store, account, { 'tech-emergency': ['oncall@x.example'] }));
    expect([...(await passedAdvice(store, { accountId }))]).toEqual([]);
  });
});
