import type { ExternalSelect, ModalView } from '@slack/types';
import { type Outline, pageOf, worstFirst } from '../../domain/outline.ts';
import { escapeMrkdwn, type Say } from '../../i18n/say.ts';
import { actions, type Blocks, button, context, type Message, modal, plain, section } from '../block-kit.ts';
import { readinessText } from '../contact/status.ts';
import { supportAndHelp } from '../support/support.ts';
import { requireInternal } from '../surface.ts';
import type { Viewer } from '../viewer.ts';
import { type Meant, writeChoice } from './choice.ts';
import { SET_UP } from './first-run.ts';

/** A click or a search that leads to one account. */
export const CHOOSE = 'account.choose';
export const TURN_PAGE = 'account.page';

const A_PAGE = 10;
/** With more accounts than this, a search stands above them. */
const FEW = 5;

export interface AccountsState {
  /** Accounts that the person is a member of. */
  accounts: readonly Outline[];
  /** From 0. */
  page: number;
}

/** Every account of a person with its readiness, the worst first, a page at a time. */
export const accountsView = {
  id: 'account.list',

  render({ accounts, page }: AccountsState, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { say } = viewer;
    return modal({
      id: accountsView.id,
      title: say('accounts.heading'),
      close: say('app.close'),
      metadata: '',
      blocks: [
        ...accountBlocks({ accounts, page }, { command: 'open' }, say),
        actions(button(SET_UP, say('accounts.add'))),
        ...supportAndHelp(say),
      ],
    });
  },
};

/** Asked because a command could have meant any of several accounts; what was meant goes on with the chosen one. */
export const pickMessage = {
  id: 'account.pick',

  render({ accounts, meant }: { accounts: readonly Outline[]; meant: Meant }, viewer: Viewer): Message {
    requireInternal(viewer);
    const { say } = viewer;
    const shown = worstFirst(accounts).slice(0, FEW);
    const question = say('command.pick', { count: accounts.length });
    const lines = shown.map((account) => `${account.name}: ${readinessText(account, say)}`);
    const more = accounts.length - shown.length;
    return {
      text: [
        question,
        escapeMrkdwn(`${lines.join('; ')}.`),
        ...(more > 0 ? [say('accounts.more', { count: more })] : []),
      ].join(' '),
      blocks: [
        section(question),
        ...(more > 0 ? [search(accounts.length, meant, say)] : []),
        ...shown.map((account) => row(account, meant, say)),
        ...supportAndHelp(say),
      ],
    };
  },
};

/** A page of accounts as the list and Home share it. @param meant what is done with the one that is chosen */
export function accountBlocks({ accounts, page: wanted }: AccountsState, meant: Meant, say: Say): Blocks {
  const { items, page, pages } = pageOf(worstFirst(accounts), wanted, A_PAGE);
  const turns = [
    ...(page > 0 ? [button(TURN_PAGE, say('accounts.back'), { value: String(page - 1) })] : []),
    ...(page < pages - 1 ? [button(TURN_PAGE, say('accounts.forth'), { value: String(page + 1) })] : []),
  ];
  return [
    ...(accounts.length > FEW ? [search(accounts.length, meant, say)] : []),
    ...items.map((account) => row(account, meant, say)),
    ...(pages > 1 ? [context(say('accounts.page', { page: page + 1, pages }))] : []),
    // Each in a block of its own: two buttons of one block cannot do the same.
    ...turns.map((turn) => actions(turn)),
  ];
}

/** The server searches the names; what was meant is found in the name of the block. */
const search = (count: number, meant: Meant, say: Say): Blocks[number] => ({
  ...section(say.mrkdwn('accounts.find', { count }), finder(say)),
  block_id: writeChoice(meant),
});

const finder = (say: Say): ExternalSelect => ({
  type: 'external_select',
  action_id: CHOOSE,
  min_query_length: 0,
  placeholder: plain(say('accounts.find.placeholder')),
});

function row(account: Outline, meant: Meant, say: Say): Blocks[number] {
  const opens = meant.command === 'open' || meant.command === 'home';
  const readiness = { mrkdwn: escapeMrkdwn(readinessText(account, say)) };
  const choose = button(CHOOSE, say(opens ? 'accounts.open' : 'accounts.pick'), {
    value: writeChoice(meant, account.id),
  });
  const label = say(opens ? 'accounts.open.label' : 'accounts.pick.label', { account: account.name });
  return {
    ...section(say.mrkdwn('accounts.line', { account: account.name, readiness }), {
      ...choose,
      accessibility_label: label.slice(0, 75),
    }),
    block_id: `account.${account.id}`,
  };
}
