import type { JsonObject } from '../protocol.ts';
import { digits, newId, secret } from './id.ts';
import type { World } from './world.ts';

export interface StoredFile {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  length: number;
  /** Null until it is uploaded. */
  bytes: Uint8Array<ArrayBuffer> | null;
  /** The path to which it is uploaded. */
  uploadPath: string;
  shared: boolean;
}

const TYPES: Record<string, string> = {
  ...{ png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif' },
  ...{ csv: 'text/csv', txt: 'text/plain', json: 'application/json', ics: 'text/calendar', pdf: 'application/pdf' },
};

export function announceFile(world: World, { name, length }: { name: string; length: number }): StoredFile {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const file: StoredFile = {
    ...{ id: newId('F'), name, title: name, length, bytes: null, shared: false },
    mimetype: TYPES[ending] ?? 'application/octet-stream',
    uploadPath: `/upload/v1/${digits(12)}${secret(12)}`,
  };
  world.files.set(file.id, file);
  return file;
}

export const fileUrl = (world: World, { id, name }: StoredFile): string =>
  `${world.url}/files/${id}/${encodeURIComponent(name)}`;

export const fileJson = (world: World, file: StoredFile): JsonObject => ({
  ...{ id: file.id, name: file.name, title: file.title, mimetype: file.mimetype, size: file.bytes?.length ?? 0 },
  ...{ user: world.app.userId, url_private: fileUrl(world, file), is_external: false, mode: 'hosted' },
});
