import { beforeAll, expect, test } from 'vitest';
import { postponeChore, takeUpChore } from '../../src/store/chores.ts';
import { newId } from '../../src/store/id.ts';
import type { Store } from '../../src/store/store.ts';
import { HOUR, later, NOW } from '../domain/build.ts';
import { failingAt } from './account.ts';
import { eachDatabase } from './databases.ts';

const DAY = 24 * HOUR;

eachDatabase('a chore', (open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  const takeUp = (name: string, now: Date) => takeUpChore(store, { name, now, next: new Date(now.getTime() + DAY) });

  test('R6: comes round: it is due at first, and then when it was said to be', async () => {
    const name = newId();
    const hours = [0, 1, 23.9, 24, 25, 47.9, 48, 999, 1000];
    const took: boolean[] = [];
    for (const hour of hours) took.push(await takeUp(name, later(hour * HOUR)));
    expect(took).toEqual([true, false, false, true, false, false, true, true, false]);
  });

  test('R6: is done by one of many at once, the first time and every other time', async () => {
    const name = newId();
    for (const day of [0, 1, 2, 7]) {
      const took = await Promise.all(Array.from({ length: 20 }, () => takeUp(name, later(day * DAY))));
      expect(took.filter(Boolean)).toHaveLength(1);
    }
  });

  test('R6: comes round when whoever took it up says so, and no other chore with it', async () => {
    const [name, other] = [newId(), newId()];
    expect([await takeUp(name, NOW), await takeUp(other, NOW)]).toEqual([true, true]);
    await postponeChore(store, { name, next: later(HOUR) });
    expect(await takeUp(name, later(HOUR - 1))).toBe(false);
    expect([await takeUp(name, later(HOUR)), await takeUp(other, later(HOUR))]).toEqual([true, false]);
  });

  test('is no other chore', async () => {
    const [one, other] = [newId(), newId()];
    expect(await takeUp(one, NOW)).toBe(true);
    expect(await takeUp(other, NOW)).toBe(true);
    expect(await takeUp(one, NOW)).toBe(false);
  });

  test('that cannot be written down is not taken up in silence', async () => {
    const broken = failingAt(store, 'chore', 'create');
    const taken = takeUpChore(broken, { name: newId(), now: NOW, next: later(DAY) });
    await expect(taken).rejects.toThrow('on purpose');
  });
});
