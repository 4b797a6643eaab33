import type { Account } from './account.ts';
import type { Person } from './person.ts';
import { type EndProblem, endProblem } from './time-box.ts';

/** What a member may do, least first (A6): read the internal sheet; change it; manage users, brands and launch. */
export const ROLES = ['viewer', 'editor', 'admin'] as const;

export type Role = (typeof ROLES)[number];

export interface Member {
  userId: string;
  role: Role;
  /** When time-boxed access ends (A7); null if it does not. */
  endsAt: Date | null;
}

/** Who is looking. Whoever is not a member is a third party. */
export const AUDIENCES = ['internal', 'third-party'] as const;

export type Audience = (typeof AUDIENCES)[number];

export const memberOf = (account: Account, userId: string, now: Date): Member | null =>
  account.members.find((member) => member.userId === userId && (member.endsAt === null || member.endsAt > now)) ?? null;

/** Only a person of the home workspace who is a member is internal; guests and strangers never are (A9). */
export function audienceOf(account: Account, person: Person, now: Date): Audience {
  return person.standing === 'member' && memberOf(account, person.userId, now) ? 'internal' : 'third-party';
}

/** Whether the person holds this role, or a stronger one, on this account now. */
export function holds(account: Account, person: Person, role: Role, now: Date): boolean {
  if (person.standing !== 'member') return false;
  const member = memberOf(account, person.userId, now);
  return member !== null && ROLES.indexOf(member.role) >= ROLES.indexOf(role);
}

export const admins = (account: Account, now: Date): Member[] =>
  account.members.filter((member) => member.role === 'admin' && (member.endsAt === null || member.endsAt > now));

/** Whether the account keeps an admin whose access does not end, were this person none (A6). */
export function staysAdministered(account: Account, without: string, now: Date): boolean {
  if (memberOf(account, without, now)?.role !== 'admin') return true;
  return admins(account, now).some((admin) => admin.userId !== without && admin.endsAt === null);
}

export type GrantRefusal =
  | { reason: 'not-an-admin' }
  | { reason: 'nobody-chosen' }
  | { reason: 'already-a-member'; userId: string; role: Role }
  | { reason: 'last-admin' }
  | { reason: EndProblem }
  | { reason: 'not-a-colleague'; userId: string; standing: Exclude<Person['standing'], 'member'> };

export interface Grant {
  by: Person;
  to: Person | null;
  role: Role;
  /** When the access ends by itself (A7); null if it does not. */
  endsAt: Date | null;
}

/**
 * May this admin bring this colleague in, or change what they may do (A5, R17)? Guests, bots, strangers and deactivated
 * people never become members, and an account never runs out of admins, not even when time-boxed access ends (A6).
 */
export function decideGrant(
  account: Account,
  grant: Grant,
  now: Date,
): { kind: 'granted'; member: Member } | { kind: 'refused'; refusal: GrantRefusal } {
  const refused = (refusal: GrantRefusal) => ({ kind: 'refused', refusal }) as const;
  const { by, to, role, endsAt } = grant;
  if (!holds(account, by, 'admin', now)) return refused({ reason: 'not-an-admin' });
  if (!to) return refused({ reason: 'nobody-chosen' });
  const { userId, standing } = to;
  if (standing !== 'member') return refused({ reason: 'not-a-colleague', userId, standing });
  const end = endProblem(endsAt, now);
  if (end) return refused({ reason: end });
  const known = memberOf(account, userId, now);
  if (known?.role === role && known.endsAt?.getTime() === endsAt?.getTime()) {
    return refused({ reason: 'already-a-member', userId, role });
  }
  const permanent = role === 'admin' && endsAt === null;
  if (!permanent && !staysAdministered(account, userId, now)) return refused({ reason: 'last-admin' });
  return { kind: 'granted', member: { userId, role, endsAt } };
}
