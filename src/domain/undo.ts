import { holds, type Role } from './access.ts';
import { type Account, expectedAlias } from './account.ts';
import { sameAddress } from './address.ts';
import { decideEdit, type Refusals, type SheetEdit } from './edit.ts';
import { type SupportWindow, sameWindows } from './hours.ts';
import type { Person } from './person.ts';
import { ADDRESS_PURPOSES, PURPOSES, type Purpose } from './purpose.ts';
import { completeness, type Sheet } from './sheet.ts';

type Facts = Readonly<Record<string, unknown>>;

/** A change as it was written down. */
export interface PastChange {
  revision: number;
  at: Date;
  /** User id. */
  by: string;
  kind: string;
  before: Facts;
  after: Facts;
}

/** Which change an undo took back, as the undo itself remembers it. */
export interface Undone {
  revision: number;
  kind: string;
  by: string;
  at: string;
}

export const undoneBy = ({ kind, after }: PastChange): Undone | null =>
  kind === 'change.undone' ? (after.undoes as Undone) : null;

/** What kind of change it was; an undo is one of what it took back, and can itself be undone. */
export const kindOf = (change: PastChange): string => undoneBy(change)?.kind ?? change.kind;

/** The changes that can be taken back, and the role that they need: the same as to make them. */
const NEEDS = new Map<string, Role>([
  ['sheet.saved', 'editor'],
  ['brand.alias', 'editor'],
  ['account.integrations', 'admin'],
]);

export const roleToUndo = (change: PastChange): Role | null => NEEDS.get(kindOf(change)) ?? null;

/** What a change was about: a purpose of the sheet, a brand, the integrations. */
export function subjectsOf({ before, after }: PastChange): string[] {
  const facts = { ...before, ...after };
  const subjects: string[] = PURPOSES.filter((purpose) => purpose in facts);
  if ('integrations' in facts) subjects.push('integrations');
  if (typeof facts.brandId === 'string') subjects.push(facts.brandId);
  return subjects;
}

export type Restored =
  | { kind: 'sheet'; sheet: Sheet; changed: readonly Purpose[] }
  | { kind: 'alias'; brandId: string; supportAlias: string | null }
  | { kind: 'integrations'; integrations: readonly string[] };

export type UndoRefusal =
  | { reason: 'not-undoable' }
  | { reason: 'not-allowed' }
  /** Somebody has taken it back already. */
  | { reason: 'undone-already'; by: string }
  /** What it changed is no longer what it made of it; who did that, if it was written down. */
  | { reason: 'changed-since'; by: string | null }
  /** The old answers are no longer right: each with its reason. */
  | { reason: 'sheet'; refusals: Refusals }
  | { reason: 'would-be-missing'; missing: readonly Purpose[] }
  | { reason: 'no-alias-before' };

export type UndoDecision =
  | {
      kind: 'restored';
      restored: Restored;
      /** The shared address would no longer be the default brand's alias, and ask for attention (R11). */
      drifts: boolean;
    }
  | { kind: 'refused'; refusal: UndoRefusal };

export interface Undoing {
  change: PastChange;
  /** All changes after it. */
  since: readonly PastChange[];
  by: Person;
}

/**
 * May this change be taken back? Only while nobody has changed the same since, and only if what was there before would be
 * accepted today: by the rules of an edit (R5, R11, R22), as if the person had typed it.
 * @param people what is known of the people who were alert contacts
 */
export function decideUndo(
  account: Account,
  { change, since, by }: Undoing,
  people: ReadonlyMap<string, Person>,
  now: Date,
): UndoDecision {
  const refused = (refusal: UndoRefusal): UndoDecision => ({ kind: 'refused', refusal });
  const needs = roleToUndo(change);
  if (!needs) return refused({ reason: 'not-undoable' });
  if (!holds(account, by, needs, now)) return refused({ reason: 'not-allowed' });
  const subjects = subjectsOf(change);
  const later = since.find((one) => subjectsOf(one).some((subject) => subjects.includes(subject)));
  if (later && undoneBy(later)?.revision === change.revision)
    return refused({ reason: 'undone-already', by: later.by });
  if (later || !stands(account, change)) return refused({ reason: 'changed-since', by: later?.by ?? null });
  switch (kindOf(change)) {
    case 'sheet.saved':
      return restoreSheet(account, change, people, now);
    case 'brand.alias':
      return restoreAlias(account, change);
    default:
      return restoreIntegrations(account, change);
  }
}

/** Whether everything is still as the change made it. */
function stands(account: Account, { after }: PastChange): boolean {
  const same = PURPOSES.filter((purpose) => purpose in after).every((purpose) => {
    if (purpose === 'support-hours') return sameWindows(account.sheet[purpose], after[purpose] as SupportWindow[]);
    return list(after[purpose]).join('\n') === account.sheet[purpose].join('\n');
  });
  const integrations = 'integrations' in after ? inOrder(list(after.integrations)) : inOrder(account.integrations);
  const brand = account.brands.find(({ id }) => id === after.brandId);
  const alias = 'brandId' in after ? brand !== undefined && brand.supportAlias === after.supportAlias : true;
  return same && alias && integrations === inOrder(account.integrations);
}

function restoreSheet(
  account: Account,
  { before }: PastChange,
  people: ReadonlyMap<string, Person>,
  now: Date,
): UndoDecision {
  const edit: SheetEdit = {};
  for (const purpose of ADDRESS_PURPOSES) if (purpose in before) edit[purpose] = list(before[purpose]).join('\n');
  if ('alert' in before) edit.alert = list(before.alert);
  if ('support-hours' in before) edit['support-hours'] = before['support-hours'] as SupportWindow[];
  const decision = decideEdit(account, edit, people, now);
  if (decision.kind === 'refused') {
    return { kind: 'refused', refusal: { reason: 'sheet', refusals: decision.refusals } };
  }
  const { sheet, changed } = decision;
  return { kind: 'restored', restored: { kind: 'sheet', sheet, changed }, drifts: false };
}

function restoreAlias(account: Account, { before }: PastChange): UndoDecision {
  const { brandId, supportAlias } = before as { brandId: string; supportAlias: string | null };
  // Nobody can take an alias away: a brand without one could share nothing with users.
  if (supportAlias === null) return { kind: 'refused', refusal: { reason: 'no-alias-before' } };
  const brands = account.brands.map((brand) => (brand.id === brandId ? { ...brand, supportAlias } : brand));
  const expected = expectedAlias({ ...account, brands });
  const [shared] = account.sheet['ops-users'];
  const drifts = shared !== undefined && expected !== null && !sameAddress(shared, expected);
  return { kind: 'restored', restored: { kind: 'alias', brandId, supportAlias }, drifts };
}

/** The integrations that were there before must not leave a complete sheet incomplete (R22). */
function restoreIntegrations(account: Account, { before }: PastChange): UndoDecision {
  const integrations = list(before.integrations);
  const { missing } = completeness({ ...account, integrations });
  const lacks = missing.filter((purpose) => !completeness(account).missing.includes(purpose));
  if (lacks.length > 0) return { kind: 'refused', refusal: { reason: 'would-be-missing', missing: lacks } };
  return { kind: 'restored', restored: { kind: 'integrations', integrations }, drifts: false };
}

const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

const inOrder = (types: readonly string[]): string => [...types].sort().join('\n');
