import type { Account } from '../domain/account.ts';
import { asksSo, isUnconfirmed, nextAsk } from '../domain/confirmation.ts';
import { findAccount } from '../store/accounts.ts';
import { dueAsks, moveAsk } from '../store/confirmations.ts';
import type { Store } from '../store/store.ts';
import { inTurn, MOST_A_TICK } from './in-turn.ts';

/** What the job says to people. */
export interface ConfirmationPost {
  /** Asks those who may confirm. @param ask how often they were asked, this one included */
  stillRight(teamId: string, about: { account: Account; ask: number }): Promise<void>;
}

/** Milliseconds after which an ask that could not be sent is tried again. */
const LATER = 60 * 60_000;

/**
 * Asks whether the details of an account still hold, when nobody has said so for long (C9). Whoever moves the next ask on
 * is the one who asks; where that fails, it is moved back, and comes again.
 */
export async function tickConfirmations({
  store,
  post,
  now,
}: {
  store: Store;
  post: ConfirmationPost;
  now: Date;
}): Promise<void> {
  await inTurn(await dueAsks(store, { now, limit: MOST_A_TICK }), async ({ teamId, accountId, askAt }) => {
    const account = await findAccount(store, { teamId, accountId });
    if (!account) return;
    const { confirmed } = account;
    const next = nextAsk(confirmed?.until ?? askAt, now);
    if (!(await moveAsk(store, { accountId, from: askAt, to: next }))) return;
    if (!isUnconfirmed(account, now)) return;
    try {
      await post.stillRight(teamId, { account, ask: asksSo(confirmed?.until ?? askAt, now) });
    } catch (fault) {
      await moveAsk(store, { accountId, from: next, to: new Date(now.getTime() + LATER) });
      throw fault;
    }
  });
}
