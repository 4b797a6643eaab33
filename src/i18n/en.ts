import { access } from './en/access.ts';
import { account } from './en/account.ts';
import { app } from './en/app.ts';
import { contact } from './en/contact.ts';
import { finding } from './en/finding.ts';
import { history } from './en/history.ts';
import { hours } from './en/hours.ts';
import { problem } from './en/problem.ts';
import { share } from './en/share.ts';
import { support } from './en/support.ts';
import { who } from './en/who.ts';

/** English, a file a noun. The keys name the surface first; the sentences are ICU messages. */
export const en = {
  ...access,
  ...account,
  ...app,
  ...contact,
  ...finding,
  ...history,
  ...hours,
  ...problem,
  ...share,
  ...support,
  ...who,
};
