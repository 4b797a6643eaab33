import { access } from './en/access.ts';
import { account } from './en/account.ts';
import { app } from './en/app.ts';
import { contact } from './en/contact.ts';
import { history } from './en/history.ts';
import { hours } from './en/hours.ts';
import { mail } from './en/mail.ts';
import { page } from './en/page.ts';
import { problem } from './en/problem.ts';
import { support } from './en/support.ts';
import { verification } from './en/verification.ts';

/** English, a file a noun. The keys name the surface first; the sentences are ICU messages. */
export const en = {
  ...access,
  ...account,
  ...app,
  ...contact,
  ...history,
  ...hours,
  ...mail,
  ...page,
  ...problem,
  ...support,
  ...verification,
};
