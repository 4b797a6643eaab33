import type { HomeView } from '@slack/types';
import type { Account } from '../../domain/account.ts';
import type { Person } from '../../domain/person.ts';
import { accountsOfMember, hasAccounts } from '../../store/accounts.ts';
import { findPeople } from '../../store/people.ts';
import type { AccountTurn, Answer, Turn } from '../turn.ts';
import { viewerOf } from '../viewer.ts';
import { home } from './home.ts';

/** Home of a person: their only account, the one they chose, or the list. */
async function homeOf({ deps, teamId, now }: Turn, person: Person, chosen: string | null): Promise<HomeView> {
  const accounts = await accountsOfMember(deps.store, { teamId, userId: person.userId, now });
  const only = accounts.length === 1 ? accounts[0] : undefined;
  const shown = accounts.find((account) => account.id === chosen) ?? only ?? null;
  const viewer = viewerOf(person, shown ?? accounts[0] ?? null, now);
  // A former member who is a guest now still has rows, and yet is a third party.
  const seen = viewer.audience === 'internal' ? { accounts, shown } : { accounts: [], shown: null };
  const maySetUp = person.standing === 'member';
  const mayAsk = maySetUp && seen.accounts.length === 0 && (await hasAccounts(deps.store, { teamId }));
  return home.render({ ...seen, maySetUp, mayAsk, now }, viewer);
}

export const openHome = async (turn: Turn): Promise<Answer> => ({
  kind: 'home',
  view: await homeOf(turn, turn.person, null),
});

export const chooseAccount = async (turn: AccountTurn): Promise<Answer> => ({
  kind: 'home',
  view: await homeOf(turn, turn.person, turn.account.id),
});

/** More members than this see the change when they next open Home. */
const MOST_REFRESHED = 50;

/** Shows every member, and others whom it concerns, what was saved (R2, R19). One Home that cannot be shown keeps none of the others back. */
export async function refreshHomes(turn: Turn, account: Account, others: readonly string[] = []): Promise<void> {
  const { deps, client, teamId, person } = turn;
  const userIds = [person.userId, ...others, ...account.members.map((member) => member.userId)];
  const people = await findPeople(deps.store, { teamId, userIds: [...new Set(userIds)].slice(0, MOST_REFRESHED) });
  for (const member of people.values()) {
    if (member.standing !== 'member') continue;
    try {
      await client.views.publish({ user_id: member.userId, view: await homeOf(turn, member, account.id) });
    } catch (error) {
      deps.log.error('home.refresh', { error });
    }
  }
}
