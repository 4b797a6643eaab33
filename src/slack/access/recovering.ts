import { admins } from '../../domain/access.ts';
import type { Account } from '../../domain/account.ts';
import { decideRecovery } from '../../domain/recover.ts';
import { grantAccess } from '../../store/access.ts';
import { findAccount } from '../../store/accounts.ts';
import { onLatest } from '../../store/save.ts';
import { refreshHomes } from '../home/handlers.ts';
import { lookUpAll } from '../person/identify.ts';
import { senderOf } from '../sink/sender.ts';
import type { Answer, Turn } from '../turn.ts';
import { viewerOf } from '../viewer.ts';
import { recoveredMessage } from './notices.ts';
import { recoveredModal, recoverView } from './recover.ts';
import { refuse } from './refusing.ts';
import { tell } from './sender.ts';

const decisionOf = async (turn: Turn, account: Account) => {
  const { deps, person, now } = turn;
  const userIds = [person.userId, ...admins(account, now).map(({ userId }) => userId)];
  const people = await lookUpAll({ ...turn, store: deps.store }, userIds);
  return decideRecovery(account, people.get(person.userId) ?? person, people, now);
};

/** Whoever may not take the account over learns no more of it than its name. */
export async function openRecovery(turn: Turn): Promise<Answer> {
  const account = await accountOf(turn, turn.value);
  if (!account) return refuse(turn);
  const decision = await decisionOf(turn, account);
  if (decision.kind === 'recovered') return { kind: 'open', view: recoverView.render({ account }, turn.viewer) };
  return { kind: 'open', view: recoveredModal.render({ account, refusal: decision.reason }, turn.viewer) };
}

export async function recover(turn: Turn): Promise<Answer> {
  const { deps, person, viewer, now, metadata } = turn;
  const found = await accountOf(turn, metadata.account ?? null);
  if (!found) return refuse(turn);
  const before = admins(found, now);
  return onLatest<Answer>(found, async (account) => {
    const decision = await decisionOf(turn, account);
    if (decision.kind === 'refused') {
      return { kind: 'update', view: recoveredModal.render({ account, refusal: decision.reason }, viewer) };
    }
    const by = person.userId;
    const member = { userId: by, role: decision.role, endsAt: null };
    const saved = await grantAccess(deps.store, { account, member, by, now, kind: 'access.recovered' });
    if (saved.kind === 'conflict') return saved;
    const after = async () => {
      for (const { userId } of before) {
        if (userId === by) continue;
        await tell(senderOf(turn), userId, saved.account, (own) =>
          recoveredMessage.render({ account: saved.account, by }, own),
        );
      }
      await refreshHomes(turn, saved.account);
    };
    const own = viewerOf(person, saved.account, now);
    return { kind: 'update', view: recoveredModal.render({ account: saved.account, refusal: null }, own), after };
  });
}

/** The account that an id from the client names. Guests and people of other companies are told of none (A9). */
async function accountOf({ deps, teamId, person }: Turn, accountId: string | null): Promise<Account | null> {
  if (!accountId || person.standing !== 'member') return null;
  return findAccount(deps.store, { teamId, accountId });
}
