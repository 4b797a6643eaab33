import { countedMailbox, LONGEST_LIMIT, MAIL_LIMITS, type MailLimit, roomAgain } from '../domain/mail.ts';
import type { Prisma } from './generated/sqlite/client.ts';
import { newId } from './id.ts';
import type { Store } from './store.ts';
import type { Transaction } from './transaction.ts';

export interface MailAsk {
  teamId: string;
  actorId: string;
  mailbox: string;
  now: Date;
}

export type Reservation = { kind: 'reserved'; id: string } | { kind: 'limited'; of: MailLimit; until: Date };

/** Any number; whoever counts mails holds it until the end of the transaction. */
const COUNTING = 4_020_117;

/**
 * Counts a mail that is about to go, unless that would be one too many. Counting and writing down are one: on PostgreSQL
 * everybody who counts waits for the one before, and on SQLite transactions take turns by themselves.
 */
export async function reserveMail(store: Store, transaction: Transaction, ask: MailAsk): Promise<Reservation> {
  const { teamId, actorId, now } = ask;
  if (store.provider === 'postgresql') {
    await transaction.$executeRawUnsafe(`SELECT pg_advisory_xact_lock(${COUNTING})`);
  }
  const mailbox = countedMailbox(ask.mailbox);
  const whose: Record<MailLimit, Prisma.MailSentWhereInput> = {
    actor: { teamId, actorId },
    mailbox: { mailbox },
    workspace: { teamId },
  };
  let full: { of: MailLimit; until: Date } | null = null;
  for (const limit of MAIL_LIMITS) {
    const latest = await transaction.mailSent.findMany({
      where: { ...whose[limit.of], at: { gt: new Date(now.getTime() - limit.within) } },
      orderBy: { at: 'desc' },
      take: limit.most,
      select: { at: true },
    });
    const until = roomAgain(
      latest.map(({ at }) => at),
      limit,
    );
    // Where several are full, the last one to leave room counts.
    if (until && (!full || until > full.until)) full = { of: limit.of, until };
  }
  if (full) return { kind: 'limited', ...full };
  const id = newId();
  await transaction.mailSent.create({ data: { id, teamId, actorId, mailbox, at: now } });
  return { kind: 'reserved', id };
}

/** A mail that surely never went is not counted. */
export async function releaseMail(store: Store, id: string): Promise<void> {
  await store.client.mailSent.deleteMany({ where: { id } });
}

/** Forgets the mails that no limit looks back to. */
export async function forgetMails(store: Store, { now }: { now: Date }): Promise<number> {
  const before = new Date(now.getTime() - LONGEST_LIMIT);
  const { count } = await store.client.mailSent.deleteMany({ where: { at: { lt: before } } });
  return count;
}
