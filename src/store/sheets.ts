import type { Confirmation } from '../domain/confirmation.ts';
import { sameWindows } from '../domain/hours.ts';
import { ADDRESS_PURPOSES, PURPOSES, type Purpose } from '../domain/purpose.ts';
import type { Sheet } from '../domain/sheet.ts';
import { forgetAdvice } from './advice.ts';
import type { Difference } from './changes.ts';
import { confirmedRow } from './confirmations.ts';
import { endDraft } from './drafts.ts';
import { leaveSheet } from './farewells.ts';
import { type SaveOutcome, type Saving, save, saveNothing } from './save.ts';
import type { Store } from './store.ts';
import type { Transaction } from './transaction.ts';

export type { SaveOutcome } from './save.ts';

/**
 * Saves the sheet that was made from this revision of the account: all of it, or nothing (R2, R23). With the form that it
 * was typed into goes whoever saves's draft of it: there is the old sheet and the draft, or the new sheet (R24).
 * @param saving.confirmation the save that completes a sheet for the first time confirms it as well (C9)
 */
export async function saveSheet(
  store: Store,
  saving: Saving & { sheet: Sheet; form?: string; confirmation?: Confirmation | null; also?: Also },
): Promise<SaveOutcome> {
  const { account, sheet, form, by, now, confirmation = null, also = async () => {} } = saving;
  const { changed, change } = sheetChange(account.sheet, sheet);
  const finish = async (transaction: Transaction) => {
    if (form) await endDraft(transaction, { accountId: account.id, userId: by, surface: form, at: now });
    await also(transaction);
  };
  if (changed.length === 0) {
    const nothing = await saveNothing(store, saving);
    if (nothing.kind === 'saved') await store.client.$transaction(finish);
    return nothing;
  }
  const set = confirmation ? { set: confirmedRow(confirmation) } : {};
  return save(store, saving, { ...change, ...set }, async (transaction) => {
    await replaceAnswers(transaction, account.id, sheet, changed);
    await leaveSheet(transaction, saving);
    await finish(transaction);
  });
}

/** What is different between two sheets, as it is written down. */
export function sheetChange(before: Sheet, after: Sheet) {
  const changed = PURPOSES.filter((purpose) => !sameAnswer(before, after, purpose));
  const only = (from: Sheet): Difference['before'] =>
    Object.fromEntries(changed.map((purpose) => [purpose, from[purpose]]));
  return { changed, change: { kind: 'sheet.saved', before: only(before), after: only(after) } as const };
}

/** What is written with a save of the sheet, or not at all; it throws `Overtaken` where it comes too late. */
export type Also = (transaction: Transaction) => Promise<void>;

/** Writes the answers of these purposes anew; a position keeps the order in which they were given. */
export async function replaceAnswers(
  transaction: Transaction,
  accountId: string,
  sheet: Sheet,
  purposes: readonly Purpose[],
): Promise<void> {
  const addressed = ADDRESS_PURPOSES.filter((purpose) => purposes.includes(purpose));
  if (addressed.length > 0) {
    await transaction.contact.deleteMany({ where: { accountId, purpose: { in: addressed } } });
    const data = addressed.flatMap((purpose) =>
      sheet[purpose].map((address, position) => {
        const mailbox = address.toLowerCase();
        return { accountId, purpose, address, mailbox, position };
      }),
    );
    if (data.length > 0) await transaction.contact.createMany({ data });
  }
  if (purposes.includes('tech-emergency')) {
    await forgetAdvice(transaction, { accountId, kept: sheet['tech-emergency'] });
  }
  if (purposes.includes('alert')) {
    await transaction.alertContact.deleteMany({ where: { accountId } });
    const data = sheet.alert.map((userId, position) => ({ accountId, userId, position }));
    if (data.length > 0) await transaction.alertContact.createMany({ data });
  }
  if (purposes.includes('support-hours')) {
    await transaction.supportWindow.deleteMany({ where: { accountId } });
    const data = sheet['support-hours'].map(({ zone, days, start, end }, position) => ({
      ...{ accountId, position, zone, start, end },
      days: days.join(''),
    }));
    if (data.length > 0) await transaction.supportWindow.createMany({ data });
  }
}

function sameAnswer(before: Sheet, after: Sheet, purpose: Purpose): boolean {
  if (purpose === 'support-hours') return sameWindows(before[purpose], after[purpose]);
  return sameList(before[purpose], after[purpose]);
}

const sameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((item, place) => item === other[place]);
