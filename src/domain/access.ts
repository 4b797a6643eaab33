import type { Account } from './account.ts';
import type { Person } from './person.ts';

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
export type Audience = 'internal' | 'third-party';

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

export type GrantRefusal =
  | { reason: 'not-an-admin' }
  | { reason: 'nobody-chosen' }
  | { reason: 'already-a-member'; userId: string; role: Role }
  | { reason: 'not-a-colleague'; userId: string; standing: Exclude<Person['standing'], 'member'> };

/** May this admin bring this colleague in (A5, R17)? Guests, bots, strangers and deactivated people never become members. */
export function decideGrant(
  account: Account,
  grant: { by: Person; to: Person | null; role: Role },
  now: Date,
): { kind: 'granted'; member: Member } | { kind: 'refused'; refusal: GrantRefusal } {
  const refused = (refusal: GrantRefusal) => ({ kind: 'refused', refusal }) as const;
  if (!holds(account, grant.by, 'admin', now)) return refused({ reason: 'not-an-admin' });
  if (!grant.to) return refused({ reason: 'nobody-chosen' });
  const { userId, standing } = grant.to;
  if (standing !== 'member') return refused({ reason: 'not-a-colleague', userId, standing });
  const known = memberOf(account, userId, now);
  if (known?.role === grant.role) return refused({ reason: 'already-a-member', userId, role: known.role });
  if (known?.role === 'admin' && admins(account, now).length === 1) {
    return refused({ reason: 'already-a-member', userId, role: 'admin' });
  }
  return { kind: 'granted', member: { userId, role: grant.role, endsAt: null } };
}
