import type { Account } from '../../domain/account.ts';
import { mailboxStates } from '../../store/mailboxes.ts';
import type { AccountTurn } from '../turn.ts';

/** How many mailboxes of the sheet nobody has confirmed; 0 while no mail can be sent, for then nothing is offered. */
export async function unconfirmedOf({ deps }: AccountTurn, account: Account): Promise<number> {
  if (!deps.mail) return 0;
  return [...(await mailboxStates(deps.store, account.id)).values()].filter((state) => state !== 'verified').length;
}
