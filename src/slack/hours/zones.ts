import type { PlainTextOption } from '@slack/types';
import { isZone, zones } from '../../domain/hours.ts';
import { zoneOption } from './view.ts';

const MOST_OPTIONS = 100;

/** Names that people search for and that the zone data does not know, as the zone's own name. */
const SEARCHED: Record<string, string> = {
  brasilia: 'America/Sao_Paulo',
  'rio de janeiro': 'America/Sao_Paulo',
  'nova york': 'America/New_York',
  'nova iorque': 'America/New_York',
  londres: 'Europe/London',
  berlim: 'Europe/Berlin',
  lisboa: 'Europe/Lisbon',
  'cidade do mexico': 'America/Mexico_City',
  toquio: 'Asia/Tokyo',
  'san francisco': 'America/Los_Angeles',
  seattle: 'America/Los_Angeles',
  boston: 'America/New_York',
  washington: 'America/New_York',
  mumbai: 'Asia/Kolkata',
  delhi: 'Asia/Kolkata',
  bangalore: 'Asia/Kolkata',
  beijing: 'Asia/Shanghai',
  pequim: 'Asia/Shanghai',
};

/** The zones that match a search, best first; without a search, the reader's own zone first. */
export function searchZones(query: string, own: string): PlainTextOption[] {
  const wanted = fold(query);
  if (wanted === '') return [own, ...zones().filter((zone) => zone !== own)].slice(0, MOST_OPTIONS).map(zoneOption);
  const nicknames = Object.entries(SEARCHED).flatMap(([name, zone]) => (name.startsWith(wanted) ? [zone] : []));
  const exact = isZone(query.trim()) ? [query.trim()] : [];
  const ranked = zones()
    .map((zone) => ({ zone, rank: rankOf(fold(zone), wanted) }))
    .filter(({ rank }) => rank < 3)
    .sort((one, other) => one.rank - other.rank)
    .map(({ zone }) => zone);
  return [...new Set([...exact, ...nicknames, ...ranked])].slice(0, MOST_OPTIONS).map(zoneOption);
}

/** 0: the city begins with it; 1: a word of the name does; 2: it is somewhere; 3: it is not. */
function rankOf(zone: string, wanted: string): number {
  if (zone.slice(zone.lastIndexOf('/') + 1).startsWith(wanted)) return 0;
  if (zone.split(/[/ ]/).some((word) => word.startsWith(wanted))) return 1;
  return zone.includes(wanted) ? 2 : 3;
}

const fold = (text: string): string =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('_', ' ').replace(/\s+/g, ' ').trim();
