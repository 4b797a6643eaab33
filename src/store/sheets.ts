import { sameWindows } from '../domain/hours.ts';
import { ADDRESS_PURPOSES, PURPOSES, type Purpose } from '../domain/purpose.ts';
import type { Sheet } from '../domain/sheet.ts';
import type { Difference } from './changes.ts';
import { leaveSheet } from './farewells.ts';
import { type SaveOutcome, type Saving, save, saveNothing } from './save.ts';
import type { Store } from './store.ts';
import type { Transaction } from './transaction.ts';

export type { SaveOutcome } from './save.ts';

/** Saves the sheet that was made from this revision of the account: all of it, or nothing (R2, R23). */
export async function saveSheet(store: Store, saving: Saving & { sheet: Sheet }): Promise<SaveOutcome> {
  const { account, sheet } = saving;
  const changed = PURPOSES.filter((purpose) => !sameAnswer(account.sheet, sheet, purpose));
  if (changed.length === 0) return saveNothing(store, saving);
  const only = (from: Sheet): Difference['before'] =>
    Object.fromEntries(changed.map((purpose) => [purpose, from[purpose]]));
  const change = { kind: 'sheet.saved', before: only(account.sheet), after: only(sheet) } as const;
  return save(store, saving, change, async (transaction) => {
    await replaceAnswers(transaction, account.id, sheet, changed);
    await leaveSheet(transaction, saving);
  });
}

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
