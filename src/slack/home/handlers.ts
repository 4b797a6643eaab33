import type { Audience } from '../../domain/access.ts';
import type { Account } from '../../domain/account.ts';
import type { Person } from '../../domain/person.ts';
import { accountsOfMember, hasAccounts } from '../../store/accounts.ts';
import { findPeople } from '../../store/people.ts';
import { colleague } from '../sink/guard.ts';
import { senderOf } from '../sink/sender.ts';
import { publishHome } from '../sink/view.ts';
import type { AccountTurn, Answer, Turn } from '../turn.ts';
import { viewerOf } from '../viewer.ts';
import { home } from './home.ts';

type Shown = Extract<Answer, { kind: 'home' }> & { audience: Audience };

/** Home of a person: their only account, the one they chose, or the list. */
async function homeOf({ deps, teamId, now }: Turn, person: Person, chosen: string | null): Promise<Shown> {
  const accounts = await accountsOfMember(deps.store, { teamId, userId: person.userId, now });
  const only = accounts.length === 1 ? accounts[0] : undefined;
  const shown = accounts.find((account) => account.id === chosen) ?? only ?? null;
  const viewer = viewerOf(person, shown ?? accounts[0] ?? null, now);
  // A former member who is a guest now still has rows, and yet is a third party.
  const seen = viewer.audience === 'internal' ? { accounts, shown } : { accounts: [], shown: null };
  const maySetUp = person.standing === 'member';
  const mayAsk = maySetUp && seen.accounts.length === 0 && (await hasAccounts(deps.store, { teamId }));
  const view = home.render({ ...seen, maySetUp, mayAsk, now }, viewer);
  return { kind: 'home', view, audience: viewer.audience };
}

export const openHome = (turn: Turn): Promise<Answer> => homeOf(turn, turn.person, null);

export const chooseAccount = (turn: AccountTurn): Promise<Answer> => homeOf(turn, turn.person, turn.account.id);

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
      const { view, audience } = await homeOf(turn, member, account.id);
      const readers = { audience, colleague: colleague(member) };
      await publishHome(senderOf(turn), readers, { userId: member.userId, view });
    } catch (error) {
      deps.log.error('home.refresh', { error });
    }
  }
}
