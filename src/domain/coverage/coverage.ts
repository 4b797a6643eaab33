import { type Exception, isClosedDay } from '../exception.ts';
import type { SupportWindow } from '../hours.ts';
import { DAY, readDate, type Shift, shift, WEEK, weekdayOf } from '../wall-clock.ts';
import { type Gathering, gathering } from './gathering.ts';
import { append, type Interval } from './interval.ts';
import { type Clocks, clocks, zoneId } from './offset.ts';

/** When an account's support is there: weekly windows, what is different on some dates, and gaps that a person covers. */
export interface Hours {
  windows: readonly SupportWindow[];
  exceptions?: readonly Exception[];
  /** Dated cover by a person, added to the rest whatever its zone says of that day. */
  covers?: readonly Interval[];
}

/** What one zone's wall clock has to show for support to be there. */
interface Plan {
  zone: string;
  /** By ISO weekday of the day on which a shift starts. */
  weekly: Shift[][];
  /** By the day on which they start: instead of the weekly ones. */
  dated: Map<number, readonly Shift[]>;
}

const CLOSED: readonly Shift[] = [];

/** The plans of each zone, in whatever names the windows and exceptions give it. */
function plansOf({ windows, exceptions = [] }: Hours, span: Interval): Plan[] {
  const plans = new Map<string, Plan>();
  const planOf = (name: string): Plan => {
    const zone = zoneId(name);
    let plan = plans.get(zone);
    if (!plan) {
      plan = { zone, weekly: [[], [], [], [], [], [], [], []], dated: new Map() };
      plans.set(zone, plan);
    }
    return plan;
  };
  for (const window of windows) {
    const { weekly } = planOf(window.zone);
    for (const day of window.days) weekly[day]?.push(shift(window));
  }
  // No clock is more than a day away from UTC, and no shift is longer than a day.
  const [first, last] = [Math.floor(span.from / DAY) - 2, Math.floor(span.to / DAY) + 1];
  for (const exception of exceptions) {
    const day = readDate(exception.date);
    if (day === null || day < first || day > last) continue;
    const { dated } = planOf(exception.zone);
    const shifts = dated.get(day);
    if (isClosedDay(exception)) dated.set(day, CLOSED);
    else if (shifts !== CLOSED) dated.set(day, [...(shifts ?? []), shift(exception)]);
  }
  return [...plans.values()];
}

/** Adds the UTC minutes of a span in which a zone's wall clock lies in its plan. */
function collect({ zone, weekly, dated }: Plan, span: Interval, clocks: Clocks, found: Gathering): void {
  for (const { from, to, offset } of clocks(zone, span)) {
    // The day before, too: the tail of its last shift may still run.
    for (let day = Math.floor((from + offset) / DAY) - 1; day * DAY < to + offset; day++) {
      const midnight = day * DAY - offset;
      const shifts = (dated.size > 0 && dated.get(day)) || (weekly[weekdayOf(day)] as Shift[]);
      for (const { start, end } of shifts) {
        found.add(Math.max(from, midnight + start), Math.min(to, midnight + end));
      }
    }
  }
}

/** Long spans are done piece by piece, so that memory grows with the result, not with the windows. */
const PIECE = 53 * WEEK;

/**
 * The UTC minutes of a span in which support is there, as a union in order. A window covers a minute if and only if its
 * zone's wall clock lies in the window then: nothing is converted from local time, so no clock change is ambiguous.
 */
export function covered(hours: Hours, span: Interval, at: Clocks = clocks): Interval[] {
  const plans = plansOf(hours, span);
  const union: Interval[] = [];
  for (let from = span.from; from < span.to; from += PIECE) {
    const piece = { from, to: Math.min(from + PIECE, span.to) };
    const found = gathering(piece);
    for (const plan of plans) collect(plan, piece, at, found);
    for (const cover of hours.covers ?? []) found.add(cover.from, cover.to);
    append(union, found.union());
  }
  return union;
}
