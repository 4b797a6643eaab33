import { wallClockAt } from '../../domain/coverage/calendar.ts';
import type { ClockChange } from '../../domain/coverage/clock-change.ts';
import { type Interval, minuteOf } from '../../domain/coverage/interval.ts';
import type { Glance, Report } from '../../domain/coverage/report.ts';
import { showClock, type Weekday } from '../../domain/hours.ts';
import { DAY, weekdayOf } from '../../domain/wall-clock.ts';
import type { Say } from '../../i18n/say.ts';
import { dateFormat } from '../date-format.ts';
import { zoneCity } from '../hours/cities.ts';
import { opennessText } from '../hours/open.ts';
import { daysText } from '../hours/words.ts';
import type { Viewer } from '../viewer.ts';

/** More gaps than these are counted: whoever has covered so many sees the next. */
export const MOST_GAPS = 15;

/** A local day in words, with its year if that is another than the present one. */
export function dayText(day: number, now: Date, { say, person }: Viewer, weekday = true): string {
  const instant = new Date(day * DAY * 60_000);
  const other = instant.getUTCFullYear() !== new Date(dayOf(now, person.zone) * DAY * 60_000).getUTCFullYear();
  return dateFormat(say.locale, {
    ...(weekday && { weekday: 'long' }),
    ...{ day: 'numeric', month: 'long', timeZone: 'UTC' },
    ...(other && { year: 'numeric' }),
  }).format(instant);
}

const dayOf = (now: Date, zone: string): number => wallClockAt(zone, minuteOf(now)).day;

/** "Tuesday, March 3, 17:00–18:00 (1 h)", in the reader's zone; how long it is tells the two passes of an autumn hour apart. */
export function gapText(gap: Interval, now: Date, viewer: Viewer): string {
  const { say, person } = viewer;
  const { from, to } = ends(gap, person.zone);
  const begins = `${dayText(from.day, now, viewer)}, ${showClock(from.clock)}`;
  const length = lengthText(gap.to - gap.from, say);
  if (from.day === to.day) return say('coverage.gap', { from: begins, to: showClock(to.clock), length });
  const end = `${dayText(to.day, now, viewer)}, ${showClock(to.clock)}`;
  return say('coverage.gap.over-days', { from: begins, to: end, length });
}

/** An end at midnight is the 24:00 of the day before. */
function ends({ from, to }: Interval, zone: string) {
  const end = wallClockAt(zone, to);
  return {
    from: wallClockAt(zone, from),
    to: end.clock === 0 ? { day: end.day - 1, clock: DAY } : end,
  };
}

export function lengthText(length: number, say: Say): string {
  const [hours, minutes] = [Math.floor(length / 60), length % 60];
  const key = hours === 0 ? 'minutes' : minutes === 0 ? 'hours' : 'both';
  return say(`coverage.length.${key}`, { hours, minutes });
}

/** A span of whole days, such as a week. */
export function datesText({ from, to }: Interval, now: Date, viewer: Viewer): string {
  const zone = viewer.person.zone;
  const [first, last] = [wallClockAt(zone, from).day, wallClockAt(zone, to - 1).day];
  return `${dayText(first, now, viewer, false)} – ${dayText(last, now, viewer, false)}`;
}

/** Whether support is open, and how much of this week's target is covered. */
export function standingTexts({ open, thisWeek }: Glance, now: Date, viewer: Viewer): string[] {
  const { say } = viewer;
  const { wanted, percent } = thisWeek;
  const week = wanted === 0 ? say('coverage.this-week.nothing') : say('coverage.this-week', { percent });
  return [opennessText(open, now, viewer), week];
}

export function nextGapText({ ahead: [next] }: Glance, now: Date, viewer: Viewer): string {
  const { say } = viewer;
  return next ? say('coverage.next', { gap: gapText(next, now, viewer) }) : say('coverage.next.none');
}

/** The coming year: the longest dark span, the worst week, and what a clock change will do. */
export function yearTexts({ longest, worst, change }: Report, now: Date, viewer: Viewer): string[] {
  const { say } = viewer;
  return [
    longest ? say('coverage.longest', { gap: gapText(longest, now, viewer) }) : say('coverage.year.whole'),
    ...(worst.dark > 0
      ? [say('coverage.worst', { week: datesText(worst.span, now, viewer), percent: worst.percent })]
      : []),
    ...(change ? changeTexts(change, now, viewer) : []),
  ];
}

function changeTexts({ at, zones, darkens, lightens }: ClockChange, now: Date, viewer: Viewer): string[] {
  const { say, person } = viewer;
  const date = dayText(wallClockAt(person.zone, at).day, now, viewer, false);
  const cities = say.list([...new Set(zones.map(({ zone }) => zoneCity(zone, say.locale)))]);
  const said = (key: 'darkens' | 'lightens', spans: readonly Interval[]): string[] =>
    spans.length === 0 ? [] : [say(`coverage.change.${key}`, { date, cities, spans: weeklyText(spans, viewer) })];
  return [...said('darkens', darkens), ...said('lightens', lightens)];
}

const MOST_SPANS = 4;

/** What recurs every week: "Mon–Fri 17:00–18:00". */
function weeklyText(spans: readonly Interval[], { say, person }: Viewer): string {
  const days = new Map<string, Weekday[]>();
  for (const span of spans) {
    const { from, to } = ends(span, person.zone);
    const times = `${showClock(from.clock)}–${showClock(to.clock)}`;
    days.set(times, [...(days.get(times) ?? []), weekdayOf(from.day) as Weekday]);
  }
  const texts = [...days].map(([times, on]) => {
    const [start = '', end = ''] = times.split('–');
    return say('coverage.span', { days: daysText([...new Set(on)].sort(), say), start, end });
  });
  const shown = say.list(texts.slice(0, MOST_SPANS));
  return texts.length > MOST_SPANS ? say('coverage.span.more', { spans: shown }) : shown;
}

/** All that the picture and the figures say, as sentences: whoever reads only these knows as much. */
export function factTexts(report: Report, now: Date, viewer: Viewer): string[] {
  const { say, person } = viewer;
  const { ahead } = report;
  const shown = ahead.slice(0, MOST_GAPS).map((gap) => gapText(gap, now, viewer));
  const more = ahead.length - shown.length;
  const listed = [...shown, ...(more > 0 ? [say('coverage.more', { count: more })] : [])].join('; ');
  return [
    ...standingTexts(report, now, viewer),
    ahead.length > 0 ? say('coverage.ahead', { count: ahead.length, gaps: listed }) : say('coverage.next.none'),
    ...yearTexts(report, now, viewer),
    say('coverage.zone', { city: zoneCity(person.zone, say.locale) }),
  ];
}
