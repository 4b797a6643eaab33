import type { ModalView } from '@slack/types';
import { coverInterval, NO_PLAN } from '../../src/domain/coverage/plan.ts';
import { outlineOf } from '../../src/domain/outline.ts';
import { decideIntegrations } from '../../src/domain/settings.ts';
import { channelView } from '../../src/slack/access/channel.ts';
import { memberView, revokeView } from '../../src/slack/access/member.ts';
import { recoverView } from '../../src/slack/access/recover.ts';
import { requestView } from '../../src/slack/access/request.ts';
import { reviewView } from '../../src/slack/access/review.ts';
import { usersView } from '../../src/slack/access/users.ts';
import { brandView } from '../../src/slack/account/brand.ts';
import { firstRun } from '../../src/slack/account/first-run.ts';
import { launchView } from '../../src/slack/account/launch.ts';
import { editBrandView, newBrandView } from '../../src/slack/brand/edit.ts';
import { form } from '../../src/slack/contact/form.ts';
import { coverageView } from '../../src/slack/coverage/coverage.ts';
import { coverValue, gapValue } from '../../src/slack/coverage/value.ts';
import { exportView } from '../../src/slack/export/view.ts';
import { historyModal } from '../../src/slack/history/modal.ts';
import { home } from '../../src/slack/home/home.ts';
import { draftsOf, hoursView } from '../../src/slack/hours/view.ts';
import { importView } from '../../src/slack/import/view.ts';
import { exceptionView } from '../../src/slack/plan/exception.ts';
import { holidaysView } from '../../src/slack/plan/holidays.ts';
import { targetView } from '../../src/slack/plan/target.ts';
import { planView } from '../../src/slack/plan/view.ts';
import { askView } from '../../src/slack/section/ask.ts';
import { fillView } from '../../src/slack/section/fill.ts';
import { seenValue } from '../../src/slack/seen.ts';
import { linkView } from '../../src/slack/settings/channels.ts';
import { confirmIntegrationsView, integrationsView } from '../../src/slack/settings/integrations.ts';
import { renameView } from '../../src/slack/settings/rename.ts';
import { settingsView } from '../../src/slack/settings/settings.ts';
import { previewView } from '../../src/slack/share/preview.ts';
import { codeView } from '../../src/slack/verification/code.ts';
import { mailboxKey } from '../../src/slack/verification/mailbox-key.ts';
import { verifyView } from '../../src/slack/verification/verify.ts';
import { viewerOf } from '../../src/slack/viewer.ts';
import { channel, choice, type Desk, day, text, user, users, type Values } from './desk.ts';
import { ASKED, COVER, GAP, LINKED, type World } from './matrix-world.ts';

const BRAZIL = { country: 'BR', region: '' };
const NATAL = { date: '2026-12-25', name: 'Natal', country: BRAZIL, zones: [] };

