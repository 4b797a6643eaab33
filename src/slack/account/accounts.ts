import type { Account } from '../../domain/account.ts';
import { completeness } from '../../domain/sheet.ts';
import { escapeMrkdwn, type Say } from '../../i18n/say.ts';
import { actions, type Blocks, button, header, type Message, section } from '../block-kit.ts';
import { OPEN_FORM } from '../contact/form.ts';
import { readinessText } from '../contact/status.ts';
import { supportAndHelp } from '../support/support.ts';
import { requireInternal } from '../surface.ts';
import type { Viewer } from '../viewer.ts';
import { SET_UP } from './first-run.ts';

/** A message has 50 blocks; this leaves room for what stands around the accounts. */
const MOST_LISTED = 40;

export interface AccountsState {
  /** Accounts that the person is a member of. */
  accounts: readonly Account[];
  /** Asked because a command could have meant any of them. */
  pick: boolean;
}

/** Every account of a person with its readiness, the least complete first. */
export const accountsMessage = {
  id: 'account.list',

  render({ accounts, pick }: AccountsState, viewer: Viewer): Message {
    requireInternal(viewer);
    const { say } = viewer;
    const lines = worstFirst(accounts).map((account) => `${account.name}: ${readinessText(account, say)}`);
    return {
      text: say('accounts.text', { accounts: lines.slice(0, MOST_LISTED).join('; ') }),
      blocks: [
        header(say('accounts.heading')),
        ...(pick ? [section(say.mrkdwn('command.pick', { count: accounts.length }))] : []),
        ...accountBlocks(accounts, OPEN_FORM, say),
        actions(button(SET_UP, say('accounts.add'))),
        ...supportAndHelp(say),
      ],
    };
  },
};

/** @param action what the button at each account does, with the account as its value. */
export function accountBlocks(accounts: readonly Account[], action: string, say: Say): Blocks {
  const listed = worstFirst(accounts).slice(0, MOST_LISTED);
  const more = accounts.length - listed.length;
  return [
    ...listed.map((account) => ({
      ...section(
        say.mrkdwn('accounts.line', {
          account: account.name,
          readiness: { mrkdwn: escapeMrkdwn(readinessText(account, say)) },
        }),
        {
          ...button(action, say('accounts.open'), { value: account.id }),
          accessibility_label: say('accounts.open.label', { account: account.name }),
        },
      ),
      block_id: `account.${account.id}`,
    })),
    ...(more > 0 ? [section(say.mrkdwn('accounts.more', { count: more }))] : []),
  ];
}

const worstFirst = (accounts: readonly Account[]): Account[] => {
  const missing = (account: Account) => completeness(account).missing.length;
  return [...accounts].sort((one, other) => missing(other) - missing(one) || one.name.localeCompare(other.name));
};
