import { decideGrant, type GrantRefusal, memberOf, type Role } from '../../domain/access.ts';
import { decideRevoke, lostWithout } from '../../domain/revoke.ts';
import { endOfDay } from '../../domain/time-box.ts';
import { grantAccess, revokeAccess } from '../../store/access.ts';
import { pendingRequests } from '../../store/requests.ts';
import { onLatest } from '../../store/save.ts';
import { refreshHomes } from '../home/handlers.ts';
import { lookUpAll } from '../person/identify.ts';
import { senderOf } from '../sink/sender.ts';
import type { AccountTurn, Answer } from '../turn.ts';
import { tellAttention } from './announce.ts';
import { memberView, revokedModal, revokeView } from './member.ts';
import { endedMessage } from './notices.ts';
import { asksForAccess } from './request.ts';
import { openRequest } from './requesting.ts';
import { tell } from './sender.ts';
import { grantRefusalText, usersView } from './users.ts';
import { welcomeMessage } from './welcome.ts';

/** `/contacts access`, and its words `request`, `grant` and `revoke`: the last two are done in the same view. */
export async function openUsers(turn: AccountTurn): Promise<Answer> {
  if (asksForAccess(turn.value)) return openRequest(turn);
  return { kind: 'open', view: await usersOf(turn, turn.account) };
}

async function usersOf(
  { deps, viewer, now }: AccountTurn,
  account: AccountTurn['account'],
  added: string | null = null,
) {
  const requests = await pendingRequests(deps.store, { accountId: account.id });
  return usersView.render({ account, requests, added, now }, viewer);
}

export async function grant(turn: AccountTurn): Promise<Answer> {
  const { userId, role, until } = usersView.parse(turn.values);
  return give(turn, { userId, role, until, to: 'anybody' }, async (account, colleague) => ({
    kind: 'update',
    view: await usersOf(turn, account, colleague),
  }));
}

/** The button at a member, who may have been revoked since it was shown. */
export async function openMember({ account, viewer, value, now }: AccountTurn): Promise<Answer> {
  const userId = value ?? '';
  const member = memberOf(account, userId, now);
  if (!member) {
    const refusal = { reason: 'not-a-member' } as const;
    return { kind: 'open', view: revokedModal.render({ account, userId, refusal }, viewer) };
  }
  return { kind: 'open', view: memberView.render({ account, member }, viewer) };
}

export async function saveMember(turn: AccountTurn): Promise<Answer> {
  const { role, until } = memberView.parse(turn.values);
  const userId = turn.metadata.user ?? null;
  return give(turn, { userId, role, until, to: 'member' }, async () => ({ kind: 'nothing' }));
}

interface Giving {
  userId: string | null;
  role: Role | null;
  /** A day; null is access without an end. */
  until: string | null;
  /** A change of what a member has brings nobody in, and nobody back who was revoked meanwhile. */
  to: 'anybody' | 'member';
}

/** Gives access or changes it (A5), and tells the colleague. */
async function give(
  turn: AccountTurn,
  { userId, role, until, to }: Giving,
  show: (account: AccountTurn['account'], userId: string) => Promise<Answer>,
): Promise<Answer> {
  const { deps, person, now, viewer } = turn;
  const { say } = viewer;
  if (!role) return { kind: 'errors', errors: { role: say('problem.role-missing') } };
  const people = await lookUpAll({ ...turn, store: deps.store }, userId ? [userId] : []);
  const colleague = (userId && people.get(userId)) || null;
  const endsAt = until ? endOfDay(until, person.zone) : null;
  return onLatest<Answer>(turn.account, async (account) => {
    if (to === 'member' && !memberOf(account, userId ?? '', now)) {
      return { kind: 'errors', errors: { role: say('revoke.refused.not-a-member') } };
    }
    const decision = decideGrant(account, { by: person, to: colleague, role, endsAt }, now);
    if (decision.kind === 'refused') return refusedGrant(decision.refusal, to, turn);
    const { member } = decision;
    const saved = await grantAccess(deps.store, { account, member, by: person.userId, now });
    if (saved.kind === 'conflict') return saved;
    const after = async () => {
      const welcome = { account: saved.account, by: person.userId, role };
      await tell(senderOf(turn), member.userId, saved.account, (own) => welcomeMessage.render(welcome, own));
      await refreshHomes(turn, saved.account);
    };
    return { ...(await show(saved.account, member.userId)), after };
  });
}

/** On the field that it belongs to; in the view of a member there is none for the person. */
const refusedGrant = (refusal: GrantRefusal, to: Giving['to'], { viewer }: AccountTurn): Answer => {
  const field = to === 'member' ? 'role' : 'person';
  const place = refusal.reason === 'end-in-the-past' || refusal.reason === 'end-too-far' ? 'until' : field;
  return { kind: 'errors', errors: { [place]: grantRefusalText(refusal, viewer.say) } };
};

export async function openRevoke(turn: AccountTurn): Promise<Answer> {
  const { account, viewer, person, now, metadata } = turn;
  // In the view of a member the button is about that member, anywhere else about whoever clicks.
  const userId = metadata.user ?? person.userId;
  const member = memberOf(account, userId, now);
  const decision = decideRevoke(account, { by: person, userId }, now);
  const refusal = decision.kind === 'refused' ? decision.refusal : null;
  if (refusal || !member) return { kind: 'open', view: revokedModal.render({ account, userId, refusal }, viewer) };
  return { kind: 'open', view: revokeView.render({ account, member }, viewer) };
}

export async function revoke(turn: AccountTurn): Promise<Answer> {
  const { deps, person, viewer, now, metadata } = turn;
  const userId = metadata.user ?? '';
  return onLatest<Answer>(turn.account, async (account) => {
    const decision = decideRevoke(account, { by: person, userId }, now);
    if (decision.kind === 'refused') {
      return { kind: 'update', view: revokedModal.render({ account, userId, refusal: decision.refusal }, viewer) };
    }
    const member = memberOf(account, userId, now);
    const missing = lostWithout(account, [userId]);
    const saved = await revokeAccess(deps.store, { account, userId, by: person.userId, now });
    if (saved.kind === 'conflict') return saved;
    const after = async () => {
      const sender = senderOf(turn);
      const by = person.userId;
      if (member && userId !== by) {
        await tell(sender, userId, saved.account, (own) =>
          endedMessage.render({ account: saved.account, member, by }, own),
        );
      }
      await tellAttention(sender, { account: saved.account, userId, missing });
      await refreshHomes(turn, saved.account, [userId]);
    };
    return {
      kind: 'update',
      view: revokedModal.render({ account: saved.account, userId, refusal: null }, viewer),
      after,
    };
  });
}
