import { type SupportWindow, showClock } from '../src/domain/hours.ts';

/** What is used of the `opening_hours` package, which reads the opening hours of OpenStreetMap. */
type OpeningHours = new (value: string, place: null) => { getOpenIntervals(from: Date, to: Date): [Date, Date][] };

const DAYS = ['', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

/** The package, if it is installed: nothing but this comparison needs it. */
export async function openingHours(): Promise<OpeningHours | null> {
  const name = 'opening_hours';
  try {
    return ((await import(name)) as { default: OpeningHours }).default;
  } catch {
    return null;
  }
}

/** It knows no zones: each window is read in the zone of the process, which costs it less than the real task. */
export function gapsByOpeningHours(
  Reader: OpeningHours,
  windows: readonly SupportWindow[],
  span: { from: number; to: number },
): number {
  const rules = windows.map(({ days, start, end }) => {
    const hours = `${showClock(start)}-${showClock(end)}`;
    return `${days.map((day) => DAYS[day]).join(',')} ${hours}`;
  });
  const open = new Reader(rules.join(', '), null).getOpenIntervals(
    new Date(span.from * 60_000),
    new Date(span.to * 60_000),
  );
  return open.reduce((left, [from, to]) => left - (to.getTime() - from.getTime()) / 60_000, span.to - span.from);
}
