import type { Account } from '../account.ts';
import { type Openness, openness } from '../openness.ts';
import { WEEK, weekdayOf } from '../wall-clock.ts';
import { dayAt, startOf, weekOf } from './calendar.ts';
import { type ClockChange, clockChanges } from './clock-change.ts';
import { covered } from './coverage.ts';
import { type Forecast, forecast, WEEKS_AHEAD } from './forecast.ts';
import { type Interval, minuteOf, subtract } from './interval.ts';
import { clocks, type Segment } from './offset.ts';
import { type Cover, coverInterval, hoursOf, type Plan, targetOf } from './plan.ts';
import { gaps, type Measure, measure, wanted } from './target.ts';

/** How an account's support stands, at a glance, by the week of the reader's zone (C1). */
export interface Glance {
  open: Openness;
  thisWeek: Measure;
  /** The gaps of the seven days from now, in order. */
  ahead: Interval[];
}

export function glance(account: Account, plan: Plan, zone: string, now: Date): Glance {
  const [hours, target, minute] = [hoursOf(account, plan), targetOf(account, plan), minuteOf(now)];
  const week = weekOf(zone, minute);
  const all = wanted(target, week);
  return {
    open: openness(hours.windows, now, hours.exceptions, hours.covers),
    thisWeek: measure(week, all, subtract(all, covered(hours, week))),
    ahead: gaps(hours, target, { from: minute, to: minute + WEEK }),
  };
}

/** All that is told of the coverage besides the picture (C3). */
export interface Report extends Glance, Pick<Forecast, 'worst' | 'longest'> {
  /** The next clock change of the coming year that opens or closes a gap in the usual week. */
  change: ClockChange | null;
  /** What people have promised, and is not over. */
  covers: readonly Cover[];
}

export function report(account: Account, plan: Plan, zone: string, now: Date): Report {
  const [hours, target, minute] = [hoursOf(account, plan), targetOf(account, plan), minuteOf(now)];
  const { worst, longest } = forecast(hours, target, zone, now);
  const year = { from: minute, to: minute + WEEKS_AHEAD * WEEK };
  const change = clockChanges(hours, target, year).find(
    ({ darkens, lightens }) => darkens.length > 0 || lightens.length > 0,
  );
  const covers = plan.covers.filter((cover) => coverInterval(cover).to > minute);
  return { ...glance(account, plan, zone, now), worst, longest, change: change ?? null, covers };
}

/** A local day as it really is: with a clock change it has more or fewer minutes than others, and none where it is left out. */
export interface DrawnDay extends Interval {
  day: number;
  /** How the clock stands during it. */
  clocks: Segment[];
}

/** What a picture of a week shows. */
export interface DrawnWeek {
  zone: string;
  days: DrawnDay[];
  covered: Interval[];
  gaps: Interval[];
  percent: number;
  /** The UTC minute that it is. */
  now: number;
}

/** This week in the reader's zone. */
export function drawnWeek(account: Account, plan: Plan, zone: string, now: Date): DrawnWeek {
  const [hours, target, minute] = [hoursOf(account, plan), targetOf(account, plan), minuteOf(now)];
  const week = weekOf(zone, minute);
  const there = covered(hours, week);
  const all = wanted(target, week);
  const dark = subtract(all, there);
  return {
    zone,
    days: daysOf(zone, minute),
    covered: there,
    gaps: dark,
    percent: measure(week, all, dark).percent,
    now: minute,
  };
}

function daysOf(zone: string, minute: number): DrawnDay[] {
  const today = dayAt(zone, minute);
  const monday = today - weekdayOf(today) + 1;
  return Array.from({ length: 7 }, (_, place) => {
    const day = monday + place;
    const [from, to] = [startOf(zone, day), startOf(zone, day + 1)];
    return { day, from, to, clocks: from < to ? clocks(zone, { from, to }) : [] };
  });
}
