import { admins, type Role } from './access.ts';
import type { Account } from './account.ts';
import type { Person } from './person.ts';

export type RecoveryDecision =
  | { kind: 'recovered'; role: Role }
  | { kind: 'refused'; reason: 'not-an-owner' | 'has-admins' };

/**
 * An owner of the workspace takes over an account that has no admin whom anybody could ask (A6).
 * @param people what Slack says now of the account's admins; whoever is not in it is gone.
 */
export function decideRecovery(
  account: Account,
  by: Person,
  people: ReadonlyMap<string, Person>,
  now: Date,
): RecoveryDecision {
  if (by.standing !== 'member' || !by.isOwner) return { kind: 'refused', reason: 'not-an-owner' };
  const reachable = admins(account, now).some(({ userId }) => people.get(userId)?.standing === 'member');
  return reachable ? { kind: 'refused', reason: 'has-admins' } : { kind: 'recovered', role: 'admin' };
}
