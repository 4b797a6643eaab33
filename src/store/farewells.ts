import { FAREWELL_PATIENCE } from '../domain/mail.ts';
import { mailboxesOf, mailboxOf, removalsOf } from '../domain/mailbox.ts';
import type { AddressPurpose } from '../domain/purpose.ts';
import type { Sheet } from '../domain/sheet.ts';
import type { Farewell as Row } from './generated/sqlite/client.ts';
import { newId } from './id.ts';
import type { Saving } from './save.ts';
import type { Store } from './store.ts';
import type { Transaction } from './transaction.ts';

/** Milliseconds for which whoever sends a farewell may be at it. */
const LEASE = 5 * 60_000;

export interface Farewell {
  id: string;
  teamId: string;
  accountId: string;
  address: string;
  purposes: AddressPurpose[];
  by: string;
  at: Date;
  tries: number;
  /** Somebody was sending it and never said how that ended. */
  sending: boolean;
}

/**
 * What goes with addresses that a save takes off the sheet, in its transaction: what was known of the mailbox, so that
 * an address that comes back is a new one; and if it was confirmed, it is due to be told. An address that nobody ever
 * confirmed may be anybody's: it is told nothing.
 */
export async function leaveSheet(
  transaction: Transaction,
  { account, sheet, by, now }: Saving & { sheet: Sheet },
): Promise<void> {
  const removals = removalsOf(account, { sheet });
  if (removals.length === 0) return;
  const accountId = account.id;
  const mailboxes = removals.map(({ address }) => mailboxOf(address));
  const verified = await transaction.mailbox.findMany({
    where: { accountId, mailbox: { in: mailboxes }, state: 'verified' },
    select: { mailbox: true },
  });
  const told = new Set(verified.map(({ mailbox }) => mailbox));
  const data = removals
    .filter(({ address }) => told.has(mailboxOf(address)))
    .map(({ address, purposes }) => ({ id: newId(), accountId, address, purposes, by, at: now, dueAt: now }));
  if (data.length > 0) await transaction.farewell.createMany({ data });
  const kept = new Set(mailboxesOf({ sheet }));
  const gone = mailboxes.filter((mailbox) => !kept.has(mailbox));
  await transaction.mailbox.deleteMany({ where: { accountId, mailbox: { in: gone } } });
}

/** Farewells of all workspaces that are due, most overdue first. */
export async function dueFarewells(store: Store, { now, limit }: { now: Date; limit: number }): Promise<Farewell[]> {
  const rows = await store.client.farewell.findMany({
    where: { dueAt: { lte: now } },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    take: limit,
    include: { account: { select: { teamId: true } } },
  });
  return rows.map((row) => toFarewell(row, row.account.teamId));
}

/** Takes a farewell up, and writes down that a mail may be on its way; false if somebody else was faster. */
export async function claimFarewell(
  store: Store,
  { farewell, now }: { farewell: Farewell; now: Date },
): Promise<boolean> {
  const { id, tries, sending } = farewell;
  const { count } = await store.client.farewell.updateMany({
    where: { id, tries, sending, dueAt: { lte: now } },
    data: { tries: tries + 1, sending: true, dueAt: new Date(now.getTime() + LEASE) },
  });
  return count === 1;
}

/** It was sent, or will never be. */
export async function endFarewell(store: Store, { id }: Farewell): Promise<void> {
  await store.client.farewell.deleteMany({ where: { id } });
}

/** It surely did not go this time. @returns whether it is tried again; after the last try it is given up */
export async function postponeFarewell(
  store: Store,
  { farewell, now }: { farewell: Farewell; now: Date },
): Promise<boolean> {
  const wait = FAREWELL_PATIENCE[farewell.tries];
  if (wait === undefined) {
    await endFarewell(store, farewell);
    return false;
  }
  const dueAt = new Date(now.getTime() + wait);
  await store.client.farewell.updateMany({ where: { id: farewell.id }, data: { sending: false, dueAt } });
  return true;
}

const toFarewell = ({ id, accountId, address, purposes, by, at, tries, sending }: Row, teamId: string): Farewell => ({
  ...{ id, teamId, accountId, address, by, at, tries, sending },
  purposes: purposes as unknown as AddressPurpose[],
});
