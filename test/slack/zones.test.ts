import { describe, expect, it } from 'vitest';
import { FORMER_NAMES, isZone, zones } from '../../src/domain/zone.ts';
import { searchZones } from '../../src/slack/hours/zones.ts';

const found = (query: string, locale: 'en' | 'pt-BR' = 'en') =>
  searchZones(query, 'Europe/Paris', locale).map(({ value }) => value);

describe('the zones', () => {
  it('R13: are offered by their names of today, and known by the former ones too', () => {
    for (const [former, today] of Object.entries(FORMER_NAMES)) {
      expect(zones()).toContain(today);
      expect(zones()).not.toContain(former);
      expect([isZone(former), isZone(today)]).toEqual([true, true]);
    }
  });

  it('R13: need no longer list of former names: every other name that is offered is Intl’s own', () => {
    const own = new Set(Intl.supportedValuesOf('timeZone'));
    const foreign = zones().filter((zone) => !own.has(zone));
    expect(foreign.sort()).toEqual(['UTC', ...Object.values(FORMER_NAMES)].sort());
  });
});

describe('a search for a zone', () => {
  it.each([
    ['kathm', 'Asia/Kathmandu'],
    ['Katmandu', 'Asia/Kathmandu'],
    ['calcutta', 'Asia/Kolkata'],
    ['Kolkata', 'Asia/Kolkata'],
    ['mumbai', 'Asia/Kolkata'],
    ['KYIV', 'Europe/Kyiv'],
    ['são paulo', 'America/Sao_Paulo'],
    ['sao pa', 'America/Sao_Paulo'],
    ['Brasília', 'America/Sao_Paulo'],
    ['Londres', 'Europe/London'],
    ['nova iorque', 'America/New_York'],
    ['new york', 'America/New_York'],
    ['utc', 'UTC'],
    ['Asia/Calcutta', 'Asia/Calcutta'],
  ])('“%s” finds %s first', (query, zone) => {
    expect(found(query)[0]).toBe(zone);
  });

  it('without words begins with the own zone', () => {
    expect(found('')[0]).toBe('Europe/Paris');
    expect(found('')).toHaveLength(100);
  });

  it('finds nothing for nonsense, offsets and abbreviations that are no zones', () => {
    for (const query of ['xyzzy', '+03:00', 'GMT+3x']) expect(found(query)).toEqual([]);
  });

  it('names the cities in the language of the reader', () => {
    const [option] = searchZones('Europe/London', 'UTC', 'pt-BR');
    expect(option?.text.text).toBe('Londres (Europe/London)');
  });
});
