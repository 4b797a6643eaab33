import { holds, type Member, memberOf, ROLES, type Role } from './access.ts';
import type { Account } from './account.ts';
import type { Person, Standing } from './person.ts';
import { type EndProblem, endProblem, outlasts } from './time-box.ts';
import { stateAt } from './waiting.ts';

export const REQUEST_STATES = ['pending', 'approved', 'denied', 'withdrawn', 'expired'] as const;

export type RequestState = (typeof REQUEST_STATES)[number];

/** A wish for access to an account, of the person themselves or of a member on a colleague's behalf (A1, A5). */
export interface AccessRequest {
  id: string;
  accountId: string;
  /** User id of who would get access. */
  forUser: string;
  /** User id of who asked; the same unless a member proposed a colleague. */
  by: string;
  role: Role;
  reason: string;
  /** When the access would end by itself (A7); null if it would not. */
  endsAt: Date | null;
  state: RequestState;
  requestedAt: Date;
  /** When it ends if nobody has answered (A4). */
  expiresAt: Date;
  /** User id of who decided or withdrew; null while pending, and when it expired. */
  decidedBy: string | null;
  decidedAt: Date | null;
  note: string | null;
  /** Whether those who decide have been shown the request. */
  announced: boolean;
  /** How often they were reminded (A4). */
  reminded: number;
  /** Whether who asked has heard the outcome. */
  told: boolean;
}

export const LONGEST_REASON = 500;

export interface Wish {
  by: Person;
  forPerson: Person | null;
  role: Role | null;
  reason: string;
  endsAt: Date | null;
}

export type WishProblem =
  | { field: 'person'; reason: 'nobody-chosen' | 'already-a-member' }
  | { field: 'person'; reason: 'not-a-colleague'; standing: Exclude<Standing, 'member'> }
  | { field: 'role'; reason: 'role-missing' }
  | { field: 'reason'; reason: 'reason-missing' }
  | { field: 'reason'; reason: 'reason-too-long'; limit: number }
  | { field: 'until'; reason: EndProblem | 'ends-sooner' };

export type WishDecision =
  | { kind: 'requested'; forUser: string; role: Role; reason: string; endsAt: Date | null }
  | { kind: 'refused'; problems: readonly WishProblem[] }
  /** Guests, bots and people of another workspace ask for nothing (A9). */
  | { kind: 'not-a-colleague' };

/** Whether somebody has a stronger role already, or this one for as long; more time for the same role can be asked for. */
function has(account: Account, { userId, role, endsAt }: Member, now: Date): boolean {
  const known = memberOf(account, userId, now);
  if (!known) return false;
  return known.role === role ? outlasts(known.endsAt, endsAt) : ROLES.indexOf(known.role) > ROLES.indexOf(role);
}

/** Whether a stronger role until then would cost somebody what they have for longer: it would end with it. */
function endsSooner(account: Account, { userId, endsAt }: Member, now: Date): boolean {
  const known = memberOf(account, userId, now);
  return known !== null && endsAt !== null && (known.endsAt === null || known.endsAt > endsAt);
}

/** May this be asked for (A1, A5)? Whether there is a request pending already, only the store can say. */
export function decideWish(account: Account, wish: Wish, now: Date): WishDecision {
  const { by, forPerson, role, endsAt } = wish;
  if (by.standing !== 'member') return { kind: 'not-a-colleague' };
  const problems: WishProblem[] = [];
  const reason = wish.reason.normalize('NFC').trim();
  const asked = forPerson && role ? { userId: forPerson.userId, role, endsAt } : null;
  if (!forPerson) problems.push({ field: 'person', reason: 'nobody-chosen' });
  else if (forPerson.standing !== 'member') {
    problems.push({ field: 'person', reason: 'not-a-colleague', standing: forPerson.standing });
  } else if (asked && has(account, asked, now)) {
    problems.push({ field: 'person', reason: 'already-a-member' });
  }
  if (!role) problems.push({ field: 'role', reason: 'role-missing' });
  if (reason === '') problems.push({ field: 'reason', reason: 'reason-missing' });
  else if ([...reason].length > LONGEST_REASON) {
    problems.push({ field: 'reason', reason: 'reason-too-long', limit: LONGEST_REASON });
  }
  const end = endProblem(endsAt, now);
  if (end) problems.push({ field: 'until', reason: end });
  else if (asked && !has(account, asked, now) && endsSooner(account, asked, now)) {
    problems.push({ field: 'until', reason: 'ends-sooner' });
  }
  if (problems.length > 0 || !forPerson || !role) return { kind: 'refused', problems };
  return { kind: 'requested', forUser: forPerson.userId, role, reason, endsAt };
}

