import type { Account } from './account.ts';
import { ADDRESS_PURPOSES, type AddressPurpose } from './purpose.ts';

/** What is known of a mailbox: nothing yet; somebody there confirmed it; mail to it came back. */
export const MAILBOX_STATES = ['unverified', 'verified', 'bounced'] as const;

export type MailboxState = (typeof MAILBOX_STATES)[number];

const MINUTE = 60_000;

/** A code has six digits and could be guessed: it lives shortly, and ends after so many wrong ones. */
export const CODE_LIFE = 15 * MINUTE;
export const LINK_LIFE = 24 * 60 * MINUTE;
export const MOST_ATTEMPTS = 5;
/** Who asks twice within this time, as a double click does, gets one mail. */
export const ASK_AGAIN = 30_000;

/** What was mailed to a mailbox and is not answered: until when its code and its link hold. */
export interface Challenge {
  codeUntil: Date;
  linkUntil: Date;
}

/** The challenge whose link holds until then; its code ends sooner. */
export const challengeUntil = (linkUntil: Date): Challenge => ({
  linkUntil,
  codeUntil: new Date(linkUntil.getTime() - LINK_LIFE + CODE_LIFE),
});

/** The same mailbox has one name, whoever typed it. */
export const mailboxOf = (address: string): string => address.toLowerCase();

/** The address under which this mailbox stands on the sheet; null if it does not. */
export function addressOnSheet({ sheet }: Pick<Account, 'sheet'>, mailbox: string): string | null {
  for (const purpose of ADDRESS_PURPOSES) {
    const found = sheet[purpose].find((address) => mailboxOf(address) === mailbox);
    if (found) return found;
  }
  return null;
}

/** Every mailbox of the sheet, once, in the order of the purposes. */
export const mailboxesOf = ({ sheet }: Pick<Account, 'sheet'>): string[] => [
  ...new Set(ADDRESS_PURPOSES.flatMap((purpose) => sheet[purpose].map(mailboxOf))),
];

/** An address that a save takes off a sheet, and the purposes that it loses. */
export interface Removal {
  address: string;
  purposes: AddressPurpose[];
}

/** What a save takes off: an address that only changes its place, or its spelling, stays. */
export function removalsOf(before: Pick<Account, 'sheet'>, after: Pick<Account, 'sheet'>): Removal[] {
  const removals = new Map<string, Removal>();
  for (const purpose of ADDRESS_PURPOSES) {
    const kept = new Set(after.sheet[purpose].map(mailboxOf));
    for (const address of before.sheet[purpose]) {
      const mailbox = mailboxOf(address);
      if (kept.has(mailbox)) continue;
      const removal = removals.get(mailbox) ?? { address, purposes: [] };
      removal.purposes.push(purpose);
      removals.set(mailbox, removal);
    }
  }
  return [...removals.values()];
}

/** `o•••@harvest.example`: enough for whoever reads that mailbox, and little for anybody else. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const name = [...address.slice(0, at)];
  return `${name.length > 2 ? name[0] : ''}•••${address.slice(at)}`;
}
