import type { ModalView } from '@slack/types';
import type { Account } from '../../domain/account.ts';
import type { Chosen } from '../../domain/choice.ts';
import { readWindows, sameWindows, type WindowDraft } from '../../domain/hours.ts';
import { type HoursConflict, hoursChange } from '../../domain/merge.ts';
import { changesSince } from '../../store/changes.ts';
import { type Draft, findDraft } from '../../store/drafts.ts';
import { planOf } from '../../store/plans.ts';
import { formBelow } from '../contact/below.ts';
import { chosenOf } from '../draft/chosen.ts';
import type { AccountTurn, Turn } from '../turn.ts';
import { draftsOf, type HoursState, hoursView } from './view.ts';
import type { KeyedDraft } from './window.ts';

/** What the hours view keeps as a draft: its windows as they were chosen so far, and what was chosen about them. */
export interface HoursDraft {
  windows: readonly WindowDraft[];
  chosen?: Chosen | undefined;
}

export const shownWindows = ({ values, metadata }: Pick<Turn, 'values' | 'metadata'>): KeyedDraft[] =>
  hoursView.parse(values, metadata.windows ?? []);

export const hoursDraftOf = (turn: Pick<Turn, 'values' | 'metadata'>, windows = shownWindows(turn)): HoursDraft => ({
  windows: windows.map(({ key, ...window }) => window),
  chosen: chosenOf(turn.values, 'support-hours'),
});

/** A draft as it was stored; one that an older Callsheet wrote in another way is none. */
function readDraft(draft: Draft | null): (Draft & HoursDraft) | null {
  const { windows, chosen } = (draft?.values ?? {}) as Partial<HoursDraft>;
  return draft && windows ? { ...draft, windows, chosen } : null;
}

/** What others made of the hours since the view was begun. */
export async function hoursConflict(
  { deps }: Pick<Turn, 'deps'>,
  account: Account,
  revision: number,
): Promise<HoursConflict | null> {
  if (revision >= account.revision) return null;
  const until = account.revision;
  return hoursChange(account, await changesSince(deps.store, { accountId: account.id, revision, until }));
}

/** The hours as this person finds them: what is saved, or what they had chosen and not saved (R24). */
export async function hoursState(turn: AccountTurn): Promise<HoursState> {
  const { deps, account, person, now } = turn;
  const saved = account.sheet['support-hours'];
  const plan = await planOf(deps.store, { accountId: account.id, now });
  const plain = { account, plan, now, drafts: draftsOf(saved, person.zone), below: formBelow(turn) };
  const key = { accountId: account.id, userId: person.userId, surface: hoursView.id };
  const draft = readDraft(await findDraft(deps.store, key));
  if (!draft || sameDrafts(draft.windows, plain.drafts)) return plain;
  const conflict = await hoursConflict(turn, account, draft.revision);
  const read = readWindows(draft.windows);
  // Left alone, or saved already: it shows the hours as they are.
  if (conflict && sameDrafts(draft.windows, draftsOf(conflict.before, person.zone))) return plain;
  if (read.ok && sameWindows(read.windows, saved)) return plain;
  const { revision, chosen, savedAt } = draft;
  const drafts = draft.windows.map((window, place) => ({ ...window, key: place }));
  return { ...plain, drafts, revision, conflict, chosen, resumed: { at: savedAt, now } };
}

/** The view after its draft was discarded: every field shows what is saved, under a key that was not there before. */
export async function discardedHours(turn: AccountTurn): Promise<ModalView> {
  const { deps, account, person, viewer, metadata, now } = turn;
  const from = Math.max(-1, ...(metadata.windows ?? [])) + 1;
  const drafts = draftsOf(account.sheet['support-hours'], person.zone, from);
  const plan = await planOf(deps.store, { accountId: account.id, now });
  return hoursView.render({ account, plan, now, drafts, below: formBelow(turn) }, viewer);
}

const sameDrafts = (one: readonly WindowDraft[], other: readonly WindowDraft[]): boolean =>
  one.length === other.length &&
  one.every(({ zone, days, start, end }, place) => {
    const next = other[place];
    return zone === next?.zone && start === next.start && end === next.end && days.join() === next.days.join();
  });
