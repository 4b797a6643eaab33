import type { Role } from '../domain/access.ts';
import type { Account } from '../domain/account.ts';
import { CALLSHEET } from '../domain/person.ts';
import type { AccessRequest, RequestState } from '../domain/request.ts';
import { PATIENCE, type Patience, requestDue } from '../domain/waiting.ts';
import type { AccessRequest as Row } from './generated/sqlite/client.ts';
import { newId } from './id.ts';
import { putMember } from './members.ts';
import { Overtaken, type SaveOutcome, type Saving, save } from './save.ts';
import type { Store } from './store.ts';
import { isUniqueViolation, type Transaction } from './transaction.ts';

/** Milliseconds for which whoever took up a step of a request may be at it, before another one takes it up. */
const LEASE = 2 * 60_000;

export type NewRequest = Pick<AccessRequest, 'forUser' | 'role' | 'reason' | 'endsAt'>;

export type RequestOutcome =
  | { kind: 'requested'; account: Account; request: AccessRequest }
  | { kind: 'pending-already'; request: AccessRequest }
  | { kind: 'conflict'; account: Account };

/** Stores a request as pending: a person has one for an account, whoever is faster (A1). */
export async function createRequest(
  store: Store,
  saving: Saving & { wish: NewRequest; patience?: Patience },
): Promise<RequestOutcome> {
  const { account, by, now, wish, patience = PATIENCE } = saving;
  const expiresAt = new Date(now.getTime() + patience.expiry);
  const pendingKey = `${account.id}:${wish.forUser}`;
  const id = newId();
  const row = { id, accountId: account.id, by, ...wish, state: 'pending', requestedAt: now, expiresAt, pendingKey };
  // Whoever stores it also announces it; only if that never happens does somebody else.
  const dueAt = new Date(now.getTime() + LEASE);
  const change = { kind: 'access.requested', before: {}, after: { request: id, ...wish } } as const;
  try {
    const saved = await save(store, saving, change, (transaction) =>
      transaction.accessRequest.create({ data: { ...row, dueAt } }),
    );
    if (saved.kind === 'conflict') return saved;
    return { kind: 'requested', account: saved.account, request: toRequest({ ...BLANK, ...row, dueAt }) };
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const pending = await store.client.accessRequest.findUnique({ where: { pendingKey } });
    if (!pending) return createRequest(store, saving);
    return { kind: 'pending-already', request: toRequest(pending) };
  }
}

const BLANK = { decidedBy: null, decidedAt: null, note: null, announced: false, reminded: 0, told: false };

/** The request, if it is about an account of this workspace. */
export async function findRequest(
  store: Store,
  { teamId, requestId }: { teamId: string; requestId: string },
): Promise<AccessRequest | null> {
  const row = await store.client.accessRequest.findFirst({ where: { id: requestId, account: { teamId } } });
  return row && toRequest(row);
}

/** What waits for a decision on this account, oldest first. */
export async function pendingRequests(store: Store, { accountId }: { accountId: string }): Promise<AccessRequest[]> {
  const where = { accountId, state: 'pending' };
  const rows = await store.client.accessRequest.findMany({ where, orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }] });
  return rows.map(toRequest);
}

/** What a person has asked for in this workspace, or what was asked for them, and is not decided. */
export async function pendingRequestsOf(
  store: Store,
  { teamId, userId }: { teamId: string; userId: string },
): Promise<AccessRequest[]> {
  const where = { account: { teamId }, state: 'pending', forUser: userId };
  return (await store.client.accessRequest.findMany({ where, orderBy: { requestedAt: 'asc' } })).map(toRequest);
}

export type Settlement =
  | { state: 'approved'; note: string | null; member: { userId: string; role: Role; endsAt: Date | null } }
  | { state: 'denied'; note: string | null }
  | { state: 'withdrawn' }
  | { state: 'expired' };

const KINDS = {
  approved: 'access.granted',
  denied: 'access.denied',
  withdrawn: 'access.withdrawn',
  expired: 'access.expired',
} as const;

