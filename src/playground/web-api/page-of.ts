import type { JsonObject } from '../protocol.ts';
import { type Answer, refuse } from './answer.ts';
import type { Arguments } from './arguments.ts';

const MOST = 1000;

/** One page of a list, with the cursor for the next one. Without `limit`, all of it. */
export function pageOf<T>(
  items: readonly T[],
  args: Arguments,
): { ok: true; items: T[]; metadata: JsonObject; more: boolean } | { ok: false; answer: Answer } {
  const limit = args.number('limit') ?? 0;
  if (limit < 0 || limit > MOST) return { ok: false, answer: refuse('invalid_limit') };
  const cursor = args.text('cursor');
  const start = cursor ? readCursor(cursor) : 0;
  if (start === null || start > items.length) return { ok: false, answer: refuse('invalid_cursor') };
  const end = limit === 0 ? items.length : start + limit;
  const more = end < items.length;
  return { ok: true, items: items.slice(start, end), metadata: { next_cursor: more ? writeCursor(end) : '' }, more };
}

const writeCursor = (place: number): string => Buffer.from(`next:${place}`).toString('base64');

function readCursor(cursor: string): number | null {
  const [, place] = /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString()) ?? [];
  return place === undefined ? null : Number(place);
}
