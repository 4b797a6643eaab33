/** So many things of a kind are done in one tick; the next one takes the rest. */
export const MOST_A_TICK = 200;

/**
 * Does the work for one after the other; where it fails, the others get their turn all the same. What failed first is
 * thrown at the end, for the log: the rest of it is still due and comes again.
 */
export async function inTurn<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const faults: unknown[] = [];
  for (const one of all) {
    try {
      await work(one);
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw faults[0];
}
