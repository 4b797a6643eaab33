import { createHash } from 'node:crypto';
import type { Account } from '../../domain/account.ts';
import { addressOnSheet, mailboxesOf } from '../../domain/mailbox.ts';

/** Stands for a mailbox of the account's sheet in buttons and metadata, which carry no address. */
export const mailboxKey = (account: Account, mailbox: string): string =>
  createHash('sha256').update(`${account.id} ${mailbox}`).digest('hex').slice(0, 20);

/** The mailbox that a key from the client stands for; null if the sheet has none, or none any more. */
export function mailboxOfKey(
  account: Account,
  key: string | null | undefined,
): { mailbox: string; address: string } | null {
  const mailbox = mailboxesOf(account).find((one) => mailboxKey(account, one) === key);
  const address = mailbox === undefined ? null : addressOnSheet(account, mailbox);
  return mailbox !== undefined && address !== null ? { mailbox, address } : null;
}
