import { type Member, ROLES } from '../domain/access.ts';
import type { Account } from '../domain/account.ts';
import type { Store } from './store.ts';
import type { Transaction } from './transaction.ts';

/** Writes a member, in the transaction of the change that makes them one. */
export async function putMember(
  transaction: Transaction,
  { account, member, by, now }: { account: Account; member: Member; by: string; now: Date },
): Promise<void> {
  const { userId, role, endsAt } = member;
  const accountId = account.id;
  const known = account.members.find((one) => one.userId === userId);
  const sameEnd = known?.endsAt?.getTime() === endsAt?.getTime();
  await transaction.member.upsert({
    where: { accountId_userId: { accountId, userId } },
    create: { accountId, userId, role, endsAt, addedBy: by, addedAt: now },
    // Who was told of an end is told again only of another one.
    update: { role, endsAt, ...(!sameEnd && { endTold: false }) },
  });
}

/** Who is given as much as they asked for, for as long, or more, has their answer: the request is approved with the grant. */
export async function answerRequests(
  transaction: Transaction,
  { accountId, member, by, now }: { accountId: string; member: Member; by: string; now: Date },
): Promise<void> {
  const roles = ROLES.slice(0, ROLES.indexOf(member.role) + 1);
  const wish = { role: { in: roles }, ...(member.endsAt && { endsAt: { lte: member.endsAt } }) };
  await transaction.accessRequest.updateMany({
    where: { accountId, forUser: member.userId, state: 'pending', ...wish },
    data: { state: 'approved', decidedBy: by, decidedAt: now, pendingKey: null, dueAt: now },
  });
}

/** Time-boxed access of all workspaces that is over now, or of which nobody was told yet that it soon will be. */
export async function endingAccess(
  store: Store,
  { now, toldBefore, limit }: { now: Date; toldBefore: Date; limit: number },
): Promise<{ teamId: string; accountId: string; member: Member }[]> {
  const rows = await store.client.member.findMany({
    where: { OR: [{ endsAt: { lte: now } }, { endsAt: { lte: toldBefore }, endTold: false }] },
    orderBy: { endsAt: 'asc' },
    take: limit,
    include: { account: { select: { teamId: true } } },
  });
  return rows.map(({ accountId, userId, role, endsAt, account }) => ({
    ...{ teamId: account.teamId, accountId },
    member: { userId, role, endsAt },
  }));
}

/** Whoever writes down first that a member is told of the end of their access is the one who tells; false: somebody else is. */
export async function claimEndNotice(
  store: Store,
  { accountId, member: { userId, endsAt } }: { accountId: string; member: Member },
): Promise<boolean> {
  const where = { accountId, userId, endsAt, endTold: false };
  return (await store.client.member.updateMany({ where, data: { endTold: true } })).count === 1;
}

/** Takes the claim back, because telling failed: somebody else tells. */
export async function releaseEndNotice(
  store: Store,
  { accountId, member: { userId, endsAt } }: { accountId: string; member: Member },
): Promise<void> {
  await store.client.member.updateMany({ where: { accountId, userId, endsAt }, data: { endTold: false } });
}

/** Everybody who has access to something in this workspace. */
export async function membersOfWorkspace(store: Store, { teamId }: { teamId: string }): Promise<string[]> {
  const where = { account: { teamId } };
  const rows = await store.client.member.findMany({ where, distinct: ['userId'], select: { userId: true } });
  return rows.map(({ userId }) => userId);
}
