import type { Member } from '../domain/access.ts';
import type { Account } from '../domain/account.ts';
import { CALLSHEET, type Person } from '../domain/person.ts';
import type { Purpose } from '../domain/purpose.ts';
import { lostWithout } from '../domain/revoke.ts';
import { revokeAccess } from '../store/access.ts';
import { accountsOfMember, findAccount } from '../store/accounts.ts';
import { claimEndNotice, endingAccess, releaseEndNotice } from '../store/members.ts';
import { findRequest, pendingRequestsOf, settleRequest } from '../store/requests.ts';
import { onLatest, type SaveOutcome } from '../store/save.ts';
import type { Store } from '../store/store.ts';
import type { AccessJob } from './access.ts';
import { inTurn, MOST_A_TICK } from './in-turn.ts';

const DAY = 24 * 60 * 60_000;

/** Ends what was given for a time, and says so a day before (A7). */
export async function tickTimeBoxes({ store, post, now }: AccessJob): Promise<void> {
  const toldBefore = new Date(now.getTime() + DAY);
  const ending = await endingAccess(store, { now, toldBefore, limit: MOST_A_TICK });
  await inTurn(ending, async ({ teamId, accountId, member }) => {
    const account = await findAccount(store, { teamId, accountId });
    if (!account || !member.endsAt) return;
    if (member.endsAt > now) return sayEndsSoon({ store, post, now }, teamId, { account, member });
    const left = await takeAway(store, account, member.userId, { now, kind: 'access.ended' });
    if (!left) return;
    const { userId } = member;
    await inTurn(
      [() => post.ended(teamId, { account: left.account, member }), () => tellLost(post, teamId, { ...left, userId })],
      (tell) => tell(),
    );
  });
}

/** Claimed first, so that nobody else says it too; where that fails, whoever comes next says it. */
async function sayEndsSoon(
  { store, post }: AccessJob,
  teamId: string,
  about: { account: Account; member: Member },
): Promise<void> {
  const { account, member } = about;
  const claim = { accountId: account.id, member };
  if (!(await claimEndNotice(store, claim))) return;
  try {
    await post.endsSoon(teamId, about);
  } catch (fault) {
    await releaseEndNotice(store, claim);
    throw fault;
  }
}

/**
 * A person who is no longer a full member of the workspace loses access everywhere, and is no alert contact any more, in
 * the same transaction (R6); nobody decides any more on what was asked for them. @returns whether there was access to take away
 */
export async function leaveWorkspace(
  { store, post, now }: AccessJob,
  { teamId, person }: { teamId: string; person: Person },
): Promise<boolean> {
  if (person.standing === 'member') return false;
  const { userId } = person;
  // Also access that has ended by itself and was not swept yet.
  const accounts = await accountsOfMember(store, { teamId, userId, now: new Date(0) });
  const loseAccess = () =>
    inTurn(accounts, async (account) => {
      const left = await takeAway(store, account, userId, { now, kind: 'access.left' });
      if (left) await tellLost(post, teamId, { ...left, userId });
    });
  const loseRequests = async () =>
    inTurn(await pendingRequestsOf(store, { teamId, userId }), async ({ id, accountId }) => {
      const account = await findAccount(store, { teamId, accountId });
      if (account) await onLatest(account, (latest) => withdraw(store, latest, id, now));
    });
  await inTurn([loseAccess, loseRequests], (lose) => lose());
  return accounts.length > 0;
}

/** Production lost what it needs: the admins hear of it, and of nothing less (R6). */
async function tellLost(
  post: AccessJob['post'],
  teamId: string,
  about: { account: Account; userId: string; missing: readonly Purpose[] },
): Promise<void> {
  if (about.missing.length > 0) await post.attention(teamId, about);
}

async function withdraw(
  store: Store,
  account: Account,
  requestId: string,
  now: Date,
): Promise<SaveOutcome | { kind: 'over' }> {
  const request = await findRequest(store, { teamId: account.teamId, requestId });
  if (request?.state !== 'pending') return { kind: 'over' };
  const settlement = { state: 'withdrawn' } as const;
  return settleRequest(store, { account, request, settlement, by: CALLSHEET, now });
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
