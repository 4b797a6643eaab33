import type { ModalView } from '@slack/types';
import type { Account } from '../../domain/account.ts';
import { type Attention, attention } from '../../domain/sheet.ts';
import type { Say } from '../../i18n/say.ts';
import { type Blocks, button, type Message, modal, section } from '../block-kit.ts';
import type { FormBase } from '../contact/form.ts';
import { seenValue } from '../seen.ts';
import { supportAndHelp } from '../support/support.ts';
import { metadataOf, requireInternal } from '../surface.ts';
import type { Viewer } from '../viewer.ts';

export const MEND = 'brand.mend';

type Drift = Extract<Attention, { kind: 'alias-drift' }>;

export const driftOf = (account: Account): Drift | null =>
  attention(account).find((one): one is Drift => one.kind === 'alias-drift') ?? null;

/** Characters of a button's text. */
const LONGEST_BUTTON = 75;

/** That users are shown another address than the default brand's alias, with the one click that mends it (X5, R11). */
export function driftBlocks(account: Account, { say, role }: Viewer): Blocks {
  const drift = driftOf(account);
  if (!drift) return [];
  const { expected } = drift;
  const text = driftText(drift, say);
  if (expected === null || role === 'viewer') return [section(text)];
  const whole = say('drift.use', { expected });
  const label = whole.length <= LONGEST_BUTTON ? whole : say('drift.use.alias');
  return [section(text, button(MEND, label, { value: seenValue(account), style: 'primary' }))];
}

const driftText = ({ shared, expected }: Drift, say: Say): string =>
  expected === null
    ? say.mrkdwn('status.attention.alias-gone', { shared })
    : say.mrkdwn('status.attention.alias-drift', { shared, expected });

/** The same for whoever hears instead of sees; blank if there is no drift. */
export function driftSentence(account: Account, say: Say): string {
  const drift = driftOf(account);
  return drift ? driftText(drift, say) : '';
}

/** What became of something that a person did about a brand. */
export type BrandNews =
  | 'saved'
  | 'made-default'
  | 'removed'
  /** Why it was not done. */
  | 'gone'
  | 'last'
  | 'is-default'
  | 'alias-needed'
  /** The shared contact is the alias now, or was already, or another alias is expected than the person saw. */
  | 'mended'
  | 'in-order'
  | 'moved'
  | 'no-alias';

export interface BrandNewsState {
  account: Account;
  news: BrandNews;
  /** What lies below the view: the form as it was begun, or the settings. */
  below?: { form: FormBase | null; settings: boolean };
}

export const newsText = ({ account, news }: BrandNewsState, say: Say): string => {
  const [shared = ''] = account.sheet['ops-users'];
  return say.mrkdwn(`brand.news.${news}`, { account: account.name, shared });
};

/** Said in place of the view that the person was in; a drift that it caused is said with it, at once (X5). */
export const brandNewsModal = {
  id: 'brand.news',

  render(state: BrandNewsState, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { account, below } = state;
    const { say } = viewer;
    const { form = null, settings = false } = below ?? {};
    return modal({
      id: brandNewsModal.id,
      title: say('brand.news.title'),
      close: say(form || settings ? 'app.back' : 'app.close'),
      metadata: metadataOf(account, {
        ...(form && { form: { revision: form.revision, fields: { ...form.fields } } }),
        ...(settings && { settings }),
      }),
      blocks: [section(newsText(state, say)), ...driftBlocks(account, viewer), ...supportAndHelp(say)],
    });
  },
};

/** The same where the person is in no view. */
export const brandNewsMessage = {
  id: 'brand.said',

  render(state: BrandNewsState, viewer: Viewer): Message {
    requireInternal(viewer);
    const { say } = viewer;
    const text = newsText(state, say);
    return {
      text: `${text} ${driftSentence(state.account, say)}`.trim(),
      blocks: [section(text), ...driftBlocks(state.account, viewer), ...supportAndHelp(say)],
    };
  },
};
