import type { Account } from '../../domain/account.ts';
import type { Known } from '../../domain/finding.ts';
import { mailboxStates } from '../../store/mailboxes.ts';
import type { Deps } from '../turn.ts';

/** What the findings rest on besides the account: its mailboxes, as long as mail can be sent, for else nobody could mend them. */
export const knownOf = async ({ store, mail }: Deps, account: Account): Promise<Known> =>
  mail ? { mailboxes: await mailboxStates(store, account.id) } : {};
