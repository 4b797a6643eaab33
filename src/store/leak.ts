import type { Audience } from '../domain/access.ts';
import { mailboxesIn, mentionsIn } from '../domain/leak.ts';
import { type Purpose, SHARED_PURPOSES } from '../domain/purpose.ts';
import type { Store } from './store.ts';

/** Something that is about to leave, and for whom. */
export interface Outgoing {
  /** The workspace whose contacts are looked after. */
  teamId: string;
  audience: Audience;
  /** Everything that leaves: words, blocks, metadata, names and contents of files, headers. */
  payload: unknown;
  now: Date;
  /**
   * The one person who gets it, if that is a full member of the workspace: what is on the sheets of their own accounts is
   * theirs to know, and nothing of any other.
   */
  colleague?: string | null;
  /**
   * The account that it is about. What this account shares may be said, whatever another uses the same address for; and
   * outsiders are not told who its alert contacts are.
   */
  about?: string | undefined;
  /** People whom it names for another reason than that they are alerted, such as whoever covers a gap. */
  names?: readonly string[];
  /** What whoever gets it has written: their words come back to them, and do not tell whether an address is anybody's. */
  own?: unknown;
  /** Addresses that are no secret to whoever gets it: the operator's own, and the mailbox that a mail goes to. */
  allowed?: readonly (string | null)[];
}

/** Thrown instead of sending. It says of which purposes something was in it, and nothing else. */
export class LeakError extends Error {
  override name = 'LeakError';
  readonly purposes: readonly Purpose[];
  constructor(purposes: readonly Purpose[]) {
    super('something internal was about to reach a third party');
    this.purposes = purposes;
  }
}

/** Throws a LeakError rather than let something internal out (R12, X2). For members of the account it asks nothing. */
export async function refuseLeak(store: Store, outgoing: Outgoing): Promise<void> {
  const purposes = await leaksOf(store, outgoing);
  if (purposes.length > 0) throw new LeakError(purposes);
}

/** The purposes of which something internal is in what is about to leave; none is as it should be. */
export async function leaksOf(store: Store, outgoing: Outgoing): Promise<Purpose[]> {
  if (outgoing.audience === 'internal') return [];
  const [addresses, alerted] = await Promise.all([addressesOf(store, outgoing), alertedOf(store, outgoing)]);
  return [...new Set([...addresses, ...alerted])];
}

/** So many values fit into one query of either database with room to spare; no message or view mentions more. */
const MOST_ASKED = 5000;

async function addressesOf(store: Store, { teamId, payload, now, colleague, about, own, allowed = [] }: Outgoing) {
  const mentioned = mailboxesIn(payload);
  if (mentioned.size > 0) for (const mailbox of mailboxesIn(own)) mentioned.delete(mailbox);
  for (const address of allowed) if (address) mentioned.delete(address.toLowerCase());
  const asked = [...mentioned];
  const found: Purpose[] = [];
  for (let start = 0; start < asked.length; start += MOST_ASKED) {
    const mailbox = { in: asked.slice(start, start + MOST_ASKED) };
    const rows = await store.client.contact.findMany({
      where: { mailbox, account: { teamId, ...(colleague && { NOT: { members: { some: active(colleague, now) } } }) } },
      select: { accountId: true, purpose: true, mailbox: true },
    });
    // A mailbox that is on a sheet twice, once shared, is no secret of that account.
    const shared = new Set(rows.filter(({ purpose }) => isShared(purpose)).map(keyOf));
    const known = rows.filter((row) => shared.has(keyOf(row)) || shared.has(keyOf({ ...row, accountId: about ?? '' })));
    found.push(...rows.filter((row) => !known.includes(row)).map(({ purpose }) => purpose as Purpose));
  }
  return found;
}

/**
 * A mention by itself tells nothing of a person: third parties are told whom to ask (the admins), who decided and who
 * covers, and any of them may be an alert contact as well. So people count only in what is about an account and goes to a
 * place, a file or somebody from outside, where nobody but an admin and whoever is named on purpose has a reason to occur.
 */
async function alertedOf(
  store: Store,
  { teamId, payload, colleague, about, names = [] }: Outgoing,
): Promise<Purpose[]> {
  if (!about || colleague) return [];
  const mentioned = [...mentionsIn(payload)].filter((userId) => !names.includes(userId));
  if (mentioned.length === 0) return [];
  const where = { accountId: about, userId: { in: mentioned.slice(0, MOST_ASKED) }, account: { teamId } };
  const alerted = await store.client.alertContact.findFirst({
    where: { ...where, NOT: { member: { role: 'admin' } } },
    select: { userId: true },
  });
  return alerted ? ['alert'] : [];
}

const active = (userId: string, now: Date) => ({ userId, OR: [{ endsAt: null }, { endsAt: { gt: now } }] });

const isShared = (purpose: string): boolean => SHARED_PURPOSES.some((one) => one === purpose);

const keyOf = ({ accountId, mailbox }: { accountId: string; mailbox: string }): string => `${accountId} ${mailbox}`;
