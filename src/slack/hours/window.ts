import type { ActionsBlock, InputBlock } from '@slack/types';
import { DAYS, MOST_WINDOWS, readClock, showClock, type WindowDraft } from '../../domain/hours.ts';
import type { Locale, Say } from '../../i18n/say.ts';
import { actions, type Blocks, button, divider, option, section } from '../block-kit.ts';
import { KEEP, keptField } from '../draft/field.ts';
import { zoneCity } from './cities.ts';
import { dayName } from './words.ts';

export const REMOVE_WINDOW = 'hours.remove';
/** The `action_id` of what copies a window; a number tells two of them apart. */
export const COPY_WINDOW = 'hours.copy';
/** The `action_id` of the zone's select, whose options the server searches. */
export const ZONE = 'hours.zone';

/** A window under a key that stays when others come and go, so that Slack keeps what was typed into it. */
export interface KeyedDraft extends WindowDraft {
  key: number;
}

/** A modal holds a hundred blocks: where there are many windows, no lines are drawn between them. */
const MOST_LINED = 11;

/**
 * One window of several.
 * @param remarks what is odd about it, as mrkdwn
 */
export function windowBlocks(
  draft: KeyedDraft,
  place: number,
  all: number,
  remarks: readonly string[],
  say: Say,
): Blocks {
  const number = place + 1;
  const remove = button(REMOVE_WINDOW, say('hours.remove'), { value: String(draft.key) });
  return [
    ...(all <= MOST_LINED ? [divider()] : []),
    {
      ...section([`*${say.mrkdwn('hours.window', { number })}*`, ...remarks].join('\n'), {
        ...remove,
        accessibility_label: say('hours.remove.label', { number }),
      }),
      block_id: `window.${draft.key}`,
    },
    ...windowFields(draft, say),
    ...(all < MOST_WINDOWS ? [copyButtons(draft, number, say)] : []),
  ];
}

function copyButtons({ key, days }: KeyedDraft, number: number, say: Say): ActionsBlock {
  const copy = (what: 'days' | 'zone', place: number) => ({
    ...button(`${COPY_WINDOW}.${place}`, say(`hours.copy.${what}`), { value: `${what}.${key}` }),
    accessibility_label: say(`hours.copy.${what}.label`, { number }),
  });
  const others = days.length > 0 && days.length < DAYS.length;
  return { ...actions(...(others ? [copy('days', 0)] : []), copy('zone', 1)), block_id: `copy.${key}` };
}

/** What a window is asked for, without the window's own heading. */
export const windowFields = (draft: KeyedDraft, say: Say): InputBlock[] => [
  daysField(draft, say),
  keptField(`start.${draft.key}`, say('hours.start'), timepicker(draft.start)),
  keptField(`end.${draft.key}`, say('hours.end'), timepicker(draft.end), { hint: endHint(draft, say) }),
  zoneField(draft, say),
];

const LAST_MINUTE = 23 * 60 + 59;

/** What the end means, in words, where it is not simply later on the same day. */
function endHint({ start, end }: KeyedDraft, say: Say): string {
  const [from, to] = [readClock(start ?? ''), readClock(end ?? '')];
  if (to === null) return say('hours.end.hint');
  if (from === to) return say('hours.end.allday', { end: showClock(to) });
  if (to === 0) return say('hours.end.midnight');
  if (to === LAST_MINUTE) return say('hours.end.late');
  return from !== null && to < from ? say('hours.end.overnight', { end: showClock(to) }) : say('hours.end.hint');
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
