import { holds } from './access.ts';
import type { Account } from './account.ts';
import { decideEdit, type Refusal } from './edit.ts';
import type { Person } from './person.ts';
import type { Purpose } from './purpose.ts';
import { completeness } from './sheet.ts';

export type LaunchDecision =
  | { kind: 'launched'; alert: readonly string[] }
  | { kind: 'not-an-admin' }
  | { kind: 'already-launched' }
  | { kind: 'incomplete'; missing: readonly Purpose[] }
  | { kind: 'refused'; refusal: Refusal | { reason: 'alert-missing' } };

/** Launches a complete sandbox account to production, with its alert contacts in the same step (R8). */
export function decideLaunch(
  account: Account,
  launch: { by: Person; alert: readonly string[] },
  people: ReadonlyMap<string, Person>,
  now: Date,
): LaunchDecision {
  if (!holds(account, launch.by, 'admin', now)) return { kind: 'not-an-admin' };
  if (account.environment === 'production') return { kind: 'already-launched' };
  const { missing } = completeness(account);
  if (missing.length > 0) return { kind: 'incomplete', missing };
  if (launch.alert.length === 0) return { kind: 'refused', refusal: { reason: 'alert-missing' } };
  const edit = decideEdit({ ...account, environment: 'production' }, { alert: launch.alert }, people, now);
  if (edit.kind === 'accepted') return { kind: 'launched', alert: edit.sheet.alert };
  return { kind: 'refused', refusal: edit.refusals.alert ?? { reason: 'alert-missing' } };
}
