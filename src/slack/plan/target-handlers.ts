import type { Account } from '../../domain/account.ts';
import type { Target } from '../../domain/coverage/target.ts';
import { readWindows } from '../../domain/hours.ts';
import { mention } from '../../i18n/say.ts';
import { changesOfKinds } from '../../store/changes.ts';
import { saveTarget } from '../../store/planning.ts';
import { planOf } from '../../store/plans.ts';
import { whileHolding } from '../access/still.ts';
import { windowErrors } from '../hours/handlers.ts';
import { draftsOf, withOneMore } from '../hours/view.ts';
import type { KeyedDraft } from '../hours/window.ts';
import { hoursText } from '../hours/words.ts';
import type { AccountTurn, Answer } from '../turn.ts';
import { savedPlan } from './handlers.ts';
import { officeZone, presetOf, targetOfPreset, targetView } from './target.ts';

const shownOf = ({ values, metadata }: AccountTurn) => targetView.parse(values, metadata.windows ?? []);

export async function openTarget(turn: AccountTurn): Promise<Answer> {
  const { deps, account, viewer, now } = turn;
  const { target } = await planOf(deps.store, { accountId: account.id, now });
  const zone = officeZone(account, viewer);
  const preset = presetOf(target, zone);
  const drafts = preset === 'own' ? draftsOf(target ?? [], zone) : [];
  return { kind: 'update', view: targetView.render({ account, preset, drafts }, viewer) };
}

/** Other hours begin with the weekly ones: what is wanted is mostly a little more than what is there. */
export const choosePreset = (turn: AccountTurn): Promise<Answer> => {
  const { account, viewer } = turn;
  const { drafts } = shownOf(turn);
  const weekly = () => draftsOf(account.sheet['support-hours'], officeZone(account, viewer));
  return showAgain(turn, drafts.length > 0 ? drafts : weekly());
};

export const addTarget = (turn: AccountTurn): Promise<Answer> =>
  showAgain(turn, withOneMore(shownOf(turn).drafts, officeZone(turn.account, turn.viewer)));

export const removeTarget = (turn: AccountTurn): Promise<Answer> =>
  showAgain(
    turn,
    shownOf(turn).drafts.filter(({ key }) => String(key) !== turn.value),
  );

async function showAgain(turn: AccountTurn, drafts: readonly KeyedDraft[]): Promise<Answer> {
  const { account, viewer, metadata } = turn;
  const { preset } = shownOf(turn);
  const { revision = account.revision } = metadata;
  const shown = preset === 'own' ? drafts : [];
  return { kind: 'update', view: targetView.render({ account, preset, drafts: shown, revision }, viewer) };
}

export async function saveTargetHours(turn: AccountTurn): Promise<Answer> {
  const { deps, person, viewer, now } = turn;
  const { say } = viewer;
  const { preset, drafts } = shownOf(turn);
  const read = readWindows(preset === 'own' ? drafts : []);
  if (!read.ok) return { kind: 'errors', errors: windowErrors(read.problems, drafts, say) };
  if (preset === 'own' && read.windows.length === 0) {
    return { kind: 'errors', errors: { preset: say('target.no-window') } };
  }
  return whileHolding(turn, 'editor', async (account) => {
    const notice = await overtaken(turn, account);
    if (notice) return { kind: 'update', view: targetView.render({ account, preset, drafts, notice }, viewer) };
    const target = preset === 'own' ? read.windows : targetOfPreset(preset, officeZone(account, viewer));
    const saved = await saveTarget(deps.store, { account, target, by: person.userId, now });
    if (saved.kind === 'conflict') return saved;
    return savedPlan(turn, saved.account, say.mrkdwn('target.saved'));
  });
}

/** What somebody else made of the target since the view was opened, said once (R23); null if nobody did. */
async function overtaken({ deps, metadata, viewer }: AccountTurn, account: Account): Promise<string | null> {
  const { revision = account.revision } = metadata;
  const kinds = ['hours.target'] as const;
  const change = (await changesOfKinds(deps.store, { accountId: account.id, revision, kinds })).at(-1);
  if (!change) return null;
  const { say } = viewer;
  const target = change.after.target as Target | null;
  const hours = target ? { mrkdwn: hoursText(target, say) } : say('target.weekly');
  return say.mrkdwn('target.conflict', { who: mention(change.by), hours });
}
