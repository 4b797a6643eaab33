import type { HomeView, ModalView } from '@slack/types';
import type { Member } from '../../src/domain/access.ts';
import type { Account } from '../../src/domain/account.ts';
import { defaultBrand } from '../../src/domain/account.ts';
import { outlineOf } from '../../src/domain/outline.ts';
import { CALLSHEET } from '../../src/domain/person.ts';
import { PURPOSES } from '../../src/domain/purpose.ts';
import { type AccessRequest, REQUEST_STATES } from '../../src/domain/request.ts';
import { cardMessage, closedCard, reminderMessage } from '../../src/slack/access/card.ts';
import { channelView } from '../../src/slack/access/channel.ts';
import { memberView, revokedModal, revokeView } from '../../src/slack/access/member.ts';
import { noAccessModal } from '../../src/slack/access/no-access.ts';
import { attentionMessage, endedMessage, endsSoonMessage, recoveredMessage } from '../../src/slack/access/notices.ts';
import { outcomeMessage } from '../../src/slack/access/outcome.ts';
import { overModal, pendingModal, withdrawnModal } from '../../src/slack/access/pending.ts';
import { recoveredModal, recoverView } from '../../src/slack/access/recover.ts';
import { requestView } from '../../src/slack/access/request.ts';
import { decidedModal, reviewView } from '../../src/slack/access/review.ts';
import { usersView } from '../../src/slack/access/users.ts';
import { welcomeMessage } from '../../src/slack/access/welcome.ts';
import { brandView } from '../../src/slack/account/brand.ts';
import { firstRun } from '../../src/slack/account/first-run.ts';
import { launchedModal, launchView } from '../../src/slack/account/launch.ts';
import type { Message } from '../../src/slack/block-kit.ts';
import { form } from '../../src/slack/contact/form.ts';
import { savedModal } from '../../src/slack/contact/saved.ts';
import { statusMessage } from '../../src/slack/contact/status.ts';
import { faultMessage, faultModal } from '../../src/slack/fault/fault.ts';
import { home } from '../../src/slack/home/home.ts';
import { helpMessage, helpModal } from '../../src/slack/support/help.ts';
import { supportMessage, supportModal } from '../../src/slack/support/support.ts';
import type { Viewer } from '../../src/slack/viewer.ts';
import type { ChangeEntry } from '../../src/store/changes.ts';
import { COVERAGE_SURFACES } from './surfaces-coverage.ts';
import { DRAFT_SURFACES } from './surfaces-draft.ts';
import { EXPORT_SURFACES } from './surfaces-export.ts';
import { historySurfaces } from './surfaces-history.ts';
import { HOURS_SURFACES } from './surfaces-hours.ts';
import { PLAN_SURFACES } from './surfaces-plan.ts';
import { SECTION_SURFACES } from './surfaces-section.ts';
import { SETTINGS_SURFACES } from './surfaces-settings.ts';
import { SHARING } from './surfaces-share.ts';
import { VERIFICATION } from './surfaces-verification.ts';

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

const lastMember = (account: Account): Member =>
  account.members.at(-1) ?? { userId: 'UANA', role: 'admin', endsAt: null };

/** A request as it is made with little, usual or as much as there can be. */
function requestOf({ account, now }: Scene, state: AccessRequest['state'] = 'pending'): AccessRequest {
  const long = account.name.includes('<');
  return {
    id: 'req0000000000000',
    accountId: account.id,
    forUser: 'UDORA',
    by: long ? 'UANA' : 'UDORA',
    role: 'editor',
    reason: long ? '<&>*'.repeat(125) : 'I am on call from Monday.',
    endsAt: long ? new Date('2026-03-31T03:00:00Z') : null,
    state,
    requestedAt: now,
    expiresAt: new Date(now.getTime() + 7 * 24 * 60 * 60_000),
    decidedBy: state === 'approved' || state === 'denied' ? 'UANA' : null,
    decidedAt: state === 'pending' ? null : now,
    note: state === 'denied' ? (long ? '&'.repeat(500) : 'Ask me tomorrow.') : null,
    announced: true,
    reminded: 0,
    told: false,
  };
}

const requestsOf = (scene: Scene): AccessRequest[] =>
  Array.from({ length: scene.account.members.length }, () => requestOf(scene));

const eachState = (id: string, render: (scene: Scene, request: AccessRequest, viewer: Viewer) => Surface) =>
  Object.fromEntries(
    REQUEST_STATES.map((state) => [
      `${id} ${state}`,
      (scene: Scene, viewer: Viewer) => render(scene, requestOf(scene, state), viewer),
    ]),
  );

