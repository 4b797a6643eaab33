import type { Account } from '../../src/domain/account.ts';
import type { AccessRequest } from '../../src/domain/request.ts';
import type { Patience } from '../../src/domain/waiting.ts';
import { createRequest, findRequest, type NewRequest } from '../../src/store/requests.ts';
import { onLatest } from '../../src/store/save.ts';
import type { Store } from '../../src/store/store.ts';
import { NOW } from '../domain/build.ts';

/** Stored requests that tests begin with: Diego asks to become an editor, unless the test says otherwise. */

export type Asked = Partial<NewRequest> & { by?: string; now?: Date; patience?: Patience };

/** Asks as the form does: on the account as it is. */
export function ask(store: Store, account: Account, { by, now = NOW, patience, ...facts }: Asked = {}) {
  const wish = { forUser: 'UDIEGO', role: 'editor', reason: 'I take over the menus.', endsAt: null, ...facts } as const;
  return onLatest(account, (latest) =>
    createRequest(store, { account: latest, wish, by: by ?? wish.forUser, now, patience }),
  );
}

/** The request, and the account with it; nobody had asked before. */
export async function requested(
  store: Store,
  account: Account,
  facts: Asked = {},
): Promise<{ account: Account; request: AccessRequest }> {
  const outcome = await ask(store, account, facts);
  if (outcome.kind !== 'requested') throw new Error('There is a request already.');
  return outcome;
}

/** The request as the database has it now. */
export async function rereadRequest(store: Store, { teamId }: Account, { id }: { id: string }): Promise<AccessRequest> {
  const request = await findRequest(store, { teamId, requestId: id });
  if (!request) throw new Error('The request is gone.');
  return request;
}
