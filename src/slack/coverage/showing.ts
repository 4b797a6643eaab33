import { audienceOf } from '../../domain/access.ts';
import { findAccount } from '../../store/accounts.ts';
import { planOf } from '../../store/plans.ts';
import { newReference } from '../fault/fault.ts';
import { sendingFault } from '../fault/sending.ts';
import { upload } from '../sink/file.ts';
import { readersOf } from '../sink/guard.ts';
import { senderOf } from '../sink/sender.ts';
import { updateView } from '../sink/view.ts';
import { slackError } from '../slack-error.ts';
import type { AccountTurn } from '../turn.ts';
import { viewerOf } from '../viewer.ts';
import { type CoverageState, coverageView, type PictureState } from './coverage.ts';
import { pictureFile } from './picture.ts';

/** Slack looks at a new picture for a moment before a view may show it: when to try again, in milliseconds. */
const SETTLING = [1000, 3000];

/**
 * Sends the picture of the week to the person, and shows it in the view that they have open. A view can only show a file
 * that its reader may see, so it stands in their direct messages first. Whatever fails here, the words stand already.
 */
export async function showPicture(
  turn: AccountTurn,
  viewId: string | null,
  settling: readonly number[] = SETTLING,
): Promise<void> {
  const state = await stateNow(turn);
  if (!state) return;
  const picture = await sendPicture(turn, state);
  if (!viewId) return;
  for (const wait of settling) {
    if (await shown(turn, viewId, picture)) return;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  if (await shown(turn, viewId, picture)) return;
  await show(turn, viewId, picture.kind === 'sent' ? { kind: 'sent', file: null } : picture);
}

/** The account as it is now, if it is still theirs to see. */
async function stateNow({ deps, teamId, account: { id }, person }: AccountTurn): Promise<CoverageState | null> {
  const now = deps.now();
  const account = await findAccount(deps.store, { teamId, accountId: id });
  if (!account || audienceOf(account, person, now) !== 'internal') return null;
  return { account, plan: await planOf(deps.store, { accountId: id, now }), now };
}

async function sendPicture(turn: AccountTurn, state: CoverageState): Promise<PictureState> {
  const { account, now } = state;
  const viewer = viewerOf(turn.person, account, now);
  try {
    const file = await pictureFile(state, viewer);
    return { kind: 'sent', file: await upload(senderOf(turn), readersOf(viewer, account), file) };
  } catch (error) {
    turn.deps.log.error('coverage.unsent', { reference: newReference(), error });
    return { kind: 'fault', reason: sendingFault(error) };
  }
}

async function show(turn: AccountTurn, viewId: string, picture: PictureState): Promise<void> {
  // Somebody may have covered a gap while the picture was drawn.
  const state = await stateNow(turn);
  if (!state) return;
  const viewer = viewerOf(turn.person, state.account, state.now);
  const view = coverageView.render({ ...state, picture }, viewer);
  await updateView(senderOf(turn), readersOf(viewer, state.account), { id: viewId, view });
}

/** Whether nothing is left to try: it is shown, or the view was closed. */
async function shown(turn: AccountTurn, viewId: string, picture: PictureState): Promise<boolean> {
  try {
    await show(turn, viewId, picture);
    return true;
  } catch (error) {
    const code = slackError(error);
    if (code === 'not_found') return true;
    if (code === 'invalid_blocks' || code === 'invalid_arguments') return false;
    throw error;
  }
}
