import { hasDrifted, type Outline } from '../domain/outline.ts';
import type { Purpose } from '../domain/purpose.ts';
import type { Prisma } from './generated/sqlite/client.ts';
import type { Store } from './store.ts';

const OUTLINE = {
  ...{ id: true, name: true, environment: true },
  defaultBrand: { select: { supportAlias: true } },
  integrations: { select: { type: true }, orderBy: { type: 'asc' } },
  _count: { select: { alerts: true, windows: true } },
} satisfies Prisma.AccountSelect;

type Row = Prisma.AccountGetPayload<{ select: typeof OUTLINE }>;
type Answer = { purpose: string; mailbox: string };

/**
 * How every account stands that the person has access to now: enough for a list of hundreds. The first answer of each
 * purpose says that there is one; they are read flat, because nesting them costs more than reading them.
 */
export async function outlinesOfMember(
  store: Store,
  { teamId, userId, now }: { teamId: string; userId: string; now: Date },
): Promise<Outline[]> {
  const access = { some: { userId, OR: [{ endsAt: null }, { endsAt: { gt: now } }] } };
  const where = { teamId, members: access } satisfies Prisma.AccountWhereInput;
  const [rows, contacts] = await Promise.all([
    store.client.account.findMany({ where, select: OUTLINE }),
    store.client.contact.findMany({
      where: { account: where, position: 0 },
      select: { accountId: true, purpose: true, mailbox: true },
    }),
  ]);
  const answers = Map.groupBy(contacts, ({ accountId }) => accountId);
  return rows.map((row) => toOutline(row, answers.get(row.id) ?? []));
}

function toOutline({ id, name, environment, defaultBrand, integrations, _count }: Row, answers: readonly Answer[]) {
  const shared = answers.find(({ purpose }) => purpose === 'ops-users')?.mailbox ?? null;
  return {
    ...{ id, name, environment },
    integrations: integrations.map(({ type }) => type),
    answered: [
      ...(_count.alerts > 0 ? (['alert'] as const) : []),
      ...answers.map(({ purpose }) => purpose as Purpose),
      ...(_count.windows > 0 ? (['support-hours'] as const) : []),
    ],
    drifted: hasDrifted(shared, defaultBrand?.supportAlias ?? null),
  } satisfies Outline;
}
