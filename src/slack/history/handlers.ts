import { recentChanges } from '../../store/changes.ts';
import type { AccountTurn, Answer } from '../turn.ts';
import { historyMessage } from './history.ts';

const MOST_CHANGES = 25;

export async function showHistory({ deps, account, viewer }: AccountTurn): Promise<Answer> {
  const changes = await recentChanges(deps.store, { accountId: account.id, limit: MOST_CHANGES });
  return { kind: 'say', message: historyMessage.render({ account, changes }, viewer) };
}
