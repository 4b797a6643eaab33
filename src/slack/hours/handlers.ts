import { decideEdit } from '../../domain/edit.ts';
import { readWindows, type WindowProblem } from '../../domain/hours.ts';
import type { Say } from '../../i18n/say.ts';
import { onLatest } from '../../store/save.ts';
import { saveSheet } from '../../store/sheets.ts';
import { form } from '../contact/form.ts';
import { savedModal } from '../contact/saved.ts';
import { refusalText } from '../contact/words.ts';
import { refreshHomes } from '../home/handlers.ts';
import type { AccountTurn, Answer } from '../turn.ts';
import { draftsOf, hoursView, type KeyedDraft, withOneMore } from './view.ts';

const drafts = (turn: AccountTurn): KeyedDraft[] => hoursView.parse(turn.values, turn.metadata.windows ?? []);

const show = (kind: 'open' | 'update', { account, viewer }: AccountTurn, shown: KeyedDraft[]): Answer => ({
  kind,
  view: hoursView.render({ account, drafts: shown }, viewer),
});

export const openHours = async (turn: AccountTurn): Promise<Answer> =>
  show('open', turn, draftsOf(turn.account.sheet['support-hours'], turn.person.zone));

export const addWindow = async (turn: AccountTurn): Promise<Answer> =>
  show('update', turn, withOneMore(drafts(turn), turn.person.zone));

export const removeWindow = async (turn: AccountTurn): Promise<Answer> =>
  show(
    'update',
    turn,
    drafts(turn).filter((draft) => String(draft.key) !== turn.value),
  );

export async function saveHours(turn: AccountTurn): Promise<Answer> {
  const { deps, viewer, person, now } = turn;
  const chosen = drafts(turn);
  const read = readWindows(chosen);
  if (!read.ok) return { kind: 'errors', errors: windowErrors(read.problems, chosen, viewer.say) };
  return onLatest<Answer>(turn.account, async (before) => {
    const decision = decideEdit(before, { 'support-hours': read.windows }, new Map(), now);
    if (decision.kind === 'refused') {
      const refusal = decision.refusals['support-hours'];
      const notice = refusal ? refusalText(refusal, viewer.say) : null;
      return { kind: 'update', view: hoursView.render({ account: before, drafts: chosen, notice }, viewer) };
    }
    const saved = await saveSheet(deps.store, { account: before, sheet: decision.sheet, by: person.userId, now });
    if (saved.kind === 'conflict') return saved;
    const { account } = saved;
    const after = async () => {
      await refreshRoot(turn, account);
      await refreshHomes(turn, account);
    };
    if (!decision.unlocks && turn.rootViewId) return { kind: 'nothing', after };
    const { changed, unlocks } = decision;
    return { kind: 'update', view: savedModal.render({ account, changed, unlocked: unlocks }, viewer), after };
  });
}

/** The form below the hours shows them, and carries the new revision; what was typed into it stays. */
async function refreshRoot(
  { client, rootViewId, viewer }: AccountTurn,
  account: AccountTurn['account'],
): Promise<void> {
  if (rootViewId) await client.views.update({ view_id: rootViewId, view: form.render({ account }, viewer) });
}

const windowErrors = (
  problems: readonly WindowProblem[],
  chosen: readonly KeyedDraft[],
  say: Say,
): Record<string, string> =>
  Object.fromEntries(
    problems.map(({ window, field, reason }) => [`${field}.${chosen[window]?.key}`, say(`problem.${reason}`)]),
  );
