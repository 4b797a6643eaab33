import type { Account } from '../domain/account.ts';
import type { Undone } from '../domain/undo.ts';
import { readAccounts, toAccount, WHOLE } from './account-row.ts';
import { type ChangeKind, type Difference, writeChange } from './changes.ts';
import type { Prisma } from './generated/sqlite/client.ts';
import type { Store } from './store.ts';
import { StoreError } from './store-error.ts';
import { isForeignKeyViolation, type Transaction } from './transaction.ts';

/** `conflict`: somebody else was faster, nothing was saved, and this is the account as it is now. */
export type SaveOutcome = { kind: 'saved'; account: Account } | { kind: 'conflict'; account: Account };

export type Saving = {
  account: Account;
  by: string;
  now: Date;
  /** This save takes that change back, and is written down as its undo. */
  undoes?: Undone;
};

type Conflict = Extract<SaveOutcome, { kind: 'conflict' }>;

/** So often somebody else may save in between before we give up. */
const MOST_TRIES = 20;

/** Decides and saves on the account as it is; whoever was overtaken decides anew on what is there then. */
export async function onLatest<T extends { kind: string }>(
  account: Account,
  attempt: (account: Account) => Promise<T | Conflict>,
): Promise<T> {
  let latest = account;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const outcome = await attempt(latest);
    if (!isConflict(outcome)) return outcome;
    latest = outcome.account;
  }
  throw new Error('the account was changed by others at every try');
}

const isConflict = (outcome: { kind: string }): outcome is Conflict => outcome.kind === 'conflict';

/** What a write throws when what it is about is no longer there. */
export class Overtaken extends Error {}

type Alteration = Difference & { kind: ChangeKind; set?: Prisma.AccountUpdateManyMutationInput };

/**
 * Every change of an account is one transaction: the revision that it was made from becomes the next one (only one save
 * can do that, and it holds the account until it is done), then the rows, then the audit row.
 */
export async function save(
  store: Store,
  saving: Saving,
  change: Alteration,
  write: (transaction: Transaction) => Promise<unknown>,
): Promise<SaveOutcome> {
  try {
    const saved = await store.client.$transaction(async (transaction) => {
      await saveWithin(transaction, saving, change, write);
      return transaction.account.findUniqueOrThrow({ where: { id: saving.account.id }, include: WHOLE });
    });
    return { kind: 'saved', account: toAccount(saved) };
  } catch (error) {
    if (!isOvertaken(error)) throw error;
    return { kind: 'conflict', account: await latest(store, saving.account) };
  }
}

/** The same as one part of a larger transaction, which whoever was overtaken ends. */
export async function saveWithin(
  transaction: Transaction,
  { account: { id, teamId, revision }, by, now, undoes }: Saving,
  change: Alteration,
  write: (transaction: Transaction) => Promise<unknown>,
): Promise<void> {
  const next = { ...change.set, revision: revision + 1 };
  const { count } = await transaction.account.updateMany({ where: { id, teamId, revision }, data: next });
  if (count === 0) throw new Overtaken();
  await write(transaction);
  const row = undoes
    ? { kind: 'change.undone' as const, before: change.before, after: { ...change.after, undoes } }
    : change;
  await writeChange(transaction, { ...row, account: { id, revision: revision + 1 }, by, now });
}

/** Whether somebody else was faster, or what the save is about is no longer there. */
export const isOvertaken = (error: unknown): boolean => error instanceof Overtaken || isForeignKeyViolation(error);

/** For a save that would change nothing: it leaves no trace, but somebody else's change is still a conflict. */
export async function saveNothing(store: Store, { account }: Saving): Promise<SaveOutcome> {
  const now = await latest(store, account);
  return { kind: now.revision === account.revision ? 'saved' : 'conflict', account: now };
}

async function latest(store: Store, { id, teamId }: Account): Promise<Account> {
  const [account] = await readAccounts(store, teamId, { id });
  if (!account) throw new StoreError('The account no longer exists.');
  return account;
}
