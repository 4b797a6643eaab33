import type { Account } from '../../domain/account.ts';
import {
  closedDays,
  countriesOfSheet,
  HOLIDAYS_AHEAD,
  type HolidayOffer,
  holidayOffers,
} from '../../domain/coverage/holiday.ts';
import type { Country, Plan } from '../../domain/coverage/plan.ts';
import {
  coming,
  countryProblem,
  MOST_COUNTRIES,
  MOST_EXCEPTIONS,
  sameCountry,
  sameDay,
  todayIn,
} from '../../domain/coverage/planning.ts';
import { isClosedDay } from '../../domain/exception.ts';
import { showDate } from '../../domain/wall-clock.ts';
import { isZone } from '../../domain/zone.ts';
import { type HolidayCalendar, holidayCalendar } from '../../holidays/calendar.ts';
import { addExceptions, saveCountries } from '../../store/planning.ts';
import { planOf } from '../../store/plans.ts';
import type { SaveOutcome } from '../../store/save.ts';
import { whileHolding } from '../access/still.ts';
import type { AccountTurn, Answer } from '../turn.ts';
import { savedPlan } from './handlers.ts';
import { holidaysView, offerKey, readCountry } from './holidays.ts';
import { countryText } from './words.ts';

type Found = { calendar: HolidayCalendar; plan: Plan; offers: HolidayOffer[] };

/** What is announced now and not taken over yet, in the reader's language where the calendar has it. */
async function find({ deps, now, viewer }: AccountTurn, account: Account): Promise<Found> {
  const [calendar, plan] = await Promise.all([holidayCalendar(), planOf(deps.store, { accountId: account.id, now })]);
  // A day more on both sides: it may be another day there.
  const today = todayIn('UTC', now);
  const [from, to] = [showDate(today - 1), showDate(today + HOLIDAYS_AHEAD + 1)];
  const language = viewer.say.locale === 'pt-BR' ? 'pt' : 'en';
  const holidays = plan.countries.map((place) => ({ ...place, days: calendar.between(place, from, to, language) }));
  return { calendar, plan, offers: holidayOffers(holidays, plan, account.sheet['support-hours'], now) };
}

async function holidaysAnswer(turn: AccountTurn, account: Account, notice: string | null = null): Promise<Answer> {
  const { calendar, plan, offers } = await find(turn, account);
  const countries = plan.countries.map((one) => ({ ...one, regionName: regionName(calendar, one) }));
  const suggested = countriesOfSheet(account.sheet['support-hours'], calendar.countries()).filter(
    (country) => !countries.some((one) => one.country === country),
  );
  return {
    kind: 'update',
    view: holidaysView.render({ account, countries, suggested, offers, notice }, turn.viewer),
  };
}

const regionName = (calendar: HolidayCalendar, { country, region }: Country): string =>
  calendar.regions(country)[region] ?? region;

export const openHolidays = (turn: AccountTurn): Promise<Answer> => holidaysAnswer(turn, turn.account);

/** A country is offered from then on; its holidays stand there at once, all of them chosen. */
export const addCountry = (turn: AccountTurn): Promise<Answer> =>
  whileHolding(turn, 'editor', async (account) => {
    const { deps, now, viewer } = turn;
    const { say } = viewer;
    const country = readCountry(turn.value);
    const calendar = await holidayCalendar();
    if (!isKnown(calendar, country)) return holidaysAnswer(turn, account, say.mrkdwn('holiday.country-unknown'));
    const plan = await planOf(deps.store, { accountId: account.id, now });
    const problem = countryProblem(country, plan);
    if (problem) {
      const facts = { country: countryText(country, say, regionName(calendar, country)), limit: MOST_COUNTRIES };
      return holidaysAnswer(turn, account, say.mrkdwn(`holiday.${problem}`, facts));
    }
    return shown(turn, await saved(turn, account, [...plan.countries, country]));
  });

export const removeCountry = (turn: AccountTurn): Promise<Answer> =>
  whileHolding(turn, 'editor', async (account) => {
    const country = readCountry(turn.value);
    const { countries } = await planOf(turn.deps.store, { accountId: account.id, now: turn.now });
    const left = countries.filter((one) => !sameCountry(one, country));
    return shown(turn, await saved(turn, account, left));
  });

const isKnown = (calendar: HolidayCalendar, { country, region }: Country): boolean =>
  calendar.countries().includes(country) && (region === '' || Object.hasOwn(calendar.regions(country), region));

const saved = ({ deps, person, now }: AccountTurn, account: Account, countries: readonly Country[]) =>
  saveCountries(deps.store, { account, countries, by: person.userId, now });

const shown = async (turn: AccountTurn, outcome: SaveOutcome) =>
  outcome.kind === 'conflict' ? outcome : holidaysAnswer(turn, outcome.account);

/** Takes the chosen ones over as closed days: of what is offered now, whatever the client says. */
export async function takeHolidays(turn: AccountTurn): Promise<Answer> {
  const { deps, person, viewer, now, values } = turn;
  const { say } = viewer;
  const { chosen, zoneFor } = holidaysView.parse(values);
  return whileHolding(turn, 'editor', async (account) => {
    const { plan, offers } = await find(turn, account);
    const wanted = offers.filter((offer) => chosen.has(offerKey(offer)));
    const field = Object.keys(values).find((name) => name.startsWith('days.'));
    if (chosen.size === 0 && field) return { kind: 'errors', errors: { [field]: say('holiday.nothing') } };
    const elsewhere = wanted.find(({ zones, country }) => zones.length === 0 && !isZone(zoneFor(country) ?? ''));
    if (elsewhere) {
      const { country, region } = elsewhere.country;
      return { kind: 'errors', errors: { [`zone.${country}.${region}`]: say('exception.zone-missing') } };
    }
    const days = closedDays(wanted, (country) => zoneFor(country) ?? '').filter(
      (day) => !sameDay(day, plan.exceptions).some(isClosedDay),
    );
    if (coming(plan.exceptions, now).length + days.length > MOST_EXCEPTIONS && field) {
      return { kind: 'errors', errors: { [field]: say('exception.too-many-exceptions', { limit: MOST_EXCEPTIONS }) } };
    }
    const outcome = await addExceptions(deps.store, { account, exceptions: days, by: person.userId, now });
    if (outcome.kind === 'conflict') return outcome;
    const notice = say.mrkdwn(days.length > 0 ? 'holiday.taken' : 'holiday.taken.none', { count: days.length });
    return savedPlan(turn, outcome.account, notice);
  });
}
