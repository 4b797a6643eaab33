import type { Account } from '../../domain/account.ts';
import { type HistoryPage, historyPage } from '../../store/history.ts';
import type { AccountTurn, Answer } from '../turn.ts';
import { viewerOf } from '../viewer.ts';
import { historyModal, PER_PAGE } from './modal.ts';
import { offerOf } from './offer.ts';

type From = Parameters<typeof historyPage>[1]['from'];

export const openHistory = async (turn: AccountTurn): Promise<Answer> => ({
  kind: 'open',
  view: await historyView(turn, turn.account),
});

/** A page further back, or further on; a revision that cannot be read leads to the latest changes. */
export const showOlder = (turn: AccountTurn): Promise<Answer> => showPage(turn, (revision) => ({ before: revision }));
export const showNewer = (turn: AccountTurn): Promise<Answer> => showPage(turn, (revision) => ({ after: revision }));

async function showPage(turn: AccountTurn, from: (revision: number) => From): Promise<Answer> {
  const revision = revisionIn(turn.value);
  return {
    kind: 'update',
    view: await historyView(turn, turn.account, { from: revision === null ? null : from(revision) }),
  };
}

/** What a button says of a revision; null for whatever no button of ours says. */
export const revisionIn = (value: string | null): number | null =>
  value !== null && /^\d{1,9}$/.test(value) ? Number(value) : null;

/** The history as this person sees it. */
export async function historyView(
  { deps, person, now }: AccountTurn,
  account: Account,
  { from = null, notice = [] }: { from?: From; notice?: readonly string[] } = {},
) {
  const read = (at: From): Promise<HistoryPage> =>
    historyPage(deps.store, { accountId: account.id, limit: PER_PAGE, from: at });
  const found = await read(from);
  const page = found.changes.length === 0 && from !== null ? await read(null) : found;
  const offer = page.newer ? null : offerOf(account, page.changes, person, now);
  return historyModal.render({ account, ...page, offer, notice }, viewerOf(person, account, now));
}
