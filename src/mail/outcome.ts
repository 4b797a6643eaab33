import type { MailOutcome } from '../domain/mail.ts';

/** What nodemailer says of a mail that did not go. */
interface Failure {
  command?: unknown;
  responseCode?: unknown;
  response?: unknown;
}

/** Replies that are about us, or about what we may do, and not about the mailbox: they leave it as it is. */
const ABOUT_US = /^5(30|34|35|38)\b|^\d{3}[ -]5\.7\./;

/**
 * A reply of 5xx at RCPT is about the mailbox, for good. Every other reply means that the server did not take the mail;
 * no reply at all leaves open whether it did, once the message was on its way.
 */
export function outcomeOf(error: unknown, { begun }: { begun: boolean }): MailOutcome {
  const { command, responseCode, response } = (error ?? {}) as Failure;
  const said = Number(responseCode);
  const aboutMailbox = said >= 500 && command === 'RCPT TO' && !ABOUT_US.test(String(response ?? said));
  if (aboutMailbox) return { kind: 'refused' };
  return { kind: 'not-now', perhaps: begun && !(said >= 400) };
}
