import { planOf } from '../../store/plans.ts';
import { formBelow } from '../contact/below.ts';
import { keep } from '../draft/keep.ts';
import type { AccountTurn, Answer } from '../turn.ts';
import { hoursConflict, hoursDraftOf } from './draft.ts';
import { type HoursState, hoursView } from './view.ts';
import type { KeyedDraft } from './window.ts';

/** The view as it goes on: what was begun, what somebody else made of it meanwhile, and these windows. */
export async function goingOn(turn: AccountTurn, drafts: readonly KeyedDraft[]): Promise<HoursState> {
  const { deps, account, metadata, now } = turn;
  const { revision = account.revision, resumed } = metadata;
  const { chosen } = hoursDraftOf(turn);
  return {
    ...{ account, drafts, revision, chosen, now },
    plan: await planOf(deps.store, { accountId: account.id, now }),
    conflict: chosen ? await hoursConflict(turn, account, revision) : null,
    below: formBelow(turn),
    resumed: resumed === undefined ? null : { at: new Date(resumed), now },
  };
}

/**
 * The view with other windows, which are kept at once: no letter need be typed for them (R24). It is shown whatever the
 * view shows by now: the preview of a choice just before may have come in between.
 */
export async function showAgain(turn: AccountTurn, drafts: KeyedDraft[]): Promise<Answer> {
  const { viewer, actedAt, now } = turn;
  await keep(turn, hoursView.id, hoursDraftOf(turn, drafts), actedAt ?? now);
  return { kind: 'update', view: hoursView.render(await goingOn(turn, drafts), viewer), anyhow: true };
}
