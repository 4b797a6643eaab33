import { beforeAll, expect, test } from 'vitest';
import type { NewException } from '../../src/domain/coverage/planning.ts';
import { recentChanges } from '../../src/store/changes.ts';
import { addExceptions, removeException, saveCountries, saveTarget } from '../../src/store/planning.ts';
import { planOf } from '../../src/store/plans.ts';
import type { Store } from '../../src/store/store.ts';
import { NOW } from '../domain/build.ts';
import { answer, saved, stored } from './account.ts';
import { eachDatabase } from './databases.ts';

const by = { by: 'UANA', now: NOW };
const DAY = 86_400_000;
const later = (days: number) => new Date(NOW.getTime() + days * DAY);
const dateIn = (days: number) => later(days).toISOString().slice(0, 10);

const HOLIDAY: NewException = { zone: 'America/Sao_Paulo', date: dateIn(20), closed: true, name: 'Carnaval' };
const SPECIAL: NewException = { zone: 'Asia/Kathmandu', date: dateIn(10), start: 600, end: 0, name: '' };
const OFFICE = { zone: 'UTC', days: [1, 2, 3, 4, 5] as const, start: 540, end: 1080 };

eachDatabase('what is planned besides the weekly hours', (open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });

  const changes = async (accountId: string) =>
    (await recentChanges(store, { accountId, limit: 3 })).map(({ kind, before, after }) => [kind, before, after]);

  test('C2: exceptions come back as they were added, and go one by one, with an audit row each', async () => {
    const account = await stored(store);
    const accountId = account.id;
    const added = saved(await addExceptions(store, { account, exceptions: [HOLIDAY, SPECIAL], ...by }));
    const { exceptions } = await planOf(store, { accountId, now: NOW });
    expect(exceptions.map(({ id, ...facts }) => facts)).toEqual([SPECIAL, HOLIDAY]);
    const exceptionId = exceptions[1]?.id ?? '';
    const removed = await removeException(store, { account: added, exceptionId, ...by });
    if (removed.kind !== 'saved') throw new Error(removed.kind);
    expect((await planOf(store, { accountId, now: NOW })).exceptions).toEqual([exceptions[0]]);
    expect(await removeException(store, { account: removed.account, exceptionId, ...by })).toEqual({ kind: 'gone' });
    expect((await changes(accountId)).slice(0, 2)).toEqual([
      ['hours.exception.removed', { exceptions: [HOLIDAY] }, {}],
      ['hours.exception.added', {}, { exceptions: [HOLIDAY, SPECIAL] }],
    ]);
  });

  test('C2: an exception of another account is none', async () => {
    const [account, other] = [await stored(store), await stored(store)];
    await addExceptions(store, { account: other, exceptions: [HOLIDAY], ...by });
    const [theirs] = (await planOf(store, { accountId: other.id, now: NOW })).exceptions;
    expect(await removeException(store, { account, exceptionId: theirs?.id ?? '', ...by })).toEqual({ kind: 'gone' });
    expect((await planOf(store, { accountId: other.id, now: NOW })).exceptions).toHaveLength(1);
  });

  test('C2: exceptions that are a year over are dropped, but not from the history', async () => {
    const account = await stored(store);
    const accountId = account.id;
    const added = saved(await addExceptions(store, { account, exceptions: [HOLIDAY], ...by }));
    const dates = async (days: number) => (await planOf(store, { accountId, now: later(days) })).exceptions;
    expect([(await dates(20 + 366)).length, (await dates(20 + 367)).length]).toEqual([1, 0]);
    const now = later(20 + 367);
    await addExceptions(store, { account: added, exceptions: [{ ...HOLIDAY, date: dateIn(500) }], by: 'UANA', now });
    expect(await store.client.hoursException.count({ where: { accountId } })).toBe(1);
    expect(await changes(accountId)).toContainEqual(['hours.exception.added', {}, { exceptions: [HOLIDAY] }]);
  });

  test('C1: the target hours are saved and taken back, and saying the same twice writes nothing', async () => {
    const account = await stored(store);
    const accountId = account.id;
    const target = [{ ...OFFICE, days: [6, 7] as const, zone: 'Asia/Kathmandu' }, OFFICE];
    const first = saved(await saveTarget(store, { account, target, ...by }));
    expect((await planOf(store, { accountId, now: NOW })).target).toEqual(target);
    expect(saved(await saveTarget(store, { account: first, target, ...by }))).toEqual(first);
    await saveTarget(store, { account: first, target: null, ...by });
    expect((await planOf(store, { accountId, now: NOW })).target).toBeNull();
    expect((await changes(accountId)).slice(0, 2)).toEqual([
      ['hours.target', { target }, { target: null }],
      ['hours.target', { target: null }, { target }],
    ]);
  });

  test('C2: the countries are saved with their regions, in whatever order they were chosen', async () => {
    const account = await stored(store);
    const accountId = account.id;
    const countries = [
      { country: 'US', region: '' },
      { country: 'BR', region: 'SP' },
    ];
    const first = saved(await saveCountries(store, { account, countries, ...by }));
    const ordered = [...countries].reverse();
    expect((await planOf(store, { accountId, now: NOW })).countries).toEqual(ordered);
    expect(saved(await saveCountries(store, { account: first, countries: ordered, ...by }))).toEqual(first);
    expect((await changes(accountId))[0]).toEqual(['hours.countries', { countries: [] }, { countries: ordered }]);
  });

  test('R23: whoever was overtaken saves nothing', async () => {
    const account = await stored(store);
    const accountId = account.id;
    saved(await answer(store, account, { 'tech-emergency': ['oncall@harvest.example'] }));
    const saves = [
      addExceptions(store, { account, exceptions: [HOLIDAY], ...by }),
      saveTarget(store, { account, target: [OFFICE], ...by }),
      saveCountries(store, { account, countries: [{ country: 'BR', region: '' }], ...by }),
    ];
    expect((await Promise.all(saves)).map(({ kind }) => kind)).toEqual(['conflict', 'conflict', 'conflict']);
    expect(await planOf(store, { accountId, now: NOW })).toEqual({
      exceptions: [],
      covers: [],
      target: null,
      countries: [],
    });
  });
});
