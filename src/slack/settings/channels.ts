import type { ModalView } from '@slack/types';
import type { Account } from '../../domain/account.ts';
import { field, modal, section, VALUE } from '../block-kit.ts';
import { conversationOf, type Submitted } from '../submitted.ts';
import { supportAndHelp } from '../support/support.ts';
import { metadataOf, requireInternal } from '../surface.ts';
import type { Viewer } from '../viewer.ts';

export const LINK_CHANNEL = 'channel.open';
export const UNLINK_CHANNEL = 'channel.unlink';

export interface LinkState {
  account: Account;
  /** The channel in which the settings were asked for. */
  here?: string | null | undefined;
}

/** A direct message cannot be linked, and would be no choice of the select. */
const CHANNEL = /^[CG][A-Z0-9]+$/;

/** Chooses a channel in which commands mean this account: the one that the person is in, or another. */
export const linkView = {
  id: 'channel.link',

  render({ account, here }: LinkState, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { say } = viewer;
    return modal({
      id: linkView.id,
      title: say('channels.link'),
      submit: say('channels.submit'),
      close: say('app.back'),
      metadata: metadataOf(account, { settings: true }),
      blocks: [
        section(say.mrkdwn('channels.intro', { account: account.name })),
        field(
          'channel',
          say('channels.channel'),
          {
            type: 'conversations_select',
            action_id: VALUE,
            ...(here && CHANNEL.test(here)
              ? { initial_conversation: here }
              : { default_to_current_conversation: true }),
            // A hint for the client: what is chosen is checked again when it is saved.
            filter: { include: ['public', 'private'], exclude_bot_users: true },
          },
          { hint: say('channels.hint') },
        ),
        ...supportAndHelp(say),
      ],
    });
  },

  parse: (values: Submitted): { channelId: string | null } => ({ channelId: conversationOf(values, 'channel') }),
};
