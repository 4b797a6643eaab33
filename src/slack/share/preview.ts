import type { ModalView } from '@slack/types';
import type { Account } from '../../domain/account.ts';
import type { Plan } from '../../domain/coverage/plan.ts';
import { LOCALES, type Locale, type Say, say } from '../../i18n/say.ts';
import { actions, type Blocks, button, divider, field, modal, option, plain, section, VALUE } from '../block-kit.ts';
import { driftSentence } from '../brand/drift.ts';
import { OPEN_FORM } from '../contact/form.ts';
import { choiceOf, conversationOf, type Submitted } from '../submitted.ts';
import { supportAndHelp } from '../support/support.ts';
import { metadataOf, requireInternal } from '../surface.ts';
import type { Viewer } from '../viewer.ts';
import { shareCard, sharedAddress } from './card.ts';

export const OPEN_SHARE = 'share.open';
/** The `action_id` of the card's language, which shows the card anew as soon as it is chosen. */
export const SHARE_LANGUAGE = 'share.language';

export interface PreviewState {
  account: Account;
  plan: Plan;
  now: Date;
  /** Language of the card; the poster's, unless another one was chosen. */
  locale: Locale;
  /** The channel that the person came from; null if that was none. */
  channelId: string | null;
}

/** "What will they see?" (X3): exactly the card that is posted, and nothing is posted before Post is pressed. */
export const previewView = {
  id: 'share.post',

  render(state: PreviewState, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { account, plan, now, locale } = state;
    const own = viewer.say;
    const nothing = sharedAddress(account) === null;
    return modal({
      id: previewView.id,
      title: own('share.title'),
      ...(!nothing && { submit: own('share.submit') }),
      close: own('app.cancel'),
      metadata: metadataOf(account),
      blocks: nothing
        ? [
            section(own.mrkdwn('share.nothing')),
            actions(button(OPEN_FORM, own('status.edit'), { value: account.id, style: 'primary' })),
            ...supportAndHelp(own),
          ]
        : // The card ends with support and help, as every view does.
          [...choices(state, own), divider(), ...shareCard.render({ account, plan, now }, { say: say(locale) }).blocks],
    });
  },

  parse(values: Submitted, own: Locale): { channelId: string | null; locale: Locale } {
    const chosen = choiceOf(values, 'language');
    return {
      channelId: conversationOf(values, 'channel'),
      locale: LOCALES.find((locale) => locale === chosen) ?? own,
    };
  },
};

function choices({ account, locale, channelId }: PreviewState, own: Say): Blocks {
  const languages = LOCALES.map((one) => option(own(one === 'en' ? 'share.language.en' : 'share.language.pt'), one));
  const drifted = driftSentence(account, own);
  return [
    section(own.mrkdwn('share.intro', { account: account.name })),
    ...(drifted === '' ? [] : [section(drifted)]),
    field(
      'channel',
      own('share.channel'),
      {
        type: 'conversations_select',
        action_id: VALUE,
        placeholder: plain(own('share.channel.placeholder')),
        // Hints for the client: the channel is checked at the moment of posting.
        filter: { include: ['public', 'private'], exclude_bot_users: true },
        ...(channelId && { initial_conversation: channelId }),
      },
      { hint: own('share.channel.hint') },
    ),
    {
      ...field('language', own('share.language'), {
        type: 'static_select',
        action_id: SHARE_LANGUAGE,
        options: languages,
        initial_option: languages[LOCALES.indexOf(locale)],
      }),
      dispatch_action: true,
    },
  ];
}

export const sharedModal = {
  id: 'share.done',

  render({ channelId }: { channelId: string }, { say }: Viewer): ModalView {
    return modal({
      id: sharedModal.id,
      title: say('share.done.title'),
      close: say('app.close'),
      metadata: '',
      last: true,
      blocks: [section(say.mrkdwn('share.done', { channel: { mrkdwn: `<#${channelId}>` } })), ...supportAndHelp(say)],
    });
  },
};
