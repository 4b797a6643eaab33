import type { MailOutcome, MailSubject } from '../domain/mail.ts';
import { LeakError, refuseLeak } from '../store/leak.ts';
import type { Store } from '../store/store.ts';
import type { Letter, Mailer } from './mailer.ts';

/** What it takes to write to mailboxes. */
export interface Office {
  store: Store;
  mailer: Pick<Mailer, 'send'>;
  now: () => Date;
  log: { error(event: string, facts?: Record<string, unknown>): void };
}

/**
 * The one way to the mail server (R12, X2): whoever reads a mailbox is a third party, who knows their own address, the
 * operator's, and what the account shares. What names anything else is withheld, and never handed in.
 */
export async function handIn(
  { store, mailer, now, log }: Office,
  { support }: { support: { email: string | null } },
  about: MailSubject,
  letter: Letter,
): Promise<MailOutcome> {
  const { teamId, id } = about;
  const allowed = [letter.to, support.email];
  try {
    await refuseLeak(store, { teamId, audience: 'third-party', about: id, payload: letter, allowed, now: now() });
  } catch (error) {
    if (!(error instanceof LeakError)) throw error;
    log.error('leak.refused', { way: 'mail', purposes: error.purposes });
    return { kind: 'withheld' };
  }
  return mailer.send(letter);
}
