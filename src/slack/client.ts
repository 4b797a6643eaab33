import type { WebClientOptions } from '@slack/web-api';

/** Each client gets its own: Bolt writes into the options that it is given. No retries: what a person waits for is theirs to repeat. */
export const clientOptions = (apiUrl: string): WebClientOptions => ({
  slackApiUrl: apiUrl,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: 8000,
  fetch: (...call: Parameters<typeof fetch>) => globalThis.fetch(...call),
});
