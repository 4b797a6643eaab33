import type { InputBlock, ModalView } from '@slack/types';
import type { Account } from '../../domain/account.ts';
import { type Chosen, hoursChoices } from '../../domain/choice.ts';
import {
  DAYS,
  MOST_WINDOWS,
  readWindows,
  type SupportWindow,
  showClock,
  type WindowDraft,
} from '../../domain/hours.ts';
import type { HoursConflict } from '../../domain/merge.ts';
import { isLocked } from '../../domain/sheet.ts';
import type { Locale, Say } from '../../i18n/say.ts';
import { type Blocks, button, context, divider, modal, option, section } from '../block-kit.ts';
import type { FormBase } from '../contact/form.ts';
import { KEEP, keptField } from '../draft/field.ts';
import { conflictBlocks, type Resumed, resumedNotice } from '../draft/notice.ts';
import { openPlanButton } from '../plan/open.ts';
import { choiceOf, choicesOf, type Submitted, timeOf } from '../submitted.ts';
import { supportAndHelp } from '../support/support.ts';
import { metadataOf, requireInternal } from '../surface.ts';
import type { Viewer } from '../viewer.ts';
import { zoneCity } from './cities.ts';
import { dayName, hoursText } from './words.ts';

export const OPEN_HOURS = 'hours.open';
export const ADD_WINDOW = 'hours.add';
export const REMOVE_WINDOW = 'hours.remove';
/** The `action_id` of the zone's select, whose options the server searches. */
export const ZONE = 'hours.zone';

/** A window under a key that stays when others come and go, so that Slack keeps what was typed into it. */
export interface KeyedDraft extends WindowDraft {
  key: number;
}

export interface HoursState {
  account: Account;
  drafts: readonly KeyedDraft[];
  /** Why the hours were not saved, where no field can say it, as mrkdwn. */
  notice?: string | null;
  /** The revision that the person began from; the account's own, unless the view is shown again. */
  revision?: number;
  /** What the form below carries; null if the hours were opened on their own. */
  below?: FormBase | null;
  /** What somebody else made of the hours meanwhile, and what the person has chosen about it (R23). */
  conflict?: HoursConflict | null;
  chosen?: Chosen | undefined;
  /** The draft that the view was opened with (R24). */
  resumed?: Resumed | null;
}

/** Weekly support hours: a window for each shift and zone (R13). */
export const hoursView = {
  id: 'hours.save',

  render(state: HoursState, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { account, drafts, notice = null, revision = account.revision, below = null, resumed = null } = state;
    const { say } = viewer;
    return modal({
      id: hoursView.id,
      title: say('hours.title'),
      submit: say('app.save'),
      close: say('app.back'),
      metadata: metadataOf(account, {
        revision,
        windows: drafts.map((draft) => draft.key),
        ...(below && { form: { ...below, fields: { ...below.fields } } }),
      }),
      reportsClose: true,
      blocks: [
        section(say.mrkdwn('hours.intro', { account: account.name })),
        ...(notice ? [section(notice)] : []),
        ...(resumed ? [resumedNotice(resumed, viewer)] : []),
        ...conflictOf(state, say),
        ...(drafts.length === 0 ? [section(say.mrkdwn('hours.none'))] : []),
        ...drafts.flatMap((draft, place) => windowBlocks(draft, place + 1, say)),
        divider(),
        drafts.length < MOST_WINDOWS
          ? { type: 'actions', elements: [button(ADD_WINDOW, say('hours.add'))] }
          : context(say.mrkdwn('hours.most', { limit: MOST_WINDOWS })),
        // While the sheet is incomplete, only what completes it works (R15).
        ...(isLocked(account) ? [] : [{ type: 'actions' as const, elements: [openPlanButton(account, say)] }]),
        ...supportAndHelp(say),
      ],
    });
  },

  /** What was chosen so far, for the windows that the view was rendered with. */
  parse(values: Submitted, keys: readonly number[]): KeyedDraft[] {
    return keys.map((key) => ({
      key,
      days: choicesOf(values, `days.${key}`).map(Number),
      start: timeOf(values, `start.${key}`),
      end: timeOf(values, `end.${key}`),
      zone: choiceOf(values, `zone.${key}`),
    }));
  },
};

