import { digits, secret } from './id.ts';
import type { World } from './world.ts';

/** A ticket to open one modal before the person who did something, for three seconds. */
export interface Trigger {
  userId: string;
  /** The modal that the person was in. */
  viewId: string | null;
  at: number;
  used: boolean;
}

export const TRIGGER_LASTS = 3000;

export function issueTrigger(world: World, userId: string, viewId: string | null = null): string {
  const now = world.clock.now();
  for (const [id, trigger] of world.triggers) if (now - trigger.at > 3_600_000) world.triggers.delete(id);
  const id = `${digits(13)}.${digits(12)}.${secret()}`;
  world.triggers.set(id, { userId, viewId, at: now, used: false });
  return id;
}

type Exchanged =
  | { ok: true; trigger: Trigger }
  | { ok: false; error: 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id' };

export function exchangeTrigger(world: World, id: string): Exchanged {
  const trigger = world.triggers.get(id);
  if (!trigger) return { ok: false, error: 'invalid_trigger_id' };
  if (trigger.used) return { ok: false, error: 'exchanged_trigger_id' };
  if (world.clock.now() - trigger.at > TRIGGER_LASTS) return { ok: false, error: 'expired_trigger_id' };
  trigger.used = true;
  return { ok: true, trigger };
}
