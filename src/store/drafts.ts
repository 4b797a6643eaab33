import { ROLES, type Role } from '../domain/access.ts';
import type { Prisma } from './generated/sqlite/client.ts';
import type { Store } from './store.ts';
import { isForeignKeyViolation, isUniqueViolation, type Transaction } from './transaction.ts';

/** Whose draft of which form: a person has one for each form of an account. */
export interface DraftKey {
  accountId: string;
  userId: string;
  /** The `callback_id` of the form. */
  surface: string;
}

/** What a form holds that was not saved. */
export interface Draft {
  /** Revision of the account that the form was begun from. */
  revision: number;
  /** As the form wrote it; the form alone understands it. */
  values: unknown;
  /** When it was typed. */
  savedAt: Date;
}

/** What stands in the place of a draft that was saved or discarded. */
const NOTHING: Prisma.InputJsonObject = {};

/** Whether the person may write a draft: a member of this workspace's account who can change the sheet now. */
export async function mayDraft(
  store: Store,
  { teamId, accountId, userId, role, now }: Omit<DraftKey, 'surface'> & { teamId: string; role: Role; now: Date },
): Promise<boolean> {
  const member = await store.client.member.findFirst({
    where: {
      ...{ accountId, userId, account: { teamId }, role: { in: ROLES.slice(ROLES.indexOf(role)) } },
      OR: [{ endsAt: null }, { endsAt: { gt: now } }],
    },
    select: { role: true },
  });
  return member !== null;
}

/**
 * Keeps what a form holds, unless something later is kept already: letters that were typed in order may arrive in any.
 * False if it was too late for that, or the person is no member any more.
 */
export async function keepDraft(
  store: Store,
  { revision, values, at, ...key }: DraftKey & { revision: number; values: unknown; at: Date },
): Promise<boolean> {
  const data = { revision, values: storable(values) as Prisma.InputJsonObject, savedAt: at };
  const replace = async () =>
    (await store.client.draft.updateMany({ where: { ...key, savedAt: { lte: at } }, data })).count === 1;
  if (await replace()) return true;
  try {
    await store.client.draft.create({ data: { ...key, ...data } });
    return true;
  } catch (error) {
    // Somebody wrote the first one meanwhile, or there is a later one.
    if (isUniqueViolation(error)) return replace();
    if (isForeignKeyViolation(error)) return false;
    throw error;
  }
}

/** What the person has typed and not saved; null if there is nothing. */
export async function findDraft(store: Store, key: DraftKey): Promise<Draft | null> {
  const row = await store.client.draft.findUnique({ where: { accountId_userId_surface: key } });
  if (!row || Object.keys(row.values as object).length === 0) return null;
  const { revision, values, savedAt } = row;
  return { revision, values, savedAt };
}

/** Ends a draft because it was saved, in the transaction of that save, or because it was discarded. */
export async function endDraft(
  { draft }: Pick<Transaction, 'draft'>,
  { at, ...key }: DraftKey & { at: Date },
): Promise<void> {
  await draft.updateMany({ where: key, data: { values: NOTHING } });
  await draft.updateMany({ where: { ...key, savedAt: { lt: at } }, data: { savedAt: at } });
}

/** Forgets a draft on demand, and what of it is still on its way; what was typed later than that stays. */
export const discardDraft = async (store: Store, key: DraftKey & { at: Date }): Promise<void> =>
  void (await keepDraft(store, { ...key, revision: 0, values: NOTHING }));

/** Deletes what nobody has typed at since. @returns how many */
export async function deleteDrafts(store: Store, { before }: { before: Date }): Promise<number> {
  return (await store.client.draft.deleteMany({ where: { savedAt: { lt: before } } })).count;
}

/** PostgreSQL stores neither a null character nor half of a pair; nobody types them. */
const storable = (values: unknown): unknown =>
  JSON.parse(JSON.stringify(values), (_, value) =>
    typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value,
  );
