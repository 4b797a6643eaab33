import { isClosedDay } from '../exception.ts';
import type { SupportWindow } from '../hours.ts';
import { showDate } from '../wall-clock.ts';
import { zoneId } from './offset.ts';
import type { Country, Plan } from './plan.ts';
import { type NewException, sameDay, todayIn } from './planning.ts';

/** A day that a country's calendar announces as a public holiday. */
export interface Holiday {
  /** Local date, `YYYY-MM-DD`. */
  date: string;
  name: string;
}

/** A holiday that is not taken over yet, and the zones in which it would close support. */
export interface HolidayOffer extends Holiday {
  country: Country;
  /** Empty: no zone of the sheet belongs to the country, and the person says for which one it counts. */
  zones: readonly string[];
}

/** Days ahead for which holidays are offered; those of next year are offered when the time comes. */
export const HOLIDAYS_AHEAD = 365;

const ofCountry = new Map<string, ReadonlySet<string>>();

/** The zones of a country, each by the name under which its aliases are one. */
function zonesOf(country: string): ReadonlySet<string> {
  let zones = ofCountry.get(country);
  if (!zones) {
    zones = new Set(listed(country).map(zoneId));
    ofCountry.set(country, zones);
  }
  return zones;
}

function listed(country: string): string[] {
  if (!/^[A-Z]{2}$/.test(country)) return [];
  return (new Intl.Locale(`und-${country}`) as { getTimeZones?: () => string[] | undefined }).getTimeZones?.() ?? [];
}

/** The zones of the sheet that belong to a country. */
export const sheetZonesOf = (country: string, windows: readonly SupportWindow[]): string[] =>
  zonesOfSheet(windows).filter((zone) => zonesOf(country).has(zoneId(zone)));

/** The zones of the sheet, in order. */
export const zonesOfSheet = (windows: readonly SupportWindow[]): string[] => [
  ...new Set(windows.map(({ zone }) => zone)),
];

/** The countries to which the zones of the sheet belong, of those that have a calendar. */
export const countriesOfSheet = (windows: readonly SupportWindow[], known: readonly string[]): string[] =>
  known.filter((country) => sheetZonesOf(country, windows).length > 0);

/**
 * The holidays of the coming year that are not closed days yet, in order. What two calendars say of the same day and zones
 * is offered once.
 */
export function holidayOffers(
  holidays: readonly (Country & { days: readonly Holiday[] })[],
  { exceptions }: Plan,
  windows: readonly SupportWindow[],
  now: Date,
): HolidayOffer[] {
  const offers: HolidayOffer[] = [];
  for (const { country, region, days } of holidays) {
    const own = sheetZonesOf(country, windows);
    const closedIn = (date: string, zone: string) =>
      exceptions.some((one) => isClosedDay(one) && one.date === date && zoneId(one.zone) === zoneId(zone));
    // A country without a zone of its own: closed in whatever zone the person chose, but for those of other countries.
    const closedSomewhere = (date: string) =>
      exceptions.some(
        (one) =>
          isClosedDay(one) &&
          one.date === date &&
          !holidays.some((other) => zonesOf(other.country).has(zoneId(one.zone))),
      );
    const today = todayIn(own[0] ?? 'UTC', now);
    const [first, last] = [showDate(today), showDate(today + HOLIDAYS_AHEAD)];
    for (const { date, name } of days) {
      if (date < first || date > last) continue;
      const zones = own.filter((zone) => !closedIn(date, zone));
      if (own.length > 0 ? zones.length === 0 : closedSomewhere(date)) continue;
      const twin = offers.find((one) => one.date === date && one.country.country === country);
      if (!twin) offers.push({ date, name, country: { country, region }, zones });
      else if (!twin.name.split(' · ').includes(name) && twin.country.region === region) twin.name += ` · ${name}`;
    }
  }
  return offers;
}

/** The closed days that the chosen holidays become. @param zoneFor the zone for a country that has none in the sheet */
export const closedDays = (offers: readonly HolidayOffer[], zoneFor: (country: Country) => string): NewException[] =>
  offers
    .flatMap(({ date, name, country, zones }) =>
      (zones.length > 0 ? zones : [zoneFor(country)]).map(
        (zone): NewException => ({ zone, date, closed: true, name: [...name].slice(0, 80).join('') }),
      ),
    )
    .filter((day, place, all) => sameDay(day, all)[0] === all[place]);
