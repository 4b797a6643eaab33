import { ErrorCode, type WebClient } from '@slack/web-api';
import type { Account } from '../../domain/account.ts';
import type { Store } from '../../store/store.ts';
import type { Message } from '../block-kit.ts';
import { identify } from '../person/identify.ts';
import { AudienceError } from '../surface.ts';
import type { Log, Turn } from '../turn.ts';
import { type Viewer, viewerOf } from '../viewer.ts';

/** What it takes to write to people of one workspace. */
export interface Sender {
  store: Store;
  client: WebClient;
  teamId: string;
  now: Date;
  log: Log;
}

export const senderOf = ({ deps, client, teamId, now }: Turn): Sender => ({
  ...{ client, teamId, now },
  store: deps.store,
  log: deps.log,
});

/** Where a message to a person stands. */
type Told = { channel: string; ts: string };

/** Writes to one person, in their language and as what they are to the account; who cannot be written to keeps nobody back. */
export async function tell(
  sender: Sender,
  userId: string,
  account: Account,
  render: (viewer: Viewer) => Message,
): Promise<Told | null> {
  return tellOrThrow(sender, userId, account, render).catch(() => null);
}

/**
 * The same for what a person must hear: where another try can succeed, it throws, so that what is due stays due. Whoever
 * can never be written to, such as somebody who has left, is passed over.
 */
export async function tellOrThrow(
  { store, client, teamId, now, log }: Sender,
  userId: string,
  account: Account,
  render: (viewer: Viewer) => Message,
): Promise<Told | null> {
  try {
    const viewer = viewerOf(await identify({ store, client, teamId, now }, userId), account, now);
    const { channel, ts } = await client.chat.postMessage({ channel: userId, unfurl_links: false, ...render(viewer) });
    return channel && ts ? { channel, ts } : null;
  } catch (error) {
    log.error('notice.untold', { error });
    if (isForGood(error)) return null;
    throw error;
  }
}

/** Slack's own troubles, and those of the app's token, which somebody puts right. */
const PASSING = [
  ...['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout', 'ratelimited'],
  ...['invalid_auth', 'account_inactive', 'token_expired', 'token_revoked', 'missing_scope'],
];

/** Whether the next try would end the same way: Slack refuses it, or this person may not be told. */
function isForGood(error: unknown): boolean {
  if (error instanceof AudienceError) return true;
  const { code, data } = error as { code?: unknown; data?: { error?: string } };
  return code === ErrorCode.PlatformError && !PASSING.includes(data?.error ?? '');
}