export interface Review {
  by: Person;
  verdict: 'approve' | 'deny';
  note: string;
  /** Who would get access, as Slack knows them now; null if it no longer does. */
  forPerson: Person | null;
}

export type ReviewDecision =
  | { kind: 'approved'; member: Member; note: string | null }
  | { kind: 'denied'; note: string | null }
  | { kind: 'refused'; refusal: ReviewRefusal };

export type ReviewRefusal =
  | { reason: 'not-pending'; state: Exclude<RequestState, 'pending'> }
  | { reason: 'not-an-admin' }
  | { reason: 'own-request' }
  | { reason: 'not-a-colleague' }
  | { reason: 'end-in-the-past' | 'ends-sooner' }
  | { reason: 'note-too-long'; limit: number };

/**
 * An admin's decision (A2, A3). The guards come in this order: is it pending, may they decide, is it their own, does the
 * world still allow it. So whoever is too late hears that first, and nobody learns more than they may.
 */
export function review(account: Account, request: AccessRequest, given: Review, now: Date): ReviewDecision {
  const refused = (refusal: ReviewRefusal) => ({ kind: 'refused', refusal }) as const;
  const { by, verdict, forPerson } = given;
  const state = stateAt(request, now);
  if (state !== 'pending') return refused({ reason: 'not-pending', state });
  if (!holds(account, by, 'admin', now)) return refused({ reason: 'not-an-admin' });
  if (by.userId === request.by || by.userId === request.forUser) return refused({ reason: 'own-request' });
  const note = given.note.normalize('NFC').trim() || null;
  if (note && [...note].length > LONGEST_REASON) return refused({ reason: 'note-too-long', limit: LONGEST_REASON });
  if (verdict === 'deny') return { kind: 'denied', note };
  if (forPerson?.standing !== 'member') return refused({ reason: 'not-a-colleague' });
  if (request.endsAt && request.endsAt <= now) return refused({ reason: 'end-in-the-past' });
  const asked = { userId: request.forUser, role: request.role, endsAt: request.endsAt };
  // An approval takes nothing away: whoever got a stronger role, or a later end, meanwhile keeps it.
  const kept = memberOf(account, request.forUser, now);
  if (kept && has(account, asked, now)) return { kind: 'approved', member: kept, note };
  if (endsSooner(account, asked, now)) return refused({ reason: 'ends-sooner' });
  return { kind: 'approved', member: asked, note };
}

export type WithdrawRefusal =
  | { reason: 'not-pending'; state: Exclude<RequestState, 'pending'> }
  | { reason: 'not-yours' };

/** Who asked, or who would get access, can take the request back while it is pending. */
export function decideWithdrawal(
  request: AccessRequest,
  by: Person,
  now: Date,
): { kind: 'withdrawn' } | { kind: 'refused'; refusal: WithdrawRefusal } {
  const state = stateAt(request, now);
  if (by.userId !== request.by && by.userId !== request.forUser) {
    return { kind: 'refused', refusal: { reason: 'not-yours' } };
  }
  if (state !== 'pending') return { kind: 'refused', refusal: { reason: 'not-pending', state } };
  return { kind: 'withdrawn' };
}
