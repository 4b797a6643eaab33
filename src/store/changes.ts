import type { Account } from '../domain/account.ts';
import type { PurposeChange } from '../domain/merge.ts';
import { PURPOSES } from '../domain/purpose.ts';
import type { Prisma } from './generated/sqlite/client.ts';
import { newId } from './id.ts';
import type { Store } from './store.ts';
import type { Transaction } from './transaction.ts';

export type ChangeKind =
  | 'account.created'
  | 'account.launched'
  | 'account.integrations'
  | 'brand.alias'
  | 'sheet.saved'
  | 'mailbox.verified'
  | 'mailbox.bounced'
  | 'access.requested'
  | 'access.granted'
  | 'access.denied'
  | 'access.withdrawn'
  | 'access.expired'
  | 'access.revoked'
  /** Time-boxed access ended by itself. */
  | 'access.ended'
  /** The person left the workspace. */
  | 'access.left'
  /** An owner of the workspace took over an account without a reachable admin. */
  | 'access.recovered'
  | 'access.channel';

/** What was different before and after: only that, so that one who reads it sees what was done. */
export type Difference = { before: Readonly<Record<string, unknown>>; after: Readonly<Record<string, unknown>> };

export type ChangeEntry = Difference & {
  id: string;
  /** The account's revision that this change made. */
  revision: number;
  at: Date;
  /** The user id of who did it. */
  by: string;
  kind: ChangeKind;
};

/** The latest changes of an account, the last one first. */
export async function recentChanges(
  store: Store,
  { accountId, limit }: { accountId: string; limit: number },
): Promise<ChangeEntry[]> {
  const rows = await store.client.change.findMany({
    where: { accountId },
    orderBy: [{ revision: 'desc' }, { at: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  return rows.map(({ id, revision, at, actorId, kind, before, after }) => ({
    id,
    revision,
    at,
    by: actorId,
    kind: kind as ChangeKind,
    before: before as Difference['before'],
    after: after as Difference['after'],
  }));
}

/** Adds the audit row, in the transaction of the change itself. */
export async function writeChange(
  transaction: Transaction,
  change: Difference & { account: Pick<Account, 'id' | 'revision'>; by: string; now: Date; kind: ChangeKind },
): Promise<void> {
  await transaction.change.create({
    data: {
      id: newId(),
      accountId: change.account.id,
      revision: change.account.revision,
      at: change.now,
      actorId: change.by,
      kind: change.kind,
      before: change.before as Prisma.InputJsonObject,
      after: change.after as Prisma.InputJsonObject,
    },
  });
}

/** What saves after this revision changed, one entry a purpose, oldest first. */
export async function changesSince(
  store: Store,
  { accountId, revision }: { accountId: string; revision: number },
): Promise<PurposeChange[]> {
  const rows = await store.client.change.findMany({
    where: { accountId, revision: { gt: revision } },
    orderBy: { revision: 'asc' },
  });
  return rows.flatMap(({ actorId, before }) =>
    Object.entries(before as Difference['before']).flatMap(([name, answer]) => {
      const purpose = PURPOSES.find((known) => known === name);
      return purpose ? [{ purpose, by: actorId, before: answer } as PurposeChange] : [];
    }),
  );
}
