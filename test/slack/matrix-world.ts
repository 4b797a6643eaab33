import type { Role } from '../../src/domain/access.ts';
import type { Account } from '../../src/domain/account.ts';
import type { Plan } from '../../src/domain/coverage/plan.ts';
import { type Challenge, challengeUntil, LINK_LIFE } from '../../src/domain/mailbox.ts';
import type { AccessRequest } from '../../src/domain/request.ts';
import type { SectionAsk } from '../../src/domain/section.ts';
import { EMPTY_SHEET } from '../../src/domain/sheet.ts';
import { grantAccess, revokeAccess } from '../../src/store/access.ts';
import { createAccount, findAccount } from '../../src/store/accounts.ts';
import { addBrand } from '../../src/store/brands.ts';
import { saveChannelLink } from '../../src/store/channels.ts';
import { beginChallenge } from '../../src/store/mailboxes.ts';
import { addExceptions, saveCountries } from '../../src/store/planning.ts';
import { planOf } from '../../src/store/plans.ts';
import { createRequest } from '../../src/store/requests.ts';
import { createAsk } from '../../src/store/section-asks.ts';
import { saveSheet } from '../../src/store/sheets.ts';
import { type Desk, TEAM } from './desk.ts';

/** Everybody who can come to an account, by what they are to it. */
export const WHO = {
  admin: 'UANA',
  editor: 'UBRUNO',
  viewer: 'UCHLOE',
  none: 'UNORA',
  owner: 'UOLGA',
  guest: 'UGUEST',
  stranger: 'USTRANGER',
  revoked: 'UREX',
  other: 'UBEA',
  foreign: 'UFAYE',
} as const;

export type Actor = keyof typeof WHO;
export const ACTORS = Object.keys(WHO) as Actor[];

/** Whoever is not of the workspace; Faye's requests even name a workspace of her own, in which she is an admin. */
export const OUTSIDERS: readonly Actor[] = ['guest', 'stranger', 'foreign'];
export const MEMBERS: readonly Actor[] = ['admin', 'editor', 'viewer'];
export const ABROAD = 'T2ABROAD';

export const PEOPLE = [
  ...['UANA', 'UBRUNO', 'UCHLOE', 'UNORA', 'UREX', 'UBEA', 'UASK', 'UMARK', 'UNEW', 'UTHEIRS'].map((id) => ({ id })),
  { id: 'UOLGA', is_owner: true },
  { id: 'UGUEST', is_restricted: true },
  { id: 'USTRANGER', is_stranger: true, team_id: 'T3STRANGER' },
  { id: 'UFAYE', team_id: ABROAD },
  { id: 'UGONE', deleted: true },
];

/** The channel in which commands mean the account that the matrix is about. */
export const LINKED = 'CLINKED';

export interface World {
  /** What everybody comes to: Harvest Table. */
  here: Account;
  /** Another one of the workspace, whose admin is Bea. */
  other: Account;
  /** One whose only admin has left. */
  lost: Account;
  /** One of another workspace, whose admin is Faye. */
  abroad: Account;
  requests: { here: AccessRequest; other: AccessRequest; abroad: AccessRequest };
  /** What Nora, who has no access, was asked to fill. */
  asks: { here: SectionAsk; other: SectionAsk; abroad: SectionAsk };
  /** What was mailed to an address of Harvest Table. */
  challenge: { code: string; open: Challenge };
  /** What Harvest Table plans besides its weekly hours: one closed day, and the holidays of Brazil. */
  plan: Plan;
}

/** Wednesday is a holiday that nobody covers, and Thursday one that Ana covers. */
export const GAP = { from: new Date('2026-03-04T09:00:00Z'), to: new Date('2026-03-04T18:00:00Z') };
export const COVER = 'cover00000000000';

/** The address of Harvest Table to which a code was sent. */
export const ASKED = 'page@here.example';

const NAMES = { here: 'Harvest Table', other: 'Blue Fig', lost: 'Lost Diner', abroad: 'Foreign Kitchen' } as const;
export type Place = keyof typeof NAMES;

/** What names an account to a person. */
export const nameOf = (place: Place): string => NAMES[place];

/** Finds a contact of the account that no third party may know (R12). */
export const internalsOf = (place: Place): RegExp => new RegExp(`(page|api|merchants|escalate)@${place}`);

