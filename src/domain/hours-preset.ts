import { minuteOf } from './coverage/interval.ts';
import { clocks } from './coverage/offset.ts';
import { DAYS, type SupportWindow } from './hours.ts';
import { DAY, WEEK } from './wall-clock.ts';

export const PRESETS = ['always', 'weekdays', 'sun'] as const;

export type Preset = (typeof PRESETS)[number];

const NINE = 9 * 60;
const EIGHTEEN = 18 * 60;
const THIRD = DAY / 3;
const YEAR = 53 * WEEK;

/** Where teams often sit, around the globe; of equally good ones the first. */
const HUBS = [
  ...['Europe/London', 'Europe/Berlin', 'Africa/Johannesburg', 'Africa/Nairobi', 'Asia/Dubai', 'Asia/Kolkata'],
  ...['Asia/Bangkok', 'Asia/Singapore', 'Asia/Tokyo', 'Australia/Sydney', 'Pacific/Auckland', 'Pacific/Honolulu'],
  ...['America/Los_Angeles', 'America/Denver', 'America/Mexico_City', 'America/New_York', 'America/Sao_Paulo'],
] as const;

/** The hours that a click proposes to somebody in a zone (R13). */
export function presetWindows(preset: Preset, zone: string, now: Date): SupportWindow[] {
  if (preset === 'always') return [{ zone, days: DAYS, start: 0, end: 0 }];
  if (preset === 'weekdays') return [{ zone, days: [1, 2, 3, 4, 5], start: NINE, end: EIGHTEEN }];
  return followTheSun(zone, now);
}

/**
 * Three shifts that hand over to each other: here, a third of the globe to the west, and a third to the east. Each begins
 * at 09:00 there and ends when the next one has begun, also in those weeks of the year in which their clocks are the
 * furthest apart: so no clock change opens a gap.
 */
function followTheSun(zone: string, now: Date): SupportWindow[] {
  const turns = sunZones(zone, now);
  return turns.map((here, place) => {
    const next = turns[(place + 1) % turns.length] as string;
    return { zone: here, days: DAYS, start: NINE, end: (NINE + longestWait(here, next, now)) % DAY };
  });
}

/** The zones of the three shifts, in the order in which they take turns: here, the west, the east. */
export function sunZones(zone: string, now: Date): [string, string, string] {
  const here = offsetAt(zone, now);
  return [zone, nearest(here - THIRD, now), nearest(here + THIRD, now)];
}

const nearest = (wanted: number, now: Date): string =>
  HUBS.reduce<string>((best, hub) => (far(hub, wanted, now) < far(best, wanted, now) ? hub : best), HUBS[0]);

/** How far the clocks of a hub are from an offset, around the globe. */
function far(hub: string, wanted: number, now: Date): number {
  const apart = forward(offsetAt(hub, now) - wanted);
  return Math.min(apart, DAY - apart);
}

const forward = (minutes: number): number => ((minutes % DAY) + DAY) % DAY;

function offsetAt(zone: string, now: Date): number {
  const from = minuteOf(now);
  return clocks(zone, { from, to: from + 1 })[0]?.offset ?? 0;
}

/** The most minutes within a year from a time on one clock to the same time on the next one's. */
function longestWait(here: string, next: string, now: Date): number {
  const from = minuteOf(now);
  const span = { from, to: from + YEAR };
  const offsets = (zone: string) => [...new Set(clocks(zone, span).map(({ offset }) => offset))];
  return Math.max(...offsets(here).flatMap((mine) => offsets(next).map((theirs) => forward(mine - theirs))));
}