/** One change of every kind; the sheet's own holds all that it can hold. */
export function changesOf({ name, sheet, brands }: Account, now: Date): ChangeEntry[] {
  const member = { userId: 'UDORA', role: 'editor', endsAt: null };
  const cover = { userId: 'UDORA', from: '2026-03-06T21:00:00.000Z', to: '2026-03-07T00:00:00.000Z' };
  const entries: [ChangeEntry['kind'], object, object][] = [
    ['sheet.saved', { ...sheet, 'tech-emergency': [] }, { ...sheet }],
    ['brand.alias', { supportAlias: null }, { supportAlias: brands[0]?.supportAlias ?? null }],
    ['mailbox.verified', { state: 'unverified' }, { mailbox: sheet['tech-emergency'][0], how: 'code' }],
    ['mailbox.verified', { state: 'unverified' }, { mailbox: sheet['tech-emergency'][0], how: 'link' }],
    ['mailbox.bounced', { state: 'unverified' }, { mailbox: sheet['tech-emergency'][0] }],
    ['access.granted', { member: null }, { member }],
    ['access.granted', { member: { ...member, role: 'viewer' } }, { member }],
    ['access.granted', { member }, { member: { ...member, endsAt: '2026-06-30T03:00:00.000Z' } }],
    ['access.requested', {}, { forUser: 'UDORA', role: 'editor' }],
    ['access.denied', { forUser: 'UDORA' }, { role: 'editor' }],
    ['access.withdrawn', { forUser: 'UDORA' }, {}],
    ['access.expired', { forUser: 'UDORA' }, {}],
    ['access.revoked', { member }, { member: null }],
    ['access.ended', { member, covers: [cover] }, { member: null, covers: [] }],
    ['cover.taken', {}, { cover }],
    ['cover.returned', { cover }, {}],
    ['cover.returned', { cover: { ...cover, userId: 'UANA' } }, {}],
    ['access.left', { member }, { member: null }],
    ['access.recovered', { member: null }, { member }],
    ['sheet.confirmed', {}, {}],
    ['section.asked', {}, { section: 'tech-emergency', forUser: 'UDORA' }],
    ['section.withdrawn', { section: 'tech-emergency', forUser: 'UDORA' }, {}],
    ['section.expired', { section: 'tech-emergency', forUser: 'UDORA' }, {}],
    ['access.channel', { channelId: null }, { channelId: 'C1' }],
    ['account.integrations', { integrations: ['menu-feed'] }, { integrations: ['waitlist', 'drone-delivery'] }],
    ['account.launched', { environment: 'sandbox', alert: [] }, { environment: 'production', alert: sheet.alert }],
    [
      'change.undone',
      { 'tech-emergency': sheet['tech-emergency'] },
      {
        'tech-emergency': [],
        undoes: { revision: 0, kind: 'sheet.saved', by: 'UANA', at: now.toISOString() },
      },
    ],
    ['account.renamed', { name: 'Harvest' }, { name }],
    ['brand.added', {}, { brand: brands[0]?.name, supportAlias: null }],
    ['brand.default', { brand: null }, { brand: brands[0]?.name }],
    ['brand.removed', { brand: brands[0]?.name }, {}],
    ['brand.renamed', { brand: 'Harvest', supportAlias: null }, { brand: name, supportAlias: 'help@harvest.example' }],
    ['channel.linked', {}, { channelId: 'C0LINKED' }],
    ['channel.unlinked', { channelId: 'C0LINKED' }, {}],
    [
      'hours.exception.added',
      {},
      {
        exceptions: [
          { zone: 'America/Sao_Paulo', date: '2026-12-25', closed: true, name: 'Natal' },
          { zone: 'Asia/Kathmandu', date: '2026-03-03', start: 600, end: 0, name: '' },
        ],
      },
    ],
    [
      'hours.exception.removed',
      { exceptions: [{ zone: 'America/Sao_Paulo', date: '2026-12-25', closed: true, name: 'Natal' }] },
      {},
    ],
    [
      'hours.countries',
      { countries: [] },
      {
        countries: [
          { country: 'BR', region: '' },
          { country: 'BR', region: 'SP' },
        ],
      },
    ],
    ['hours.target', { target: null }, { target: [{ zone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7], start: 0, end: 1440 }] }],
    ['account.created', {}, {}],
  ];
  return entries.map(([kind, before, after], place) => ({
    ...{ id: String(place), revision: place, at: now, kind },
    by: kind.endsWith('.expired') ? CALLSHEET : 'UANA',
    before: before as ChangeEntry['before'],
    after: after as ChangeEntry['after'],
  }));
}

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
  ...COVERAGE_SURFACES,
  ...DRAFT_SURFACES,
  [statusMessage.id]: ({ account, now }, viewer) => statusMessage.render({ account, now }, viewer),

  ...HOURS_SURFACES,

  [usersView.id]: ({ account, now }, viewer) => usersView.render({ account, requests: [], now }, viewer),
  [`${usersView.id} pending`]: (scene, viewer) =>
    usersView.render({ account: scene.account, requests: requestsOf(scene), now: scene.now }, viewer),
  [`${usersView.id} added`]: ({ account, now }, viewer) =>
    usersView.render({ account, requests: [], now, added: account.members[0]?.userId ?? null }, viewer),
  [welcomeMessage.id]: ({ account }, viewer) => welcomeMessage.render({ account, by: 'UBY', role: 'editor' }, viewer),
  [channelView.id]: ({ account }, viewer) => channelView.render({ account }, viewer),
  [`${channelView.id} chosen`]: ({ account }, viewer) =>
    channelView.render({ account: { ...account, adminChannelId: 'C0ADMINS' } }, viewer),
  [memberView.id]: ({ account }, viewer) => memberView.render({ account, member: lastMember(account) }, viewer),
  [revokeView.id]: ({ account }, viewer) => revokeView.render({ account, member: lastMember(account) }, viewer),
  [`${revokeView.id} own`]: ({ account }, viewer) =>
    revokeView.render({ account, member: { userId: viewer.person.userId, role: 'viewer', endsAt: null } }, viewer),
  [revokedModal.id]: ({ account }, viewer) => revokedModal.render({ account, userId: 'UBRUNO', refusal: null }, viewer),
  [`${revokedModal.id} refused`]: ({ account }, viewer) =>
    revokedModal.render({ account, userId: 'UANA', refusal: { reason: 'last-admin' } }, viewer),

  [noAccessModal.id]: (scene, viewer) => noAccessModal.render({ ...scene, recoverable: [], pending: null }, viewer),
  [`${noAccessModal.id} none`]: (scene, viewer) =>
    noAccessModal.render({ ...scene, account: null, recoverable: [], pending: null }, viewer),
  [`${noAccessModal.id} nobody`]: (scene, viewer) =>
    noAccessModal.render({ ...scene, account: null, accounts: [], recoverable: [], pending: null }, viewer),
  [`${noAccessModal.id} pending`]: (scene, viewer) =>
    noAccessModal.render(
      { ...scene, recoverable: [], pending: { account: scene.account, request: requestOf(scene) } },
      viewer,
    ),
  [`${noAccessModal.id} recoverable`]: (scene, viewer) =>
    noAccessModal.render({ ...scene, recoverable: scene.accounts, pending: null }, viewer),
  [recoverView.id]: ({ account }, viewer) => recoverView.render({ account }, viewer),
  [recoveredModal.id]: ({ account }, viewer) => recoveredModal.render({ account, refusal: null }, viewer),
  [`${recoveredModal.id} refused`]: ({ account }, viewer) =>
    recoveredModal.render({ account, refusal: 'has-admins' }, viewer),
  [recoveredMessage.id]: ({ account }, viewer) => recoveredMessage.render({ account, by: 'UOWNER' }, viewer),

  [requestView.id]: ({ account, accounts }, viewer) =>
    requestView.render({ account, accounts, propose: false }, viewer),
  [`${requestView.id} pick`]: ({ accounts }, viewer) =>
    requestView.render({ account: null, accounts, propose: false }, viewer),
  [`${requestView.id} propose`]: ({ account }, viewer) =>
    requestView.render({ account, accounts: [], propose: true }, viewer),
  [pendingModal.id]: (scene, viewer) =>
    pendingModal.render({ account: scene.account, request: requestOf(scene), fresh: true }, viewer),
  [`${pendingModal.id} again`]: (scene, viewer) =>
    pendingModal.render({ account: scene.account, request: requestOf(scene), fresh: false }, viewer),
  [withdrawnModal.id]: ({ account }, viewer) => withdrawnModal.render({ account }, viewer),
  [overModal.id]: (scene, viewer) =>
    overModal.render({ account: scene.account, request: requestOf(scene, 'denied') }, viewer),
  ...eachState(cardMessage.id, (scene, request, viewer) =>
    cardMessage.render({ account: scene.account, request }, viewer),
  ),
  ...eachState(closedCard.id, (scene, request, viewer) =>
    closedCard.render({ account: scene.account, request }, viewer),
  ),
  ...eachState(outcomeMessage.id, (scene, request, viewer) =>
    outcomeMessage.render({ account: scene.account, request }, viewer),
  ),
  ...eachState(decidedModal.id, (scene, request, viewer) =>
    decidedModal.render({ account: scene.account, request, refusal: { reason: 'not-pending' } }, viewer),
  ),
  [decidedModal.id]: (scene, viewer) =>
    decidedModal.render({ account: scene.account, request: requestOf(scene, 'approved'), refusal: null }, viewer),
  [`${decidedModal.id} own`]: (scene, viewer) =>
    decidedModal.render(
      { account: scene.account, request: requestOf(scene), refusal: { reason: 'own-request' } },
      viewer,
    ),
  [reviewView.id]: (scene, viewer) =>
    reviewView.render({ account: scene.account, request: requestOf(scene), verdict: 'approve' }, viewer),
  [reminderMessage.id]: (scene, viewer) =>
    reminderMessage.render({ account: scene.account, request: requestOf(scene), count: 2, asOwner: false }, viewer),
  [`${reminderMessage.id} owner`]: (scene, viewer) =>
    reminderMessage.render({ account: scene.account, request: requestOf(scene), count: 3, asOwner: true }, viewer),
  [endsSoonMessage.id]: ({ account, now }, viewer) =>
    endsSoonMessage.render({ account, member: { userId: 'UCHEN', role: 'viewer', endsAt: now } }, viewer),
  [endedMessage.id]: ({ account }, viewer) =>
    endedMessage.render({ account, member: lastMember(account), by: null }, viewer),
  [`${endedMessage.id} revoked`]: ({ account }, viewer) =>
    endedMessage.render({ account, member: lastMember(account), by: 'UANA' }, viewer),
  [attentionMessage.id]: ({ account }, viewer) =>
    attentionMessage.render({ account, userId: 'UBRUNO', missing: ['alert'] }, viewer),
  ...historySurfaces,

  ...SECTION_SURFACES,

  ...PLAN_SURFACES,

  ...EXPORT_SURFACES,

  ...VERIFICATION,

  ...SHARING,
  [firstRun.id]: (_, viewer) => firstRun.render({}, viewer),
  [brandView.id]: ({ account }, viewer) => {
    const brand = defaultBrand(account) ?? { id: 'none', name: '–', supportAlias: null };
    return brandView.render({ account, brand }, viewer);
  },
  [launchView.id]: ({ account }, viewer) => launchView.render({ account }, viewer),
  [launchedModal.id]: ({ account }, viewer) => launchedModal.render({ account }, viewer),

  [home.id]: ({ account, accounts, now }, viewer) =>
    home.render({ accounts: accounts.map(outlineOf), shown: account, maySetUp: true, mayAsk: false, now }, viewer),
  [`${home.id} list`]: ({ accounts, now }, viewer) =>
    home.render({ accounts: accounts.map(outlineOf), shown: null, maySetUp: true, mayAsk: false, now }, viewer),
  [`${home.id} nothing`]: ({ now }, viewer) =>
    home.render({ accounts: [], shown: null, maySetUp: true, mayAsk: false, now }, viewer),
  [`${home.id} no access`]: ({ now }, viewer) =>
    home.render({ accounts: [], shown: null, maySetUp: true, mayAsk: true, now }, viewer),
  [`${home.id} outsider`]: ({ now }, viewer) =>
    home.render({ accounts: [], shown: null, maySetUp: false, mayAsk: false, now }, viewer),

  ...SETTINGS_SURFACES,

  [supportModal.id]: ({ account }, viewer) => supportModal.render({ support: SUPPORT, account }, viewer),
  [supportMessage.id]: (_, viewer) => supportMessage.render({ support: SUPPORT, account: null }, viewer),
  [`${supportMessage.id} none`]: (_, viewer) =>
    supportMessage.render({ support: { email: null, url: null }, account: null }, viewer),
  [helpModal.id]: (_, viewer) => helpModal.render({}, viewer),
  [helpMessage.id]: ({ notice }, viewer) => helpMessage.render({ notice: notice[0] ?? null }, viewer),
  [faultMessage.id]: (_, viewer) => faultMessage.render({ reference: REFERENCE }, viewer),
  [faultModal.id]: (_, viewer) => faultModal.render({ reference: REFERENCE }, viewer),
};
