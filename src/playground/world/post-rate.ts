import type { World } from './world.ts';

/** Posts that Slack lets through at once before it holds an app to one a second and channel. */
export const BURST = 4;

export interface Allowance {
  left: number;
  at: number;
}

/** Takes one post from the channel's allowance; otherwise the seconds to wait. */
export function takePost(world: World, channel: string): { ok: true } | { ok: false; retryAfter: number } {
  const now = world.clock.now();
  const before = world.posts.get(channel) ?? { left: BURST, at: now };
  const left = Math.min(BURST, before.left + (now - before.at) / 1000);
  if (left < 1) {
    world.posts.set(channel, { left, at: now });
    return { ok: false, retryAfter: Math.ceil(1 - left) };
  }
  world.posts.set(channel, { left: left - 1, at: now });
  return { ok: true };
}
