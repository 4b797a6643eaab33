import type { Outline } from '../../domain/outline.ts';
import { findAccount } from '../../store/accounts.ts';
import { outlinesOfMember } from '../../store/outlines.ts';
import type { Turn } from '../turn.ts';
import { type Viewer, viewerOf } from '../viewer.ts';

/** The person's accounts, and their eyes; null for whoever has none, or is of another company now. */
export async function listOf(turn: Turn): Promise<{ accounts: Outline[]; viewer: Viewer } | null> {
  const { deps, teamId, person, now } = turn;
  const accounts = await outlinesOfMember(deps.store, { teamId, userId: person.userId, now });
  const [first] = accounts;
  const account = first && (await findAccount(deps.store, { teamId, accountId: first.id }));
  const viewer = viewerOf(person, account ?? null, now);
  return viewer.audience === 'internal' ? { accounts, viewer } : null;
}
