import { createHmac } from 'node:crypto';

/** What Slack signs a request with, so that the app knows that nobody else sent it. `seconds` since 1970. */
export const signatureHeaders = (secret: string, seconds: number, body: string): Record<string, string> => ({
  'x-slack-request-timestamp': String(seconds),
  'x-slack-signature': `v0=${createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex')}`,
});
