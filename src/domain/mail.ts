import type { Account } from './account.ts';
import type { AddressPurpose } from './purpose.ts';

/**
 * What became of a mail: the server took it; it refuses this mailbox for good; or it did not take it this time. After
 * `not-now`, `perhaps` says that the connection was lost when the mail may have been on its way: another try could be
 * a second mail. `withheld` was never handed in: it would have told its reader something internal (R12).
 */
export type MailOutcome =
  | { kind: 'accepted' }
  | { kind: 'refused' }
  | { kind: 'not-now'; perhaps: boolean }
  | { kind: 'withheld' };

/** The account that a mail is about: its name is all that a mail says of it. */
export type MailSubject = Pick<Account, 'id' | 'teamId' | 'name'>;

export const mailSubject = ({ id, teamId, name }: Account): MailSubject => ({ id, teamId, name });

/** Asks whoever reads a mailbox to confirm it. */
export interface ChallengeMail {
  address: string;
  account: MailSubject;
  code: string;
  /** What the link ends in; the mail has no link while the app has no public address. */
  token: string;
  /** BCP 47: which language comes first. */
  locale: string;
}

/** Tells an address that it is no contact any more. */
export interface FarewellMail {
  address: string;
  account: MailSubject;
  purposes: readonly AddressPurpose[];
  /** The name of who did it; null if nobody did. */
  by: string | null;
  at: Date;
  locale: string;
}

/** What can be written to mailboxes; how it reads and how it travels is the mail's own. */
export interface MailPost {
  challenge(mail: ChallengeMail): Promise<MailOutcome>;
  farewell(mail: FarewellMail): Promise<MailOutcome>;
}

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

/** Whose mails a limit counts: those of one person, those to one mailbox from anywhere, those of one workspace. */
export type MailLimit = 'actor' | 'mailbox' | 'workspace';

/** So many mails that somebody asked for go out within so many milliseconds. */
export const MAIL_LIMITS: readonly { of: MailLimit; most: number; within: number }[] = [
  { of: 'actor', most: 20, within: HOUR },
  { of: 'mailbox', most: 3, within: HOUR },
  { of: 'mailbox', most: 8, within: DAY },
  { of: 'workspace', most: 200, within: DAY },
];

/** No limit looks further back. */
export const LONGEST_LIMIT = Math.max(...MAIL_LIMITS.map(({ within }) => within));

/** The mailbox that a limit counts: tags, as in `anna+shop@`, lead to the same one. */
export function countedMailbox(mailbox: string): string {
  const at = mailbox.lastIndexOf('@');
  const name = mailbox.slice(0, at);
  const tag = name.indexOf('+');
  return `${tag > 0 ? name.slice(0, tag) : name}${mailbox.slice(at)}`.toLowerCase();
}

/** When a limit leaves room again: once the oldest of its latest mails is old enough. Null while there is room. */
export function roomAgain(latest: readonly Date[], { most, within }: { most: number; within: number }): Date | null {
  const oldest = latest[most - 1];
  return oldest ? new Date(oldest.getTime() + within) : null;
}

/** How long after a failed try a farewell is tried again; after the last it is given up. */
export const FAREWELL_PATIENCE: readonly number[] = [15 * 60_000, HOUR, 4 * HOUR, 12 * HOUR, DAY];
