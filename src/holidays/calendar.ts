import type { default as Holidays } from 'date-holidays';

/** A day that a calendar announces: its local date and its name, in the language that was asked for if there is one. */
interface Announced {
  date: string;
  name: string;
}

/** The holiday calendars of the world. */
export interface HolidayCalendar {
  /** ISO 3166-1 codes of the countries that have a calendar. */
  countries(): readonly string[];
  /** The regions of a country that have holidays of their own, by the calendar's code. */
  regions(country: string): Readonly<Record<string, string>>;
  /** The public holidays from one date to another, both included, in order; whole days only. */
  between(place: { country: string; region: string }, from: string, to: string, language: string): Announced[];
}

let loading: Promise<HolidayCalendar> | null = null;

/**
 * The calendars, loaded when somebody first asks for holidays: they cost half a second and about 30 MB, which stay. A
 * process that is never asked never pays.
 */
export function holidayCalendar(): Promise<HolidayCalendar> {
  loading ??= load().catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function load(): Promise<HolidayCalendar> {
  const { default: Calendar } = await import('date-holidays');
  const world = new Calendar();
  const countries = Object.keys(world.getCountries());
  const regions = (country: string) => (countries.includes(country) ? (world.getStates(country) ?? {}) : {});
  return {
    countries: () => countries,
    regions,
    between({ country, region }, from, to, language) {
      if (!countries.includes(country) || (region !== '' && !Object.hasOwn(regions(country), region))) return [];
      const calendar = () => new Calendar({ country, ...(region && { state: region }) }, { types: ['public'] });
      const years = new Set([Number(from.slice(0, 4)), Number(to.slice(0, 4))]);
      return [...years]
        .flatMap((year) =>
          yearOf(`${country}.${region} ${year} ${language}`, () => calendar().getHolidays(year, language)),
        )
        .filter(({ date }) => date >= from && date <= to)
        .sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0));
    },
  };
}

/** Years of a place in a language that are remembered: a lunar calendar takes tens of milliseconds to work one out. */
const MOST_YEARS = 500;
const worked = new Map<string, Announced[]>();

function yearOf(key: string, work: () => ReturnType<Holidays['getHolidays']>): Announced[] {
  let days = worked.get(key);
  if (!days) {
    if (worked.size >= MOST_YEARS) worked.clear();
    days = daysOf(work() ?? []);
    worked.set(key, days);
  }
  return days;
}

const DAY_MS = 86_400_000;

/** Each day of a holiday. Half days, such as the afternoon of 24 December, are no closed days. */
const daysOf = (holidays: ReturnType<Holidays['getHolidays']>): Announced[] =>
  holidays.flatMap(({ date, start, end, name }) => {
    const [day = '', time = ''] = date.split(' ');
    // A clock change makes a day an hour longer or shorter.
    const days = Math.round((end.getTime() - start.getTime()) / DAY_MS);
    if (time !== '00:00:00') return [];
    const first = Date.parse(`${day}T00:00:00Z`);
    return Array.from({ length: days }, (_, place) => ({
      date: new Date(first + place * DAY_MS).toISOString().slice(0, 10),
      name,
    }));
  });