/** The views as an admin has them open: whoever forges a click or a submission could do no better. */
export function viewsOf({ here, lost, requests, asks, challenge, plan }: World, now: Date) {
  const person = {
    userId: 'UANA',
    name: 'Ana',
    standing: 'member',
    locale: 'en-US',
    zone: 'UTC',
    isOwner: false,
  } as const;
  const admin = viewerOf(person, here, now);
  const account = here;
  const mark = { userId: 'UMARK', role: 'viewer', endsAt: null } as const;
  const [brand] = here.brands;
  if (!brand) throw new Error('the account has no brand');
  return {
    coverage: coverageView.render({ account, plan: NO_PLAN, now }, admin),
    form: form.render({ account }, admin),
    hours: hoursView.render(
      { account, plan: NO_PLAN, now, drafts: draftsOf(here.sheet['support-hours'], 'UTC') },
      admin,
    ),
    users: usersView.render({ account, requests: [requests.here], now }, admin),
    member: memberView.render({ account, member: mark }, admin),
    revoke: revokeView.render({ account, member: mark }, admin),
    channel: channelView.render({ account }, admin),
    request: requestView.render({ account, accounts: [], propose: false }, admin),
    proposal: requestView.render({ account, accounts: [], propose: true }, admin),
    review: reviewView.render({ account, request: requests.here, verdict: 'approve' }, admin),
    recover: recoverView.render({ account: lost }, admin),
    ask: askView.render({ account, open: [asks.here] }, admin),
    fill: fillView.render({ account, ask: asks.here }, admin),
    brand: brandView.render({ account, brand }, admin),
    settings: settingsView.render({ account, channels: [LINKED] }, admin),
    rename: renameView.render({ account }, admin),
    newBrand: newBrandView.render({ account }, admin),
    editBrand: editBrandView.render({ account, brand: here.brands[1] ?? brand }, admin),
    integrations: integrationsView.render({ account }, admin),
    confirm: confirmIntegrationsView.render({ account, decision: toMenuFeed(account) }, admin),
    link: linkView.render({ account }, admin),
    launch: launchView.render({ account }, admin),
    history: historyModal.render({ account, changes: [], older: true, newer: true }, admin),
    export: exportView.render({ account, count: 1 }, admin),
    import: importView.render({ account, pieces: 1, preview: null }, admin),
    plan: planView.render({ account, plan, now }, admin),
    exception: exceptionView.render({ account }, admin),
    holidays: holidaysView.render(
      { account, countries: [{ ...BRAZIL, regionName: '' }], suggested: ['US'], offers: [NATAL] },
      admin,
    ),
    target: targetView.render({ account, preset: 'own', drafts: draftsOf(here.sheet['support-hours'], 'UTC') }, admin),
    verify: verifyView.render({ account, known: new Map(), mail: true, now }, admin),
    code: codeView.render({ account, address: ASKED, challenge: challenge.open, now }, admin),
    share: previewView.render({ account, plan: NO_PLAN, now, locale: 'en', channelId: null }, admin),
    firstRun: firstRun.render({}, admin),
    home: home.render({ accounts: [outlineOf(here)], shown: here, maySetUp: true, mayAsk: false, now }, admin),
  };
}

function toMenuFeed(account: World['here']) {
  const decision = decideIntegrations(account, ['menu-feed']);
  if (decision.kind === 'refused') throw new Error('the integrations were refused');
  return decision;
}

export type Views = ReturnType<typeof viewsOf>;
type ViewName = Exclude<keyof Views, 'home'>;

const wish = { role: choice('viewer'), reason: text('Why not') };
const chosen = (...types: string[]) => ({ selected_options: types.map((value) => ({ value })) });
const NAMED = text('Night Market');

/** What is entered into the view of each submission. */
export const SUBMISSIONS: Record<string, { in: ViewName; values: Values | ((world: World) => Values) }> = {
  'contact.save': { in: 'form', values: { 'tech-emergency': text('night@here.example') } },
  'hours.save': {
    in: 'hours',
    values: { 'start.0': { selected_time: '08:00' } },
  },
  'exception.add': { in: 'exception', values: { date: day('2026-05-04') } },
  'holiday.take': { in: 'holidays', values: { 'zone.BR.': choice('UTC') } },
  'target.save': { in: 'target', values: { 'start.0': { selected_time: '08:00' } } },
  'section.send': {
    in: 'ask',
    values: { section: choice('tech-emergency'), person: user('UNEW'), days: choice('3') },
  },
  'section.answer': { in: 'fill', values: { 'tech-emergency': text('night@here.example') } },
  'share.post': { in: 'share', values: { channel: channel('COURS') } },
  'access.grant': { in: 'users', values: { person: user('UNEW'), role: choice('editor') } },
  'access.change': { in: 'member', values: { role: choice('editor') } },
  'access.take': { in: 'revoke', values: {} },
  'access.route': { in: 'channel', values: { channel: channel('COURS') } },
  'access.request': { in: 'request', values: wish },
  'access.request, a proposal': { in: 'proposal', values: { ...wish, person: user('UNEW') } },
  'access.decide': { in: 'review', values: {} },
  'access.takeover': { in: 'recover', values: {} },
  'verify.code': { in: 'code', values: ({ challenge }) => ({ code: text(challenge.code) }) },
  'account.create': {
    in: 'firstRun',
    values: {
      name: NAMED,
      brand: NAMED,
      alias: text('help@night.example'),
      integrations: { selected_options: [{ value: 'menu-feed' }] },
    },
  },
  'brand.save': { in: 'brand', values: { alias: text('new@here.example') } },
  'account.rename': { in: 'rename', values: { name: text('Harvest Table and Bar') } },
  'brand.add': { in: 'newBrand', values: { name: text('Day Market'), alias: text('help@day.example') } },
  'brand.change': { in: 'editBrand', values: { name: text('Late Market') } },
  'integration.change': { in: 'integrations', values: { integrations: chosen('menu-feed') } },
  'integration.confirm': { in: 'confirm', values: {} },
  'channel.link': { in: 'link', values: { channel: channel('COURS') } },
  'export.send': { in: 'export', values: {} },
  'import.save': { in: 'import', values: { 'text.0': text('purpose,answer\ntech-emergency,night@here.example') } },
  'launch.confirm': { in: 'launch', values: { alert: users('UANA') } },
};

