import type { Account } from './account.ts';
import type { Finding } from './finding.ts';
import { type Answered, attention, type Completeness, completeness } from './sheet.ts';

/** Both environments side by side (X1). */
export const bothEnvironments = (of: Account | Answered): readonly [Completeness, Completeness] => [
  completeness(of, 'sandbox'),
  completeness(of, 'production'),
];

/** How the account stands: a word for what somebody should do about it. */
export type Standing =
  /** Something required is missing; while it is, a launch is out of the question. */
  | 'incomplete'
  /** Sandbox is complete and nothing speaks against the launch. */
  | 'ready'
  /** Sandbox is complete, but a launch would take weak points along. */
  | 'ready-but'
  /** In production, complete and sound. */
  | 'sound'
  /** In production, with something that the world has changed or that was never good. */
  | 'weak';

/** Findings never lock; they are counted against how the account stands, each with its reason. */
export function standing(account: Account, found: readonly Finding[]): Standing {
  if (!completeness(account).complete) return 'incomplete';
  const flawless = found.length === 0 && attention(account).length === 0;
  if (account.environment === 'sandbox') return flawless ? 'ready' : 'ready-but';
  return flawless ? 'sound' : 'weak';
}
