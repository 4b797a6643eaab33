import type { Plan } from '../domain/coverage/plan.ts';
import type { SupportWindow, Weekday } from '../domain/hours.ts';
import type { HoursException, TargetWindow } from './generated/sqlite/client.ts';
import type { Store } from './store.ts';

const DAY_MS = 86_400_000;

/** Exceptions that are so many days over are dropped; the history keeps them. */
export const EXCEPTIONS_KEPT = 366;

/** The first date that is kept. */
export const keptFrom = (now: Date): string =>
  new Date(now.getTime() - EXCEPTIONS_KEPT * DAY_MS).toISOString().slice(0, 10);

/** What was covered earlier this week, whatever the reader's zone, still counts for it. */
const REMEMBERED = 8 * 24 * 60 * 60_000;

/** What the account says of its coverage; covers that were over more than a week ago are left out, and exceptions that are long over. */
export async function planOf(store: Store, { accountId, now }: { accountId: string; now: Date }): Promise<Plan> {
  const where = { accountId };
  const [exceptions, targets, covers, countries] = await Promise.all([
    store.client.hoursException.findMany({
      where: { accountId, date: { gte: keptFrom(now) } },
      orderBy: [{ date: 'asc' }, { id: 'asc' }],
    }),
    store.client.targetWindow.findMany({ where, orderBy: { position: 'asc' } }),
    store.client.cover.findMany({
      where: { accountId, to: { gt: new Date(now.getTime() - REMEMBERED) } },
      orderBy: [{ from: 'asc' }, { id: 'asc' }],
      select: { id: true, userId: true, from: true, to: true },
    }),
    store.client.country.findMany({ where, orderBy: [{ country: 'asc' }, { region: 'asc' }] }),
  ]);
  return {
    exceptions: exceptions.map(toException),
    target: targets.length > 0 ? targets.map(toWindow) : null,
    covers,
    countries: countries.map(({ country, region }) => ({ country, region })),
  };
}

const toException = ({ id, zone, date, closed, start, end, name }: HoursException): Plan['exceptions'][number] =>
  closed || start === null || end === null
    ? { ...{ id, zone, date, name }, closed: true }
    : { id, zone, date, name, start, end };

const toWindow = ({ zone, days, start, end }: TargetWindow): SupportWindow => ({
  zone,
  days: [...days].map((day) => Number(day) as Weekday),
  start,
  end,
});