export async function build(desk: Desk, { complete }: { complete: boolean }): Promise<World> {
  const { store, now } = desk;
  const found = (account: Account) => findAccount(store, { teamId: account.teamId, accountId: account.id });
  const latest = async (account: Account): Promise<Account> => (await found(account)) ?? account;
  const set = async (place: Place, by: string, whole: boolean, teamId = TEAM): Promise<Account> => {
    const brand = { name: nameOf(place), supportAlias: `help@${place}.example` };
    const facts = { teamId, name: nameOf(place), integrations: ['ordering-end-to-end'], brand, by, now };
    const account = await createAccount(store, facts);
    const sheet = {
      ...EMPTY_SHEET,
      'tech-emergency': [`page@${place}.example`],
      'tech-non-emergency': [`api@${place}.example`],
      'ops-merchant': [`merchants@${place}.example`],
      'ops-platform': [`escalate@${place}.example`],
      'ops-users': [`help@${place}.example`],
      ...(whole && { 'support-hours': [{ zone: 'UTC', days: [1, 2, 3, 4, 5], start: 540, end: 1080 } as const] }),
    };
    await saveSheet(store, { account, sheet, by, now });
    // The second save, revision 2, can be taken back.
    const more = { ...sheet, 'tech-non-emergency': [`api@${place}.example`, `api-next@${place}.example`] };
    await saveSheet(store, { account: await latest(account), sheet: more, by, now });
    return latest(account);
  };
  const grant = async (account: Account, userId: string, role: Role) =>
    grantAccess(store, { account: await latest(account), member: { userId, role, endsAt: null }, by: 'UANA', now });
  const wish = async (account: Account, forUser: string): Promise<AccessRequest> => {
    const asked = { forUser, role: 'editor', reason: 'for a reason', endsAt: null } as const;
    const outcome = await createRequest(store, { account: await latest(account), by: forUser, now, wish: asked });
    if (outcome.kind !== 'requested') throw new Error('the request was not stored');
    return outcome.request;
  };

  const ask = async (account: Account, by: string): Promise<SectionAsk> => {
    const expiresAt = new Date(now.getTime() + 3 * 24 * 60 * 60_000);
    const asked = { section: 'tech-emergency', forUser: 'UNORA', note: '', expiresAt } as const;
    const outcome = await createAsk(store, { account: await latest(account), by, now, wish: asked });
    if (outcome.kind !== 'asked') throw new Error('nobody was asked');
    return outcome.ask;
  };

  const here = await set('here', 'UANA', complete);
  const other = await set('other', 'UBEA', true);
  const lost = await set('lost', 'UGONE', true);
  const abroad = await set('abroad', 'UFAYE', true, ABROAD);
  // The guest and the stranger were admins once, and nobody has taken that from them yet (A9).
  const second = { name: 'Night Market', supportAlias: 'help@night.example', isDefault: false };
  await addBrand(store, { account: await latest(here), ...second, by: 'UANA', now });
  const has = {
    UBRUNO: 'editor',
    UCHLOE: 'viewer',
    UMARK: 'viewer',
    UREX: 'admin',
    UGUEST: 'admin',
    USTRANGER: 'admin',
  } as const;
  for (const [userId, role] of Object.entries(has)) await grant(here, userId, role);
  await revokeAccess(store, { account: await latest(here), userId: 'UREX', by: 'UANA', now });
  await grant(other, 'UTHEIRS', 'viewer');
  await saveChannelLink(store, { account: await latest(here), channelId: LINKED, by: 'UANA', now });
  const requests = {
    here: await wish(here, 'UASK'),
    other: await wish(other, 'UASK'),
    abroad: await wish(abroad, 'UASK'),
  };
  const asks = {
    here: await ask(here, 'UANA'),
    other: await ask(other, 'UBEA'),
    abroad: await ask(abroad, 'UFAYE'),
  };
  const closed = { zone: 'UTC', date: '2026-12-24', closed: true, name: '' } as const;
  await addExceptions(store, { account: await latest(here), exceptions: [closed], by: 'UANA', now });
  const countries = [{ country: 'BR', region: '' }];
  await saveCountries(store, { account: await latest(here), countries, by: 'UANA', now });
  const holiday = { accountId: here.id, zone: 'UTC', closed: true, name: 'Carnival', addedBy: 'UANA', addedAt: now };
  const dates = ['2026-03-04', '2026-03-05'].map((date) => ({ id: date, date, ...holiday }));
  await store.client.hoursException.createMany({ data: dates });
  const thursday = { from: new Date('2026-03-05T09:00:00Z'), to: new Date('2026-03-05T18:00:00Z') };
  const cover = { id: COVER, accountId: here.id, userId: 'UANA', ...thursday, takenAt: now };
  await store.client.cover.create({ data: cover });
  const begun = await beginChallenge(store, { account: here, mailbox: ASKED, by: 'UANA', now });
  if (begun.kind !== 'begun') throw new Error('nothing was sent');
  const open = challengeUntil(new Date(now.getTime() + LINK_LIFE));
  return {
    challenge: { code: begun.secrets.code, open },
    ...{ here: await latest(here), other: await latest(other), lost: await latest(lost), abroad: await latest(abroad) },
    ...{ requests, asks },
    plan: await planOf(store, { accountId: here.id, now }),
  };
}
