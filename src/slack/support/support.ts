import type { ModalView } from '@slack/types';
import type { Account } from '../../domain/account.ts';
import type { Say } from '../../i18n/say.ts';
import { type Blocks, button, type Message, modal, section } from '../block-kit.ts';
import { metadataOf } from '../surface.ts';
import type { Viewer } from '../viewer.ts';

/** Where the people behind the platform are reached. */
export interface SupportContact {
  email: string | null;
  url: string | null;
}

export const CONTACT_SUPPORT = 'support.open';
export const GET_HELP = 'help.open';
/** Slack opens the link by itself and still reports the click. */
export const SUPPORT_LINK = 'support.link';

/** The last words of every view (R20): support first, then help, each with its button on the right. */
export const supportAndHelp = (say: Say): Blocks => [
  section(say.mrkdwn('support.line'), button(CONTACT_SUPPORT, say('support.button'))),
  section(say.mrkdwn('help.line'), button(GET_HELP, say('help.button'))),
];

export interface SupportState {
  support: SupportContact;
  /** The account that the person was looking at; null if there was none, or they may not know it. */
  account: Account | null;
}

export const supportModal = {
  id: 'support.view',

  render({ support, account }: SupportState, { say }: Viewer): ModalView {
    return modal({
      id: supportModal.id,
      title: say('support.title'),
      close: say('app.close'),
      metadata: account ? metadataOf(account) : '',
      blocks: [...supportBlocks({ support, account }, say), ...supportAndHelp(say)],
    });
  },
};

export const supportMessage = {
  id: 'support.message',

  render(state: SupportState, { say }: Viewer): Message {
    const { email, url } = state.support;
    const how = email
      ? say('support.text.email', { email })
      : url
        ? say('support.text.url', { url })
        : say('support.text.none');
    return { text: say('support.text', { how }), blocks: [...supportBlocks(state, say), ...supportAndHelp(say)] };
  },
};

function supportBlocks({ support, account }: SupportState, say: Say): Blocks {
  const { email, url } = support;
  const blocks: Blocks = [];
  if (account) {
    const environment = say(`environment.${account.environment}`);
    blocks.push(section(say.mrkdwn('support.about', { account: account.name, environment })));
  }
  if (email) blocks.push(section(say.mrkdwn('support.email', { email })));
  if (url) {
    const open = { ...button(SUPPORT_LINK, say('support.url.button')), url };
    blocks.push(section(say.mrkdwn('support.url'), open));
  }
  blocks.push(section(say.mrkdwn(email || url ? 'support.reference' : 'support.none')));
  return blocks;
}
