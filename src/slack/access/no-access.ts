import type { ModalView } from '@slack/types';
import { admins } from '../../domain/access.ts';
import type { Account } from '../../domain/account.ts';
import type { AccessRequest } from '../../domain/request.ts';
import { route } from '../../domain/route.ts';
import { daysToAnswer } from '../../domain/waiting.ts';
import { mention, type Say } from '../../i18n/say.ts';
import { actions, type Blocks, button, modal, section } from '../block-kit.ts';
import { windowText } from '../hours/words.ts';
import { supportAndHelp } from '../support/support.ts';
import { dateText, type Viewer } from '../viewer.ts';
import { WITHDRAW } from './pending.ts';
import { RECOVER } from './recover.ts';
import { REQUEST_ACCESS } from './request.ts';

/** More than these need not be named. */
const MOST_NAMED = 5;

export interface NoAccessState {
  /** The account that was meant; null if the person has none and named none. */
  account: Account | null;
  /** The workspace's accounts, to which access can be requested. */
  accounts: readonly Account[];
  /** Accounts without a reachable admin, which this person may take over as an owner of the workspace. */
  recoverable: readonly Account[];
  /** The person's own request that waits. */
  pending: { account: Account; request: AccessRequest } | null;
  now: Date;
}

/** What whoever is no member sees: the way to ask (A1), and of an account only what a third party may know (A9). */
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

function noAccessBlocks(state: NoAccessState, viewer: Viewer): Blocks {
  const { account, recoverable } = state;
  const { say } = viewer;
  return [
    section(whyText(state, viewer)),
    ...sharedLines(account, say).map((line) => section(line)),
    ...wayIn(state, viewer),
    ...recoverable.slice(0, MOST_NAMED).map((lost) => {
      const take = button(RECOVER, say('recover.button'), { value: lost.id });
      return section(say.mrkdwn('recover.line', { account: lost.name }), take);
    }),
  ];
}

function whyText({ account, accounts, now }: NoAccessState, viewer: Viewer): string {
  const { say, person, role } = viewer;
  const named = adminsText(account ? [account] : accounts, now, say);
  if (person.standing !== 'member') return say.mrkdwn('no-access.outside');
  if (role) return say.mrkdwn('no-access.role', { admins: named });
  if (!named.mrkdwn) return say.mrkdwn('no-access.nobody');
  return say.mrkdwn('no-access.body', { count: account ? 1 : 2, admins: named });
}

/** The request that waits, or the button that makes one. */
function wayIn({ account, accounts, pending }: NoAccessState, viewer: Viewer): Blocks {
  const { say, person } = viewer;
  if (person.standing !== 'member') return [];
  if (pending) {
    const { request } = pending;
    const text = say.mrkdwn('request.pending', {
      user: mention(request.forUser),
      account: pending.account.name,
      role: say(`role.${request.role}`),
      date: dateText(request.requestedAt, viewer),
      days: daysToAnswer(request),
    });
    return [section(text, button(WITHDRAW, say('request.withdraw'), { value: request.id }))];
  }
  if (accounts.length === 0) return [];
  const value = account ? { value: account.id } : {};
  return [actions(button(REQUEST_ACCESS, say('access.request'), { ...value, style: 'primary' }))];
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
