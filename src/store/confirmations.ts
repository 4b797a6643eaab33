import type { Confirmation } from '../domain/confirmation.ts';
import { type SaveOutcome, type Saving, save } from './save.ts';
import type { Store } from './store.ts';

/** What an account's row holds of a confirmation. People are asked again as soon as it no longer counts. */
export const confirmedRow = ({ at, by, until }: Confirmation) => ({
  ...{ confirmedAt: at, confirmedBy: by, holdsUntil: until },
  askAt: until,
});

/** Somebody said that all details of the account still hold (C9). */
export async function saveConfirmation(
  store: Store,
  saving: Saving & { confirmation: Confirmation },
): Promise<SaveOutcome> {
  const { account, confirmation } = saving;
  const said = (of: Confirmation | null) => (of ? { at: of.at.toISOString(), by: of.by } : null);
  const change = {
    kind: 'sheet.confirmed',
    set: confirmedRow(confirmation),
    before: { confirmed: said(account.confirmed) },
    after: { confirmed: said(confirmation) },
  } as const;
  return save(store, saving, change, async () => {});
}

/** Accounts of all workspaces whose people are due to be asked, most overdue first. */
export async function dueAsks(
  store: Store,
  { now, limit }: { now: Date; limit: number },
): Promise<{ teamId: string; accountId: string; askAt: Date }[]> {
  const rows = await store.client.account.findMany({
    where: { askAt: { lte: now } },
    orderBy: { askAt: 'asc' },
    take: limit,
    select: { id: true, teamId: true, askAt: true },
  });
  return rows.flatMap(({ id, teamId, askAt }) => (askAt ? [{ teamId, accountId: id, askAt }] : []));
}

/** Moves the next ask on; false if somebody else has done so, or the details were confirmed meanwhile. */
export async function moveAsk(
  store: Store,
  { accountId, from, to }: { accountId: string; from: Date | null; to: Date | null },
): Promise<boolean> {
  const { count } = await store.client.account.updateMany({
    where: { id: accountId, askAt: from },
    data: { askAt: to },
  });
  return count === 1;
}
