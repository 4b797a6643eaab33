import type { Cover } from '../domain/coverage/plan.ts';
import { newId } from './id.ts';
import { Overtaken, type SaveOutcome, type Saving, save } from './save.ts';
import type { Store } from './store.ts';
import type { Transaction } from './transaction.ts';

/** A cover as the history keeps it. */
const factsOf = ({ userId, from, to }: Omit<Cover, 'id'>) => ({
  userId,
  from: from.toISOString(),
  to: to.toISOString(),
});

/**
 * Somebody covers a gap (C4). Whether it was one has been decided on the plan as it stood at this revision: whatever
 * changed it since, such as somebody who was faster, has made another.
 */
export async function takeCover(store: Store, saving: Saving & { from: Date; to: Date }): Promise<SaveOutcome> {
  const { account, by, now, from, to } = saving;
  const row = { id: newId(), userId: by, from, to };
  const change = { kind: 'cover.taken', before: {}, after: { cover: factsOf(row) } } as const;
  return save(store, saving, change, (transaction) =>
    transaction.cover.create({ data: { ...row, accountId: account.id, takenAt: now } }),
  );
}

/** A cover is given back; whoever comes second is overtaken. */
export async function returnCover(store: Store, saving: Saving & { cover: Cover }): Promise<SaveOutcome> {
  const { account, cover } = saving;
  const change = { kind: 'cover.returned', before: { cover: factsOf(cover) }, after: {} } as const;
  return save(store, saving, change, async (transaction) => {
    const { count } = await transaction.cover.deleteMany({ where: { id: cover.id, accountId: account.id } });
    if (count === 0) throw new Overtaken();
  });
}

interface Promised {
  accountId: string;
  userId: string;
  now: Date;
}

const notOver = ({ accountId, userId, now }: Promised) => ({ accountId, userId, to: { gt: now } });

/** What a person still has to cover, as the history keeps it. */
export async function promisedBy(store: Store, promised: Promised): Promise<ReturnType<typeof factsOf>[]> {
  const covers = await store.client.cover.findMany({ where: notOver(promised), orderBy: { from: 'asc' } });
  return covers.map(factsOf);
}

/** Nobody is left who would cover these: they are gaps again. */
export async function dropCoversOf(transaction: Transaction, promised: Promised): Promise<void> {
  await transaction.cover.deleteMany({ where: notOver(promised) });
}
