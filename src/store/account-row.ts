import type { Account } from '../domain/account.ts';
import type { SupportWindow, Weekday } from '../domain/hours.ts';
import type { AddressPurpose } from '../domain/purpose.ts';
import type { Prisma } from './generated/sqlite/client.ts';
import type { Store } from './store.ts';

/** Everything that an account is made of, each list in the order in which it was given. */
export const WHOLE = {
  brands: { orderBy: [{ position: 'asc' }, { id: 'asc' }] },
  integrations: { orderBy: { type: 'asc' } },
  members: { orderBy: [{ addedAt: 'asc' }, { userId: 'asc' }] },
  contacts: { orderBy: { position: 'asc' } },
  alerts: { orderBy: { position: 'asc' } },
  windows: { orderBy: { position: 'asc' } },
} satisfies Prisma.AccountInclude;

type AccountRow = Prisma.AccountGetPayload<{ include: typeof WHOLE }>;

/**
 * Reads whole accounts of one workspace, as they were at one moment: an account is read in several queries, and what
 * somebody saves in between must not show up in half of them.
 */
export async function readAccounts(store: Store, teamId: string, where: Prisma.AccountWhereInput): Promise<Account[]> {
  // SQLite's transactions are serializable, and the type knows nothing else.
  const isolationLevel = store.provider === 'postgresql' ? ('RepeatableRead' as 'Serializable') : undefined;
  // Not the array form: Prisma runs an array of one without a transaction.
  const rows = await store.client.$transaction(
    (transaction) => transaction.account.findMany({ where: { ...where, teamId }, include: WHOLE }),
    { isolationLevel },
  );
  return rows.map(toAccount).sort((one, other) => byName(one.name, other.name) || byName(one.id, other.id));
}

const byName = new Intl.Collator('en', { numeric: true }).compare;

export function toAccount(row: AccountRow): Account {
  const addresses = (purpose: AddressPurpose): string[] =>
    row.contacts.flatMap((contact) => (contact.purpose === purpose ? [contact.address] : []));
  return {
    id: row.id,
    teamId: row.teamId,
    name: row.name,
    environment: row.environment,
    revision: row.revision,
    brands: row.brands.map(({ id, name, supportAlias }) => ({ id, name, supportAlias })),
    defaultBrandId: row.defaultBrandId,
    integrations: row.integrations.map(({ type }) => type),
    members: row.members.map(({ userId, role, endsAt }) => ({ userId, role, endsAt })),
    sheet: {
      alert: row.alerts.map(({ userId }) => userId),
      'tech-emergency': addresses('tech-emergency'),
      'tech-non-emergency': addresses('tech-non-emergency'),
      'ops-merchant': addresses('ops-merchant'),
      'ops-platform': addresses('ops-platform'),
      'ops-users': addresses('ops-users'),
      'support-hours': row.windows.map(toWindow),
    },
    launchedAt: row.launchedAt,
    adminChannelId: row.adminChannelId,
    confirmed: toConfirmation(row),
  };
}

const toConfirmation = ({ confirmedAt, confirmedBy, holdsUntil }: AccountRow): Account['confirmed'] =>
  confirmedAt && confirmedBy && holdsUntil ? { at: confirmedAt, by: confirmedBy, until: holdsUntil } : null;

const toWindow = ({ zone, days, start, end }: AccountRow['windows'][number]): SupportWindow => ({
  zone,
  days: [...days].map((day) => Number(day) as Weekday),
  start,
  end,
});
