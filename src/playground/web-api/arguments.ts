import type { Json, JsonObject } from '../protocol.ts';
import { isObject } from '../world/blocks.ts';

/** What a method was called with: strings of a form, some of them JSON, or JSON itself. Whatever is malformed reads as not given. */
export interface Arguments {
  raw: JsonObject;
  text(name: string): string | undefined;
  number(name: string): number | undefined;
  flag(name: string): boolean;
  json(name: string): Json | undefined;
  object(name: string): JsonObject | undefined;
}

export function readArguments(raw: JsonObject): Arguments {
  const text = (name: string) => {
    const value = raw[name];
    if (typeof value === 'string') return value === '' ? undefined : value;
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
  };
  const json = (name: string): Json | undefined => {
    const value = raw[name];
    if (typeof value !== 'string') return value;
    try {
      return JSON.parse(value) as Json;
    } catch {
      return undefined;
    }
  };
  return {
    raw,
    text,
    json,
    number: (name) => {
      const value = Number(text(name) ?? Number.NaN);
      return Number.isFinite(value) ? value : undefined;
    },
    flag: (name) => text(name) === 'true' || text(name) === '1',
    object: (name) => {
      const value = json(name);
      return isObject(value) ? value : undefined;
    },
  };
}

/** Reads the body of a request in each of the ways that Slack takes. */
export async function readBody(request: Request): Promise<JsonObject> {
  const query = Object.fromEntries(new URL(request.url).searchParams) as JsonObject;
  if (request.method === 'GET') return query;
  const type = request.headers.get('content-type') ?? '';
  if (type.startsWith('application/json')) {
    const body: unknown = await request.json().catch(() => ({}));
    return isObject(body) ? body : {};
  }
  if (type.startsWith('multipart/form-data')) {
    const form = await request.formData();
    return {
      ...query,
      ...Object.fromEntries([...form].filter(([, value]) => typeof value === 'string')),
    } as JsonObject;
  }
  return { ...query, ...Object.fromEntries(new URLSearchParams(await request.text())) };
}
