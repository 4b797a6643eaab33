import type { Country } from '../../domain/coverage/plan.ts';
import type { NewException } from '../../domain/coverage/planning.ts';
import { isClosedDay } from '../../domain/exception.ts';
import { showClock } from '../../domain/hours.ts';
import type { Locale, Say } from '../../i18n/say.ts';
import { dateFormat } from '../date-format.ts';
import { zoneCity } from '../hours/cities.ts';

/** A local date in words: "Friday, December 25, 2026". It is the same day for every reader. */
export const dayText = (date: string, { locale }: Say, length: 'long' | 'short' = 'long'): string =>
  dateFormat(locale, {
    ...{ weekday: length, day: 'numeric', month: length, year: 'numeric' },
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));

/** An exception in one line, such as "Friday, December 25, 2026: closed, Christmas Day (São Paulo)". */
export function exceptionText(exception: NewException, say: Say, length: 'long' | 'short' = 'long'): string {
  const { date, zone, name } = exception;
  const what = isClosedDay(exception) ? say('plan.closed') : hoursText(exception, say);
  const facts = { day: dayText(date, say, length), what, zone: zoneCity(zone, say.locale) };
  return say(name ? 'plan.line.named' : 'plan.line', { ...facts, name });
}

function hoursText({ start, end }: { start: number; end: number }, say: Say): string {
  if (start === 0 && (end === 0 || end === 1440)) return say('plan.open-hours.allday');
  const key = end <= start && end !== 0 ? 'plan.open-hours.overnight' : 'plan.open-hours';
  return say(key, { start: showClock(start), end: end === 0 ? '24:00' : showClock(end) });
}

const names = new Map<Locale, Intl.DisplayNames>();

/** A country in the reader's language. @param region the region's own name, where it is known */
export function countryText({ country, region }: Country, say: Say, regionName = region): string {
  let known = names.get(say.locale);
  if (!known) {
    known = new Intl.DisplayNames(say.locale, { type: 'region', fallback: 'code' });
    names.set(say.locale, known);
  }
  const name = (/^[A-Z]{2}$/.test(country) && known.of(country)) || country;
  return region === '' ? name : say('holiday.region', { country: name, region: regionName });
}
