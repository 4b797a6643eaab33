import type { Account } from '../domain/account.ts';
import {
  ASK_AGAIN,
  addressOnSheet,
  type Challenge,
  CODE_LIFE,
  challengeUntil,
  LINK_LIFE,
  type MailboxState,
  MOST_ATTEMPTS,
} from '../domain/mailbox.ts';
import { hashCode, hashToken, isCode, newSecrets, type Secrets } from './challenge.ts';
import { type Reservation, releaseMail, reserveMail } from './mail-limits.ts';
import { Overtaken, type SaveOutcome, type Saving, save } from './save.ts';
import type { Store } from './store.ts';

/** What is known of each mailbox of the account's sheet; of one that nobody has asked, nothing. */
export async function mailboxStates(store: Store, accountId: string): Promise<Map<string, MailboxState>> {
  const known = await mailboxesKnown(store, accountId);
  const contacts = await store.client.contact.findMany({ where: { accountId }, select: { mailbox: true } });
  return new Map(contacts.map(({ mailbox }) => [mailbox, known.get(mailbox)?.state ?? 'unverified']));
}

export interface KnownMailbox {
  state: MailboxState;
  changedAt: Date;
  /** What was mailed and is still to be answered; null if nothing is. */
  challenge: Challenge | null;
}

/** The mailboxes of the account that were ever asked, with what is open. */
export async function mailboxesKnown(store: Store, accountId: string): Promise<Map<string, KnownMailbox>> {
  const rows = await store.client.mailbox.findMany({ where: { accountId } });
  return new Map(
    rows.map(({ mailbox, state, changedAt, codeHash, expiresAt }) => [
      mailbox,
      {
        state: state as MailboxState,
        changedAt,
        challenge: codeHash && expiresAt ? challengeUntil(expiresAt) : null,
      },
    ]),
  );
}

export type BegunChallenge =
  | { kind: 'begun'; secrets: Secrets; linkHash: string; mailId: string }
  | { kind: 'just-asked' }
  | { kind: 'not-on-the-sheet' }
  | Extract<Reservation, { kind: 'limited' }>;

/**
 * Begins a challenge for a mailbox of the sheet, in place of the one before it, and counts the mail that goes out with
 * it: both or neither, so that no two processes can mail more than the limits allow.
 */
export async function beginChallenge(
  store: Store,
  { account, by, now, mailbox }: Saving & { mailbox: string },
): Promise<BegunChallenge> {
  const { id: accountId, teamId } = account;
  const secrets = newSecrets();
  const [codeHash, linkHash] = [await hashCode(secrets.code), hashToken(secrets.token)];
  return store.client.$transaction(async (transaction) => {
    const reserved = await reserveMail(store, transaction, { teamId, actorId: by, mailbox, now });
    const contact = await transaction.contact.findFirst({ where: { accountId, mailbox }, select: { mailbox: true } });
    const open = await transaction.mailbox.findUnique({ where: { accountId_mailbox: { accountId, mailbox } } });
    const fresh = new Date(now.getTime() + LINK_LIFE - ASK_AGAIN);
    const again = open?.codeHash != null && open.expiresAt !== null && open.expiresAt > fresh;
    if (!contact || again) {
      if (reserved.kind === 'reserved') await transaction.mailSent.delete({ where: { id: reserved.id } });
      return { kind: contact ? 'just-asked' : 'not-on-the-sheet' };
    }
    if (reserved.kind === 'limited') return reserved;
    const expiresAt = new Date(now.getTime() + LINK_LIFE);
    const challenge = { codeHash, linkHash, expiresAt, attempts: 0, askedBy: by };
    await transaction.mailbox.upsert({
      where: { accountId_mailbox: { accountId, mailbox } },
      create: { accountId, mailbox, state: 'unverified', changedAt: now, ...challenge },
      update: challenge,
    });
    return { kind: 'begun', secrets, linkHash, mailId: reserved.id };
  });
}

const CLOSED = { codeHash: null, linkHash: null, expiresAt: null };

