import type { Account } from '../../domain/account.ts';
import { decideEdit } from '../../domain/edit.ts';
import { MOST_WINDOWS, readWindows, type WindowProblem } from '../../domain/hours.ts';
import { mergeHours } from '../../domain/merge.ts';
import { escapeMrkdwn, mention, type Say } from '../../i18n/say.ts';
import { changesSince } from '../../store/changes.ts';
import { saveSheet } from '../../store/sheets.ts';
import { whileHolding } from '../access/still.ts';
import { formBelow, refreshForm } from '../contact/below.ts';
import { savedModal } from '../contact/saved.ts';
import { refusalText } from '../contact/words.ts';
import { refreshHomes } from '../home/handlers.ts';
import type { AccountTurn, Answer } from '../turn.ts';
import { unconfirmedOf } from '../verification/offer.ts';
import { draftsOf, hoursView, type KeyedDraft, withOneMore } from './view.ts';
import { windowText } from './words.ts';

const drafts = (turn: AccountTurn): KeyedDraft[] => hoursView.parse(turn.values, turn.metadata.windows ?? []);

const showAgain = (turn: AccountTurn, shown: KeyedDraft[]): Answer => {
  const { account, viewer, metadata } = turn;
  const { revision } = metadata;
  return {
    kind: 'update',
    view: hoursView.render({ account, drafts: shown, revision, below: formBelow(turn) }, viewer),
  };
};

export const openHours = async (turn: AccountTurn): Promise<Answer> => {
  const { account, viewer, person } = turn;
  const shown = draftsOf(account.sheet['support-hours'], person.zone);
  return { kind: 'open', view: hoursView.render({ account, drafts: shown, below: formBelow(turn) }, viewer) };
};

export const addWindow = async (turn: AccountTurn): Promise<Answer> =>
  showAgain(turn, withOneMore(drafts(turn), turn.person.zone));

export const removeWindow = async (turn: AccountTurn): Promise<Answer> =>
  showAgain(
    turn,
    drafts(turn).filter((draft) => String(draft.key) !== turn.value),
  );

export async function saveHours(turn: AccountTurn): Promise<Answer> {
  const { deps, viewer, person, now, metadata } = turn;
  const chosen = drafts(turn);
  const read = readWindows(chosen);
  if (!read.ok) return { kind: 'errors', errors: windowErrors(read.problems, chosen, viewer.say) };
  return whileHolding(turn, 'editor', async (before) => {
    const again = (notice: string): Answer => ({
      kind: 'update',
      view: hoursView.render({ account: before, drafts: chosen, notice, below: formBelow(turn) }, viewer),
    });
    const { revision = before.revision } = metadata;
    const since = await changesSince(deps.store, { accountId: before.id, revision });
    const merged = mergeHours(before, read.windows, since);
    if (merged.kind === 'conflict') return again(conflictText(before, merged.by, viewer.say));
    const decision = decideEdit(before, { 'support-hours': merged.windows }, new Map(), now);
    if (decision.kind === 'refused') {
      const refusal = decision.refusals['support-hours'];
      return again(refusal ? escapeMrkdwn(refusalText(refusal, viewer.say)) : '');
    }
    const saved = await saveSheet(deps.store, { account: before, sheet: decision.sheet, by: person.userId, now });
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

function conflictText(account: Account, by: string, say: Say): string {
  const theirs = account.sheet['support-hours'].map((window) => windowText(window, say)).join('; ');
  return say.mrkdwn('hours.conflict', { who: mention(by), theirs: theirs || say('history.nothing') });
}

const windowErrors = (
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
