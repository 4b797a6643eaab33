import type { Account } from '../domain/account.ts';
import type { PurposeChange } from '../domain/merge.ts';
import { PURPOSES } from '../domain/purpose.ts';
import { type AuditRow, asJson, rowHash } from './audit-hash.ts';
import type { Change, Prisma } from './generated/sqlite/client.ts';
import { newId } from './id.ts';
import type { Store } from './store.ts';
import type { Transaction } from './transaction.ts';

export type ChangeKind =
  | 'account.created'
  | 'account.launched'
  | 'account.integrations'
  | 'account.renamed'
  | 'brand.added'
  | 'brand.alias'
  | 'brand.default'
  | 'brand.removed'
  /** Its name, and perhaps its alias with it. */
  | 'brand.renamed'
  | 'channel.linked'
  | 'channel.unlinked'
  | 'sheet.saved'
  /** Somebody said that all of it still holds. */
  | 'sheet.confirmed'
  /** A colleague was asked to fill one section; the answer itself is a `sheet.saved` of theirs. */
  | 'section.asked'
  | 'section.withdrawn'
  | 'section.expired'
  /** Exceptions of the weekly hours, holidays among them. */
  | 'hours.exception.added'
  | 'hours.exception.removed'
  /** The countries whose holidays are offered. */
  | 'hours.countries'
  | 'hours.target'
  /** Somebody promised to cover a gap, or gave it back. */
  | 'cover.taken'
  | 'cover.returned'
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
  | 'access.channel'
  /** A change was taken back; `after.undoes` says which. */
  | 'change.undone';

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
  return rows.map(toEntry);
}

/** What was changed of these kinds after this revision, oldest first. */
export async function changesOfKinds(
  store: Store,
  { accountId, revision, kinds }: { accountId: string; revision: number; kinds: readonly ChangeKind[] },
): Promise<ChangeEntry[]> {
  const rows = await store.client.change.findMany({
    where: { accountId, revision: { gt: revision }, kind: { in: [...kinds] } },
    orderBy: { revision: 'asc' },
  });
  return rows.map(toEntry);
}

export const toEntry = ({ id, revision, at, actorId, kind, before, after }: Change): ChangeEntry => ({
  id,
  revision,
  at,
  by: actorId,
  kind: kind as ChangeKind,
  before: before as Difference['before'],
  after: after as Difference['after'],
});

/**
 * Adds the audit row, in the transaction of the change itself, to the end of the account's chain. Whoever calls this holds
 * the account's row, by having changed or created it in the same transaction: so the chain cannot fork.
 */
export async function writeChange(
  transaction: Transaction,
  change: Difference & { account: Pick<Account, 'id' | 'revision'>; by: string; now: Date; kind: ChangeKind },
): Promise<void> {
  const where = { id: change.account.id };
  const { auditHead } = await transaction.account.findUniqueOrThrow({ where, select: { auditHead: true } });
  const row: AuditRow = {
    id: newId(),
    accountId: change.account.id,
    revision: change.account.revision,
    at: change.now,
    actorId: change.by,
    kind: change.kind,
    before: asJson(change.before),
    after: asJson(change.after),
  };
  const hash = rowHash(auditHead, row);
  const { before, after } = row as { before: Prisma.InputJsonObject; after: Prisma.InputJsonObject };
  await transaction.change.create({ data: { ...row, before, after, hash } });
  await transaction.account.update({ where, data: { auditHead: hash }, select: { id: true } });
}

/**
 * What saves after this revision changed, one entry a purpose, oldest first.
 * @param until the revision of an account that was read before: what was saved since is not in its answers, and whoever
 * is shown those must not be taken to have seen it.
 */
export async function changesSince(
  store: Store,
  { accountId, revision, until }: { accountId: string; revision: number; until?: number },
): Promise<PurposeChange[]> {
  const rows = await store.client.change.findMany({
    where: { accountId, revision: { gt: revision, ...(until !== undefined && { lte: until }) } },
    orderBy: { revision: 'asc' },
  });
  return rows.flatMap(({ actorId, revision, before }) =>
    Object.entries(before as Difference['before']).flatMap(([name, answer]) => {
      const purpose = PURPOSES.find((known) => known === name);
      return purpose ? [{ purpose, by: actorId, revision, before: answer } as PurposeChange] : [];
    }),
  );
}
