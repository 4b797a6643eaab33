import { takeUpChore } from '../store/chores.ts';
import { deleteDrafts } from '../store/drafts.ts';
import type { Store } from '../store/store.ts';

const DAY = 24 * 60 * 60_000;

/** For so long a draft waits to be resumed (R24). */
export const DRAFT_LIFE = 30 * DAY;

/** Deletes, once a day, the drafts that nobody has come back to. */
export async function tickDrafts({ store, now }: { store: Store; now: Date }): Promise<void> {
  const next = new Date(now.getTime() + DAY);
  if (!(await takeUpChore(store, { name: 'drafts', now, next }))) return;
  await deleteDrafts(store, { before: new Date(now.getTime() - DRAFT_LIFE) });
}
