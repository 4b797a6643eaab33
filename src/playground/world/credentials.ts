import { digits, secret } from './id.ts';

/** What Slack gives to whoever installs the app. New with every start: nothing of it is worth keeping. */
export interface Credentials {
  botToken: string;
  appToken: string;
  signingSecret: string;
  verificationToken: string;
}

export const newCredentials = (): Credentials => ({
  botToken: `xoxb-${digits(12)}-${digits(13)}-${secret(12)}`,
  appToken: `xapp-1-A07CALLSHT0-${digits(13)}-${secret(32)}`,
  signingSecret: secret(16),
  verificationToken: secret(12),
});
