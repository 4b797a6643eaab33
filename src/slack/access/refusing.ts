import { admins } from '../../domain/access.ts';
import type { Account } from '../../domain/account.ts';
import { accountsOfWorkspace } from '../../store/accounts.ts';
import { findPeople } from '../../store/people.ts';
import { pendingRequestsOf } from '../../store/requests.ts';
import type { Answer, Turn } from '../turn.ts';
import { viewerOf } from '../viewer.ts';
import { noAccessModal } from './no-access.ts';
import { asksForAccess, requestView } from './request.ts';

/**
 * Answers whoever may not do what they asked for: what they may know, and the way to ask for more (A1). It is for a third
 * party, also where they were a member when they began.
 */
export async function refuse(
  turn: Turn,
  account: Account | null = null,
  kind: 'open' | 'update' = 'open',
): Promise<Answer> {
  const { deps, teamId, person, now } = turn;
  const viewer = viewerOf(person, account, now);
  // People of other companies and guests are told nothing of the workspace's accounts (A9).
  if (person.standing !== 'member') {
    const nothing = { accounts: [], recoverable: [], pending: null };
    return { audience: 'third-party', kind, view: noAccessModal.render({ account, ...nothing, now }, viewer) };
  }
  const accounts = await accountsOfWorkspace(deps.store, { teamId });
  const requests = await pendingRequestsOf(deps.store, { teamId, userId: person.userId });
  const request = requests.find(({ accountId }) => accountId === (account?.id ?? accountId));
  // Whoever types `/contacts access request` has asked for the form already.
  if (!request && accounts.length > 0 && asksForAccess(turn.value)) {
    return { audience: 'third-party', kind, view: requestView.render({ account, accounts, propose: false }, viewer) };
  }
  const about = accounts.find(({ id }) => id === request?.accountId);
  const state = {
    ...{ account, accounts, now },
    recoverable: person.isOwner ? await unreachable(turn, account ? [account] : accounts) : [],
    pending: request && about ? { account: about, request } : null,
  };
  return { audience: 'third-party', kind, view: noAccessModal.render(state, viewer) };
}

/** Accounts none of whose admins is still a member of the workspace, as far as we have heard; asked of Slack before it counts. */
async function unreachable({ deps, teamId, now }: Turn, accounts: readonly Account[]): Promise<Account[]> {
  const userIds = accounts.flatMap((account) => admins(account, now).map((admin) => admin.userId));
  const people = await findPeople(deps.store, { teamId, userIds });
  const reachable = (userId: string) => (people.get(userId)?.standing ?? 'member') === 'member';
  return accounts.filter((account) => !admins(account, now).some(({ userId }) => reachable(userId)));
}
