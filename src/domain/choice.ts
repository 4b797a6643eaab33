import { MOST_ADDRESSES, readAddresses } from './address.ts';
import type { SheetEdit } from './edit.ts';
import { MOST_WINDOWS, type SupportWindow, sameWindow } from './hours.ts';
import type { Conflict, FormPurpose, HoursConflict } from './merge.ts';

/** What becomes of an answer that two people changed: what this person typed, what the other saved, or both together. */
export const CHOICES = ['mine', 'theirs', 'both'] as const;

export type Choice = (typeof CHOICES)[number];

/** A choice, and the revision of the change that it was made about: whoever chose has seen that change and no later one. */
export interface Chosen {
  choice: Choice;
  about: number;
}

export type Choices = { readonly [purpose in FormPurpose]?: Chosen };

/** The choices that there are: both together only where a list takes as many. */
export function choicesFor({ purpose, theirs }: Conflict, mine: string | readonly string[] | undefined): Choice[] {
  const both = mine === undefined || purpose === 'ops-users' ? null : together(mine, theirs);
  const fits = both !== null && (purpose === 'alert' || both.length <= MOST_ADDRESSES);
  return CHOICES.filter((choice) => choice !== 'both' || fits);
}

/**
 * Settles the conflicts that this person has chosen about (R23), each on its own. A choice counts only for the change that
 * it was made about: if somebody has changed the answer again since, the person is asked again.
 * @returns `open`: what is still to be chosen. `anew`: fields that now hold something else than was typed.
 */
export function settle(
  edit: SheetEdit,
  conflicts: readonly Conflict[],
  choices: Choices,
): { edit: SheetEdit; open: readonly Conflict[]; anew: readonly FormPurpose[] } {
  const settled: SheetEdit = { ...edit };
  const open: Conflict[] = [];
  const anew: FormPurpose[] = [];
  for (const conflict of conflicts) {
    const { purpose, revision } = conflict;
    const chosen = choices[purpose];
    if (chosen?.about !== revision) open.push(conflict);
    else if (chosen.choice === 'theirs') delete settled[purpose];
    else if (chosen.choice === 'both') join(settled, conflict);
    if (chosen?.about === revision && chosen.choice !== 'mine') anew.push(purpose);
  }
  return { edit: settled, open, anew };
}

/** The same for the hours; null while there is something to choose. */
export function settleHours(
  mine: readonly SupportWindow[],
  { revision, theirs }: HoursConflict,
  chosen: Chosen | null,
): readonly SupportWindow[] | null {
  if (chosen?.about !== revision) return null;
  if (chosen.choice === 'both') return bothHours(mine, theirs);
  return chosen.choice === 'mine' ? mine : theirs;
}

/** All windows of the two, each once, in their order. */
export const bothHours = (mine: readonly SupportWindow[], theirs: readonly SupportWindow[]): SupportWindow[] => [
  ...theirs,
  ...mine.filter((window) => !theirs.some((other) => sameWindow(window, other))),
];

export const hoursChoices = (mine: readonly SupportWindow[] | null, theirs: readonly SupportWindow[]): Choice[] =>
  CHOICES.filter((choice) => choice !== 'both' || (mine !== null && bothHours(mine, theirs).length <= MOST_WINDOWS));

function join(edit: SheetEdit, { purpose, theirs }: Conflict): void {
  const mine = edit[purpose];
  const both = mine === undefined ? null : together(mine, theirs);
  // What cannot be read stays as it was typed, and is refused with its reason.
  if (!both) return;
  if (purpose === 'alert') edit.alert = both;
  else edit[purpose] = both.join('\n');
}

/** Theirs first, and then what is in mine alone; null if mine cannot be read. */
function together(mine: string | readonly string[], theirs: readonly string[]): string[] | null {
  const read = typeof mine === 'string' ? readAddresses(mine) : { ok: true as const, addresses: [...mine] };
  if (!read.ok) return null;
  const known = new Set(theirs.map((one) => one.toLowerCase()));
  return [...theirs, ...read.addresses.filter((one) => !known.has(one.toLowerCase()))];
}
