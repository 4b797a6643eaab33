import type { Account } from '../domain/account.ts';
import { CALLSHEET } from '../domain/person.ts';
import type { SectionAsk } from '../domain/section.ts';
import { findAccount } from '../store/accounts.ts';
import { expiringAsks, settleAsk } from '../store/section-asks.ts';
import type { Store } from '../store/store.ts';
import { inTurn, MOST_A_TICK } from './in-turn.ts';

/** What the job says to people. */
export interface SectionPost {
  /** Shows the colleague that the form is closed, and tells whoever asked. */
  expired(teamId: string, about: { account: Account; ask: SectionAsk }): Promise<void>;
}

/** Ends asks whose time is over (X7). Whoever ends one tells; somebody who answered meanwhile was faster. */
export async function tickSections({
  store,
  post,
  now,
}: {
  store: Store;
  post: SectionPost;
  now: Date;
}): Promise<void> {
  await inTurn(await expiringAsks(store, { now, limit: MOST_A_TICK }), async ({ teamId, ask }) => {
    const account = await findAccount(store, { teamId, accountId: ask.accountId });
    if (!account) return;
    const settled = await settleAsk(store, { account, ask, state: 'expired', by: CALLSHEET, now });
    // Whatever overtook it is found by the next tick.
    if (settled.kind === 'saved') await post.expired(teamId, { account: settled.account, ask });
  });
}
