import type { ModalView } from '@slack/types';
import { admins } from '../../domain/access.ts';
import type { Account } from '../../domain/account.ts';
import { route } from '../../domain/route.ts';
import { mention, type Say } from '../../i18n/say.ts';
import { type Blocks, modal, section } from '../block-kit.ts';
import { windowText } from '../hours/words.ts';
import { supportAndHelp } from '../support/support.ts';
import type { Viewer } from '../viewer.ts';

/** More admins than this need not be named. */
const MOST_NAMED = 5;

export interface NoAccessState {
  /** The account that was meant; null if the person has none and named none. */
  account: Account | null;
  /** The workspace's accounts, whose admins can be asked. */
  accounts: readonly Account[];
  now: Date;
}

/** What whoever is no member sees: whom to ask, and of an account only what a third party may know. */
export const noAccessModal = {
  id: 'access.none',

  render(state: NoAccessState, viewer: Viewer): ModalView {
    const { say } = viewer;
    return modal({
      id: noAccessModal.id,
      title: say('no-access.title'),
      close: say('app.close'),
      metadata: '',
      blocks: [...noAccessBlocks(state, viewer), ...supportAndHelp(say)],
    });
  },
};

function noAccessBlocks({ account, accounts, now }: NoAccessState, viewer: Viewer): Blocks {
  const { say, person, role } = viewer;
  const asked = account ? [account] : accounts;
  const named = adminsText(asked, now, say);
  const lines = [
    role
      ? say.mrkdwn('no-access.role', { admins: named })
      : person.standing !== 'member'
        ? say.mrkdwn('no-access.outside')
        : named.mrkdwn
          ? say.mrkdwn('no-access.body', { count: account ? 1 : 2, admins: named })
          : say.mrkdwn('no-access.nobody'),
    ...sharedLines(account, say),
  ];
  return lines.map((line) => section(line));
}

/** The one contact and the hours that anybody may know. */
function sharedLines(account: Account | null, say: Say): string[] {
  if (!account) return [];
  const contact = route(account, 'ops-users', account.environment, 'third-party');
  const hours = route(account, 'support-hours', account.environment, 'third-party');
  return [
    ...(contact.kind === 'addresses' ? [say.mrkdwn('shared.contact', { address: contact.addresses.join(', ') })] : []),
    ...(hours.kind === 'hours'
      ? [say.mrkdwn('shared.hours', { hours: hours.windows.map((window) => windowText(window, say)).join('; ') })]
      : []),
  ];
}

/** The admins that can be asked, as mentions. */
export function adminsText(accounts: readonly Account[], now: Date, say: Say): { mrkdwn: string } {
  const userIds = new Set(accounts.flatMap((account) => admins(account, now).map((admin) => admin.userId)));
  return { mrkdwn: say.list([...userIds].slice(0, MOST_NAMED).map((userId) => mention(userId).mrkdwn)) };
}
