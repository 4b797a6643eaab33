import { holds, type Role } from '../../domain/access.ts';
import type { Account } from '../../domain/account.ts';
import { onLatest, type SaveOutcome } from '../../store/save.ts';
import type { AccountTurn, Answer } from '../turn.ts';
import { refuse } from './refusing.ts';

type Conflict = Extract<SaveOutcome, { kind: 'conflict' }>;

/**
 * Decides and saves on the account as it is, as long as the person still holds the role: what overtakes a save may be the
 * revoke of whoever saves.
 */
export const whileHolding = (
  turn: AccountTurn,
  needs: Role,
  attempt: (account: Account) => Promise<Answer | Conflict>,
): Promise<Answer> =>
  onLatest<Answer>(turn.account, (account) =>
    holds(account, turn.person, needs, turn.now) ? attempt(account) : refuse(turn, account, 'update'),
  );
