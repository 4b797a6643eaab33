import type { Account } from '../../src/domain/account.ts';
import type { Sheet } from '../../src/domain/sheet.ts';
import { grantAccess } from '../../src/store/access.ts';
import { createAccount, findAccount } from '../../src/store/accounts.ts';
import { newId } from '../../src/store/id.ts';
import type { SaveOutcome } from '../../src/store/save.ts';
import { saveSheet } from '../../src/store/sheets.ts';
import type { Store } from '../../src/store/store.ts';
import { ALIAS, member, NOW } from '../domain/build.ts';

/** Stored accounts that tests begin with: each in a workspace of its own, so that tests can share a database. */

export const newTeam = (): string => `T${newId()}`;

/** An account as Ana sets it up. */
export const stored = (
  store: Store,
  facts: { teamId?: string; name?: string; integrations?: readonly string[]; by?: string } = {},
): Promise<Account> =>
  createAccount(store, {
    teamId: newTeam(),
    name: 'Harvest Table',
    integrations: ['ordering-end-to-end'],
    brand: { name: 'Harvest Table', supportAlias: ALIAS },
    by: 'UANA',
    now: NOW,
    ...facts,
  });

/** The same, with Bruno and Chloé as members. */
export async function storedTeam(store: Store): Promise<Account> {
  let account = await stored(store);
  for (const colleague of [member('UBRUNO', 'editor'), member('UCHLOE')]) {
    account = saved(await grantAccess(store, { account, member: colleague, by: 'UANA', now: NOW }));
  }
  return account;
}

/** The account after a save that nobody overtook. */
export function saved(outcome: SaveOutcome): Account {
  if (outcome.kind !== 'saved') throw new Error('Somebody else was faster.');
  return outcome.account;
}

/** Saves these answers and leaves the others as they are. */
export const answer = (store: Store, account: Account, answers: Partial<Sheet>, by = 'UANA'): Promise<SaveOutcome> =>
  saveSheet(store, { account, sheet: { ...account.sheet, ...answers }, by, now: NOW });

/** The account as the database has it now. */
export async function reread(store: Store, { id, teamId }: Account): Promise<Account> {
  const account = await findAccount(store, { teamId, accountId: id });
  if (!account) throw new Error('The account is gone.');
  return account;
}

/** The store, in which one kind of write fails: all that its transaction did before must be undone. */
export function failingAt(store: Store, model: string, operation: string): Store {
  const fail = () => Promise.reject(new Error('failed on purpose'));
  const query = { [model]: { [operation]: fail } } as object;
  return { ...store, client: store.client.$extends({ query }) as unknown as Store['client'] };
}
