import type { ModalView } from '@slack/types';
import type { Account } from '../../domain/account.ts';
import { field, modal, section, VALUE } from '../block-kit.ts';
import { conversationOf, type Submitted } from '../submitted.ts';
import { supportAndHelp } from '../support/support.ts';
import { metadataOf, requireInternal } from '../surface.ts';
import type { Viewer } from '../viewer.ts';

export const OPEN_CHANNEL = 'access.channel';

export interface ChannelState {
  account: Account;
  /** The settings lie below the view. */
  settings?: boolean;
}

/** Where access requests are shown (A2). */
export const channelView = {
  id: 'access.route',

  render({ account, settings = false }: ChannelState, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { say } = viewer;
    return modal({
      id: channelView.id,
      title: say('users.channel.title'),
      submit: say('app.save'),
      close: say('app.back'),
      metadata: metadataOf(account, settings ? { settings } : {}),
      blocks: [
        section(channelText(account, viewer)),
        field(
          'channel',
          say('users.channel'),
          {
            type: 'conversations_select',
            action_id: VALUE,
            // Hints for the client: what is chosen is checked again when it is saved, and whenever a card is posted.
            filter: { include: ['public', 'private'], exclude_external_shared_channels: true, exclude_bot_users: true },
            ...(account.adminChannelId && { initial_conversation: account.adminChannelId }),
          },
          { hint: say('users.channel.hint'), optional: true },
        ),
        ...supportAndHelp(say),
      ],
    });
  },

  parse: (values: Submitted): { channelId: string | null } => ({ channelId: conversationOf(values, 'channel') }),
};

export const channelText = ({ adminChannelId }: Account, { say }: Viewer): string =>
  adminChannelId
    ? say.mrkdwn('users.channel.line', { channel: { mrkdwn: `<#${adminChannelId}>` } })
    : say.mrkdwn('users.channel.none');
