import type { Member } from '../domain/access.ts';
import type { Account } from '../domain/account.ts';
import { CALLSHEET, type Person } from '../domain/person.ts';
import type { Purpose } from '../domain/purpose.ts';
import { type AccessRequest, type Escalation, PATIENCE, type Patience, requestStep } from '../domain/request.ts';
import { lostWithout } from '../domain/revoke.ts';
import { revokeAccess } from '../store/access.ts';
import { accountsOfMember, findAccount } from '../store/accounts.ts';
import { claimEndNotice, endingAccess } from '../store/members.ts';
import { dueRequests, settleRequest, stepDone, takeUp } from '../store/requests.ts';
import { onLatest } from '../store/save.ts';
import type { Store } from '../store/store.ts';

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

/** So many of each are done in one tick; the next one takes the rest. */
const MOST_A_TICK = 200;
const DAY = 24 * 60 * 60_000;

/** Reminds, expires and tells (A4), and ends what was given for a time (A7). Every step is claimed in the database. */
export async function tickAccess(job: AccessJob): Promise<void> {
  await tickRequests(job);
  await tickTimeBoxes(job);
}

async function tickRequests({ store, post, now, patience = PATIENCE }: AccessJob): Promise<void> {
  for (const { teamId, request } of await dueRequests(store, { now, limit: MOST_A_TICK })) {
    if (!(await takeUp(store, { request, now }))) continue;
    const account = await findAccount(store, { teamId, accountId: request.accountId });
    if (!account) continue;
    const about = { account, request };
    const step = requestStep(request, now, patience);
    switch (step.kind) {
      case 'announce':
        await post.announce(teamId, about);
        await stepDone(store, request, { announced: true }, patience);
        break;
      case 'remind':
        await post.remind(teamId, about, { count: step.reminded, to: step.to });
        await stepDone(store, request, { reminded: step.reminded }, patience);
        break;
      case 'expire':
        await expire({ store, post, now, patience }, teamId, about);
        break;
      case 'tell':
        await post.settled(teamId, about);
        await stepDone(store, request, { told: true }, patience);
        break;
      case 'wait':
        await stepDone(store, request, {}, patience);
    }
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

async function tickTimeBoxes({ store, post, now }: AccessJob): Promise<void> {
  const toldBefore = new Date(now.getTime() + DAY);
  for (const { teamId, accountId, member } of await endingAccess(store, { now, toldBefore, limit: MOST_A_TICK })) {
    const account = await findAccount(store, { teamId, accountId });
    if (!account || !member.endsAt) continue;
    if (member.endsAt > now) {
      if (await claimEndNotice(store, { accountId, member })) await post.endsSoon(teamId, { account, member });
      continue;
    }
    const left = await takeAway(store, account, member.userId, { now, kind: 'access.ended' });
    if (!left) continue;
    await post.ended(teamId, { account: left.account, member });
    await post.attention(teamId, { ...left, userId: member.userId });
  }
}

/**
 * A person who is no longer a full member of the workspace loses access everywhere, and is no alert contact any more, in
 * the same transaction (R6). @returns whether there was anything to take away
 */
export async function leaveWorkspace(
  { store, post, now }: AccessJob,
  { teamId, person }: { teamId: string; person: Person },
): Promise<boolean> {
  if (person.standing === 'member') return false;
  const { userId } = person;
  // Also access that has ended by itself and was not swept yet.
  const accounts = await accountsOfMember(store, { teamId, userId, now: new Date(0) });
  for (const account of accounts) {
    const left = await takeAway(store, account, userId, { now, kind: 'access.left' });
    if (left) await post.attention(teamId, { ...left, userId });
  }
  return accounts.length > 0;
}

async function takeAway(
  store: Store,
  account: Account,
  userId: string,
  { now, kind }: { now: Date; kind: 'access.ended' | 'access.left' },
): Promise<{ account: Account; missing: Purpose[] } | null> {
  const done = await onLatest<{ kind: 'done'; account: Account; missing: Purpose[]; was: boolean }>(
    account,
    async (latest) => {
      const was = latest.members.find((member) => member.userId === userId);
      const due = was && (kind === 'access.left' || (was.endsAt !== null && was.endsAt <= now));
      if (!due) return { kind: 'done', account: latest, missing: [], was: false };
      const missing = lostWithout(latest, [userId]);
      const saved = await revokeAccess(store, { account: latest, userId, by: CALLSHEET, now, kind });
      return saved.kind === 'conflict' ? saved : { kind: 'done', account: saved.account, missing, was: true };
    },
  );
  return done.was ? { account: done.account, missing: done.missing } : null;
}
