import type { HomeView } from '@slack/types';
import type { Account } from '../../domain/account.ts';
import { NO_PLAN, type Plan } from '../../domain/coverage/plan.ts';
import type { Known } from '../../domain/finding.ts';
import type { Outline } from '../../domain/outline.ts';
import { completeness, isLocked } from '../../domain/sheet.ts';
import { REQUEST_ACCESS } from '../access/request.ts';
import { SEE_USERS } from '../access/users.ts';
import { accountBlocks } from '../account/accounts.ts';
import { SET_UP } from '../account/first-run.ts';
import { actions, type Blocks, button, header, section } from '../block-kit.ts';
import { OPEN_FORM } from '../contact/form.ts';
import { statusBlocks } from '../contact/status.ts';
import { purposeNames } from '../contact/words.ts';
import { coverageLine } from '../coverage/line.ts';
import { OPEN_SETTINGS } from '../settings/settings.ts';
import { OPEN_SHARE } from '../share/preview.ts';
import { supportAndHelp } from '../support/support.ts';
import { requireInternal } from '../surface.ts';
import type { Viewer } from '../viewer.ts';

export const ALL_ACCOUNTS = 'home.accounts';

export interface HomeState {
  /** Accounts that the person is a member of. */
  accounts: readonly Outline[];
  /** Of the list, from 0. */
  page?: number;
  /** The one that is shown; null shows the list. */
  shown: Account | null;
  /** What the findings of the shown account rest on besides (X6). */
  known?: Known;
  /** What the coverage of the shown account rests on besides its hours. */
  plan?: Plan;
  /** Whether the person may set an account up; guests and strangers may not. */
  maySetUp: boolean;
  /** Whether the workspace has accounts to which the person can ask for access. */
  mayAsk: boolean;
  now: Date;
}

/** The portal: what needs me, the sheet and everything that can be done about it. */
export const home = {
  id: 'home',

  render(state: HomeState, viewer: Viewer): HomeView {
    const { say } = viewer;
    return { type: 'home', callback_id: home.id, blocks: [...body(state, viewer), ...supportAndHelp(say)] };
  },
};

function body(state: HomeState, viewer: Viewer): Blocks {
  const { accounts, page = 0, shown, maySetUp, mayAsk, now, known = {}, plan = NO_PLAN } = state;
  const { say } = viewer;
  if (!shown && accounts.length === 0) {
    if (!maySetUp) return [header(say('home.heading')), section(say.mrkdwn('no-access.outside'))];
    if (mayAsk) {
      const ask = button(REQUEST_ACCESS, say('access.request'), { style: 'primary' });
      const another = button(SET_UP, say('accounts.add'));
      return [header(say('home.heading')), section(say.mrkdwn('home.none')), actions(ask, another)];
    }
    const setUp = button(SET_UP, say('home.first.button'), { style: 'primary' });
    return [header(say('home.heading')), section(say.mrkdwn('home.first')), actions(setUp)];
  }
  requireInternal(viewer);
  if (!shown) {
    return [
      header(say('accounts.heading')),
      ...accountBlocks({ accounts, page }, { command: 'home' }, say),
      actions(button(SET_UP, say('accounts.add'))),
    ];
  }
  const more = [
    button(SEE_USERS, say('home.users'), { value: shown.id }),
    ...(isLocked(shown) ? [] : [button(OPEN_SETTINGS, say('settings.button'), { value: shown.id })]),
    ...(accounts.length > 1 ? [button(ALL_ACCOUNTS, say('home.accounts'))] : [button(SET_UP, say('accounts.add'))]),
  ];
  if (!isLocked(shown)) {
    const share = button(OPEN_SHARE, say('home.share'), { value: shown.id });
    return [
      ...statusBlocks({ account: shown, now, known }, viewer),
      coverageLine({ account: shown, plan, now }, viewer),
      actions(share, ...more),
    ];
  }
  const { missing } = completeness(shown);
  return [
    header(shown.name),
    section(say.mrkdwn('home.locked', { account: shown.name })),
    section(say.mrkdwn('form.missing', { missing: purposeNames(missing, say) })),
    actions(button(OPEN_FORM, say('home.complete'), { value: shown.id, style: 'primary' }), ...more),
  ];
}
