import { admins } from './access.ts';
import type { Account } from './account.ts';
import { sameAddress } from './address.ts';
import { isUnconfirmed } from './confirmation.ts';
import type { SupportWindow } from './hours.ts';
import { type MailboxState, mailboxOf } from './mailbox.ts';
import { openness } from './openness.ts';
import { ADDRESS_PURPOSES, type AddressPurpose } from './purpose.ts';
import { attention, requirement } from './sheet.ts';

/** What makes a complete sheet less than it looks (X6). None of it ever locks an account. */
export type Finding =
  /** What users are shown is no longer the default brand's alias (R11). */
  | { kind: 'alias-drift'; shared: string; expected: string | null }
  /** Mail to it comes back. */
  | { kind: 'bounced'; address: string; purposes: readonly AddressPurpose[] }
  /** The same mailbox answers users and takes the platform's escalations: who writes to one reads the other. */
  | { kind: 'shared-and-internal'; address: string }
  /** No week of the coming year has this window in it. */
  | { kind: 'hours-never'; window: SupportWindow }
  /** One mailbox for five purposes, or for all that the account has. */
  | { kind: 'one-for-all'; address: string; purposes: readonly AddressPurpose[] }
  | { kind: 'foreign-emergency'; address: string; domains: readonly string[] }
  | { kind: 'lone-admin'; userId: string }
  | { kind: 'unverified'; addresses: readonly string[] }
  /** Nobody has said for a long time, or ever, that the details still hold (C9). */
  | { kind: 'unconfirmed'; since: Date | null };

/** What is known from elsewhere; what is left out is not looked for. */
export interface Known {
  /** By mailbox: the address in lower case. One that is not in here is unverified. */
  mailboxes?: ReadonlyMap<string, MailboxState>;
}

/** On so many of the seven purposes, one mailbox is a risk. */
const TOO_MANY = 5;

/** Everything that can be said against the sheet, what matters most first. */
export function findings(account: Account, now: Date, known: Known = {}): Finding[] {
  const { sheet } = account;
  const found: Finding[] = [];
  for (const one of attention(account)) if (one.kind === 'alias-drift') found.push(one);
  const used = mailboxesOf(account);
  if (known.mailboxes) {
    for (const [mailbox, { address, purposes }] of used) {
      if (known.mailboxes.get(mailbox) === 'bounced') found.push({ kind: 'bounced', address, purposes });
    }
  }
  for (const address of sheet['ops-platform']) {
    if (sheet['ops-users'].some((shared) => sameAddress(shared, address))) {
      found.push({ kind: 'shared-and-internal', address });
    }
  }
  for (const window of sheet['support-hours']) {
    const alone = openness([window], now);
    if (!alone.open && alone.opens === null) found.push({ kind: 'hours-never', window });
  }
  const many = Math.min(TOO_MANY, available(account).length);
  for (const { address, purposes } of used.values()) {
    if (purposes.length >= many) found.push({ kind: 'one-for-all', address, purposes });
  }
  const domains = brandDomains(account);
  for (const address of sheet['tech-emergency']) {
    if (domains.length > 0 && !domains.some((domain) => isWithin(domainOf(address), domain))) {
      found.push({ kind: 'foreign-emergency', address, domains });
    }
  }
  const [admin, ...others] = admins(account, now).filter(({ endsAt }) => endsAt === null);
  if (admin && others.length === 0) found.push({ kind: 'lone-admin', userId: admin.userId });
  if (known.mailboxes) {
    const { mailboxes } = known;
    const addresses = [...used].flatMap(([mailbox, { address }]) =>
      (mailboxes.get(mailbox) ?? 'unverified') === 'unverified' ? [address] : [],
    );
    if (addresses.length > 0) found.push({ kind: 'unverified', addresses });
  }
  if (isUnconfirmed(account, now)) found.push({ kind: 'unconfirmed', since: account.confirmed?.at ?? null });
  return found;
}

/** The purposes that this account answers with addresses; what its integrations do not use says nothing. */
const available = (account: Account): AddressPurpose[] =>
  ADDRESS_PURPOSES.filter((purpose) => requirement(account, purpose) !== 'hidden');

/** The mailboxes of the sheet, each with the purposes that it is given for, as first written. */
function mailboxesOf(account: Account): Map<string, { address: string; purposes: AddressPurpose[] }> {
  const used = new Map<string, { address: string; purposes: AddressPurpose[] }>();
  for (const purpose of available(account)) {
    for (const address of account.sheet[purpose]) {
      const mailbox = mailboxOf(address);
      const known = used.get(mailbox);
      if (!known) used.set(mailbox, { address, purposes: [purpose] });
      else if (!known.purposes.includes(purpose)) known.purposes.push(purpose);
    }
  }
  return used;
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** `mail.example.com` is within `example.com`, and the other way round: both are the same company's. */
const isWithin = (one: string, other: string): boolean =>
  one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);

const brandDomains = ({ brands }: Account): string[] => [
  ...new Set(brands.flatMap(({ supportAlias }) => (supportAlias ? [domainOf(supportAlias)] : []))),
];
