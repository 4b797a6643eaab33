import type { Account } from './account.ts';
import type { Purpose } from './purpose.ts';
import { completeness } from './sheet.ts';

const DAY = 24 * 60 * 60_000;

/** Milliseconds for which details count as true after somebody has said so, unless the operator says otherwise (C9). */
export const CONFIRM_EVERY = 90 * DAY;

/** When people are asked, in milliseconds after the details stopped to count as true. After that only the readiness speaks of it. */
const ASKS: readonly number[] = [0, 7 * DAY, 21 * DAY];

/** Two clicks on the same question are one answer. */
const SAME_ANSWER = DAY;

/** Somebody said that the details of an account hold. */
export interface Confirmation {
  at: Date;
  /** User id. */
  by: string;
  /** Until when that counts. */
  until: Date;
}

/** Whether the details are due to be confirmed: they are all there, and nobody has said lately that they still hold (C9). */
export const isUnconfirmed = (account: Account, now: Date): boolean =>
  completeness(account).complete && (account.confirmed === null || account.confirmed.until <= now);

/** When people are next asked; null when they were asked often enough. Asks that were missed become one. */
export function nextAsk(until: Date, now: Date): Date | null {
  const next = ASKS.find((after) => until.getTime() + after > now.getTime());
  return next === undefined ? null : new Date(until.getTime() + next);
}

/** How often people have been asked since the details stopped to count as true; the first ask is 1. */
export const asksSo = (until: Date, now: Date): number =>
  ASKS.filter((after) => until.getTime() + after <= now.getTime()).length;

export type ConfirmDecision =
  | { kind: 'confirmed'; confirmation: Confirmation }
  | { kind: 'already'; confirmation: Confirmation }
  /** What is not there cannot be confirmed. */
  | { kind: 'incomplete'; missing: readonly Purpose[] };

/** Somebody who may change the sheet says that all of it still holds (C9). @param every milliseconds for which that counts */
export function decideConfirm(account: Account, by: string, now: Date, every: number): ConfirmDecision {
  const { missing } = completeness(account);
  if (missing.length > 0) return { kind: 'incomplete', missing };
  const { confirmed } = account;
  if (confirmed && confirmed.until > now && now.getTime() - confirmed.at.getTime() < SAME_ANSWER) {
    return { kind: 'already', confirmation: confirmed };
  }
  return { kind: 'confirmed', confirmation: confirmationOf(by, now, every) };
}

/** The edit that completes a sheet for the first time is its first confirmation: everything in it was just written. */
export const firstConfirmation = (
  account: Account,
  missing: readonly Purpose[],
  by: string,
  now: Date,
  every: number,
): Confirmation | null => (missing.length === 0 && account.confirmed === null ? confirmationOf(by, now, every) : null);

const confirmationOf = (by: string, now: Date, every: number): Confirmation => ({
  ...{ at: now, by },
  until: new Date(now.getTime() + every),
});
