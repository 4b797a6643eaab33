import { FORMER_NAMES } from '../../domain/zone.ts';
import type { Locale } from '../../i18n/say.ts';

/** Cities as they are written where people live or read; the zone data knows no accents and no other language. */
const WRITTEN: Record<string, string> = {
  'America/Sao_Paulo': 'São Paulo',
  'America/Belem': 'Belém',
  'America/Cuiaba': 'Cuiabá',
  'America/Maceio': 'Maceió',
  'America/Araguaina': 'Araguaína',
  'America/Santarem': 'Santarém',
  'America/Eirunepe': 'Eirunepé',
  'America/Bogota': 'Bogotá',
  'America/Asuncion': 'Asunción',
  'America/Cancun': 'Cancún',
  'America/Merida': 'Mérida',
  'Europe/Zurich': 'Zürich',
};

const IN_PORTUGUESE: Record<string, string> = {
  'America/New_York': 'Nova York',
  'America/Mexico_City': 'Cidade do México',
  'America/Havana': 'Havana',
  'America/Asuncion': 'Assunção',
  'America/Montevideo': 'Montevidéu',
  'Europe/London': 'Londres',
  'Europe/Lisbon': 'Lisboa',
  'Europe/Madrid': 'Madri',
  'Europe/Berlin': 'Berlim',
  'Europe/Rome': 'Roma',
  'Europe/Vienna': 'Viena',
  'Europe/Zurich': 'Zurique',
  'Europe/Moscow': 'Moscou',
  'Europe/Istanbul': 'Istambul',
  'Europe/Warsaw': 'Varsóvia',
  'Europe/Athens': 'Atenas',
  'Europe/Stockholm': 'Estocolmo',
  'Europe/Copenhagen': 'Copenhague',
  'Europe/Brussels': 'Bruxelas',
  'Asia/Tokyo': 'Tóquio',
  'Asia/Shanghai': 'Xangai',
  'Asia/Singapore': 'Singapura',
  'Asia/Seoul': 'Seul',
  'Asia/Jerusalem': 'Jerusalém',
  'Africa/Cairo': 'Cairo',
  'Africa/Johannesburg': 'Joanesburgo',
};

/** `America/Sao_Paulo` as people say it. */
export function zoneCity(zone: string, locale: Locale): string {
  const portuguese = locale === 'pt-BR' ? IN_PORTUGUESE[zone] : undefined;
  return portuguese ?? WRITTEN[zone] ?? cityOf(zone);
}

function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

/** Other names under which people search for a zone; each is written without accents. */
export const SEARCHED: Record<string, string> = {
  brasilia: 'America/Sao_Paulo',
  'rio de janeiro': 'America/Sao_Paulo',
  'belo horizonte': 'America/Sao_Paulo',
  'nova iorque': 'America/New_York',
  'nova york': 'America/New_York',
  'san francisco': 'America/Los_Angeles',
  seattle: 'America/Los_Angeles',
  boston: 'America/New_York',
  washington: 'America/New_York',
  mumbai: 'Asia/Kolkata',
  delhi: 'Asia/Kolkata',
  bangalore: 'Asia/Kolkata',
  beijing: 'Asia/Shanghai',
  pequim: 'Asia/Shanghai',
  munich: 'Europe/Berlin',
  munique: 'Europe/Berlin',
  ...Object.fromEntries(Object.entries(FORMER_NAMES).map(([former, zone]) => [unaccented(cityOf(former)), zone])),
  ...Object.fromEntries(Object.entries(IN_PORTUGUESE).map(([zone, city]) => [unaccented(city), zone])),
};

export function unaccented(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('_', ' ').replace(/\s+/g, ' ').trim();
}
