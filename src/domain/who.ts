import type { Audience } from './access.ts';
import type { Account } from './account.ts';
import type { Purpose } from './purpose.ts';
import { type Route, route } from './route.ts';
import { ANSWERED_BY, type Situation } from './situation.ts';

export interface WhoToCall {
  purpose: Purpose;
  route: Exclude<Route, { kind: 'nobody' }>;
  /** The contact that the situation is really about, and why the account has none; null if that is the one that is named. */
  insteadOf: { purpose: Purpose; why: 'sandbox' | 'not-available' | 'missing' } | null;
}

/**
 * Whom to call in a situation (X4), for this audience, through `route` alone (R25). A third party is told the shared
 * contact, whatever happened (R12). Null if the account has nobody for it.
 */
export function whoToCall(account: Account, situation: Situation, audience: Audience): WhoToCall | null {
  const purposes: readonly [Purpose, ...Purpose[]] = audience === 'internal' ? ANSWERED_BY[situation] : ['ops-users'];
  let insteadOf: WhoToCall['insteadOf'] = null;
  for (const purpose of purposes) {
    const found = route(account, purpose, account.environment, audience);
    if (found.kind !== 'nobody') return { purpose, route: found, insteadOf };
    if (found.why !== 'withheld') insteadOf ??= { purpose, why: found.why };
  }
  return null;
}
