import type { ChallengeMail, FarewellMail, MailPost } from '../domain/mail.ts';
import type { Say } from '../i18n/say.ts';
import { letter, type Piece } from './letter.ts';
import type { Letter } from './mailer.ts';
import { handIn, type Office } from './sink.ts';

export interface Letterhead {
  /** Where the app's own pages are, without a slash at the end; null if it has none. */
  publicUrl: string | null;
  /** Whom a reader can ask. */
  support: { email: string | null; url: string | null };
}

/** The path of the page behind a link, before its token. */
const PAGE = '/verify/';

/** Writes to mailboxes, each letter past the sink. */
export const mailPost = (office: Office, head: Letterhead): MailPost => ({
  challenge: (mail) => handIn(office, head, mail.account, challengeLetter(mail, head)),
  farewell: (mail) => handIn(office, head, mail.account, farewellLetter(mail, head)),
});

/** Asks the reader to confirm: about their own address and the account, and about nothing and nobody else. */
export const challengeLetter = ({ address, code, token, locale, ...mail }: ChallengeMail, head: Letterhead): Letter => {
  const account = mail.account.name;
  return letter(address, locale, {
    subject: (say) => say('mail.challenge.subject', { account }),
    pieces: (say) => [
      { text: say('mail.challenge.why', { account, address }) },
      { text: say('mail.challenge.code') },
      { code },
      ...(head.publicUrl === null
        ? []
        : [{ text: say('mail.challenge.link') }, { link: `${head.publicUrl}${PAGE}${token}` }]),
      { text: say('mail.challenge.ignore', { support: supportText(head, account, say) }) },
      { text: say('mail.automatic') },
    ],
  });
};

/** Tells the reader what their own address is not there for any more, and who saw to that. */
export const farewellLetter = (
  { address, purposes, by, at, locale, ...mail }: FarewellMail,
  head: Letterhead,
): Letter => {
  const account = mail.account.name;
  return letter(address, locale, {
    subject: (say) => say('mail.farewell.subject', { account }),
    pieces: (say): Piece[] => {
      const date = momentText(at, say);
      const facts = { address, account, date };
      const named = say.list(purposes.map((purpose) => say(`purpose.${purpose}`)));
      return [
        { text: by === null ? say('mail.farewell.nobody', facts) : say('mail.farewell.by', { ...facts, by }) },
        { text: say('mail.farewell.purposes', { purposes: named }) },
        { text: say('mail.farewell.object', { account, support: supportText(head, account, say) }) },
        { text: say('mail.automatic') },
      ];
    },
  });
};

function supportText({ support }: Letterhead, account: string, say: Say): string {
  if (support.email) return say('mail.support.email', { email: support.email });
  return support.url ? say('mail.support.url', { url: support.url }) : say('mail.support.none', { account });
}

/** Nobody knows where the reader is. */
const momentText = (at: Date, { locale }: Say): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(at).concat(' UTC');
