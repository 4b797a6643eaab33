import { keepDraft, mayDraft } from '../../store/drafts.ts';
import type { Turn } from '../turn.ts';

/**
 * Keeps what a form holds as this person's draft (R24). Cheap, because every letter comes here: who may is asked of one row,
 * nothing of Slack, and nobody is told anything.
 * @param at when it was typed, by Slack's clock where that is known.
 * @returns whether it is kept: not if something later is already, or the person may not
 */
export async function keep(turn: Turn, surface: string, values: object, at: Date = turn.now): Promise<boolean> {
  const { deps, teamId, person, metadata, now } = turn;
  const { account: accountId, revision } = metadata;
  if (accountId === undefined || revision === undefined || person.standing !== 'member') return false;
  const key = { accountId, userId: person.userId, surface };
  if (!(await mayDraft(deps.store, { ...key, teamId, role: 'editor', now }))) return false;
  return keepDraft(deps.store, { ...key, revision, values, at });
}
