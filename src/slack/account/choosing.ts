import type { PlainTextOption } from '@slack/types';
import { type Outline, searchNames, worstFirst } from '../../domain/outline.ts';
import { namesOfWorkspace } from '../../store/accounts.ts';
import { refuse } from '../access/refusing.ts';
import { option } from '../block-kit.ts';
import { answerTo } from '../dispatch.ts';
import { chooseAccount, homeView } from '../home/handlers.ts';
import { home } from '../home/home.ts';
import type { Answer, Listener, Turn } from '../turn.ts';
import { accountsView, CHOOSE } from './accounts.ts';
import { readChoice } from './choice.ts';
import { listOf } from './list.ts';

const MOST_OPTIONS = 100;

/** Home shows the account that was chosen there, once this person may see it and it is not locked. */
const HOME: Listener = { source: { kind: 'action', id: CHOOSE }, needs: 'viewer', run: chooseAccount };

/**
 * Goes on with what was meant, for the account that was chosen: its own listener finds, authorises and gates it, as if
 * it had been meant from the start.
 */
export const choose =
  (listeners: () => readonly Listener[]) =>
  async (turn: Turn): Promise<Answer> => {
    const choice = readChoice(turn.value);
    const meant = ({ source }: Listener) => source.kind === 'command' && source.id === choice?.command;
    const listener = choice?.command === 'home' ? HOME : listeners().find(meant);
    if (!choice || !listener) return refuse(turn);
    const chosen = { ...turn, metadata: { account: choice.accountId }, value: choice.detail };
    const answer = await answerTo(listener, chosen, turn.channelId);
    // The list has done its work: what was chosen takes its place, so that the form is the first view of the stack.
    if (answer.kind === 'open' && turn.surface === accountsView.id) return { ...answer, kind: 'update' };
    return answer;
  };

/** Another page, in the place where the list stands: on Home or in its modal. */
export async function turnPage(turn: Turn): Promise<Answer> {
  const page = Number.parseInt(turn.value ?? '', 10) || 0;
  if (turn.surface === home.id) return homeView(turn, turn.person, { page });
  const list = await listOf(turn);
  if (!list) return refuse(turn);
  return { kind: 'update', view: accountsView.render({ accounts: list.accounts, page }, list.viewer) };
}

/** The workspace's accounts that match what a colleague types, to whom they may ask for access; nobody else's business (A9). */
export async function suggestToAsk({ deps, teamId, person }: Turn, typed: string): Promise<PlainTextOption[]> {
  if (person.standing !== 'member') return [];
  const found = searchNames(await namesOfWorkspace(deps.store, { teamId }), typed);
  return found.slice(0, MOST_OPTIONS).map(({ id, name }) => option(name, id));
}

/** The person's accounts that match what they type, the worst first while nothing is typed. @param meant the block's name */
export async function suggestAccounts(turn: Turn, typed: string, meant: string): Promise<PlainTextOption[]> {
  const list = await listOf(turn);
  if (!list) return [];
  const prefix = /^[a-z-]+(\.[a-z-]+)?$/.test(meant) ? meant : 'open';
  const found: Outline[] = searchNames(worstFirst(list.accounts), typed);
  return found.slice(0, MOST_OPTIONS).map(({ id, name }) => option(name, `${prefix}.${id}`));
}
