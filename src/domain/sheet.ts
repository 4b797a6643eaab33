import { type Account, type Environment, expectedAlias } from './account.ts';
import { sameAddress } from './address.ts';
import type { SupportWindow } from './hours.ts';
import { merchantRule } from './integration.ts';
import { type AddressPurpose, PURPOSES, type Purpose } from './purpose.ts';

/** The contact sheet: what the account knows for each of the seven purposes. Empty means: not given yet. */
export type Sheet = { readonly [purpose in AddressPurpose]: readonly string[] } & {
  /** User ids of members. */
  readonly alert: readonly string[];
  readonly 'support-hours': readonly SupportWindow[];
};

export const EMPTY_SHEET: Sheet = {
  alert: [],
  'tech-emergency': [],
  'tech-non-emergency': [],
  'ops-merchant': [],
  'ops-platform': [],
  'ops-users': [],
  'support-hours': [],
};

/** What an environment asks for one purpose. `hidden` means that the field does not exist for this account. */
export type Requirement = 'required' | 'optional' | 'hidden' | 'later';

/** Alert contacts come `later`, with the launch (R3, R7); the merchant contact is up to the integrations (R4). */
export function requirement(
  account: Pick<Account, 'environment' | 'integrations'>,
  purpose: Purpose,
  environment = account.environment,
): Requirement {
  if (purpose === 'alert') return environment === 'production' ? 'required' : 'later';
  if (purpose !== 'ops-merchant') return 'required';
  const rule = merchantRule(account.integrations);
  return rule === 'not-available' ? 'hidden' : rule;
}

export interface Completeness {
  environment: Environment;
  /** The purposes that this environment requires. */
  required: readonly Purpose[];
  /** Those of them that the sheet does not answer. */
  missing: readonly Purpose[];
  complete: boolean;
}

/** As much of an account as its readiness needs: what it is and which purposes are answered, but not with what. */
export type Answered = Pick<Account, 'environment' | 'integrations'> & { answered: readonly Purpose[] };

export const answeredOf = ({ environment, integrations, sheet }: Account): Answered => ({
  ...{ environment, integrations },
  answered: PURPOSES.filter((purpose) => sheet[purpose].length > 0),
});

/** Whether the sheet answers everything that the environment requires (R3): derived, never stored. */
export function completeness(of: Account | Answered, environment: Environment = of.environment): Completeness {
  const { answered } = 'sheet' in of ? answeredOf(of) : of;
  const required = PURPOSES.filter((purpose) => requirement(of, purpose, environment) === 'required');
  const missing = required.filter((purpose) => !answered.includes(purpose));
  return { environment, required, missing, complete: missing.length === 0 };
}

/**
 * While an account in sandbox lacks something, all but the sheet, its users, support and help is locked. A launched
 * account was complete when it launched; what the world takes from it later asks for attention and locks nobody out (R22).
 */
export const isLocked = (account: Account): boolean =>
  account.environment === 'sandbox' && !completeness(account).complete;

export type Attention =
  | { kind: 'missing'; purpose: Purpose }
  /** The shared address is no longer the default brand's alias (R11). */
  | { kind: 'alias-drift'; shared: string; expected: string | null };

/** What the world has changed under a sheet that was right: shown until somebody puts it right, never rewritten silently. */
export function attention(account: Account): Attention[] {
  const found: Attention[] = [];
  if (account.environment === 'production') {
    found.push(...completeness(account).missing.map((purpose) => ({ kind: 'missing', purpose }) as const));
  }
  const shared = account.sheet['ops-users'][0];
  const expected = expectedAlias(account);
  if (shared !== undefined && (expected === null || !sameAddress(shared, expected))) {
    found.push({ kind: 'alias-drift', shared, expected });
  }
  return found;
}