/**
 * Ends a pending request, once: the grant, the end of the request and the audit row are one transaction, and whoever
 * comes second gets a conflict and decides anew on what is there now (A3).
 */
export async function settleRequest(
  store: Store,
  saving: Saving & { request: AccessRequest; settlement: Settlement },
): Promise<SaveOutcome> {
  const { account, by, now, request, settlement } = saving;
  const { state } = settlement;
  const member = state === 'approved' ? settlement.member : null;
  const note = 'note' in settlement ? settlement.note : null;
  const known = account.members.find(({ userId }) => userId === request.forUser) ?? null;
  const change = {
    kind: KINDS[state],
    before: { request: request.id, forUser: request.forUser, ...(member && { member: known }) },
    after: { role: request.role, reason: request.reason, note, ...(member && { member }) },
  };
  return save(store, saving, change, async (transaction) => {
    const decidedBy = by === CALLSHEET ? null : by;
    const decided = { state, decidedBy, decidedAt: now, note, pendingKey: null };
    const dueAt = new Date(now.getTime() + LEASE);
    const where = { id: request.id, accountId: account.id, state: 'pending' };
    const { count } = await transaction.accessRequest.updateMany({ where, data: { ...decided, dueAt } });
    if (count === 0) throw new Overtaken();
    if (member) await putMember(transaction, { account, member, by, now });
  });
}

/** Requests of all workspaces for which something is due, most overdue first. */
export async function dueRequests(
  store: Store,
  { now, limit }: { now: Date; limit: number },
): Promise<{ teamId: string; request: AccessRequest }[]> {
  const rows = await store.client.accessRequest.findMany({
    where: { dueAt: { lte: now } },
    orderBy: { dueAt: 'asc' },
    take: limit,
    include: { account: { select: { teamId: true } } },
  });
  return rows.map((row) => ({ teamId: row.account.teamId, request: toRequest(row) }));
}

/** Takes a due step up, so that no other process does it meanwhile; false if somebody else was faster. */
export async function takeUp(store: Store, { request, now }: { request: AccessRequest; now: Date }): Promise<boolean> {
  const { id, state, reminded, announced, told } = request;
  const where = { id, state, reminded, announced, told, dueAt: { lte: now } };
  const dueAt = new Date(now.getTime() + LEASE);
  const { count } = await store.client.accessRequest.updateMany({ where, data: { dueAt } });
  return count === 1;
}

/** Writes down that a step is done, unless the request has moved on meanwhile, and when the next one is due. */
export async function stepDone(
  store: Store,
  request: AccessRequest,
  done: Partial<Pick<AccessRequest, 'announced' | 'reminded' | 'told'>>,
  patience: Patience = PATIENCE,
): Promise<void> {
  const after = { ...request, ...done };
  const data = { ...done, dueAt: requestDue(after, patience) };
  // Nor does a reminder that is written down late undo a later one.
  const reminded = done.reminded === undefined ? {} : { reminded: { lte: done.reminded } };
  await store.client.accessRequest.updateMany({ where: { id: request.id, state: request.state, ...reminded }, data });
}

/**
 * Ends what hangs on a person who has left the workspace: requests for them, and by them. Their cards, and whoever else
 * is concerned, are told by whoever finds that this is due.
 */
export async function dropRequestsOf(
  transaction: Transaction,
  { accountId, userId, now }: { accountId: string; userId: string; now: Date },
): Promise<void> {
  await transaction.accessRequest.updateMany({
    where: { accountId, state: 'pending', OR: [{ forUser: userId }, { by: userId }] },
    data: { state: 'withdrawn', decidedAt: now, pendingKey: null, dueAt: now },
  });
}

const toRequest = (row: Row): AccessRequest => ({
  id: row.id,
  accountId: row.accountId,
  forUser: row.forUser,
  by: row.by,
  role: row.role,
  reason: row.reason,
  endsAt: row.endsAt,
  state: row.state as RequestState,
  requestedAt: row.requestedAt,
  expiresAt: row.expiresAt,
  decidedBy: row.decidedBy,
  decidedAt: row.decidedAt,
  note: row.note,
  announced: row.announced,
  reminded: row.reminded,
  told: row.told,
});
