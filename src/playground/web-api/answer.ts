import type { JsonObject } from '../protocol.ts';
import type { World } from '../world/world.ts';
import type { Arguments } from './arguments.ts';

export type Answer = JsonObject & { ok: boolean };

/** One method of the Web API. Scopes and tokens are checked before it runs; refusals are answers. */
export type Method = (world: World, args: Arguments) => Answer;

export const done = (fields: JsonObject = {}): Answer => ({ ok: true, ...fields });

export const refuse = (error: string, messages?: string[]): Answer => ({
  ok: false,
  error,
  ...(messages && { response_metadata: { messages } }),
});

export const missing = (...names: string[]): Answer =>
  refuse(
    'invalid_arguments',
    names.map((name) => `[ERROR] missing required field: ${name}`),
  );

/** Seconds to wait are told in a header; the way there is a field of the answer. */
export const RETRY_AFTER = 'retry_after';

export const rateLimited = (retryAfter: number): Answer => ({ ...refuse('ratelimited'), [RETRY_AFTER]: retryAfter });
