import type { PlainTextOption } from '@slack/types';
import { type HolidayCalendar, holidayCalendar } from '../../holidays/calendar.ts';
import type { Say } from '../../i18n/say.ts';
import { option } from '../block-kit.ts';
import { unaccented } from '../hours/cities.ts';
import type { Turn } from '../turn.ts';
import { countryValue } from './holidays.ts';
import { countryText } from './words.ts';

const MOST_OPTIONS = 100;

/** The countries and regions whose names match what somebody types, in their language or in English. */
export async function suggestCountries({ viewer }: Turn, typed: string): Promise<PlainTextOption[]> {
  return searchCountries(await holidayCalendar(), typed, viewer.say);
}

/** Countries first, by name; regions only if something is searched, since there are hundreds of them. */
export function searchCountries(calendar: HolidayCalendar, typed: string, say: Say): PlainTextOption[] {
  const wanted = unaccented(typed);
  const places = calendar.countries().flatMap((country) => [
    { country, region: '', name: countryText({ country, region: '' }, say), also: english(country) },
    ...Object.entries(wanted === '' ? {} : calendar.regions(country)).map(([region, regionName]) => {
      const place = { country, region };
      return { ...place, name: countryText(place, say, regionName), also: regionName };
    }),
  ]);
  return places
    .map((place) => ({ ...place, rank: Math.min(rankOf(place.name, wanted), rankOf(place.also, wanted)) }))
    .filter(({ rank }) => rank < 3)
    .sort(
      (one, other) =>
        one.rank - other.rank ||
        Number(one.region !== '') - Number(other.region !== '') ||
        one.name.localeCompare(other.name, say.locale),
    )
    .slice(0, MOST_OPTIONS)
    .map((place) => option([...place.name].slice(0, 75).join(''), countryValue(place)));
}

const inEnglish = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });
const english = (country: string): string => inEnglish.of(country) ?? country;

/** 0: the name begins with it; 1: one of its words does; 2: it is somewhere; 3: it is not. */
function rankOf(name: string, wanted: string): number {
  const plain = unaccented(name);
  if (plain.startsWith(wanted)) return 0;
  if (plain.split(/[ ,-]+/).some((word) => word.startsWith(wanted))) return 1;
  return plain.includes(wanted) ? 2 : 3;
}
