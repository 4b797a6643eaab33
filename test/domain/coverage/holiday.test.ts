import { describe, expect, it } from 'vitest';
import { closedDays, countriesOfSheet, holidayOffers, sheetZonesOf } from '../../../src/domain/coverage/holiday.ts';
import { type NamedException, NO_PLAN } from '../../../src/domain/coverage/plan.ts';
import type { SupportWindow } from '../../../src/domain/hours.ts';

const NOW = new Date('2026-03-02T12:00:00Z');
const window = (zone: string): SupportWindow => ({ zone, days: [1], start: 540, end: 1080 });
const windows = [window('America/Sao_Paulo'), window('America/New_York'), window('America/Los_Angeles')];

const closed = (zone: string, date: string): NamedException => ({ id: date, zone, date, closed: true, name: '' });
const US = { country: 'US', region: '' };
const BR = { country: 'BR', region: '' };
const IN = { country: 'IN', region: '' };
const christmas = [{ date: '2026-12-25', name: 'Christmas Day' }];

const offers = (holidays: Parameters<typeof holidayOffers>[0], ...exceptions: NamedException[]) =>
  holidayOffers(holidays, { ...NO_PLAN, exceptions }, windows, NOW).map(
    ({ country, date, name, zones }) => `${country.country}${country.region} ${date} ${name}: ${zones.join() || 'ask'}`,
  );

describe('C2: the holidays of a country', () => {
  it('close every zone of the sheet that belongs to it, under any name of the zone', () => {
    expect(sheetZonesOf('US', windows)).toEqual(['America/New_York', 'America/Los_Angeles']);
    expect(sheetZonesOf('IN', [window('Asia/Kolkata'), window('UTC')])).toEqual(['Asia/Kolkata']);
    expect(sheetZonesOf('UA', [window('Europe/Kiev')])).toEqual(['Europe/Kiev']);
    expect(sheetZonesOf('xx', windows)).toEqual([]);
    expect(countriesOfSheet(windows, ['BR', 'DE', 'US'])).toEqual(['BR', 'US']);
  });

  it('are those of today and of the 365 days after it', () => {
    const days = ['2026-03-01', '2026-03-02', '2027-03-02', '2027-03-03'].map((date) => ({ date, name: 'Day' }));
    expect(offers([{ ...BR, days }])).toEqual([
      'BR 2026-03-02 Day: America/Sao_Paulo',
      'BR 2027-03-02 Day: America/Sao_Paulo',
    ]);
  });

  it('are offered only for the zones that are not closed on that day yet', () => {
    expect(offers([{ ...US, days: christmas }], closed('America/New_York', '2026-12-25'))).toEqual([
      'US 2026-12-25 Christmas Day: America/Los_Angeles',
    ]);
    const both = [closed('US/Eastern', '2026-12-25'), closed('America/Los_Angeles', '2026-12-25')];
    expect(offers([{ ...US, days: christmas }], ...both)).toEqual([]);
  });

  it('are offered although that day has special hours: closed wins', () => {
    const special: NamedException = {
      id: 'x',
      zone: 'America/Sao_Paulo',
      date: '2026-12-25',
      start: 0,
      end: 60,
      name: '',
    };
    expect(offers([{ ...BR, days: christmas }], special)).toHaveLength(1);
  });

  it('are offered once, whatever calendars say the same, and two of one day are one', () => {
    const region = { country: 'BR', region: 'SP' };
    const two = [...christmas, { date: '2026-12-25', name: 'Company day' }];
    expect(
      offers([
        { ...BR, days: two },
        { ...region, days: [...christmas, { date: '2026-07-09', name: 'Revolution' }] },
      ]),
    ).toEqual([
      'BR 2026-12-25 Christmas Day · Company day: America/Sao_Paulo',
      'BRSP 2026-07-09 Revolution: America/Sao_Paulo',
    ]);
  });

  it('ask for a zone if the sheet has none there, and are taken over once it is closed', () => {
    const both = [
      { ...IN, days: christmas },
      { ...BR, days: christmas },
    ];
    expect(offers(both)).toContain('IN 2026-12-25 Christmas Day: ask');
    expect(offers(both, closed('America/Sao_Paulo', '2026-12-25'))).toEqual(['IN 2026-12-25 Christmas Day: ask']);
    expect(offers(both, closed('UTC', '2026-12-25'))).toEqual(['BR 2026-12-25 Christmas Day: America/Sao_Paulo']);
  });

  it('become closed days, one a zone and date', () => {
    const all = holidayOffers(
      [
        { ...US, days: christmas },
        { ...IN, days: christmas },
      ],
      NO_PLAN,
      windows,
      NOW,
    );
    expect(closedDays(all, () => 'America/New_York')).toEqual([
      { zone: 'America/New_York', date: '2026-12-25', closed: true, name: 'Christmas Day' },
      { zone: 'America/Los_Angeles', date: '2026-12-25', closed: true, name: 'Christmas Day' },
    ]);
  });
});
