import type { WebClient } from '@slack/web-api';
import { slackError } from '../slack-error.ts';
import type { Log } from '../turn.ts';

/** Milliseconds. Advice is worth a moment of the person who saves, and no more. */
const LONGEST_WAIT = 700;

/** Those of the addresses that belong to people of the workspace. Slack being slow or silent means: none that we know of. */
export async function addressesOfPeople(
  client: WebClient,
  addresses: readonly string[],
  log: Log,
): Promise<ReadonlySet<string>> {
  const owned = new Set<string>();
  const asked = addresses.map(async (address) => {
    try {
      await client.users.lookupByEmail({ email: address });
      owned.add(address);
    } catch (error) {
      if (slackError(error) !== 'users_not_found') log.error('advice.unknown', { error });
    }
  });
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, LONGEST_WAIT);
  });
  await Promise.race([Promise.all(asked), enough]);
  clearTimeout(timer);
  return new Set(owned);
}
