import type { Store } from './store.ts';
import { isUniqueViolation } from './transaction.ts';

/** Says when a chore that was taken up comes round again. */
export async function postponeChore(store: Store, { name, next }: { name: string; next: Date }): Promise<void> {
  await store.client.chore.updateMany({ where: { name }, data: { dueAt: next } });
}

/**
 * Takes up a chore that is due, and says when it comes round next; false if it is not due, or somebody else was faster.
 * A chore that nobody has ever done is due.
 */
export async function takeUpChore(
  store: Store,
  { name, now, next }: { name: string; now: Date; next: Date },
): Promise<boolean> {
  const where = { name, dueAt: { lte: now } };
  const { count } = await store.client.chore.updateMany({ where, data: { dueAt: next } });
  if (count === 1) return true;
  if (await store.client.chore.findUnique({ where: { name } })) return false;
  try {
    await store.client.chore.create({ data: { name, dueAt: next } });
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}
