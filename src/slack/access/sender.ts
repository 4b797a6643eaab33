import { ErrorCode } from '@slack/web-api';
import type { Account } from '../../domain/account.ts';
import { LeakError } from '../../store/leak.ts';
import type { Message } from '../block-kit.ts';
import { identify } from '../person/identify.ts';
import { readersOf } from '../sink/guard.ts';
import { type Place, post } from '../sink/message.ts';
import type { Sender } from '../sink/sender.ts';
import { slackError } from '../slack-error.ts';
import { AudienceError } from '../surface.ts';
import { type Viewer, viewerOf } from '../viewer.ts';

/** Writes to one person, in their language and as what they are to the account; who cannot be written to keeps nobody back. */
export async function tell(
  sender: Sender,
  userId: string,
  account: Account,
  render: (viewer: Viewer) => Message,
): Promise<Place | null> {
  return tellOrThrow(sender, userId, account, render).catch(() => null);
}

/**
 * The same for what a person must hear: where another try can succeed, it throws, so that what is due stays due. Whoever
 * can never be written to, such as somebody who has left, is passed over.
 * @param plain the same without what somebody wrote in their own words: said instead if these quote an internal contact
 */
export async function tellOrThrow(
  sender: Sender,
  userId: string,
  account: Account,
  render: (viewer: Viewer) => Message,
  plain?: (viewer: Viewer) => Message,
): Promise<Place | null> {
  try {
    const viewer = viewerOf(await identify(sender, userId), account, sender.now);
    const say = (message: Message) => post(sender, readersOf(viewer, account), { channel: userId, ...message });
    return await say(render(viewer)).catch((error) => {
      if (error instanceof LeakError && plain) return say(plain(viewer));
      throw error;
    });
  } catch (error) {
    sender.log.error('notice.untold', { error });
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
  if (error instanceof AudienceError || error instanceof LeakError) return true;
  const { code } = error as { code?: unknown };
  return code === ErrorCode.PlatformError && !PASSING.includes(slackError(error) ?? '');
}
