import { beforeEach, expect, test } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import { tickConfirmations } from '../../src/jobs/confirmation.ts';
import { recentChanges } from '../../src/store/changes.ts';
import { saveConfirmation } from '../../src/store/confirmations.ts';
import { saveSheet } from '../../src/store/sheets.ts';
import type { Store } from '../../src/store/store.ts';
import { FULL_SHEET, HOUR, later, NOW } from '../domain/build.ts';
import { answer, reread, saved, stored } from '../store/account.ts';
import { eachDatabase } from '../store/databases.ts';

const DAY = 24 * HOUR;
const EVERY = 90 * DAY;
const until = (at: Date) => ({ at, by: 'UANA', until: new Date(at.getTime() + EVERY) });

eachDatabase('asking whether the details still hold', (open) => {
  let store: Store;
  let account: Account;
  let heard: string[];
  let down: boolean;
  beforeEach(async () => {
    store = await open();
    account = await stored(store);
    const first = { account, sheet: FULL_SHEET, confirmation: until(NOW), by: 'UANA', now: NOW };
    account = saved(await saveSheet(store, first));
    heard = [];
    down = false;
  });
  /** So many replicas tick on this day, counted from the first confirmation. */
  async function tick(day: number, replicas = 1): Promise<unknown[]> {
    const post = {
      async stillRight(_: string, { ask }: { ask: number }) {
        if (down) throw new Error('failed on purpose');
        heard.push(`${day}: ${ask}`);
      },
    };
    const now = later(day * DAY);
    const ticks = Array.from({ length: replicas }, () => tickConfirmations({ store, post, now }));
    return (await Promise.allSettled(ticks)).filter(({ status }) => status === 'rejected');
  }

  test('C9: comes after ninety days, after a week and two more weeks, and then no more', async () => {
    for (let day = 0; day <= 400; day += 1) await tick(day, day === 90 ? 5 : 1);
    expect(heard).toEqual(['90: 1', '97: 2', '111: 3']);
  });

  test('C9: comes once, however long nobody was there to ask', async () => {
    await tick(104);
    await tick(105);
    await tick(400);
    expect(heard).toEqual(['104: 2', '400: 3']);
  });

  test('C9: begins anew with every confirmation, which is written down with the one before', async () => {
    await tick(90);
    const [at, by] = [later(95 * DAY), 'UBRUNO'];
    const confirmation = { ...until(at), by };
    account = saved(await saveConfirmation(store, { account, confirmation, by, now: at }));
    expect(account.confirmed).toEqual(confirmation);
    for (const day of [97, 111, 184, 185]) await tick(day);
    expect(heard).toEqual(['90: 1', '185: 1']);
    expect(await recentChanges(store, { accountId: account.id, limit: 1 })).toMatchObject([
      {
        kind: 'sheet.confirmed',
        by,
        before: { confirmed: { by: 'UANA' } },
        after: { confirmed: { at: at.toISOString(), by } },
      },
    ]);
  });

  test('C9: is tried again after an hour where it could not be sent, also the last time', async () => {
    for (const day of [90, 97, 111]) {
      down = true;
      expect(await tick(day)).toHaveLength(1);
      down = false;
      await tick(day + 0.5 / 24);
      await tick(day + 1 / 24);
    }
    expect(heard.map((said) => said.split(': ')[1])).toEqual(['1', '2', '3']);
  });

  test('C9: does not come for a sheet of which the world has taken something', async () => {
    account = saved(await answer(store, await reread(store, account), { 'ops-platform': [] }));
    await tick(90);
    expect(heard).toEqual([]);
  });
});
