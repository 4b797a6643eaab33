import { DAYS, type SupportWindow, type Weekday } from '../src/domain/hours.ts';
import { zones } from '../src/domain/zone.ts';

/** Accounts to measure with: the same ones in every run. */

export const ACCOUNTS = 10_000;
export const WEEK = { from: Date.parse('2026-03-23T00:00Z') / 60_000, to: Date.parse('2026-03-30T00:00Z') / 60_000 };

/** Three windows on seven days, that leave gaps: in one to three zones, and some of them overnight. */
export function windowsOf(account: number): SupportWindow[] {
  const all = zones();
  const zone = (place: number) => all[(account * 7 + place * 131) % all.length] as string;
  const hour = (account * 5) % 24;
  return [0, 1, 2].map((place) => ({
    zone: zone(account % 3 === 0 ? 0 : place),
    days: DAYS as readonly Weekday[],
    start: ((hour + place * 7) % 24) * 60 + (account % 4) * 15,
    end: ((hour + place * 7 + 5) % 24) * 60 + (account % 3) * 20,
  }));
}

/** As much as an account can have: fifteen windows in zones that change their clocks, and sixty dates a year. */
export const WORST: SupportWindow[] = [
  ...['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Chatham', 'America/Santiago'],
  ...['Africa/Casablanca', 'Africa/Cairo', 'Asia/Gaza', 'America/Havana', 'Antarctica/Troll'],
  ...['America/St_Johns', 'Europe/London', 'Pacific/Auckland', 'Asia/Beirut', 'America/Asuncion'],
].map((zone, place) => ({ zone, days: DAYS, start: (place * 95) % 1440, end: (place * 95 + 80) % 1440 }));

export const WORST_EXCEPTIONS = Array.from({ length: 60 }, (_, place) => ({
  zone: (WORST[place % WORST.length] as SupportWindow).zone,
  date: new Date(Date.parse('2026-01-05') + place * 6 * 86_400_000).toISOString().slice(0, 10),
  ...(place % 2 === 0 ? { closed: true as const } : { start: 540, end: 600 }),
}));
