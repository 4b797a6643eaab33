import type { Account } from '../domain/account.ts';
import type { Viewer } from './viewer.ts';

/**
 * Only a member may be shown what is internal. Every surface that shows a sheet asks here before it renders, so that a
 * slip in a handler ends as a fault, and never as a leak (R12).
 */
export function requireInternal(viewer: Viewer): void {
  if (viewer.audience !== 'internal') throw new AudienceError();
}

export class AudienceError extends Error {
  override name = 'AudienceError';
  constructor() {
    super('an internal surface was asked for by a third party');
  }
}

/** What travels through the client with a modal: ids only, authorised again when it comes back. */
export interface Metadata {
  account?: string;
  /** The revision of the account that the view was rendered from. */
  revision?: number;
  /** Fields that were rendered anew since the form was opened, by the revision that they show. */
  fields?: Record<string, number>;
  /** Of a view on top of the form: what the form below carries. */
  form?: { revision: number; fields: Record<string, number> };
  /** Keys of the windows in the hours view, in order. */
  windows?: number[];
  brand?: string;
  request?: string;
  /** User id of the member whom the view is about. */
  user?: string;
  /** Of one address of the sheet: a key that only the account can read. */
  mailbox?: string;
}

export const metadataOf = (account: Account, more: Metadata = {}): string =>
  JSON.stringify({ account: account.id, ...more } satisfies Metadata);

/** Reads metadata that came through the client; whatever is not as we wrote it is dropped. */
export function readMetadata(text: string | undefined): Metadata {
  let read: unknown;
  try {
    read = JSON.parse(text ?? '');
  } catch {
    return {};
  }
  if (typeof read !== 'object' || read === null) return {};
  const { account, revision, fields, form, windows, brand, request, user, mailbox } = read as Record<string, unknown>;
  return {
    ...(typeof account === 'string' && { account }),
    ...(isCount(revision) && { revision }),
    ...(isCounts(fields) && { fields }),
    ...(isForm(form) && { form: { revision: form.revision, fields: form.fields } }),
    ...(Array.isArray(windows) && windows.every(isCount) && { windows: windows.slice(0, 100) }),
    ...(typeof brand === 'string' && { brand }),
    ...(typeof request === 'string' && { request }),
    ...(typeof user === 'string' && { user }),
    ...(typeof mailbox === 'string' && { mailbox }),
  };
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

const isCounts = (value: unknown): value is Record<string, number> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isCount);

const isForm = (value: unknown): value is NonNullable<Metadata['form']> => {
  const { revision, fields } = (value ?? {}) as Record<string, unknown>;
  return isCount(revision) && isCounts(fields);
};
