import type { Country } from '../domain/coverage/plan.ts';
import type { NewException } from '../domain/coverage/planning.ts';
import type { Target } from '../domain/coverage/target.ts';
import { isClosedDay } from '../domain/exception.ts';
import { newId } from './id.ts';
import { keptFrom, planOf } from './plans.ts';
import { Overtaken, type SaveOutcome, type Saving, save, saveNothing } from './save.ts';
import type { Store } from './store.ts';

/** Adds exceptions of the weekly hours. Nothing is asked here: they were decided on the account as it is. */
export async function addExceptions(
  store: Store,
  saving: Saving & { exceptions: readonly NewException[] },
): Promise<SaveOutcome> {
  const { account, exceptions, by, now } = saving;
  const accountId = account.id;
  if (exceptions.length === 0) return saveNothing(store, saving);
  const change = { kind: 'hours.exception.added', before: {}, after: { exceptions } } as const;
  return save(store, saving, change, async (transaction) => {
    await transaction.hoursException.deleteMany({ where: { accountId, date: { lt: keptFrom(now) } } });
    await transaction.hoursException.createMany({
      data: exceptions.map((exception) => ({
        ...{ id: newId(), accountId, addedBy: by, addedAt: now },
        ...{ zone: exception.zone, date: exception.date, name: exception.name },
        ...(isClosedDay(exception)
          ? { closed: true, start: null, end: null }
          : { closed: false, start: exception.start, end: exception.end }),
      })),
    });
  });
}

/** Removes an exception: the weekly hours hold on that date again. One that is not there any more is `gone`. */
export async function removeException(
  store: Store,
  saving: Saving & { exceptionId: string },
): Promise<SaveOutcome | { kind: 'gone' }> {
  const { account, exceptionId, now } = saving;
  const { exceptions } = await planOf(store, { accountId: account.id, now });
  const exception = exceptions.find(({ id }) => id === exceptionId);
  if (!exception) return { kind: 'gone' };
  const { id, ...facts } = exception;
  const change = { kind: 'hours.exception.removed', before: { exceptions: [facts] }, after: {} } as const;
  return save(store, saving, change, async (transaction) => {
    const where = { id, accountId: account.id };
    if ((await transaction.hoursException.deleteMany({ where })).count === 0) throw new Overtaken();
  });
}

/** Says what is meant to be covered; null: the weekly hours. */
export async function saveTarget(store: Store, saving: Saving & { target: Target | null }): Promise<SaveOutcome> {
  const { account, target, now } = saving;
  const accountId = account.id;
  const { target: before } = await planOf(store, { accountId, now });
  if (JSON.stringify(before) === JSON.stringify(target)) return saveNothing(store, saving);
  const change = { kind: 'hours.target', before: { target: before }, after: { target } } as const;
  return save(store, saving, change, async (transaction) => {
    await transaction.targetWindow.deleteMany({ where: { accountId } });
    await transaction.targetWindow.createMany({
      data: (target ?? []).map(({ zone, days, start, end }, position) => ({
        ...{ accountId, position, zone, start, end },
        days: days.join(''),
      })),
    });
  });
}

/** Says whose holidays are offered. What was taken over from others stays. */
export async function saveCountries(
  store: Store,
  saving: Saving & { countries: readonly Country[] },
): Promise<SaveOutcome> {
  const { account, now } = saving;
  const accountId = account.id;
  const countries = inOrder(saving.countries);
  const before = inOrder((await planOf(store, { accountId, now })).countries);
  if (JSON.stringify(before) === JSON.stringify(countries)) return saveNothing(store, saving);
  const change = { kind: 'hours.countries', before: { countries: before }, after: { countries } } as const;
  return save(store, saving, change, async (transaction) => {
    await transaction.country.deleteMany({ where: { accountId } });
    await transaction.country.createMany({ data: countries.map((country) => ({ accountId, ...country })) });
  });
}

const inOrder = (countries: readonly Country[]): Country[] =>
  countries
    .map(({ country, region }) => ({ country, region }))
    .sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));

const placeOf = ({ country, region }: Country): string => `${country}.${region}`;
