import type { ModalView } from '@slack/types';
import type { Account } from '../../domain/account.ts';
import { field, modal, section, VALUE } from '../block-kit.ts';
import { purposeHint, purposeName } from '../contact/words.ts';
import { type Submitted, usersOf } from '../submitted.ts';
import { supportAndHelp } from '../support/support.ts';
import { metadataOf, requireInternal } from '../surface.ts';
import type { Viewer } from '../viewer.ts';

export const OPEN_LAUNCH = 'launch.open';

/** Launches to production and asks for the alert contacts in the same step (R8). */
export const launchView = {
  id: 'launch.confirm',

  render({ account }: { account: Account }, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { say, person } = viewer;
    return modal({
      id: launchView.id,
      title: say('launch.title'),
      submit: say('launch.submit'),
      close: say('app.cancel'),
      metadata: metadataOf(account, { revision: account.revision }),
      blocks: [
        section(say.mrkdwn('launch.intro', { account: account.name })),
        field(
          'alert',
          purposeName('alert', say),
          { type: 'multi_users_select', action_id: VALUE, initial_users: [person.userId] },
          { hint: purposeHint('alert', say) },
        ),
        ...supportAndHelp(say),
      ],
    });
  },

  parse: (values: Submitted): { alert: string[] } => ({ alert: usersOf(values, 'alert') ?? [] }),
};

export const launchedModal = {
  id: 'launch.done',

  render({ account }: { account: Account }, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { say } = viewer;
    return modal({
      id: launchedModal.id,
      title: say('launch.launched.heading'),
      close: say('app.close'),
      metadata: '',
      last: true,
      blocks: [section(say.mrkdwn('launch.launched', { account: account.name })), ...supportAndHelp(say)],
    });
  },
};
