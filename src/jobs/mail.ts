import { type MailOutcome, type MailPost, mailSubject } from '../domain/mail.ts';
import { mailboxOf } from '../domain/mailbox.ts';
import { CALLSHEET } from '../domain/person.ts';
import { findAccount } from '../store/accounts.ts';
import { claimFarewell, dueFarewells, endFarewell, type Farewell, postponeFarewell } from '../store/farewells.ts';
import { findPeople } from '../store/people.ts';
import type { Store } from '../store/store.ts';
import { inTurn, MOST_A_TICK } from './in-turn.ts';

export interface MailJob {
  store: Store;
  /** Null while no mail can be sent: what is due waits, and what has waited too long is let go. */
  post: MailPost | null;
  now: Date;
  /** Says what became of a farewell, and never whose it was. */
  log: (event: string) => void;
}

/** After so long, a farewell would only confuse. */
const TOO_LATE = 7 * 24 * 60 * 60_000;

/**
 * Tells addresses that were taken off a sheet: each once. It is claimed first, and if nobody can know whether the mail
 * went, because the process died or the connection was lost, it is not sent again: never twice, and the log says so.
 */
export async function tickMail(job: MailJob): Promise<void> {
  const { store, now, log } = job;
  await inTurn(await dueFarewells(store, { now, limit: MOST_A_TICK }), async (farewell) => {
    const late = now.getTime() - farewell.at.getTime() > TOO_LATE;
    if (!job.post && !late) return;
    if (!(await claimFarewell(store, { farewell, now }))) return;
    if (farewell.sending || late) {
      await endFarewell(store, farewell);
      return log(farewell.sending ? 'farewell.unknown' : 'farewell.too-late');
    }
    if (job.post) await send(job, job.post, farewell);
  });
}

async function send({ store, now, log }: MailJob, post: MailPost, farewell: Farewell): Promise<void> {
  const { teamId, accountId, address, by, at } = farewell;
  const account = await findAccount(store, { teamId, accountId });
  // Whoever put the address back meanwhile has made up for it.
  const purposes = farewell.purposes.filter(
    (purpose) => !account?.sheet[purpose].some((one) => mailboxOf(one) === mailboxOf(address)),
  );
  if (!account || purposes.length === 0) return endFarewell(store, farewell);
  const person = (await findPeople(store, { teamId, userIds: [by] })).get(by);
  const name = by === CALLSHEET ? null : (person?.name ?? null);
  const locale = person?.locale ?? 'en';
  const facts = { address, account: mailSubject(account), purposes, at, locale };
  const farewellBy = (who: string | null) => post.farewell({ ...facts, by: who });
  const outcome = await farewellBy(name);
  // People choose what they are called: by a name that may not be said, nobody keeps the address from hearing.
  const unnamed = outcome.kind === 'withheld' && name !== null;
  await settle({ store, now, log }, farewell, unnamed ? await farewellBy(null) : outcome);
}

async function settle(
  { store, now, log }: Pick<MailJob, 'store' | 'now' | 'log'>,
  farewell: Farewell,
  outcome: MailOutcome,
): Promise<void> {
  if (outcome.kind === 'not-now' && !outcome.perhaps) {
    const again = await postponeFarewell(store, { farewell, now });
    return log(again ? 'farewell.postponed' : 'farewell.given-up');
  }
  await endFarewell(store, farewell);
  log(ENDED[outcome.kind]);
}

/** How a farewell ended for good; what may have gone is not sent again. */
const ENDED = {
  accepted: 'farewell.sent',
  refused: 'farewell.refused',
  withheld: 'farewell.withheld',
  'not-now': 'farewell.unknown',
} as const;
