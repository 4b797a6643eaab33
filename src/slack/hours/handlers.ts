import { settleHours } from '../../domain/choice.ts';
import { firstConfirmation } from '../../domain/confirmation.ts';
import { decideEdit } from '../../domain/edit.ts';
import { MOST_WINDOWS, readWindows, type WindowProblem } from '../../domain/hours.ts';
import { type HoursConflict, mergeHours } from '../../domain/merge.ts';
import { escapeMrkdwn, type Say } from '../../i18n/say.ts';
import { changesSince } from '../../store/changes.ts';
import { planOf } from '../../store/plans.ts';
import { saveSheet } from '../../store/sheets.ts';
import { whileHolding } from '../access/still.ts';
import { formBelow, refreshForm } from '../contact/below.ts';
import { savedModal } from '../contact/saved.ts';
import { refusalText } from '../contact/words.ts';
import { keep } from '../draft/keep.ts';
import { refreshHomes } from '../home/handlers.ts';
import type { AccountTurn, Answer } from '../turn.ts';
import { unconfirmedOf } from '../verification/offer.ts';
import { hoursDraftOf, hoursState, shownWindows } from './draft.ts';
import { hoursView } from './view.ts';
import type { KeyedDraft } from './window.ts';

export const openHours = async (turn: AccountTurn): Promise<Answer> => ({
  kind: 'open',
  view: hoursView.render(await hoursState(turn), turn.viewer),
});

/** What is submitted is kept first: whatever becomes of the save, it is there to be resumed (R24). */
export async function saveHours(turn: AccountTurn): Promise<Answer> {
  const { deps, viewer, person, now, metadata } = turn;
  const shown = shownWindows(turn);
  const { chosen } = hoursDraftOf(turn);
  await keep(turn, hoursView.id, hoursDraftOf(turn));
  const read = readWindows(shown);
  if (!read.ok && chosen?.choice !== 'theirs') {
    return { kind: 'errors', errors: windowErrors(read.problems, shown, viewer.say) };
  }
  return whileHolding(turn, 'editor', async (before) => {
    const { revision = before.revision } = metadata;
    const plan = await planOf(deps.store, { accountId: before.id, now });
    const state = { account: before, plan, now, drafts: shown, revision, chosen, below: formBelow(turn) };
    const again = (more: { notice?: string; conflict?: HoursConflict }): Answer => ({
      kind: 'update',
      view: hoursView.render({ ...state, ...more }, viewer),
    });
    const since = await changesSince(deps.store, { accountId: before.id, revision, until: before.revision });
    const mine = read.ok ? read.windows : [];
    const merged = mergeHours(before, mine, since);
    const windows = merged.kind === 'merged' ? merged.windows : settleHours(mine, merged, chosen ?? null);
    if (!windows && merged.kind === 'conflict') return again({ conflict: merged });
    const decision = decideEdit(before, { 'support-hours': windows ?? mine }, new Map(), now);
    if (decision.kind === 'refused') {
      const refusal = decision.refusals['support-hours'];
      return again({ notice: refusal ? escapeMrkdwn(refusalText(refusal, viewer.say)) : '' });
    }
    const by = person.userId;
    const confirmation = firstConfirmation(before, decision.missing, by, now, deps.confirmEvery);
    const { sheet } = decision;
    const saved = await saveSheet(deps.store, { account: before, sheet, confirmation, by, now, form: hoursView.id });
    if (saved.kind === 'conflict') return saved;
    const { account } = saved;
    const after = async () => {
      await refreshForm(turn, account);
      await refreshHomes(turn, account);
    };
    if (!decision.unlocks && turn.rootViewId) return { kind: 'nothing', after };
    const { changed, unlocks } = decision;
    const unconfirmed = unlocks ? await unconfirmedOf(turn, account) : 0;
    return {
      kind: 'update',
      view: savedModal.render({ account, changed, unlocked: unlocks, unconfirmed }, viewer),
      after,
    };
  });
}

export const windowErrors = (
  problems: readonly WindowProblem[],
  chosen: readonly KeyedDraft[],
  say: Say,
): Record<string, string> =>
  Object.fromEntries(
    problems.map(({ window, field, reason }) => [
      `${field}.${chosen[window]?.key}`,
      say(`problem.${reason}`, { limit: MOST_WINDOWS }),
    ]),
  );
