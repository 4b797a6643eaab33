import type { SectionBlock } from '@slack/types';
import type { Choice, Chosen } from '../../domain/choice.ts';
import { mention, type Say } from '../../i18n/say.ts';
import { type Blocks, button, context, facts, option, section } from '../block-kit.ts';
import type { Viewer } from '../viewer.ts';
import { DISCARD, keepId, keptField } from './field.ts';

/** A draft that a form was opened with. */
export interface Resumed {
  /** When it was typed, and when that is told. */
  at: Date;
  now: Date;
}

/** What was kept and since when, with the way back to what is saved (R24). */
export const resumedNotice = (resumed: Resumed, viewer: Viewer): SectionBlock =>
  section(
    viewer.say.mrkdwn('draft.resumed', { since: sinceText(resumed, viewer) }),
    button(DISCARD, viewer.say('draft.discard')),
  );

const DAY = 24 * 60 * 60_000;

function sinceText({ at, now }: Resumed, { say, person }: Viewer): string {
  const { locale } = say;
  const dayOf = (date: Date) => new Intl.DateTimeFormat('sv-SE', { timeZone: person.zone }).format(date);
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: person.zone }).format(at);
  if (dayOf(at) === dayOf(now)) return say('draft.since.today', { time });
  if (dayOf(at) === dayOf(new Date(now.getTime() - DAY))) return say('draft.since.yesterday', { time });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: person.zone }).format(at);
  return say('draft.since.day', { date, time });
}

/** What somebody else made of an answer that this person has changed as well, and what is to become of it (R23). */
export interface ShownConflict {
  /** The name of the field, and what it is called. */
  name: string;
  title: string;
  by: string;
  revision: number;
  /** The answers as mrkdwn. */
  before: string;
  theirs: string;
  choices: readonly Choice[];
  chosen: Chosen | undefined;
}

/** Who changed what, from what to what, and the choice; what was typed is what stays unless another choice is made. */
export function conflictBlocks(
  { name, title, by, revision, before, theirs, choices, chosen }: ShownConflict,
  say: Say,
): Blocks {
  const options = choices.map((choice) => option(say(`conflict.${choice}`), choice));
  const was = chosen?.about === revision ? options.find(({ value }) => value === chosen.choice) : undefined;
  return [
    context(say.mrkdwn('conflict.by', { who: mention(by), field: title })),
    ...facts([`*${say.mrkdwn('conflict.before')}*\n${before}`, `*${say.mrkdwn('conflict.now')}*\n${theirs}`]),
    keptField(choiceName(name), say('conflict.choose', { field: title }), {
      type: 'radio_buttons',
      action_id: keepId(revision),
      options,
      initial_option: was ?? options[0],
    }),
  ];
}

/** The `block_id` of the choice about a field. */
export const choiceName = (field: string): string => `choice.${field}`;
