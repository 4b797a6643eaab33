import type { Account } from '../../domain/account.ts';
import { settle } from '../../domain/choice.ts';
import { firstConfirmation } from '../../domain/confirmation.ts';
import { decideEdit, type EditDecision, type Refusals } from '../../domain/edit.ts';
import { mergeEdit, sinceShown } from '../../domain/merge.ts';
import type { Purpose } from '../../domain/purpose.ts';
import type { Say } from '../../i18n/say.ts';
import { changesSince } from '../../store/changes.ts';
import { saveSheet } from '../../store/sheets.ts';
import { whileHolding } from '../access/still.ts';
import { keep } from '../draft/keep.ts';
import { refreshHomes } from '../home/handlers.ts';
import { lookUpAll } from '../person/identify.ts';
import type { AccountTurn, Answer } from '../turn.ts';
import { unconfirmedOf } from '../verification/offer.ts';
import { adviceFor } from './advice.ts';
import { formBase } from './below.ts';
import { conflictNotice } from './conflict.ts';
import { formDraftOf, formState } from './draft.ts';
import { type FormBase, form } from './form.ts';
import { knownOf } from './known.ts';
import { savedModal } from './saved.ts';
import { statusMessage } from './status.ts';
import { purposeNames, refusalText } from './words.ts';

export const openForm = async (turn: AccountTurn): Promise<Answer> => ({
  kind: 'open',
  view: form.render(await formState(turn), turn.viewer),
});

export async function showStatus(turn: AccountTurn): Promise<Answer> {
  const { account, viewer, now } = turn;
  const advice = await adviceFor(turn, account);
  const known = await knownOf(turn.deps, account);
  return { kind: 'say', message: statusMessage.render({ account, now, advice, known }, viewer) };
}

/** What is submitted is kept first: whatever becomes of the save, it is there to be resumed (R24). */
export async function saveForm(turn: AccountTurn): Promise<Answer> {
  const { deps, viewer, person, now, metadata } = turn;
  const { say } = viewer;
  const draft = formDraftOf(turn);
  await keep(turn, form.id, draft);
  const people = await lookUpAll({ ...turn, store: deps.store }, draft.edit.alert ?? []);
  return whileHolding(turn, 'editor', async (account) => {
    const { revision = account.revision, fields = {} } = metadata;
    const until = account.revision;
    const changes = await changesSince(deps.store, { accountId: account.id, revision, until });
    const merged = mergeEdit(account, draft.edit, sinceShown(changes, { revision, fields }), draft.choices);
    const conflicts = merged.kind === 'conflict' ? merged.conflicts : [];
    const settled = settle(merged.edit, conflicts, draft.choices);
    const base = (shown: number, now: Account, purposes: readonly Purpose[]): FormBase => ({
      ...formBase(turn),
      ...{ revision: shown, fields: { ...fields, ...anew(purposes, now) } },
    });
    if (settled.open.length > 0) {
      const shown = {
        typed: merged.edit,
        conflicts,
        choices: draft.choices,
        base: base(revision, account, merged.left),
      };
      const notice = conflictNotice(conflicts, changes, merged.left, account, say);
      return { kind: 'update', view: form.render({ account, notice, ...shown }, viewer) };
    }
    const decision = decideEdit(account, settled.edit, people, now);
    if (decision.kind === 'refused') return { kind: 'errors', errors: errorsOf(decision.refusals, say) };
    const { sheet, missing } = decision;
    const by = person.userId;
    const confirmation = firstConfirmation(account, missing, by, now, deps.confirmEvery);
    const saved = await saveSheet(deps.store, { account, sheet, confirmation, by, now, form: form.id });
    if (saved.kind === 'conflict') return saved;
    const after = base(saved.account.revision, saved.account, [...merged.left, ...settled.anew]);
    return answerSaved(turn, saved.account, decision, after);
  });
}

/** Fields that have to show something else than what was typed into them. */
const anew = (left: readonly Purpose[], { revision }: Account) =>
  Object.fromEntries(left.map((purpose) => [purpose, revision]));

/** A sheet that still lacks something stays open and names it (R18); a complete one says so (R19). */
async function answerSaved(
  turn: AccountTurn,
  account: Account,
  { missing, changed, unlocks }: Extract<EditDecision, { kind: 'accepted' }>,
  base: FormBase,
): Promise<Answer> {
  const { viewer } = turn;
  const after = () => refreshHomes(turn, account);
  const personal = changed.includes('tech-emergency') ? await adviceFor(turn, account) : [];
  if (missing.length === 0) {
    const unconfirmed = await unconfirmedOf(turn, account);
    const view = savedModal.render({ account, changed, unlocked: unlocks, personal, unconfirmed }, viewer);
    return { kind: 'update', view, after };
  }
  const key = account.environment === 'sandbox' ? 'form.saved.partly' : 'form.saved.partly.production';
  const kept = viewer.say.mrkdwn(key, { missing: purposeNames(missing, viewer.say) });
  const view = form.render({ account, notice: [kept], advice: personal, base }, viewer);
  return { kind: 'update', view, after };
}

export const errorsOf = (refusals: Refusals, say: Say): Record<string, string> =>
  Object.fromEntries(Object.entries(refusals).map(([purpose, refusal]) => [purpose, refusalText(refusal, say)]));
