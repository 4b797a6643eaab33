import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../page/', import.meta.url));

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.ts': 'text/javascript; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The libraries of the page, as the packages bring them. */
const LIBRARIES: Record<string, () => string> = {
  'preact.js': () => fileURLToPath(import.meta.resolve('preact')),
  'preact-hooks.js': () => fileURLToPath(import.meta.resolve('preact/hooks')),
  'htm.js': () => fileURLToPath(import.meta.resolve('htm')),
};

/** A file of the page; its modules are TypeScript and lose their types on the way: there is no build step. */
export async function pageFile(path: string): Promise<Response> {
  const file = normalize(join(FOLDER, path));
  const type = TYPES[extname(file)];
  if (!file.startsWith(FOLDER) || !type) return new Response('Not found', { status: 404 });
  try {
    const text = await readFile(file, 'utf8');
    return respond(extname(file) === '.ts' ? stripTypeScriptTypes(text) : text, type);
  } catch {
    return new Response('Not found', { status: 404 });
  }
}

export async function libraryFile(name: string): Promise<Response> {
  const place = Object.hasOwn(LIBRARIES, name) ? LIBRARIES[name] : undefined;
  if (!place) return new Response('Not found', { status: 404 });
  return respond(await readFile(place(), 'utf8'), TYPES['.js'] ?? '');
}

const respond = (text: string, type: string): Response =>
  new Response(text, { headers: { 'content-type': type, 'cache-control': 'no-cache' } });
