import type { Store } from './store.ts';
import type { Transaction } from './transaction.ts';

/** Advice that reads: this mailbox is one person's (R10). */
const PERSONAL = 'personal';

/** The mailboxes of the account, in lower case, whose advice somebody has passed over. */
export async function passedAdvice(store: Store, { accountId }: { accountId: string }): Promise<ReadonlySet<string>> {
  const rows = await store.client.advicePassed.findMany({ where: { accountId, kind: PERSONAL } });
  return new Set(rows.map(({ mailbox }) => mailbox));
}

/** Remembers that the advice about these addresses was passed over; whoever did it first stays written down. */
export async function passAdvice(
  store: Store,
  { accountId, addresses, by, now }: { accountId: string; addresses: readonly string[]; by: string; now: Date },
): Promise<void> {
  for (const address of addresses) {
    const key = { accountId, kind: PERSONAL, mailbox: address.toLowerCase() };
    // One statement in both databases, so that nobody comes in between.
    await store.client.advicePassed.upsert({
      where: { accountId_kind_mailbox: key },
      create: { ...key, by, at: now },
      update: {},
    });
  }
}

/** A mailbox that leaves the purpose takes its passed advice along: whoever brings it back is advised anew. */
export async function forgetAdvice(
  transaction: Transaction,
  { accountId, kept }: { accountId: string; kept: readonly string[] },
): Promise<void> {
  const mailbox = { notIn: kept.map((address) => address.toLowerCase()) };
  await transaction.advicePassed.deleteMany({ where: { accountId, kind: PERSONAL, mailbox } });
}
