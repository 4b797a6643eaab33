import type { Account } from '../domain/account.ts';
import type { Sheet } from '../domain/sheet.ts';
import { leaveSheet } from './farewells.ts';
import { isOvertaken, Overtaken, saveWithin } from './save.ts';
import { replaceAnswers, sheetChange } from './sheets.ts';
import type { Store } from './store.ts';

export interface SheetsSaving {
  /** Every account that the decision rests on, as it was then, and its new sheet; one that stays as it is has none. */
  sheets: readonly { account: Account; sheet: Sheet | null }[];
  by: string;
  now: Date;
}

/** `conflict`: one of the accounts is no longer what the decision was made from, and none of them was changed. */
export type SheetsOutcome = { kind: 'saved' } | { kind: 'conflict' };

/** Saves the sheets of several accounts in one transaction: all of them, or none (R2, R23). */
export async function saveSheets(store: Store, { sheets, by, now }: SheetsSaving): Promise<SheetsOutcome> {
  // Everybody takes the accounts in the same order, so that two imports never wait for each other.
  const ordered = [...sheets].sort((one, other) => (one.account.id < other.account.id ? -1 : 1));
  try {
    await store.client.$transaction(async (transaction) => {
      for (const { account, sheet } of ordered) {
        const { changed, change } = sheetChange(account.sheet, sheet ?? account.sheet);
        if (changed.length > 0) {
          const after = sheet ?? account.sheet;
          const write = async () => {
            await replaceAnswers(transaction, account.id, after, changed);
            await leaveSheet(transaction, { account, sheet: after, by, now });
          };
          await saveWithin(transaction, { account, by, now }, change, write);
        } else {
          const { id, teamId, revision } = account;
          const still = await transaction.account.count({ where: { id, teamId, revision } });
          if (still === 0) throw new Overtaken();
        }
      }
    });
    return { kind: 'saved' };
  } catch (error) {
    if (!isOvertaken(error)) throw error;
    return { kind: 'conflict' };
  }
}
