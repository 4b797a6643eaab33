import type { Account } from '../../domain/account.ts';
import { type MailLimit, type MailPost, mailSubject } from '../../domain/mail.ts';
import { beginChallenge, bounceMailbox, dropChallenge } from '../../store/mailboxes.ts';
import { onLatest } from '../../store/save.ts';
import { newReference } from '../fault/fault.ts';
import type { AccountTurn } from '../turn.ts';
import { momentText, type Viewer } from '../viewer.ts';

export type Sent =
  | { kind: 'sent' | 'just-asked' | 'gone' | 'bounced' | 'not-now' | 'perhaps' }
  | { kind: 'limited'; of: MailLimit; until: Date }
  /** It would have told its reader something internal; the reference leads to the line in the log. */
  | { kind: 'withheld'; reference: string };

/**
 * Sends a code to one mailbox of the sheet. The challenge, and that a mail went, are written down before it goes; what
 * surely never went is taken back, and a mailbox that the server does not know is a change of the account.
 */
export async function sendCode(
  { deps, person, now }: AccountTurn,
  post: MailPost,
  { account, mailbox, address }: { account: Account; mailbox: string; address: string },
): Promise<Sent> {
  const { store, log } = deps;
  const begun = await beginChallenge(store, { account, mailbox, by: person.userId, now });
  if (begun.kind === 'not-on-the-sheet') return { kind: 'gone' };
  if (begun.kind !== 'begun') return begun;
  const { secrets, linkHash, mailId } = begun;
  const mail = { address, account: mailSubject(account), ...secrets, locale: person.locale };
  const outcome = await post.challenge(mail);
  log.info('mail.challenge', { outcome: outcome.kind });
  if (outcome.kind === 'accepted') return { kind: 'sent' };
  if (outcome.kind === 'not-now' && outcome.perhaps) return { kind: 'perhaps' };
  if (outcome.kind === 'not-now') {
    await dropChallenge(store, { linkHash, mailId });
    return { kind: 'not-now' };
  }
  if (outcome.kind === 'withheld') {
    await dropChallenge(store, { linkHash, mailId });
    const reference = newReference();
    log.error('mail.withheld', { reference });
    return { kind: 'withheld', reference };
  }
  await onLatest(account, (latest) =>
    bounceMailbox(store, { account: latest, mailbox, linkHash, by: person.userId, now }),
  );
  return { kind: 'bounced' };
}

/** What became of it, as mrkdwn. */
export function sentText(sent: Sent, address: string, viewer: Viewer): string {
  const { say } = viewer;
  if (sent.kind === 'limited') {
    return say.mrkdwn(`verify.limited.${sent.of}`, { address, time: momentText(sent.until, viewer) });
  }
  if (sent.kind === 'withheld') return say.mrkdwn('verify.withheld', { address, reference: sent.reference });
  return sent.kind === 'sent'
    ? say.mrkdwn('verify.sent', { count: 1, address })
    : say.mrkdwn(`verify.${sent.kind}`, { address });
}