/**
 * The windows of a sheet as drafts; a sheet without any begins with office hours in the reader's zone.
 * @param from the first key: what is to be rendered anew begins after the keys that were there.
 */
export function draftsOf(windows: readonly SupportWindow[], zone: string, from = 0): KeyedDraft[] {
  if (windows.length === 0) return [{ key: from, days: [1, 2, 3, 4, 5], start: '09:00', end: '18:00', zone }];
  return windows.map((window, place) => ({
    key: from + place,
    days: [...window.days],
    start: showClock(window.start),
    end: showClock(window.end),
    zone: window.zone,
  }));
}

/** One more window, with the days and the zone of the last one: most teams add a shift. */
export function withOneMore(drafts: readonly KeyedDraft[], zone: string): KeyedDraft[] {
  const last = drafts.at(-1);
  const key = Math.max(-1, ...drafts.map((draft) => draft.key)) + 1;
  return [...drafts, { key, days: last?.days ?? [1, 2, 3, 4, 5], start: null, end: null, zone: last?.zone ?? zone }];
}

function windowBlocks(draft: KeyedDraft, number: number, say: Say): Blocks {
  const { key } = draft;
  const remove = button(REMOVE_WINDOW, say('hours.remove'), { value: String(key) });
  return [
    divider(),
    {
      ...section(`*${say.mrkdwn('hours.window', { number })}*`, {
        ...remove,
        accessibility_label: say('hours.remove.label', { number }),
      }),
      block_id: `window.${key}`,
    },
    ...windowFields(draft, say),
  ];
}

/** What a window is asked for, without the window's own heading. */
export const windowFields = (draft: KeyedDraft, say: Say): InputBlock[] => [
  daysField(draft, say),
  keptField(`start.${draft.key}`, say('hours.start'), timepicker(draft.start)),
  keptField(`end.${draft.key}`, say('hours.end'), timepicker(draft.end), { hint: say('hours.end.hint') }),
  zoneField(draft, say),
];

/** Who saved other hours meanwhile, from what to what, and which of them are to stay: they are one answer. */
function conflictOf({ drafts, conflict, chosen }: HoursState, say: Say): Blocks {
  if (!conflict) return [];
  const { by, revision, before, theirs } = conflict;
  const read = readWindows(drafts);
  const choices = hoursChoices(read.ok ? read.windows : null, theirs);
  const answers = { before: hoursText(before, say), theirs: hoursText(theirs, say) };
  const title = say('purpose.support-hours');
  return [
    ...conflictBlocks({ name: 'support-hours', title, by, revision, ...answers, choices, chosen }, say),
    context(say.mrkdwn('conflict.how.one')),
  ];
}

function daysField(draft: KeyedDraft, say: Say): InputBlock {
  const options = DAYS.map((day) => option(dayName(day, say), String(day)));
  const chosen = options.filter((_, place) => draft.days.includes(place + 1));
  return keptField(`days.${draft.key}`, say('hours.days'), {
    type: 'multi_static_select',
    action_id: KEEP,
    options,
    ...(chosen.length > 0 && { initial_options: chosen }),
  });
}

const timepicker = (time: string | null): InputBlock['element'] => ({
  type: 'timepicker',
  action_id: KEEP,
  ...(time && { initial_time: time }),
});

const zoneField = (draft: KeyedDraft, say: Say): InputBlock =>
  keptField(
    `zone.${draft.key}`,
    say('hours.zone'),
    {
      type: 'external_select',
      action_id: ZONE,
      min_query_length: 0,
      placeholder: { type: 'plain_text', text: say('hours.zone.placeholder') },
      ...(draft.zone && { initial_option: zoneOption(draft.zone, say.locale) }),
    },
    { hint: say('hours.zone.hint') },
  );

export const zoneOption = (zone: string, locale: Locale) =>
  option(`${zoneCity(zone, locale)} (${zone})`.slice(0, 75), zone);
