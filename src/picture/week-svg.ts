import type { Interval } from '../domain/coverage/interval.ts';
import type { DrawnDay, DrawnWeek } from '../domain/coverage/report.ts';
import { DAY } from '../domain/wall-clock.ts';

/** What the picture says in words, in the reader's language. */
export interface WeekWords {
  title: string;
  /** Where the week is this one. */
  place: string;
  /** Short names with the day of the month, Monday first. */
  days: readonly string[];
  covered: string;
  gap: string;
  unwanted: string;
  now: string;
  /** A day with a clock change: how long it is. */
  length: (minutes: number) => string;
  /** A day that the zone left out. */
  leftOut: string;
}

const WIDTH = 720;
const LEFT = 132;
const RIGHT = 26;
const TOP = 118;
const BAR = 42;
const PITCH = 58;
/** A day with a clock change has an axis of its own above its bar. */
const AXIS = 32;
const LEGEND = 96;
const HOURS = 6;

/** Covered is filled, a gap is hatched and framed, the rest is empty: it can be told apart without any colour. */
const INK = '#1d1c1d';
const FILL = '#1264a3';
const WARNING = '#b3261e';
const EMPTY = '#e9e9ec';

/**
 * A week as seven bars of the minutes that its days really have: one with a clock change is shorter or longer than the
 * others. It has a ground of its own, so that it reads the same on light and on dark.
 */
export function weekSvg(week: DrawnWeek, words: WeekWords): string {
  const longest = Math.max(DAY, ...week.days.map(({ from, to }) => to - from));
  const scale = (WIDTH - LEFT - RIGHT) / longest;
  let y = TOP;
  const rows = week.days.map((day, place) => {
    const changed = day.to - day.from !== DAY;
    if (changed) y += AXIS;
    const drawn = row(week, day, { y, scale, changed, name: words.days[place] ?? '' }, words);
    y += PITCH;
    return drawn;
  });
  const height = y + LEGEND;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="DejaVu Sans" fill="${INK}">
<defs><pattern id="hatch" width="11" height="11" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="11" height="11" fill="#ffffff"/><rect width="5" height="11" fill="${WARNING}"/></pattern></defs>
<rect x="1" y="1" width="${WIDTH - 2}" height="${height - 2}" rx="14" fill="#ffffff" stroke="#b8b8bd" stroke-width="2"/>
${text(24, 42, words.title, 'font-size="27" font-weight="bold"')}
${text(24, 76, words.place, 'font-size="22"')}
${axis(usualTicks(scale), TOP - 6)}
${rows.join('\n')}
${legend(y + 14, words)}
</svg>`;
}

interface Row {
  y: number;
  scale: number;
  changed: boolean;
  name: string;
}

function row(week: DrawnWeek, day: DrawnDay, { y, scale, changed, name }: Row, words: WeekWords): string {
  const length = day.to - day.from;
  const label = text(24, y + (changed ? 20 : 29), name, 'font-size="24"');
  if (length === 0) return `${label}\n${text(LEFT, y + 29, words.leftOut, 'font-size="22"')}`;
  const bar = (of: Interval): string => {
    const [from, to] = [Math.max(of.from, day.from), Math.min(of.to, day.to)];
    if (from >= to) return '';
    return `x="${place(from - day.from, scale)}" y="${y}" width="${round((to - from) * scale)}" height="${BAR}"`;
  };
  const bars = (of: readonly Interval[], kind: string, style: string): string =>
    of
      .map((interval) => bar(interval))
      .filter((where) => where !== '')
      .map((where) => `<rect class="${kind}" ${where} ${style}/>`)
      .join('\n');
  const ticks = ticksOf(day, scale);
  return [
    label,
    ...(changed ? [text(24, y + 44, words.length(length), 'font-size="19"'), axis(ticks, y - 6)] : []),
    `<rect class="day" ${bar(day)} fill="${EMPTY}"/>`,
    bars(week.covered, 'covered', `fill="${FILL}"`),
    bars(week.gaps, 'gap', `fill="url(#hatch)" stroke="${WARNING}" stroke-width="2"`),
    ...ticks.map(({ x }) => `<path d="M${x} ${y}v${BAR}" stroke="${INK}" stroke-opacity="0.35" stroke-width="1.5"/>`),
    ...(week.now >= day.from && week.now < day.to ? [marker(place(week.now - day.from, scale), y)] : []),
  ].join('\n');
}

interface Tick {
  x: number;
  hour: number;
}

/** Where the wall clock of a day shows the hours of the axis: twice, or not at all, where it was changed. */
function ticksOf(day: DrawnDay, scale: number): Tick[] {
  const ticks: Tick[] = [];
  for (const { from, to, offset } of day.clocks) {
    const local = from + offset - day.day * DAY;
    const step = HOURS * 60;
    for (let at = Math.ceil(local / step) * step; at < local + to - from; at += step) {
      if (at >= 0 && at < DAY) ticks.push({ x: place(from + at - local - day.from, scale), hour: at / 60 });
    }
  }
  return [...ticks, { x: place(day.to - day.from, scale), hour: 24 }];
}

const usualTicks = (scale: number): Tick[] =>
  Array.from({ length: 24 / HOURS + 1 }, (_, step) => ({
    x: place(step * HOURS * 60, scale),
    hour: step * HOURS,
  }));

/** The hours, as long as there is room between them. */
function axis(ticks: readonly Tick[], y: number): string {
  let last = Number.NEGATIVE_INFINITY;
  return ticks
    .filter(({ x }) => {
      const fits = x - last > 40;
      if (fits) last = x;
      return fits;
    })
    .map(({ x, hour }) => text(x, y, String(hour), 'font-size="21" text-anchor="middle"'))
    .join('\n');
}

const marker = (x: number, y: number): string =>
  `<g class="now"><path d="M${x} ${y - 7}v${BAR + 14}" stroke="#ffffff" stroke-width="9"/><path d="M${x} ${y - 7}v${BAR + 14}" stroke="${INK}" stroke-width="4"/><path d="M${x - 10} ${y - 12}h20l-10 14z" stroke="#ffffff" stroke-width="2"/></g>`;

function legend(y: number, words: WeekWords): string {
  const box = (x: number, line: number, style: string) =>
    `<rect x="${x}" y="${y + line}" width="40" height="24" ${style}/>`;
  const said = (x: number, line: number, of: string) => text(x, y + line + 20, of, 'font-size="21"');
  return [
    box(24, 0, `fill="${FILL}"`),
    said(76, 0, words.covered),
    box(380, 0, `fill="url(#hatch)" stroke="${WARNING}" stroke-width="2"`),
    said(432, 0, words.gap),
    box(24, 36, `fill="${EMPTY}"`),
    said(76, 36, words.unwanted),
    `<path d="M400 ${y + 36}v26" stroke="${INK}" stroke-width="4"/><path d="M390 ${y + 34}h20l-10 14z"/>`,
    said(432, 36, words.now),
  ].join('\n');
}

const text = (x: number, y: number, said: string, style: string): string =>
  `<text x="${x}" y="${y}" ${style}>${escaped(said)}</text>`;

const escaped = (said: string): string =>
  said.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const place = (minutes: number, scale: number): number => round(LEFT + minutes * scale);

const round = (number: number): number => Math.round(number * 100) / 100;
