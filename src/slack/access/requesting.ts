import { memberOf } from '../../domain/access.ts';
import type { Account } from '../../domain/account.ts';
import type { Person } from '../../domain/person.ts';
import { type AccessRequest, decideWish, decideWithdrawal } from '../../domain/request.ts';
import { endOfDay } from '../../domain/time-box.ts';
import { accountsOfWorkspace, findAccount } from '../../store/accounts.ts';
import { createRequest, findRequest, pendingRequestsOf, settleRequest, stepDone } from '../../store/requests.ts';
import { onLatest } from '../../store/save.ts';
import { lookUpAll } from '../person/identify.ts';
import { senderOf } from '../sink/sender.ts';
import type { AccountTurn, Answer, Turn } from '../turn.ts';
import { viewerOf } from '../viewer.ts';
import { announceRequest, refreshCards, tellOutcome } from './announce.ts';
import { overModal, pendingModal, withdrawnModal } from './pending.ts';
import { refuse } from './refusing.ts';
import { requestView, wishErrors } from './request.ts';

/** Opens the request of somebody without access, or of somebody who needs a stronger role (A1). */
export async function openRequest(turn: Turn): Promise<Answer> {
  const { deps, teamId, person, viewer, now, value, metadata } = turn;
  const accounts = await accountsOfWorkspace(deps.store, { teamId });
  if (person.standing !== 'member' || accounts.length === 0) return refuse(turn);
  const named = metadata.account ?? value;
  const account = accounts.find(({ id }) => id === named) ?? (accounts.length === 1 ? accounts[0] : null) ?? null;
  const pending = await pendingRequestsOf(deps.store, { teamId, userId: person.userId });
  const request = pending.find(({ accountId }) => accountId === account?.id);
  if (account && request) {
    const view = pendingModal.render({ account, request, fresh: false }, viewerOf(person, account, now));
    return { kind: 'open', view };
  }
  // An account that the person reads already is asked for from its own refusal, unless there is no other to choose.
  const others = accounts.filter((other) => memberOf(other, person.userId, now) === null);
  const offered = others.length > 0 ? others : accounts;
  return { kind: 'open', view: requestView.render({ account, accounts: offered, propose: false }, viewer) };
}

/** A member brings a colleague to the admins' notice (A5). */
export const openProposal = async ({ account, viewer }: AccountTurn): Promise<Answer> => ({
  kind: 'open',
  view: requestView.render({ account, accounts: [], propose: true }, viewer),
});

export async function sendRequest(turn: Turn): Promise<Answer> {
  const { deps, teamId, person, viewer, now, metadata } = turn;
  const { say } = viewer;
  const { accountId, colleague, role, reason, until } = requestView.parse(turn.values);
  const named = metadata.account ?? accountId;
  if (!named && 'account' in turn.values) {
    return { kind: 'errors', errors: { account: say('problem.account-missing') } };
  }
  const account = named ? await findAccount(deps.store, { teamId, accountId: named }) : null;
  if (!account) return refuse(turn);
  const propose = colleague !== undefined;
  // A proposal is a member's; whoever is none can only ask for themselves.
  if (propose && memberOf(account, person.userId, now) === null) return refuse(turn);
  const endsAt = until ? endOfDay(until, person.zone) : null;
  const forPerson = propose ? await colleagueOf(turn, colleague) : person;
  const decision = decideWish(account, { by: person, forPerson, role, reason, endsAt }, now);
  if (decision.kind === 'not-a-colleague') return refuse(turn);
  if (decision.kind === 'refused') return { kind: 'errors', errors: wishErrors(decision.problems, say, propose) };
  const { kind: _, ...wish } = decision;
  const outcome = await onLatest(account, (latest) =>
    createRequest(deps.store, { account: latest, wish, by: person.userId, now, patience: deps.patience }),
  );
  if (outcome.kind === 'pending-already') {
    if (propose) return { kind: 'errors', errors: { person: say('problem.pending-already') } };
    const view = pendingModal.render({ account, request: outcome.request, fresh: false }, viewer);
    return { kind: 'update', view };
  }
  const { request } = outcome;
  return {
    kind: 'update',
    view: pendingModal.render({ account: outcome.account, request, fresh: true }, viewer),
    after: async () => {
      await announceRequest(senderOf(turn), { account: outcome.account, request });
      await stepDone(deps.store, request, { announced: true }, deps.patience);
    },
  };
}

async function colleagueOf(turn: Turn, userId: string | null): Promise<Person | null> {
  if (!userId) return null;
  const people = await lookUpAll({ ...turn, store: turn.deps.store }, [userId]);
  return people.get(userId) ?? null;
}

export async function withdraw(turn: Turn): Promise<Answer> {
  const { deps, teamId, person, viewer, now, value } = turn;
  const requestId = value ?? '';
  const found = await findRequest(deps.store, { teamId, requestId });
  const meant = found && (await findAccount(deps.store, { teamId, accountId: found.accountId }));
  if (!found || !meant || decideWithdrawal(found, person, now).kind === 'refused') return closed(turn, found, meant);
  return onLatest<Answer>(meant, async (account) => {
    const request = await findRequest(deps.store, { teamId, requestId });
    if (!request || decideWithdrawal(request, person, now).kind === 'refused') return closed(turn, request, account);
    const by = person.userId;
    const settlement = { state: 'withdrawn' } as const;
    const saved = await settleRequest(deps.store, { account, request, settlement, by, now });
    if (saved.kind === 'conflict') return saved;
    const withdrawn = { ...request, state: 'withdrawn', decidedBy: by, decidedAt: now } as const;
    const after = async () => {
      await refreshCards(senderOf(turn), { account: saved.account, request: withdrawn });
      await tellOutcome(senderOf(turn), { account: saved.account, request: withdrawn });
      await stepDone(deps.store, withdrawn, { told: true });
    };
    return { kind: 'update', view: withdrawnModal.render({ account: saved.account }, viewer), after };
  });
}

/** A request that cannot be withdrawn any more: whoever it concerns is told how it ended, anybody else nothing. */
function closed(turn: Turn, request: AccessRequest | null, account: Account | null): Promise<Answer> {
  const { person } = turn;
  const concerned = request && [request.by, request.forUser].includes(person.userId);
  if (!concerned || !account) return refuse(turn);
  const own = viewerOf(person, account, turn.now);
  return Promise.resolve({ kind: 'update', view: overModal.render({ account, request }, own) });
}
