import { type AccessRequest, review } from '../../domain/request.ts';
import { findRequest, settleRequest, stepDone } from '../../store/requests.ts';
import { onLatest } from '../../store/save.ts';
import { refreshHomes } from '../home/handlers.ts';
import { lookUpAll } from '../person/identify.ts';
import { senderOf } from '../sink/sender.ts';
import type { AccountTurn, Answer } from '../turn.ts';
import { refreshCards, tellOutcome } from './announce.ts';
import { refuse } from './refusing.ts';
import { decidedModal, reviewRefusalText, reviewView, type Verdict } from './review.ts';

/** Opens the decision from a card or from the list; a request that is decided already says so, and its card too. */
const openWith =
  (verdict: Verdict | null) =>
  async (turn: AccountTurn): Promise<Answer> => {
    const { account, viewer, person, now } = turn;
    const request = await requestOf(turn, turn.value);
    if (!request) return refuse(turn);
    const given = { by: person, verdict: 'deny', note: '', forPerson: null } as const;
    const decision = review(account, request, given, now);
    if (decision.kind !== 'refused') {
      return { kind: 'open', view: reviewView.render({ account, request, verdict }, viewer) };
    }
    if (decision.refusal.reason === 'not-pending') return tooLate(turn, request, 'open');
    return { kind: 'open', view: decidedModal.render({ account, request, refusal: decision.refusal }, viewer) };
  };

export const openApproval = openWith('approve');
export const openDenial = openWith('deny');
export const openReview = openWith(null);

export async function decide(turn: AccountTurn): Promise<Answer> {
  const { deps, viewer, person, now } = turn;
  const { verdict, note } = reviewView.parse(turn.values);
  if (!verdict) return { kind: 'errors', errors: { verdict: viewer.say('problem.verdict-missing') } };
  const meant = await requestOf(turn, turn.metadata.request ?? null);
  if (!meant) return refuse(turn);
  const { forUser } = meant;
  const people = await lookUpAll({ ...turn, store: deps.store }, [forUser]);
  const forPerson = people.get(forUser) ?? null;
  return onLatest<Answer>(turn.account, async (account) => {
    const request = (await requestOf(turn, meant.id)) ?? meant;
    const decision = review(account, request, { by: person, verdict, note, forPerson }, now);
    if (decision.kind === 'refused') {
      const { refusal } = decision;
      if (refusal.reason === 'not-pending') return tooLate({ ...turn, account }, request, 'update');
      const field = refusal.reason === 'note-too-long' ? 'note' : 'verdict';
      return { kind: 'errors', errors: { [field]: reviewRefusalText(refusal, viewer) } };
    }
    const settlement =
      decision.kind === 'approved'
        ? ({ state: 'approved', note: decision.note, member: decision.member } as const)
        : ({ state: 'denied', note: decision.note } as const);
    const saved = await settleRequest(deps.store, { account, request, settlement, by: person.userId, now });
    if (saved.kind === 'conflict') return saved;
    const { state } = settlement;
    const decided = { ...request, state, decidedBy: person.userId, decidedAt: now, note: decision.note };
    const about = { account: saved.account, request: decided };
    const after = async () => {
      await refreshCards(senderOf(turn), about);
      try {
        await tellOutcome(senderOf(turn), about);
        await stepDone(deps.store, decided, { told: true });
      } finally {
        await refreshHomes(turn, saved.account);
      }
    };
    return { kind: 'update', view: decidedModal.render({ ...about, refusal: null }, viewer), after };
  });
}

/** The loser of a race is told who was faster, and every card says so too (A3). */
function tooLate(turn: AccountTurn, request: AccessRequest, kind: 'open' | 'update'): Answer {
  const { account, viewer } = turn;
  const view = decidedModal.render({ account, request, refusal: { reason: 'not-pending' } }, viewer);
  return { kind, view, after: () => refreshCards(senderOf(turn), { account, request }) };
}

/** The request that an id from the client names, if it is about this account. */
async function requestOf(
  { deps, teamId, account }: AccountTurn,
  requestId: string | null,
): Promise<AccessRequest | null> {
  const request = await findRequest(deps.store, { teamId, requestId: requestId ?? '' });
  return request?.accountId === account.id ? request : null;
}
