import type { ModalView } from '@slack/types';
import type { Account } from '../../domain/account.ts';
import { sameTarget } from '../../domain/coverage/planning.ts';
import { ALWAYS, type Target } from '../../domain/coverage/target.ts';
import { MOST_WINDOWS, type SupportWindow } from '../../domain/hours.ts';
import type { Say } from '../../i18n/say.ts';
import { actions, type Blocks, button, context, divider, field, modal, option, plain, section } from '../block-kit.ts';
import { zoneCity } from '../hours/cities.ts';
import { hoursView } from '../hours/view.ts';
import { type KeyedDraft, windowFields } from '../hours/window.ts';
import { choiceOf, type Submitted } from '../submitted.ts';
import { supportAndHelp } from '../support/support.ts';
import { metadataOf, requireInternal } from '../surface.ts';
import type { Viewer } from '../viewer.ts';
import { backButton } from './back.ts';

export const OPEN_TARGET = 'target.open';
/** The preset is reported as soon as it is chosen, so that the windows come and go with it. */
export const CHOOSE_PRESET = 'target.preset';
export const ADD_TARGET = 'target.more';
export const REMOVE_TARGET = 'target.less';

export const PRESETS = ['weekly', 'always', 'office', 'own'] as const;
export type Preset = (typeof PRESETS)[number];

export interface TargetState {
  account: Account;
  preset: Preset;
  /** The windows of other hours, as far as they are chosen. */
  drafts: readonly KeyedDraft[];
  /** The revision that the person began from; the account's own, unless the view is shown again. */
  revision?: number;
  /** Why it was not saved, as mrkdwn. */
  notice?: string | null;
}

/** The hours that are meant to be covered (C1). */
export const targetView = {
  id: 'target.save',

  render(state: TargetState, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { account, preset, drafts, revision = account.revision, notice = null } = state;
    const { say } = viewer;
    const options = PRESETS.map((one) => presetOption(one, account, viewer));
    const initial = options.find(({ value }) => value === preset);
    return modal({
      id: targetView.id,
      title: say('target.title'),
      submit: say('app.save'),
      close: say('app.close'),
      metadata: metadataOf(account, { revision, windows: drafts.map(({ key }) => key) }),
      blocks: [
        ...(notice ? [section(notice), divider()] : []),
        section(say.mrkdwn('target.intro', { account: account.name })),
        {
          ...field('preset', say('target.preset'), {
            type: 'radio_buttons',
            action_id: CHOOSE_PRESET,
            options,
            ...(initial && { initial_option: initial }),
          }),
          dispatch_action: true,
        },
        ...(preset === 'own' ? windowBlocks(drafts, say) : []),
        actions(backButton(say)),
        ...supportAndHelp(say),
      ],
    });
  },

  parse: (values: Submitted, keys: readonly number[]): { preset: Preset; drafts: KeyedDraft[] } => ({
    preset: PRESETS.find((one) => one === choiceOf(values, 'preset')) ?? 'weekly',
    drafts: hoursView.parse(values, keys),
  }),
};

/** Which of the presets a saved target is. */
export const presetOf = (target: Target | null, zone: string): Preset =>
  PRESETS.find((one) => one !== 'own' && sameTarget(targetOfPreset(one, zone), target)) ?? 'own';

export const targetOfPreset = (preset: Exclude<Preset, 'own'>, zone: string): Target | null =>
  preset === 'weekly' ? null : preset === 'always' ? ALWAYS : [officeHours(zone)];

const officeHours = (zone: string): SupportWindow => ({ zone, days: [1, 2, 3, 4, 5], start: 540, end: 1080 });

/** Where "here" is, for office hours: the first zone of the sheet, else the reader's. */
export const officeZone = ({ sheet }: Account, { person }: Viewer): string =>
  sheet['support-hours'][0]?.zone ?? person.zone;

function presetOption(preset: Preset, account: Account, viewer: Viewer) {
  const { say } = viewer;
  const zone = zoneCity(officeZone(account, viewer), say.locale);
  const text = say(`target.${preset}`, { zone });
  return {
    ...option([...text].slice(0, 75).join(''), preset),
    ...(preset === 'weekly' && { description: plain(say('target.weekly.hint')) }),
  };
}

const windowBlocks = (drafts: readonly KeyedDraft[], say: Say): Blocks => [
  ...drafts.flatMap((draft, place): Blocks => {
    const number = place + 1;
    const remove = {
      ...button(REMOVE_TARGET, say('hours.remove'), { value: String(draft.key) }),
      accessibility_label: say('hours.remove.label', { number }),
    };
    return [
      divider(),
      { ...section(`*${say.mrkdwn('hours.window', { number })}*`, remove), block_id: `window.${draft.key}` },
      ...windowFields(draft, say),
    ];
  }),
  divider(),
  drafts.length < MOST_WINDOWS
    ? actions(button(ADD_TARGET, say('hours.add')))
    : context(say.mrkdwn('hours.most', { limit: MOST_WINDOWS })),
];
