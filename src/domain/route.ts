import type { Audience } from './access.ts';
import type { Account, Environment } from './account.ts';
import type { SupportWindow } from './hours.ts';
import { type Purpose, SHARED_PURPOSES } from './purpose.ts';
import { requirement } from './sheet.ts';

export type Route =
  | { kind: 'people'; userIds: readonly string[] }
  | { kind: 'addresses'; addresses: readonly string[] }
  | { kind: 'hours'; windows: readonly SupportWindow[] }
  /** `withheld`: this audience may not know, not even whether there is somebody. */
  | { kind: 'nobody'; why: 'withheld' | 'sandbox' | 'not-available' | 'missing' };

/**
 * Who is told, or shown: the one answer for an account, a purpose, an environment and an audience (R25).
 * In sandbox, alerts reach nobody (R9); a third party learns the shared contact and the support hours alone (R12).
 */
export function route(account: Account, purpose: Purpose, environment: Environment, audience: Audience): Route {
  if (audience === 'third-party' && !SHARED_PURPOSES.some((shared) => shared === purpose)) {
    return { kind: 'nobody', why: 'withheld' };
  }
  const asked = requirement(account, purpose, environment);
  if (asked === 'later') return { kind: 'nobody', why: 'sandbox' };
  if (asked === 'hidden') return { kind: 'nobody', why: 'not-available' };
  if (account.sheet[purpose].length === 0) return { kind: 'nobody', why: 'missing' };
  if (purpose === 'alert') return { kind: 'people', userIds: account.sheet.alert };
  if (purpose === 'support-hours') return { kind: 'hours', windows: account.sheet['support-hours'] };
  return { kind: 'addresses', addresses: account.sheet[purpose] };
}
