import type { Audience } from './access.ts';
import type { Account, Environment } from './account.ts';
import type { SupportWindow } from './hours.ts';
import { PURPOSES, type Purpose } from './purpose.ts';
import { route } from './route.ts';

/** What one purpose is answered with; empty where nothing is given yet. */
export type Answer =
  | { kind: 'people'; userIds: readonly string[] }
  | { kind: 'addresses'; addresses: readonly string[] }
  | { kind: 'hours'; windows: readonly SupportWindow[] };

export interface ExportedAnswer {
  purpose: Purpose;
  answer: Answer;
}

export interface ExportedAccount {
  /** What leads back to the account; null for a third party, who has only the name. */
  id: string | null;
  name: string;
  environment: Environment | null;
  answers: readonly ExportedAnswer[];
}

/** What a file about the account may hold: all that this audience is shown, and not a word more (R12). */
export function exportedAccount(account: Account, audience: Audience): ExportedAccount {
  const { id, name, environment } = account;
  const answers = PURPOSES.flatMap((purpose): ExportedAnswer[] => {
    const found = route(account, purpose, environment, audience);
    if (found.kind !== 'nobody') return [{ purpose, answer: found }];
    // What is still to be given is a row to be filled in; what the account has no place for is none (R4, R7).
    return found.why === 'missing' && audience === 'internal' ? [{ purpose, answer: emptyAnswer(purpose) }] : [];
  });
  return audience === 'internal' ? { id, name, environment, answers } : { id: null, name, environment: null, answers };
}

function emptyAnswer(purpose: Purpose): Answer {
  if (purpose === 'alert') return { kind: 'people', userIds: [] };
  return purpose === 'support-hours' ? { kind: 'hours', windows: [] } : { kind: 'addresses', addresses: [] };
}