/** The mail of a challenge surely never went: it is not counted, and there is nothing to answer. */
export async function dropChallenge(
  store: Store,
  { linkHash, mailId }: { linkHash: string; mailId: string },
): Promise<void> {
  await store.client.mailbox.updateMany({ where: { linkHash }, data: CLOSED });
  await releaseMail(store, mailId);
}

/** Mail to this address came back. Whoever confirmed it before can no longer be reached by it. */
export async function bounceMailbox(
  store: Store,
  saving: Saving & { mailbox: string; linkHash: string },
): Promise<SaveOutcome> {
  const { account, mailbox, linkHash, now } = saving;
  const known = await store.client.mailbox.findUnique({ where: { linkHash } });
  if (!known || known.state === 'bounced') {
    await store.client.mailbox.updateMany({ where: { linkHash }, data: CLOSED });
    return { kind: 'saved', account };
  }
  const address = addressOnSheet(account, mailbox) ?? mailbox;
  const change = {
    kind: 'mailbox.bounced',
    before: { mailbox: address, state: known.state },
    after: { mailbox: address, state: 'bounced' },
  } as const;
  return save(store, saving, change, async (transaction) => {
    const where = { accountId: account.id, mailbox, linkHash };
    const data = { ...CLOSED, state: 'bounced', changedAt: now };
    const { count } = await transaction.mailbox.updateMany({ where, data });
    if (count === 0) throw new Overtaken();
  });
}

export type CodeAnswer =
  | { kind: 'right'; linkHash: string }
  | { kind: 'wrong'; left: number }
  /** The fifth wrong code: from now on none is right. */
  | { kind: 'ended' }
  /** Nothing to answer: it has expired, or was never asked. */
  | { kind: 'expired' };

/** Compares a code. Every look at it is counted before, so that nobody, with whatever many hands, gets a sixth. */
export async function tryCode(
  store: Store,
  { account, mailbox, code, now }: { account: Account; mailbox: string; code: string; now: Date },
): Promise<CodeAnswer> {
  const where = { accountId: account.id, mailbox };
  const alive = new Date(now.getTime() + LINK_LIFE - CODE_LIFE);
  const open = { codeHash: { not: null }, attempts: { lt: MOST_ATTEMPTS }, expiresAt: { gt: alive } };
  const { count } = await store.client.mailbox.updateMany({
    where: { ...where, ...open },
    data: { attempts: { increment: 1 } },
  });
  if (count === 0) return { kind: 'expired' };
  const row = await store.client.mailbox.findUnique({ where: { accountId_mailbox: where } });
  if (!row?.codeHash || !row.linkHash) return { kind: 'expired' };
  if (await isCode(code, row.codeHash)) return { kind: 'right', linkHash: row.linkHash };
  const left = MOST_ATTEMPTS - row.attempts;
  if (left > 0) return { kind: 'wrong', left };
  await store.client.mailbox.updateMany({ where: { ...where, codeHash: row.codeHash }, data: { codeHash: null } });
  return { kind: 'ended' };
}

/** Somebody there has answered. The link stays known, so that a second click is told that it was used. */
export async function confirmMailbox(
  store: Store,
  saving: Saving & { mailbox: string; linkHash: string; how: 'code' | 'link' },
): Promise<SaveOutcome> {
  const { account, mailbox, linkHash, how, now } = saving;
  const address = addressOnSheet(account, mailbox) ?? mailbox;
  const known = await store.client.mailbox.findUnique({ where: { linkHash }, select: { state: true } });
  const change = {
    kind: 'mailbox.verified',
    before: { mailbox: address, state: known?.state ?? 'unverified' },
    after: { mailbox: address, state: 'verified', how },
  } as const;
  return save(store, saving, change, async (transaction) => {
    const where = { accountId: account.id, mailbox, linkHash, codeHash: { not: null } };
    const data = { state: 'verified', changedAt: now, codeHash: null };
    const { count } = await transaction.mailbox.updateMany({ where, data });
    if (count === 0) throw new Overtaken();
  });
}
