import { holds } from '../../domain/access.ts';
import { DAYS, MOST_WINDOWS, showClock } from '../../domain/hours.ts';
import { hoursFindings, untilMidnight } from '../../domain/hours-finding.ts';
import { PRESETS, presetWindows } from '../../domain/hours-preset.ts';
import { findAccount } from '../../store/accounts.ts';
import { readersOf } from '../sink/guard.ts';
import { senderOf } from '../sink/sender.ts';
import { updateView } from '../sink/view.ts';
import { slackError } from '../slack-error.ts';
import type { AccountTurn, Answer, Turn } from '../turn.ts';
import { viewerOf } from '../viewer.ts';
import { goingOn, showAgain } from './again.ts';
import { shownWindows } from './draft.ts';
import { readyWindows } from './preview.ts';
import { draftsOf, freeKey, hoursView, withOneMore } from './view.ts';
import type { KeyedDraft } from './window.ts';

export const addWindow = (turn: AccountTurn): Promise<Answer> =>
  showAgain(turn, withOneMore(shownWindows(turn), turn.person.zone));

export const removeWindow = (turn: AccountTurn): Promise<Answer> =>
  showAgain(
    turn,
    shownWindows(turn).filter((draft) => String(draft.key) !== turn.value),
  );

/** Other hours in the place of those that stand here, under keys that were not there: Slack shows them as rendered. */
export function choosePreset(turn: AccountTurn): Promise<Answer> {
  const { person, now, value } = turn;
  const shown = shownWindows(turn);
  const preset = PRESETS.find((known) => known === value);
  const chosen = preset && draftsOf(presetWindows(preset, person.zone, now), person.zone, freeKey(shown));
  return showAgain(turn, chosen ?? shown);
}

/** The same times once more: on the other days, or in a zone that is still to be chosen. It stands next to its model. */
export function copyWindow(turn: AccountTurn): Promise<Answer> {
  const shown = shownWindows(turn);
  const [what, ofKey] = (turn.value ?? '').split('.');
  const copies = (draft: KeyedDraft): KeyedDraft[] => {
    const key = freeKey(shown);
    if (String(draft.key) !== ofKey || shown.length >= MOST_WINDOWS) return [];
    if (what === 'zone') return [{ ...draft, key, zone: null }];
    return what === 'days' ? [{ ...draft, key, days: DAYS.filter((day) => !draft.days.includes(day)) }] : [];
  };
  return showAgain(
    turn,
    shown.flatMap((draft) => [draft, ...copies(draft)]),
  );
}

/** Windows that end at 23:59 and leave a minute uncovered end with the day. */
export function endAtMidnight(turn: AccountTurn): Promise<Answer> {
  const shown = shownWindows(turn);
  const ready = readyWindows(shown);
  const windows = ready.map(({ window }) => window);
  const late = hoursFindings(windows, turn.now).flatMap((one) => (one.kind === 'minute' ? one.windows : []));
  const places = new Map(late.map((window) => [ready[window]?.place, windows[window]] as const));
  let key = freeKey(shown);
  return showAgain(
    turn,
    shown.map((draft, place) => {
      const window = places.get(place);
      return window ? { ...draft, key: key++, end: showClock(untilMidnight(window).end) } : draft;
    }),
  );
}

/**
 * Shows what was chosen so far in the view that the person is in; what stands in its fields stays. Nobody waits for it,
 * and the view may be gone by now: where it cannot be shown, the form is as it was.
 */
export async function showChosen(turn: Turn): Promise<void> {
  const { deps, teamId, person, metadata, viewId, now } = turn;
  const account = metadata.account && (await findAccount(deps.store, { teamId, accountId: metadata.account }));
  if (!account || !viewId || !holds(account, person, 'editor', now)) return;
  const viewer = viewerOf(person, account, now);
  const state = await goingOn({ ...turn, account, viewer }, shownWindows(turn));
  try {
    const view = hoursView.render(state, viewer);
    await updateView(senderOf(turn), readersOf(viewer, account), { id: viewId, view });
  } catch (error) {
    if (slackError(error) !== 'not_found') throw error;
  }
}