type Value = (world: World) => string;
const account: Value = ({ here }) => here.id;
const request: Value = ({ requests }) => requests.here.id;
const ask: Value = ({ asks }) => asks.here.id;
const mark: Value = () => 'UMARK';
const secondBrand: Value = ({ here }) => here.brands[1]?.id ?? '';
const mailbox: Value = ({ here }) => mailboxKey(here, 'api@here.example');
const asked: Value = ({ here }) => mailboxKey(here, ASKED);

/** What is typed into the view of each form that says when it is closed. */
const CLOSES: Record<string, { in: ViewName; values: Values }> = {
  'contact.save': { in: 'form', values: { 'tech-emergency': text('night@here.example') } },
  'hours.save': { in: 'hours', values: { 'start.0': { selected_time: '08:00' } } },
};

/** Where the button of each action stands, a message if it is not said, its value, and what its view holds. */
export const ACTIONS: Record<string, { in?: ViewName | 'home'; value?: Value; typed?: Values }> = {
  'contact.open': { value: account },
  'hours.open': { value: account },
  'hours.add': { in: 'hours' },
  'hours.remove': { in: 'hours', value: () => '0' },
  'plan.open': { value: account },
  'plan.page': { in: 'plan', value: () => '0' },
  'exception.new': { in: 'plan' },
  'exception.remove': { in: 'plan', value: ({ plan }) => plan.exceptions[0]?.id ?? '' },
  'holiday.open': { in: 'plan' },
  'country.find': { in: 'holidays', value: () => 'DE.BY' },
  'country.add': { in: 'holidays', value: () => 'US.' },
  'country.remove': { in: 'holidays', value: () => 'BR.' },
  'target.open': { in: 'plan' },
  'target.preset': { in: 'target' },
  'target.more': { in: 'target' },
  'target.less': { in: 'target', value: () => '0' },
  'coverage.open': { value: account },
  'coverage.draw': { in: 'coverage', value: account },
  'cover.take': { in: 'coverage', value: ({ here }) => gapValue(coverInterval(GAP), here.id) },
  'cover.return': { in: 'coverage', value: ({ here }) => coverValue(COVER, here.id) },
  'hours.preset': { in: 'hours', value: () => 'always' },
  'hours.copy': { in: 'hours', value: () => 'zone.0' },
  'hours.midnight': { in: 'hours', typed: { 'end.0': { selected_time: '23:59' } } },
  'contact.confirm': { value: account },
  'section.ask': { value: account },
  'section.withdraw': { in: 'ask', value: ask },
  'section.fill': { value: ask },
  'history.open': { value: account },
  'history.older': { in: 'history', value: () => '1' },
  'history.newer': { in: 'history', value: () => '1' },
  'history.undo': { in: 'history', value: () => '2' },
  'draft.keep': { in: 'form', typed: { 'tech-emergency': text('night@here.example') } },
  'hours.zone': { in: 'hours', typed: { 'start.0': { selected_time: '08:00' } } },
  'draft.discard': { in: 'form' },
  'who.about': { value: ({ here }) => `escalation.${here.id}` },
  'share.open': { in: 'home', value: account },
  'share.language': { in: 'share' },
  'access.users': { in: 'home', value: account },
  'access.member': { in: 'users', value: mark },
  'access.revoke': { in: 'member', value: mark },
  'access.revoke, of their own': { in: 'users', value: mark },
  'access.channel': { in: 'users' },
  'access.ask': { value: account },
  'access.propose': { value: account },
  'access.withdraw': { value: request },
  'access.approve': { value: request },
  'access.deny': { value: request },
  'access.review': { in: 'users', value: request },
  'access.recover': { value: ({ lost }) => lost.id },
  'verify.open': { value: account },
  'verify.send': { in: 'verify', value: mailbox },
  'verify.all': { in: 'verify', value: account },
  'verify.enter': { in: 'verify', value: asked },
  'account.open': {},
  'brand.open': { in: 'form' },
  'brand.mend': { value: ({ here }) => seenValue(here) },
  'advice.keep': { value: ({ here }) => seenValue(here) },
  'settings.open': { in: 'home', value: account },
  'account.name': { in: 'settings' },
  'brand.new': { in: 'settings' },
  'brand.edit': { in: 'settings', value: secondBrand },
  'brand.default': { in: 'editBrand', value: secondBrand },
  'brand.remove': { in: 'editBrand', value: secondBrand },
  'integration.edit': { in: 'settings' },
  'channel.open': { in: 'settings' },
  'channel.unlink': { in: 'settings', value: () => LINKED },
  'launch.open': { value: account },
  'export.open': { value: account },
  'import.open': { in: 'export', value: account },
  'import.more': { in: 'import' },
  'account.choose': { in: 'home', value: ({ here }) => `status.${here.id}` },
  'account.choose, on Home': { in: 'home', value: ({ here }) => `home.${here.id}` },
  'account.page': { in: 'home', value: () => '0' },
  'home.accounts': { in: 'home' },
  'support.open': { in: 'form' },
  'support.link': {},
  'help.open': { in: 'form' },
};

