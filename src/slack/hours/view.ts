import type { ModalView } from '@slack/types';
import type { Account } from '../../domain/account.ts';
import { type Chosen, hoursChoices } from '../../domain/choice.ts';
import type { Plan } from '../../domain/coverage/plan.ts';
import { MOST_WINDOWS, readWindows, type SupportWindow, showClock } from '../../domain/hours.ts';
import type { HoursConflict } from '../../domain/merge.ts';
import { isLocked } from '../../domain/sheet.ts';
import { DAY } from '../../domain/wall-clock.ts';
import type { Say } from '../../i18n/say.ts';
import { type Blocks, button, context, modal, section } from '../block-kit.ts';
import type { FormBase } from '../contact/form.ts';
import { conflictBlocks, type Resumed, resumedNotice } from '../draft/notice.ts';
import { openPlanButton } from '../plan/open.ts';
import { choiceOf, choicesOf, type Submitted, timeOf } from '../submitted.ts';
import { supportAndHelp } from '../support/support.ts';
import { metadataOf, requireInternal } from '../surface.ts';
import type { Viewer } from '../viewer.ts';
import { presetBlocks, previewOf } from './preview.ts';
import { type KeyedDraft, windowBlocks } from './window.ts';
import { hoursText } from './words.ts';

export const OPEN_HOURS = 'hours.open';
export const ADD_WINDOW = 'hours.add';

export interface HoursState {
  account: Account;
  /** What is planned besides the weekly hours: it counts where the view says whether support is open. */
  plan: Plan;
  now: Date;
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
    const { account, plan, now, drafts, notice = null, revision = account.revision } = state;
    const { below = null, resumed = null } = state;
    const { say } = viewer;
    const { remarks, blocks: preview } = previewOf(drafts, plan, now, viewer);
    const remarksOn = (place: number) => [remarks.get(place) ?? []].flat();
    return modal({
      id: hoursView.id,
      title: say('hours.title'),
      submit: say('app.save'),
      close: say('app.back'),
      metadata: metadataOf(account, {
        revision,
        windows: drafts.map((draft) => draft.key),
        ...(resumed && { resumed: resumed.at.getTime() }),
        ...(below && { form: { ...below, fields: { ...below.fields } } }),
      }),
      reportsClose: true,
      blocks: [
        section(say.mrkdwn('hours.intro', { account: account.name })),
        ...(notice ? [section(notice)] : []),
        ...(resumed ? [resumedNotice(resumed, viewer)] : []),
        ...conflictOf(state, say),
        ...(drafts.length === 0 ? [section(say.mrkdwn('hours.none'))] : []),
        ...presetBlocks(drafts, account.sheet['support-hours'], now, viewer),
        ...drafts.flatMap((draft, place) => windowBlocks(draft, place, drafts.length, remarksOn(place), say)),
        ...preview,
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
    // A time picker knows no 24:00; at the end of a window, 00:00 is the same.
    end: showClock(window.end % DAY),
    zone: window.zone,
  }));
}

/** A key that no window of the view has. */
export const freeKey = (drafts: readonly KeyedDraft[]): number => Math.max(-1, ...drafts.map(({ key }) => key)) + 1;

/** One more window, with the days and the zone of the last one: most teams add a shift. */
export function withOneMore(drafts: readonly KeyedDraft[], zone: string): KeyedDraft[] {
  const last = drafts.at(-1);
  return [
    ...drafts,
    { key: freeKey(drafts), days: last?.days ?? [1, 2, 3, 4, 5], start: null, end: null, zone: last?.zone ?? zone },
  ];
}

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
