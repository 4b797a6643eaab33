import type { Audience } from '../../domain/access.ts';
import type { Account } from '../../domain/account.ts';
import type { Person } from '../../domain/person.ts';
import { LeakError, refuseLeak } from '../../store/leak.ts';
import type { Viewer } from '../viewer.ts';
import type { Sender } from './sender.ts';

/**
 * Who will see what is sent. Nothing is `internal` unless somebody has just found out that it is: from the account that
 * it is about and the person, or the channel, who gets it.
 */
export interface Readers {
  audience: Audience;
  /** The one person who gets it, if that is a full member of the workspace: they may know the sheets of their own accounts. */
  colleague?: string | null;
  /** The account that it is about: what this one shares may be said, whatever another uses the same address for. */
  about?: string | undefined;
  /** What whoever gets it has written themselves. */
  own?: unknown;
  /** People whom it names on purpose, such as whoever covers a gap. */
  names?: readonly string[];
}

/** Outsiders, and nobody of ours among them who would have to know more. */
export const THIRD_PARTY: Readers = { audience: 'third-party' };

/** What somebody has in front of them already may be shown to them again, such as a form whose save failed. */
export const SEES_IT_ALREADY: Readers = { audience: 'internal' };

/** One person, as what the viewer was found to be to the account. */
export const readersOf = ({ audience, person }: Pick<Viewer, 'audience' | 'person'>, about?: Account): Readers => ({
  audience,
  colleague: colleague(person),
  about: about?.id,
});

export const colleague = ({ standing, userId }: Person): string | null => (standing === 'member' ? userId : null);

/**
 * The last look at everything that leaves (R12, X2): whatever a handler took for granted, what is internal does not reach
 * a third party. It is refused as a fault, not mended: where it happens, something upstream is wrong.
 * @param way how it would leave, for the log
 */
export async function guard(sender: Sender, readers: Readers, way: string, payload: unknown): Promise<void> {
  const { store, teamId, now, support, log } = sender;
  try {
    await refuseLeak(store, { ...readers, teamId, now, payload, allowed: [support.email] });
  } catch (error) {
    if (error instanceof LeakError) log.error('leak.refused', { way, purposes: error.purposes });
    throw error;
  }
}
