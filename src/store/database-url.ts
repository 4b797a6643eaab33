import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StoreError } from './store-error.ts';

export type Provider = 'sqlite' | 'postgresql';

export type DatabaseUrl =
  | { provider: 'sqlite'; file: string }
  /** `place` may be shown: it is the address without the password. */
  | { provider: 'postgresql'; url: string; place: string; password: string };

const FORMS =
  'DATABASE_URL must be file:./data/callsheet.sqlite or postgres://user:password@host:5432/database ' +
  '(in the password, percent-encode what is not a letter or a digit).';

/** Reads DATABASE_URL. A file is relative to the working directory. No message repeats what was given: it may hold a password. */
export function readDatabaseUrl(text: string): DatabaseUrl {
  const given = text.trim();
  if (given === '') throw new StoreError(`DATABASE_URL is empty. ${FORMS}`);
  if (given.startsWith('file:')) return { provider: 'sqlite', file: readFile(given) };
  if (!/^postgres(ql)?:\/\//.test(given)) throw new StoreError(`DATABASE_URL names an unknown database. ${FORMS}`);
  let url: URL;
  let password: string;
  try {
    url = new URL(given);
    password = decodeURIComponent(url.password);
  } catch {
    throw new StoreError(`DATABASE_URL cannot be read. ${FORMS}`);
  }
  const database = url.pathname.slice(1);
  // A slash in a password that is not encoded makes the rest of it look like the database.
  if (database === '' || /[/@]/.test(database)) throw new StoreError(`DATABASE_URL names no database. ${FORMS}`);
  if ((url.searchParams.get('schema') ?? 'public') !== 'public') {
    throw new StoreError('DATABASE_URL names a schema. Give Callsheet a database of its own, and leave ?schema= out.');
  }
  url.searchParams.delete('schema');
  return { provider: 'postgresql', url: url.href, place: `${url.host || 'localhost'}/${database}`, password };
}

function readFile(given: string): string {
  const path = given.slice('file:'.length).replace(/\?.*$/, '');
  if (path === '' || path.startsWith(':')) throw new StoreError(`DATABASE_URL names no file. ${FORMS}`);
  try {
    return path.startsWith('//') ? fileURLToPath(`file:${path}`) : resolve(path);
  } catch {
    throw new StoreError(`DATABASE_URL names no file of this computer. ${FORMS}`);
  }
}
