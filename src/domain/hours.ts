import { isZone } from './zone.ts';

/** Weekly support hours as wall-clock time: nothing here knows of UTC. time.md's rule reads them minute by minute. */

export const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** ISO weekday: Monday is 1. */
export type Weekday = (typeof DAYS)[number];

export interface SupportWindow {
  /** IANA zone. */
  zone: string;
  /** The days on which the window starts, in order. */
  days: readonly Weekday[];
  /** Minutes after local midnight, 0 to 1439. */
  start: number;
  /**
   * Minutes after local midnight, 0 to 1440: the end of the day is both 24:00 and the next day's 00:00. Not after the
   * start: the window ends on the next day (equal: 24 hours).
   */
  end: number;
}

export const MOST_WINDOWS = 15;

/** A window as a form gives it: nothing chosen yet is null. */
export interface WindowDraft {
  zone: string | null;
  days: readonly number[];
  /** `HH:MM` */
  start: string | null;
  end: string | null;
}

export type WindowField = 'zone' | 'days' | 'start' | 'end';

export type WindowProblem = {
  /** Place of the window in the list, from 0. */
  window: number;
  field: WindowField;
  reason:
    | 'zone-missing'
    | 'zone-unknown'
    | 'days-missing'
    | 'time-missing'
    | 'time-invalid'
    | 'duplicate-window'
    | 'too-many-windows';
};

export function readClock(text: string): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}

export const showClock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Reads the windows of a form. Every problem is named with its window and field, so that each can be shown in its place. */
export function readWindows(
  drafts: readonly WindowDraft[],
): { ok: true; windows: SupportWindow[] } | { ok: false; problems: WindowProblem[] } {
  const problems: WindowProblem[] = [];
  const windows: SupportWindow[] = [];
  drafts.forEach((draft, window) => {
    const days = DAYS.filter((day) => draft.days.includes(day));
    const start = draft.start === null ? null : readClock(draft.start);
    const end = draft.end === null ? null : readClock(draft.end);
    const problem = (field: WindowField, reason: WindowProblem['reason']) => problems.push({ window, field, reason });
    if (window >= MOST_WINDOWS) problem('days', 'too-many-windows');
    if (days.length === 0) problem('days', 'days-missing');
    if (start === null) problem('start', draft.start === null ? 'time-missing' : 'time-invalid');
    if (end === null) problem('end', draft.end === null ? 'time-missing' : 'time-invalid');
    if (draft.zone === null) problem('zone', 'zone-missing');
    else if (!isZone(draft.zone)) problem('zone', 'zone-unknown');
    else if (days.length > 0 && start !== null && end !== null) {
      const read = { zone: draft.zone, days, start, end };
      if (windows.some((other) => sameWindow(other, read))) problem('days', 'duplicate-window');
      windows.push(read);
    }
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, windows };
}

export const sameWindow = (one: SupportWindow, other: SupportWindow): boolean =>
  one.zone === other.zone &&
  one.start === other.start &&
  one.end === other.end &&
  one.days.join() === other.days.join();

export const sameWindows = (one: readonly SupportWindow[], other: readonly SupportWindow[]): boolean =>
  one.length === other.length && one.every((window, place) => sameWindow(window, other[place] as SupportWindow));
