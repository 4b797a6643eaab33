import type { Button } from '@slack/types';
import { weeklyMinutes } from '../../domain/coverage/days-ahead.ts';
import { coverInterval, type Plan } from '../../domain/coverage/plan.ts';
import { readWindows, type SupportWindow, sameWindows } from '../../domain/hours.ts';
import { type HoursFinding, hoursFindings, isOver } from '../../domain/hours-finding.ts';
import { PRESETS, type Preset, presetWindows, sunZones } from '../../domain/hours-preset.ts';
import { DAY, readDate, WEEK } from '../../domain/wall-clock.ts';
import { escapeMrkdwn, type Say } from '../../i18n/say.ts';
import { actions, type Blocks, button, context, plain, section } from '../block-kit.ts';
import { dateFormat } from '../date-format.ts';
import type { Viewer } from '../viewer.ts';
import { zoneCity } from './cities.ts';
import { openText } from './open.ts';
import type { KeyedDraft } from './window.ts';
import { windowText } from './words.ts';

/** The `action_id` of the presets; a number tells them apart. */
export const PRESET = 'hours.preset';
/** One click for windows that end a minute before the day does. */
export const MIDNIGHT = 'hours.midnight';

/** A window that says everything already, and its place in the view. */
interface Ready {
  place: number;
  window: SupportWindow;
}

/** The windows that are complete, whatever becomes of the others. */
export const readyWindows = (drafts: readonly KeyedDraft[]): Ready[] =>
  drafts.flatMap((draft, place) => {
    const read = readWindows([draft]);
    return read.ok ? read.windows.map((window) => ({ place, window })) : [];
  });

/** Hours that many teams have, each one click away, and which zones take turns around the globe. */
export function presetBlocks(
  drafts: readonly KeyedDraft[],
  saved: readonly SupportWindow[],
  now: Date,
  viewer: Viewer,
): Blocks {
  const { say, person } = viewer;
  const city = (zone: string) => zoneCity(zone, say.locale);
  const sure = isOwnWork(drafts, saved, person.zone, now) ? { confirm: replaceDialog(say) } : {};
  const buttons = PRESETS.map(
    (preset, place): Button => ({
      ...button(`${PRESET}.${place}`, say(`hours.preset.${preset}`, { city: city(person.zone) }), { value: preset }),
      ...sure,
    }),
  );
  const [here, next, last] = sunZones(person.zone, now).map(city) as [string, string, string];
  return [
    { ...actions(...buttons), block_id: 'presets' },
    context(say.mrkdwn('hours.preset.sun.how', { here, next, last })),
  ];
}

/** Whether somebody chose what stands here, and a click on a preset would lose it. */
function isOwnWork(drafts: readonly KeyedDraft[], saved: readonly SupportWindow[], zone: string, now: Date): boolean {
  if (drafts.length === 0) return false;
  const read = readWindows(drafts);
  const known = [saved, ...PRESETS.map((preset: Preset) => presetWindows(preset, zone, now))];
  return !read.ok || !known.some((windows) => sameWindows(read.windows, windows));
}

const replaceDialog = (say: Say): NonNullable<Button['confirm']> => ({
  title: plain(say('hours.preset.confirm')),
  text: plain(say('hours.preset.confirm.text')),
  confirm: plain(say('hours.preset.confirm.yes')),
  deny: plain(say('app.cancel')),
});

export interface Preview {
  /** What is odd about each window, by its place, as mrkdwn. */
  remarks: ReadonlyMap<number, string>;
  blocks: Blocks;
}

/** What is chosen so far, in a sentence, and what is odd about it: found while it is chosen, not when it is saved. */
export function previewOf(drafts: readonly KeyedDraft[], plan: Plan, now: Date, viewer: Viewer): Preview {
  const { say } = viewer;
  const ready = readyWindows(drafts);
  const windows = ready.map(({ window }) => window);
  const placeOf = (window: number) => ready[window]?.place ?? window;
  const findings = hoursFindings(windows, now);
  const remarks = new Map(
    findings.flatMap((finding) => (finding.kind === 'minute' ? [] : [[placeOf(finding.window), remark(finding, say)]])),
  );
  const late = findings.flatMap((one) => (one.kind === 'minute' ? one.windows.map(placeOf) : []));
  const over = plan.exceptions.filter((exception) => isOver(exception, now));
  return {
    remarks,
    blocks: [
      { ...section(sentence(drafts, windows, plan, now, viewer)), block_id: 'preview' },
      ...(late.length > 0 ? [lateBlock(late, say)] : []),
      ...(over.length > 0 ? [context(say.mrkdwn('hours.finding.over', { dates: datesText(over, say) }))] : []),
    ],
  };
}

function sentence(
  drafts: readonly KeyedDraft[],
  windows: readonly SupportWindow[],
  plan: Plan,
  now: Date,
  viewer: Viewer,
): string {
  const { say } = viewer;
  const open = openText({ windows, exceptions: plan.exceptions, covers: plan.covers.map(coverInterval) }, now, viewer);
  const unfinished = drafts.length - windows.length;
  return [
    windows.length === 0
      ? say.mrkdwn('hours.preview.nothing')
      : say.mrkdwn('hours.preview', {
          hours: windows.map((window) => windowText(window, say)).join('; '),
          total: totalText(weeklyMinutes({ windows }, now), say),
        }),
    ...(open === '' ? [] : [open]),
    ...(unfinished > 0 ? [say.mrkdwn('hours.preview.unfinished', { count: unfinished })] : []),
  ].join('\n');
}

function totalText(minutes: number, say: Say): string {
  if (minutes === WEEK) return say('hours.total.always');
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return rest === 0 ? say('hours.total', { hours }) : say('hours.total.minutes', { hours, minutes: rest });
}

const remark = (finding: Exclude<HoursFinding, { kind: 'minute' }>, say: Say): string =>
  finding.kind === 'skipped'
    ? say.mrkdwn('hours.finding.skipped', { date: dateText(finding.date, say) })
    : say.mrkdwn(`hours.finding.${finding.kind}`);

const lateBlock = (places: readonly number[], say: Say): Blocks[number] => ({
  ...section(
    say.mrkdwn('hours.finding.minute', {
      count: places.length,
      windows: say.list(places.map((place) => `${place + 1}`)),
    }),
    button(MIDNIGHT, say('hours.midnight')),
  ),
  block_id: 'midnight',
});

/** Dates that are named at once. */
const MOST_DATES = 5;

const datesText = (over: Plan['exceptions'], say: Say): string =>
  escapeMrkdwn(say.list([...new Set(over.map(({ date }) => dateText(date, say)))].slice(-MOST_DATES)));

/** A date such as `2026-03-29`, as it is said. */
const dateText = (date: string, say: Say): string =>
  dateFormat(say.locale, { dateStyle: 'long', timeZone: 'UTC' }).format((readDate(date) ?? 0) * DAY * 60_000);
