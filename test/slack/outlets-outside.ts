import { mailSubject } from '../../src/domain/mail.ts';
import { ADDRESS_PURPOSES } from '../../src/domain/purpose.ts';
import { pageHtml } from '../../src/http/page.ts';
import { donePage, linkPage } from '../../src/http/verify-page.ts';
import { challengeLetter, farewellLetter } from '../../src/mail/mail-post.ts';
import type { Letter } from '../../src/mail/mailer.ts';
import { type ExportContent, exportFile } from '../../src/slack/export/content.ts';
import type { Outlet } from './outlets.ts';
import { person } from './scenes.ts';
import { changesOf, type Scene } from './surfaces.ts';

/** What leaves by other ways than Slack's views and messages: files, mails, pages. */

type Account = Scene['account'];

const HEAD = { publicUrl: 'https://callsheet.example', support: { email: 'support@operator.example', url: null } };
const READER = 'reader@elsewhere.example';

/** An address of the sheet that is internal, if there is one. */
const anInternal = ({ sheet }: Account): string[] =>
  ADDRESS_PURPOSES.filter((purpose) => purpose !== 'ops-users')
    .flatMap((purpose) => sheet[purpose])
    .slice(-1);

/** A mail to an internal address of the sheet, to which its own is no secret; if there is none, to somebody else. */
function mailed(account: Account, write: (address: string) => Letter): string {
  const [address = READER] = anInternal(account);
  return JSON.stringify(write(address)).replaceAll(address, 'their own');
}

const challenge: Outlet = ({ account }, { person: { locale } }) =>
  mailed(account, (address) => {
    const secrets = { code: '402117', token: 'T'.repeat(43) };
    return challengeLetter({ address, account: mailSubject(account), ...secrets, locale }, HEAD);
  });

const farewell: Outlet = ({ account, now }, { person: { locale } }) =>
  mailed(account, (address) => {
    const facts = { address, account: mailSubject(account), purposes: ADDRESS_PURPOSES, at: now, locale };
    return farewellLetter({ ...facts, by: 'Ana Conceição' }, HEAD);
  });

/** A file as it is uploaded: its name, its title, what is said with it, and its content. */
const file =
  (what: 'account' | 'all' | 'history', format: 'csv' | 'json', audience: 'internal' | 'third-party'): Outlet =>
  ({ account, now }, viewer) => {
    const content: ExportContent = {
      ask: { what, format, audience },
      accounts: [account],
      locked: what === 'all' ? [account] : [],
      now,
      // Whoever may not have the file has it not made for them.
      get changes() {
        return what === 'history' ? changesOf(account, now) : [];
      },
      get people() {
        return new Map(account.sheet.alert.map((userId) => [userId, person(userId)]));
      },
    };
    return exportFile(content, viewer);
  };

const files = (['account', 'all', 'history'] as const).flatMap((what) =>
  (['csv', 'json'] as const).flatMap((format) =>
    (['internal', 'third-party'] as const).map((audience): [string, Outlet] => [
      `the file of ${what} for ${audience} in ${format.toUpperCase()}`,
      file(what, format, audience),
    ]),
  ),
);

/** The page behind a link in a mail, however that ended. */
const page: Outlet = ({ account }, { say }) =>
  anInternal(account).flatMap((address) => [
    ...(['open', 'used', 'ended', 'expired'] as const).map((kind) =>
      pageHtml(linkPage({ kind, account, address, linkHash: 'x' }, say), say),
    ),
    pageHtml(donePage({ account, address }, say), say),
  ]);

export const OUTSIDE_OUTLETS: Record<string, Outlet> = {
  'the mail with a code': challenge,
  'the mail to an address that left': farewell,
  'the page behind a link': page,
  ...Object.fromEntries(files),
};
