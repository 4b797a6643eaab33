import type { PlainTextOption } from '@slack/types';
import { isZone, zones } from '../../domain/zone.ts';
import type { Locale } from '../../i18n/say.ts';
import { SEARCHED, unaccented } from './cities.ts';
import { zoneOption } from './window.ts';

const MOST_OPTIONS = 100;

/** The zones that match a search, best first; without a search, the reader's own zone first. */
export function searchZones(query: string, own: string, locale: Locale): PlainTextOption[] {
  const shown = (found: readonly string[]) => found.slice(0, MOST_OPTIONS).map((zone) => zoneOption(zone, locale));
  const wanted = unaccented(query);
  if (wanted === '') return shown([own, ...zones().filter((zone) => zone !== own)]);
  const nicknames = Object.entries(SEARCHED).flatMap(([name, zone]) => (name.startsWith(wanted) ? [zone] : []));
  const exact = isZone(query.trim()) ? [query.trim()] : [];
  const ranked = zones()
    .map((zone) => ({ zone, rank: rankOf(unaccented(zone), wanted) }))
    .filter(({ rank }) => rank < 3)
    .sort((one, other) => one.rank - other.rank)
    .map(({ zone }) => zone);
  return shown([...new Set([...exact, ...nicknames, ...ranked])]);
}

/** 0: the city begins with it; 1: a word of the name does; 2: it is somewhere; 3: it is not. */
function rankOf(zone: string, wanted: string): number {
  if (zone.slice(zone.lastIndexOf('/') + 1).startsWith(wanted)) return 0;
  if (zone.split(/[/ ]/).some((word) => word.startsWith(wanted))) return 1;
  return zone.includes(wanted) ? 2 : 3;
}
