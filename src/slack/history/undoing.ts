import type { Account } from '../../domain/account.ts';
import { decideUndo, kindOf, type PastChange, type Restored, subjectsOf, type Undone } from '../../domain/undo.ts';
import { saveBrandAlias, saveIntegrations } from '../../store/accounts.ts';
import { changeAt, changesOf } from '../../store/history.ts';
import type { SaveOutcome, Saving } from '../../store/save.ts';
import { saveSheet } from '../../store/sheets.ts';
import type { Store } from '../../store/store.ts';
import { whileHolding } from '../access/still.ts';
import { refreshHomes } from '../home/handlers.ts';
import { lookUpAll } from '../person/identify.ts';
import type { AccountTurn, Answer } from '../turn.ts';
import { viewerOf } from '../viewer.ts';
import { historyView, revisionIn } from './handlers.ts';
import { historyModal } from './modal.ts';
import { type Outcome, outcomeLines, undoneModal } from './undone.ts';

/** Takes one change back, as a change of its own; whoever comes too late is told why, and nothing is changed. */
export async function undo(turn: AccountTurn): Promise<Answer> {
  const { deps, person, now, value } = turn;
  const { store } = deps;
  const revision = revisionIn(value);
  const change = revision === null ? null : await changeAt(store, { accountId: turn.account.id, revision });
  if (!change) return show(turn, turn.account, { kind: 'refused', refusal: { reason: 'not-undoable' } });
  const alert = Array.isArray(change.before.alert) ? change.before.alert.map(String) : [];
  const people = await lookUpAll({ ...turn, store }, alert);
  return whileHolding(turn, 'editor', async (account) => {
    const since = await sinceThen(store, account, change);
    const decision = decideUndo(account, { change, since, by: person }, people, now);
    if (decision.kind === 'refused') return show(turn, account, decision);
    const { by, at } = change;
    const undoes: Undone = { revision: change.revision, kind: kindOf(change), by, at: at.toISOString() };
    const saved = await restore(store, { account, by: person.userId, now, undoes }, decision.restored);
    if (saved.kind === 'conflict') return saved;
    return { ...(await show(turn, saved.account, decision)), after: () => refreshHomes(turn, saved.account) };
  });
}

/** The first change after it that is about the same: nothing else counts. */
async function sinceThen(store: Store, account: Account, change: PastChange): Promise<PastChange[]> {
  const subjects = subjectsOf(change);
  for await (const page of changesOf(store, { accountId: account.id, after: change.revision })) {
    const same = page.find((one) => subjectsOf(one).some((subject) => subjects.includes(subject)));
    if (same) return [same];
  }
  return [];
}

function restore(store: Store, saving: Saving, restored: Restored): Promise<SaveOutcome> {
  switch (restored.kind) {
    case 'sheet':
      return saveSheet(store, { ...saving, sheet: restored.sheet });
    case 'alias':
      return saveBrandAlias(store, { ...saving, brandId: restored.brandId, supportAlias: restored.supportAlias });
    case 'integrations':
      return saveIntegrations(store, { ...saving, integrations: restored.integrations });
  }
}

/** In the history, the history as it is now; after a save, a view of its own. */
async function show(turn: AccountTurn, account: Account, outcome: Outcome): Promise<Answer> {
  const viewer = viewerOf(turn.person, account, turn.now);
  if (turn.surface !== historyModal.id) {
    return { kind: 'update', view: undoneModal.render({ account, outcome }, viewer) };
  }
  const notice = outcomeLines(outcome, viewer.say);
  return { kind: 'update', view: await historyView(turn, account, { notice }) };
}
