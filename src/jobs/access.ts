import type { Member } from '../domain/access.ts';
import type { Account } from '../domain/account.ts';
import { CALLSHEET } from '../domain/person.ts';
import type { Purpose } from '../domain/purpose.ts';
import type { AccessRequest } from '../domain/request.ts';
import { type Escalation, PATIENCE, type Patience, requestStep } from '../domain/waiting.ts';
import { findAccount } from '../store/accounts.ts';
import { dueRequests, settleRequest, stepDone, takeUp } from '../store/requests.ts';
import type { Store } from '../store/store.ts';
import { tickTimeBoxes } from './ending.ts';
import { inTurn, MOST_A_TICK } from './in-turn.ts';

export { leaveWorkspace } from './ending.ts';

/** What the jobs of access say to people; how it looks, and where it goes, is not theirs. */
export interface AccessPost {
  announce(teamId: string, about: { account: Account; request: AccessRequest }): Promise<void>;
  remind(
    teamId: string,
    about: { account: Account; request: AccessRequest },
    reminder: { count: number; to: Escalation },
  ): Promise<void>;
  /** Shows on every card how a request ended, and tells whom it concerns. */
  settled(teamId: string, about: { account: Account; request: AccessRequest }): Promise<void>;
  endsSoon(teamId: string, about: { account: Account; member: Member }): Promise<void>;
  ended(teamId: string, about: { account: Account; member: Member }): Promise<void>;
  attention(teamId: string, about: { account: Account; userId: string; missing: readonly Purpose[] }): Promise<void>;
}

export interface AccessJob {
  store: Store;
  post: AccessPost;
  now: Date;
  patience?: Patience;
}

/**
 * Reminds, expires and tells (A4), and ends what was given for a time (A7). Every step is claimed in the database. One that
 * fails keeps no other back, and is taken up again when its claim has run out.
 */
export const tickAccess = (job: AccessJob): Promise<void> => inTurn([tickRequests, tickTimeBoxes], (tick) => tick(job));

async function tickRequests(job: AccessJob): Promise<void> {
  const { store, now } = job;
  await inTurn(await dueRequests(store, { now, limit: MOST_A_TICK }), async ({ teamId, request }) => {
    if (!(await takeUp(store, { request, now }))) return;
    const account = await findAccount(store, { teamId, accountId: request.accountId });
    if (account) await takeStep(job, teamId, { account, request });
  });
}

async function takeStep(
  { store, post, now, patience = PATIENCE }: AccessJob,
  teamId: string,
  about: { account: Account; request: AccessRequest },
): Promise<void> {
  const { request } = about;
  const step = requestStep(request, now, patience);
  switch (step.kind) {
    case 'announce':
      await post.announce(teamId, about);
      return stepDone(store, request, { announced: true, reminded: step.reminded }, patience);
    case 'remind':
      await post.remind(teamId, about, { count: step.reminded, to: step.to });
      return stepDone(store, request, { reminded: step.reminded }, patience);
    case 'expire':
      return expire({ store, post, now, patience }, teamId, about);
    case 'tell':
      await post.settled(teamId, about);
      return stepDone(store, request, { told: true }, patience);
    case 'wait':
      return stepDone(store, request, {}, patience);
  }
}

async function expire(
  { store, post, now, patience }: AccessJob,
  teamId: string,
  { account, request }: { account: Account; request: AccessRequest },
): Promise<void> {
  const settlement = { state: 'expired' } as const;
  const saved = await settleRequest(store, { account, request, settlement, by: CALLSHEET, now });
  // Somebody decided, or changed the account, in between: whatever is due then is found by the next tick.
  if (saved.kind === 'conflict') return stepDone(store, request, {}, patience);
  const expired = { ...request, state: 'expired', decidedAt: now } as const;
  await post.settled(teamId, { account: saved.account, request: expired });
  await stepDone(store, expired, { told: true }, patience);
}
