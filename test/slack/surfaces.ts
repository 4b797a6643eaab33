import type { HomeView, ModalView } from '@slack/types';
import type { Account } from '../../src/domain/account.ts';
import { defaultBrand } from '../../src/domain/account.ts';
import { MOST_WINDOWS } from '../../src/domain/hours.ts';
import { PURPOSES } from '../../src/domain/purpose.ts';
import { noAccessModal } from '../../src/slack/access/no-access.ts';
import { usersView } from '../../src/slack/access/users.ts';
import { welcomeMessage } from '../../src/slack/access/welcome.ts';
import { accountsMessage } from '../../src/slack/account/accounts.ts';
import { brandView } from '../../src/slack/account/brand.ts';
import { firstRun } from '../../src/slack/account/first-run.ts';
import { launchedModal, launchView } from '../../src/slack/account/launch.ts';
import type { Message } from '../../src/slack/block-kit.ts';
import { form } from '../../src/slack/contact/form.ts';
import { savedModal } from '../../src/slack/contact/saved.ts';
import { statusMessage } from '../../src/slack/contact/status.ts';
import { faultMessage, faultModal } from '../../src/slack/fault/fault.ts';
import { home } from '../../src/slack/home/home.ts';
import { draftsOf, hoursView, withOneMore } from '../../src/slack/hours/view.ts';
import { helpMessage, helpModal } from '../../src/slack/support/help.ts';
import { supportMessage, supportModal } from '../../src/slack/support/support.ts';
import type { Viewer } from '../../src/slack/viewer.ts';

/** Everything that a surface can be made of: an account, and what happened around it. */
export interface Scene {
  account: Account;
  /** All accounts of the person. */
  accounts: readonly Account[];
  now: Date;
  /** What happened just now, in the form's words. */
  notice: readonly string[];
}

export type Surface = ModalView | HomeView | Message;
export type Render = (scene: Scene, viewer: Viewer) => Surface;

const REFERENCE = 'K7Q2MX';
const SUPPORT = { email: 'support@platform.example', url: 'https://platform.example/support' };

/**
 * Every renderer that there is, by its id and the state that it is in. What is not in here fails a test: only what is
 * in here is held to Slack's limits, to both languages and to R12.
 */
export const SURFACES: Record<string, Render> = {
  [form.id]: ({ account, notice }, viewer) => form.render({ account, notice }, viewer),
  [savedModal.id]: ({ account }, viewer) =>
    savedModal.render(
      { account, changed: PURPOSES, unlocked: false, personal: account.sheet['tech-emergency'] },
      viewer,
    ),
  [`${savedModal.id} unlocked`]: ({ account }, viewer) =>
    savedModal.render({ account, changed: PURPOSES, unlocked: true }, viewer),
  [statusMessage.id]: ({ account, now }, viewer) => statusMessage.render({ account, now }, viewer),

  [hoursView.id]: ({ account }, viewer) =>
    hoursView.render({ account, drafts: draftsOf(account.sheet['support-hours'], viewer.person.zone) }, viewer),
  [`${hoursView.id} one more`]: ({ account, notice }, viewer) => {
    const drafts = draftsOf(account.sheet['support-hours'].slice(0, MOST_WINDOWS - 1), viewer.person.zone);
    return hoursView.render({ account, drafts: withOneMore(drafts, viewer.person.zone), notice: notice[0] }, viewer);
  },

  [usersView.id]: ({ account, now }, viewer) => usersView.render({ account, now }, viewer),
  [`${usersView.id} added`]: ({ account, now }, viewer) =>
    usersView.render({ account, now, added: account.members[0]?.userId ?? null }, viewer),
  [welcomeMessage.id]: ({ account }, viewer) => welcomeMessage.render({ account, by: 'UBY', role: 'editor' }, viewer),
  [noAccessModal.id]: ({ account, accounts, now }, viewer) => noAccessModal.render({ account, accounts, now }, viewer),
  [`${noAccessModal.id} none`]: ({ accounts, now }, viewer) =>
    noAccessModal.render({ account: null, accounts, now }, viewer),
  [`${noAccessModal.id} nobody`]: ({ now }, viewer) =>
    noAccessModal.render({ account: null, accounts: [], now }, viewer),

  [accountsMessage.id]: ({ accounts }, viewer) => accountsMessage.render({ accounts, pick: false }, viewer),
  [`${accountsMessage.id} pick`]: ({ accounts }, viewer) => accountsMessage.render({ accounts, pick: true }, viewer),
  [firstRun.id]: (_, viewer) => firstRun.render({}, viewer),
  [brandView.id]: ({ account }, viewer) => {
    const brand = defaultBrand(account) ?? { id: 'none', name: '–', supportAlias: null };
    return brandView.render({ account, brand }, viewer);
  },
  [launchView.id]: ({ account }, viewer) => launchView.render({ account }, viewer),
  [launchedModal.id]: ({ account }, viewer) => launchedModal.render({ account }, viewer),

  [home.id]: ({ account, accounts, now }, viewer) =>
    home.render({ accounts, shown: account, maySetUp: true, now }, viewer),
  [`${home.id} list`]: ({ accounts, now }, viewer) =>
    home.render({ accounts, shown: null, maySetUp: true, now }, viewer),
  [`${home.id} nothing`]: ({ now }, viewer) => home.render({ accounts: [], shown: null, maySetUp: true, now }, viewer),
  [`${home.id} outsider`]: ({ now }, viewer) =>
    home.render({ accounts: [], shown: null, maySetUp: false, now }, viewer),

  [supportModal.id]: ({ account }, viewer) => supportModal.render({ support: SUPPORT, account }, viewer),
  [supportMessage.id]: (_, viewer) => supportMessage.render({ support: SUPPORT, account: null }, viewer),
  [`${supportMessage.id} none`]: (_, viewer) =>
    supportMessage.render({ support: { email: null, url: null }, account: null }, viewer),
  [helpModal.id]: (_, viewer) => helpModal.render({}, viewer),
  [helpMessage.id]: ({ notice }, viewer) => helpMessage.render({ notice: notice[0] ?? null }, viewer),
  [faultMessage.id]: (_, viewer) => faultMessage.render({ reference: REFERENCE }, viewer),
  [faultModal.id]: (_, viewer) => faultModal.render({ reference: REFERENCE }, viewer),
};
