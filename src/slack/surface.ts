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
  /** How often all fields were rendered anew since. */
  anew?: number;
  /** Of a view on top of the form: what the form below carries. */
  form?: { revision: number; fields: Record<string, number>; anew?: number };
  /** Keys of the windows in the hours view, in order. */
  windows?: number[];
  /** Of a draft that was resumed: when it was typed, in milliseconds. */
  resumed?: number;
  brand?: string;
  request?: string;
  /** User id of the member whom the view is about. */
  user?: string;
  /** What a colleague was asked to fill. */
  ask?: string;
  /** Integration types that were chosen in the step before. */
  integrations?: string[];
  /** The channel in which the view was asked for. */
  channel?: string;
  /** The settings lie below this view. */
  settings?: boolean;
  /** Of an import: how many fields to paste into there are. */
  pieces?: number;
  /** Of an import: fingerprints of the text and of the accounts that its preview was made from. */
  seen?: { text: string; accounts: string };
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
  const { account, revision, fields, anew, form, windows, brand, request, user, ask, integrations, channel, settings } =
    read as Record<string, unknown>;
  const { pieces, seen, mailbox, resumed } = read as Record<string, unknown>;
  return {
    ...(typeof account === 'string' && { account }),
    ...(isCount(revision) && { revision }),
    ...(isCounts(fields) && { fields }),
    ...(isCount(anew) && { anew }),
    ...(isForm(form) && {
      form: { revision: form.revision, fields: form.fields, ...(isCount(form.anew) && { anew: form.anew }) },
    }),
    ...(Array.isArray(windows) && windows.every(isCount) && { windows: windows.slice(0, 100) }),
    ...(isCount(resumed) && { resumed }),
    ...(typeof brand === 'string' && { brand }),
    ...(typeof request === 'string' && { request }),
    ...(typeof user === 'string' && { user }),
    ...(typeof ask === 'string' && { ask }),
    ...(Array.isArray(integrations) &&
      integrations.every((type) => typeof type === 'string') && { integrations: integrations.slice(0, 100) }),
    ...(typeof channel === 'string' && { channel }),
    ...(settings === true && { settings }),
    ...(isCount(pieces) && { pieces }),
    ...(isSeen(seen) && { seen: { text: seen.text, accounts: seen.accounts } }),
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

const isSeen = (value: unknown): value is NonNullable<Metadata['seen']> => {
  const { text, accounts } = (value ?? {}) as Record<string, unknown>;
  return typeof text === 'string' && typeof accounts === 'string';
};