/** What is searched for, where it is no account. */
const SEARCHES: Record<string, string> = { 'hours.zone': 'paulo', 'country.find': 'brazil' };

/** What somebody puts in the place of what Callsheet wrote. */
export interface Forgery {
  value?: string;
  metadata?: string;
}

/** The view that a click or a submission comes from; null for what comes from a message, or from none. */
export function sourceOf(name: string, views: Views): Views[keyof Views] | null {
  const [kind, ...rest] = name.split(' ');
  const { in: place } = (kind === 'action' ? ACTIONS : kind === 'close' ? CLOSES : SUBMISSIONS)[rest.join(' ')] ?? {};
  return place ? views[place] : null;
}

/** A person does what a listener listens to: `command status`, `submission access.request, a proposal`. */
export async function act(
  desk: Desk,
  name: string,
  userId: string,
  world: World,
  views: Views,
  { value: forged, metadata }: Forgery = {},
): Promise<unknown> {
  const [kind, ...rest] = name.split(' ');
  const id = rest.join(' ');
  const [plain = ''] = id.split(', ');
  const source = sourceOf(name, views);
  const view = source && { ...source, ...(metadata !== undefined && { private_metadata: metadata }) };
  switch (kind) {
    case 'command': {
      const said = id.replace(', anywhere', '').replace(',', '');
      return desk.command(userId, said === 'open' ? '' : said, id.endsWith('anywhere') ? 'CANY' : LINKED);
    }
    case 'shortcut':
      return desk.shortcut(userId, plain);
    case 'action': {
      const { value: written, typed } = ACTIONS[id] ?? unknown(name);
      const value = forged ?? written?.(world);
      const shown = { ...(view && { view }), ...(typed && { values: typed }) };
      return desk.click(userId, plain, { ...(value !== undefined && { value }), ...shown });
    }
    case 'close': {
      const { values } = CLOSES[id] ?? unknown(name);
      return desk.leave(userId, view as ModalView, values);
    }
    case 'submission': {
      const { values } = SUBMISSIONS[id] ?? unknown(name);
      return desk.submit(userId, view as ModalView, typeof values === 'function' ? values(world) : values);
    }
    case 'options':
      return desk.suggest(userId, plain, SEARCHES[plain] ?? 'harvest');
    case 'event':
      return desk.event(
        plain === 'user_change' ? { type: plain, user: { id: userId } } : { type: plain, user: userId, tab: 'home' },
      );
    default:
      return unknown(name);
  }
}

function unknown(name: string): never {
  throw new Error(`nobody said how “${name}” is done`);
}
