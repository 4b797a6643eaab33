import type { Account } from '../domain/account.ts';
import type { AskState, Section, SectionAsk } from '../domain/section.ts';
import type { SectionAsk as Row } from './generated/sqlite/client.ts';
import { newId } from './id.ts';
import { Overtaken, type SaveOutcome, type Saving, save } from './save.ts';
import type { Store } from './store.ts';
import { isUniqueViolation, type Transaction } from './transaction.ts';

export type NewAsk = Pick<SectionAsk, 'section' | 'forUser' | 'note' | 'expiresAt'>;

export type AskOutcome =
  | { kind: 'asked'; account: Account; ask: SectionAsk }
  /** This colleague has been asked for this section, and has not answered. */
  | { kind: 'asked-already' }
  | { kind: 'conflict'; account: Account };

/** Stores that a colleague is asked for a section; nobody is asked for the same twice (X7). */
export async function createAsk(store: Store, saving: Saving & { wish: NewAsk }): Promise<AskOutcome> {
  const { account, by, now, wish } = saving;
  const { section, ...rest } = wish;
  const row = {
    ...{ id: newId(), accountId: account.id, purpose: section, ...rest, by },
    // The save that stores it makes the next revision.
    ...{ revision: account.revision + 1, state: 'open', askedAt: now },
    openKey: `${account.id}:${section}:${wish.forUser}`,
  };
  const after = { ask: row.id, section, forUser: wish.forUser };
  try {
    const saved = await save(store, saving, { kind: 'section.asked', before: {}, after }, (transaction) =>
      transaction.sectionAsk.create({ data: row }),
    );
    if (saved.kind === 'conflict') return saved;
    return { kind: 'asked', account: saved.account, ask: toAsk({ ...row, answeredAt: null }) };
  } catch (error) {
    if (isUniqueViolation(error)) return { kind: 'asked-already' };
    throw error;
  }
}

/** Where the message with the form's button stands. */
export interface AskPlace {
  channelId: string;
  ts: string;
}

export async function rememberAskPlace(store: Store, askId: string, place: AskPlace): Promise<void> {
  await store.client.sectionAsk.updateMany({ where: { id: askId }, data: { ...place } });
}

/** The ask and where it stands, if it is about an account of this workspace. */
export async function findAsk(
  store: Store,
  { teamId, askId }: { teamId: string; askId: string },
): Promise<{ ask: SectionAsk; place: AskPlace | null } | null> {
  const row = await store.client.sectionAsk.findFirst({ where: { id: askId, account: { teamId } } });
  return row && { ask: toAsk(row), place: toPlace(row) };
}

/** What colleagues were asked for and have not answered, oldest first. */
export async function openAsks(store: Store, { accountId }: { accountId: string }): Promise<SectionAsk[]> {
  const where = { accountId, state: 'open' };
  const rows = await store.client.sectionAsk.findMany({ where, orderBy: [{ askedAt: 'asc' }, { id: 'asc' }] });
  return rows.map(toAsk);
}

/** Asks of all workspaces whose time is over, oldest first. */
export async function expiringAsks(
  store: Store,
  { now, limit }: { now: Date; limit: number },
): Promise<{ teamId: string; ask: SectionAsk; place: AskPlace | null }[]> {
  const rows = await store.client.sectionAsk.findMany({
    where: { state: 'open', expiresAt: { lte: now } },
    orderBy: { expiresAt: 'asc' },
    take: limit,
    include: { account: { select: { teamId: true } } },
  });
  return rows.map((row) => ({ teamId: row.account.teamId, ask: toAsk(row), place: toPlace(row) }));
}

/** Ends an ask that nobody answers any more, once. */
export async function settleAsk(
  store: Store,
  saving: Saving & { ask: SectionAsk; state: 'withdrawn' | 'expired' },
): Promise<SaveOutcome> {
  const { ask, state, now } = saving;
  const facts = { ask: ask.id, section: ask.section, forUser: ask.forUser };
  return save(store, saving, { kind: `section.${state}`, before: facts, after: {} }, (transaction) =>
    closeAsk(transaction, { ask, state, now }),
  );
}

/** Closes an open ask, in the transaction of what closes it; whoever comes second is overtaken. */
export async function closeAsk(
  transaction: Transaction,
  { ask, state, now }: { ask: SectionAsk; state: Exclude<AskState, 'open'>; now: Date },
): Promise<void> {
  const { count } = await transaction.sectionAsk.updateMany({
    where: { id: ask.id, state: 'open' },
    data: { state, openKey: null, answeredAt: state === 'answered' ? now : null },
  });
  if (count === 0) throw new Overtaken();
}

const toPlace = ({ channelId, ts }: Row): AskPlace | null => (channelId && ts ? { channelId, ts } : null);

const toAsk = ({
  id,
  accountId,
  purpose,
  forUser,
  by,
  note,
  revision,
  state,
  ...times
}: Omit<Row, 'channelId' | 'ts' | 'openKey'>): SectionAsk => ({
  ...{ id, accountId, forUser, by, note, revision },
  section: purpose as Section,
  state: state as AskState,
  askedAt: times.askedAt,
  expiresAt: times.expiresAt,
  answeredAt: times.answeredAt,
});
