import { memberOf } from './access.ts';
import { type Account, expectedAlias } from './account.ts';
import { type AddressProblem, readAddresses, sameAddress } from './address.ts';
import { type SupportWindow, sameWindows } from './hours.ts';
import type { Person, Standing } from './person.ts';
import { ADDRESS_PURPOSES, type AddressPurpose, PURPOSES, type Purpose } from './purpose.ts';
import { completeness, isLocked, requirement, type Sheet } from './sheet.ts';

/** What a person asks to be saved. A purpose that is absent stays as it is; an empty answer takes it away. */
export type SheetEdit = { [purpose in AddressPurpose]?: string } & {
  /** User ids. */
  alert?: readonly string[];
  'support-hours'?: readonly SupportWindow[];
};

export type Refusal =
  | AddressProblem
  | { reason: 'exactly-one' }
  | { reason: 'no-alias' }
  | { reason: 'not-the-alias'; expected: string }
  | { reason: 'only-in-production' }
  | { reason: 'not-available' }
  | { reason: 'not-a-member'; userId: string; name: string | null; standing: Standing }
  | { reason: 'would-be-missing' };

export type Refusals = { [purpose in Purpose]?: Refusal };

export type EditDecision =
  | { kind: 'refused'; refusals: Refusals }
  | {
      kind: 'accepted';
      sheet: Sheet;
      /** What is different from before; empty if nothing is. */
      changed: readonly Purpose[];
      /** What is still missing afterwards, in the form's order (R18). */
      missing: readonly Purpose[];
      /** This edit completes the sheet: the account is unlocked for everyone (R19). */
      unlocks: boolean;
    };

/**
 * Decides on an edit of the sheet: all of it is accepted, or each refused purpose has its reason.
 * @param people what is known of the people named as alert contacts; whoever is not in it is a stranger.
 */
export function decideEdit(
  account: Account,
  edit: SheetEdit,
  people: ReadonlyMap<string, Person>,
  now: Date,
): EditDecision {
  const refusals: Refusals = {};
  const sheet: { -readonly [purpose in keyof Sheet]: Sheet[purpose] } = { ...account.sheet };

  for (const purpose of ADDRESS_PURPOSES) {
    const text = edit[purpose];
    if (text === undefined) continue;
    const read = decideAddresses(account, purpose, text);
    if (read.ok) sheet[purpose] = read.addresses;
    else refusals[purpose] = read.refusal;
  }
  if (edit.alert !== undefined) {
    const refusal = alertRefusal(account, edit.alert, people, now);
    if (refusal) refusals.alert = refusal;
    else sheet.alert = [...new Set(edit.alert)];
  }
  if (edit['support-hours'] !== undefined) sheet['support-hours'] = edit['support-hours'];

  const after = { ...account, sheet };
  const { missing } = completeness(after);
  for (const purpose of missing) {
    if (account.sheet[purpose].length > 0 && keeps(account)) refusals[purpose] ??= { reason: 'would-be-missing' };
  }
  if (Object.keys(refusals).length > 0) return { kind: 'refused', refusals };

  const changed = PURPOSES.filter((purpose) => !sameAnswer(account.sheet, sheet, purpose));
  return { kind: 'accepted', sheet, changed, missing, unlocks: isLocked(account) && !isLocked(after) };
}

/** A complete sheet cannot be made incomplete (R22); nor can a launched one lose what it still has. */
const keeps = (account: Account): boolean => account.environment === 'production' || completeness(account).complete;

function decideAddresses(
  account: Account,
  purpose: AddressPurpose,
  text: string,
): { ok: true; addresses: string[] } | { ok: false; refusal: Refusal } {
  const refused = (refusal: Refusal) => ({ ok: false, refusal }) as const;
  if (requirement(account, purpose) === 'hidden' && text.trim() !== '') return refused({ reason: 'not-available' });
  const read = readAddresses(text);
  if (!read.ok) return refused(read.problem);
  // What somebody left as it was is no edit: a drifted alias asks for attention and stops no other change (R11).
  const untouched = read.addresses.join('\n') === account.sheet[purpose].join('\n');
  if (purpose === 'ops-users' && read.addresses.length > 0 && !untouched) {
    const expected = expectedAlias(account);
    if (expected === null) return refused({ reason: 'no-alias' });
    const [address, ...more] = read.addresses;
    if (more.length > 0) return refused({ reason: 'exactly-one' });
    if (!sameAddress(address as string, expected)) return refused({ reason: 'not-the-alias', expected });
  }
  return read;
}

/** Alert contacts are current members of this account, in production only (R5, R7). The first who is not is named. */
function alertRefusal(
  account: Account,
  userIds: readonly string[],
  people: ReadonlyMap<string, Person>,
  now: Date,
): Refusal | null {
  if (userIds.length === 0) return null;
  if (requirement(account, 'alert') === 'later') return { reason: 'only-in-production' };
  for (const userId of userIds) {
    const person = people.get(userId);
    const standing = person?.standing ?? 'stranger';
    if (standing === 'member' && memberOf(account, userId, now)) continue;
    return { reason: 'not-a-member', userId, name: person?.name ?? null, standing };
  }
  return null;
}

function sameAnswer(before: Sheet, after: Sheet, purpose: Purpose): boolean {
  if (purpose === 'support-hours') return sameWindows(before[purpose], after[purpose]);
  return before[purpose].join('\n') === after[purpose].join('\n');
}
