import type { Audience } from '../../domain/access.ts';
import type { Account } from '../../domain/account.ts';
import { NO_PLAN } from '../../domain/coverage/plan.ts';
import type { Person } from '../../domain/person.ts';
import { findAccount, hasAccounts } from '../../store/accounts.ts';
import { outlinesOfMember } from '../../store/outlines.ts';
import { findPeople } from '../../store/people.ts';
import { planOf } from '../../store/plans.ts';
import { knownOf } from '../contact/known.ts';
import { colleague } from '../sink/guard.ts';
import { senderOf } from '../sink/sender.ts';
import { publishHome } from '../sink/view.ts';
import type { AccountTurn, Answer, Turn } from '../turn.ts';
import { viewerOf } from '../viewer.ts';
import { home } from './home.ts';

type Shown = Extract<Answer, { kind: 'home' }> & { audience: Audience };

interface Chosen {
  accountId?: string;
  /** Of the list, from 0. */
  page?: number;
}

/** Home of a person: their only account, the one they chose, or the list. */
export async function homeView({ deps, teamId, now }: Turn, person: Person, chosen: Chosen = {}): Promise<Shown> {
  const accounts = await outlinesOfMember(deps.store, { teamId, userId: person.userId, now });
  const only = accounts.length === 1 ? accounts[0] : undefined;
  const meant = accounts.find(({ id }) => id === chosen.accountId) ?? only;
  // The list shows no account whole; one of them says whether the person is still of this company.
  const about = meant ?? accounts[0];
  const account = about ? await findAccount(deps.store, { teamId, accountId: about.id }) : null;
  const viewer = viewerOf(person, account, now);
  // A former member who is a guest now still has rows, and yet is a third party.
  const seen =
    viewer.audience === 'internal' ? { accounts, shown: meant ? account : null } : { accounts: [], shown: null };
  const maySetUp = person.standing === 'member';
  const mayAsk = maySetUp && seen.accounts.length === 0 && (await hasAccounts(deps.store, { teamId }));
  const known = seen.shown ? await knownOf(deps, seen.shown) : {};
  const plan = seen.shown ? await planOf(deps.store, { accountId: seen.shown.id, now }) : NO_PLAN;
  const view = home.render({ ...seen, known, plan, page: chosen.page ?? 0, maySetUp, mayAsk, now }, viewer);
  return { kind: 'home', view, audience: viewer.audience };
}

export const openHome = (turn: Turn): Promise<Answer> => homeView(turn, turn.person);

export const chooseAccount = (turn: AccountTurn): Promise<Answer> =>
  homeView(turn, turn.person, { accountId: turn.account.id });

/** More members than this see the change when they next open Home. */
const MOST_REFRESHED = 50;

/** Shows every member, and others whom it concerns, what was saved (R2, R19). One Home that cannot be shown keeps none of the others back. */
export async function refreshHomes(turn: Turn, account: Account, others: readonly string[] = []): Promise<void> {
  const { deps, teamId, person } = turn;
  const userIds = [person.userId, ...others, ...account.members.map((member) => member.userId)];
  const people = await findPeople(deps.store, { teamId, userIds: [...new Set(userIds)].slice(0, MOST_REFRESHED) });
  for (const member of people.values()) {
    if (member.standing !== 'member') continue;
    try {
      const { view, audience } = await homeView(turn, member, { accountId: account.id });
      const readers = { audience, colleague: colleague(member) };
      await publishHome(senderOf(turn), readers, { userId: member.userId, view });
    } catch (error) {
      deps.log.error('home.refresh', { error });
    }
  }
}
