import { holds, memberOf, staysAdministered } from './access.ts';
import type { Account } from './account.ts';
import type { Person } from './person.ts';
import { PURPOSES, type Purpose } from './purpose.ts';
import { completeness } from './sheet.ts';

/** What taking somebody's access away breaks (A8). */
export type Breakage = { kind: 'last-alert-contact' } | { kind: 'alert-contact' };

export function breakageOf(account: Account, userId: string): Breakage[] {
  const { alert } = account.sheet;
  if (account.environment !== 'production' || !alert.includes(userId)) return [];
  return [{ kind: alert.length === 1 ? 'last-alert-contact' : 'alert-contact' }];
}

export type RevokeRefusal = { reason: 'not-an-admin' } | { reason: 'not-a-member' } | { reason: 'last-admin' };

export type RevokeDecision =
  | { kind: 'revoked'; breaks: readonly Breakage[] }
  | { kind: 'refused'; refusal: RevokeRefusal };

/** May this admin take this member's access away (A6)? Everybody may leave, except the last admin who stays. */
export function decideRevoke(account: Account, revoke: { by: Person; userId: string }, now: Date): RevokeDecision {
  const { by, userId } = revoke;
  const refused = (refusal: RevokeRefusal) => ({ kind: 'refused', refusal }) as const;
  const leaves = by.userId === userId && holds(account, by, 'viewer', now);
  if (!leaves && !holds(account, by, 'admin', now)) return refused({ reason: 'not-an-admin' });
  if (!memberOf(account, userId, now)) return refused({ reason: 'not-a-member' });
  if (!staysAdministered(account, userId, now)) return refused({ reason: 'last-admin' });
  return { kind: 'revoked', breaks: breakageOf(account, userId) };
}

/** What the sheet lacks once these people are no longer alert contacts, and did not lack before (R6). */
export function lostWithout(account: Account, userIds: readonly string[]): Purpose[] {
  const alert = account.sheet.alert.filter((userId) => !userIds.includes(userId));
  const before = completeness(account).missing;
  const after = completeness({ ...account, sheet: { ...account.sheet, alert } }).missing;
  return PURPOSES.filter((purpose) => after.includes(purpose) && !before.includes(purpose));
}
