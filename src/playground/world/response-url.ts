import { HOME } from './cast.ts';
import { digits, secret } from './id.ts';
import type { World } from './world.ts';

/** An address at which the app may answer one thing that a person did. */
export interface ResponseUrl {
  userId: string;
  channel: string;
  /** The message that was acted on; null after a command. */
  message: { ts: string; ephemeral: boolean } | null;
  at: number;
  uses: number;
}

export const MOST_USES = 5;
export const LASTS = 30 * 60_000;

export function issueResponseUrl(world: World, on: Omit<ResponseUrl, 'at' | 'uses'>): string {
  const now = world.clock.now();
  for (const [path, url] of world.responseUrls) if (now - url.at > 2 * LASTS) world.responseUrls.delete(path);
  const path = `/${on.message ? 'actions' : 'commands'}/${HOME.id}/${digits(13)}/${secret(12)}`;
  world.responseUrls.set(path, { ...on, at: now, uses: 0 });
  return `${world.url}${path}`;
}

type Used = { ok: true; url: ResponseUrl } | { ok: false; error: 'no_such_url' | 'used_url' | 'expired_url' };

export function useResponseUrl(world: World, path: string): Used {
  const url = world.responseUrls.get(path);
  if (!url) return { ok: false, error: 'no_such_url' };
  if (world.clock.now() - url.at > LASTS) return { ok: false, error: 'expired_url' };
  if (url.uses >= MOST_USES) return { ok: false, error: 'used_url' };
  url.uses += 1;
  return { ok: true, url };
}
