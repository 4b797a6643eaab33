import type { ModalView } from '@slack/types';
import { type Account, type Brand, defaultBrand } from '../../domain/account.ts';
import { MOST_BRANDS } from '../../domain/brand.ts';
import { merchantRule } from '../../domain/integration.ts';
import type { Say } from '../../i18n/say.ts';
import { channelText, OPEN_CHANNEL } from '../access/channel.ts';
import { actions, type Blocks, button, divider, header, modal, section } from '../block-kit.ts';
import { driftBlocks } from '../brand/drift.ts';
import { EDIT_BRAND, NEW_BRAND } from '../brand/edit.ts';
import { openPlanButton } from '../plan/open.ts';
import { supportAndHelp } from '../support/support.ts';
import { metadataOf, requireInternal } from '../surface.ts';
import type { Viewer } from '../viewer.ts';
import { LINK_CHANNEL, UNLINK_CHANNEL } from './channels.ts';
import { EDIT_INTEGRATIONS, integrationName } from './integrations.ts';
import { RENAME } from './rename.ts';

export const OPEN_SETTINGS = 'settings.open';

/** More than this are counted, not listed: a view has room for a hundred blocks. */
const MOST_LISTED = 30;

export interface SettingsState {
  account: Account;
  /** Channel ids in which commands mean this account. */
  channels: readonly string[];
  /** The channel in which the settings were asked for: the one that is linked most easily. */
  here?: string | null;
  /** What happened just now, as mrkdwn. */
  notice?: string | null;
}

/** What the account is: its name, brands, integrations and channels. Admins change it here, the others read it (A6). */
export const settingsView = {
  id: 'settings.view',

  render({ account, channels, here = null, notice = null }: SettingsState, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { say, role } = viewer;
    const admin = role === 'admin';
    const change = (action: string) => (admin ? button(action, say('settings.change')) : undefined);
    const environment = say(`environment.${account.environment}`);
    return modal({
      id: settingsView.id,
      title: say('settings.title'),
      close: say('app.close'),
      metadata: metadataOf(account, here ? { channel: here } : {}),
      blocks: [
        ...(notice ? [section(notice), divider()] : []),
        section(say.mrkdwn('settings.account', { account: account.name, environment }), change(RENAME)),
        ...(admin ? [] : [section(say.mrkdwn('settings.read-only'))]),
        ...driftBlocks(account, viewer),
        ...brandBlocks(account, admin, say),
        header(say('settings.integrations')),
        section(integrationsText(account, say), change(EDIT_INTEGRATIONS)),
        section(say.mrkdwn('plan.settings'), openPlanButton(account, say)),
        ...channelBlocks(channels, admin, say),
        ...(admin
          ? [divider(), section(channelText(account, viewer), button(OPEN_CHANNEL, say('settings.change')))]
          : []),
        ...supportAndHelp(say),
      ],
    });
  },
};

function brandBlocks(account: Account, admin: boolean, say: Say): Blocks {
  const full = account.brands.length >= MOST_BRANDS;
  return [
    header(say('settings.brands')),
    ...account.brands.map((brand) => brandBlock(account, brand, admin, say)),
    ...(admin && !full ? [actions(button(NEW_BRAND, say('brand.new')))] : []),
  ];
}

function brandBlock(account: Account, brand: Brand, admin: boolean, say: Say): Blocks[number] {
  const key = brand.id === defaultBrand(account)?.id ? 'settings.brand.default' : 'settings.brand';
  const alias = brand.supportAlias ?? say('settings.brand.no-alias');
  const change = {
    ...button(EDIT_BRAND, say('settings.change'), { value: brand.id }),
    // A label has as many characters as a button's text.
    accessibility_label: say('settings.brand.change', { brand: [...brand.name].slice(0, 50).join('') }),
  };
  return section(say.mrkdwn(key, { brand: brand.name, alias }), admin ? change : undefined);
}

/** What the account integrates, and what that means for the contact for merchant issues (R4). */
function integrationsText({ integrations }: Account, say: Say): string {
  const names = integrations.map((type) => integrationName(type, say));
  const list = names.length > 0 ? say.list(names) : say('settings.integrations.none');
  return `${say.mrkdwn('settings.integrations.list', { list })}\n${say.mrkdwn(`integrations.rule.${merchantRule(integrations)}`)}`;
}

function channelBlocks(channels: readonly string[], admin: boolean, say: Say): Blocks {
  const more = channels.length - MOST_LISTED;
  const unlink = (channelId: string) => button(UNLINK_CHANNEL, say('channels.unlink'), { value: channelId });
  return [
    header(say('settings.channels')),
    section(say.mrkdwn(channels.length > 0 ? 'settings.channels.some' : 'settings.channels.none')),
    ...channels
      .slice(0, MOST_LISTED)
      .map((channelId) => section(`<#${channelId}>`, admin ? unlink(channelId) : undefined)),
    ...(more > 0 ? [section(say.mrkdwn('settings.channels.more', { count: more }))] : []),
    ...(admin ? [actions(button(LINK_CHANNEL, say('channels.link')))] : []),
  ];
}
