import { access } from './en/access.ts';
import { account } from './en/account.ts';
import { app } from './en/app.ts';
import { contact } from './en/contact.ts';
import { coverage } from './en/coverage.ts';
import { draft } from './en/draft.ts';
import { exporting } from './en/export.ts';
import { finding } from './en/finding.ts';
import { history } from './en/history.ts';
import { hours } from './en/hours.ts';
import { importing } from './en/import.ts';
import { mail } from './en/mail.ts';
import { page } from './en/page.ts';
import { plan } from './en/plan.ts';
import { problem } from './en/problem.ts';
import { section } from './en/section.ts';
import { settings } from './en/settings.ts';
import { share } from './en/share.ts';
import { stillRight } from './en/still-right.ts';
import { support } from './en/support.ts';
import { verification } from './en/verification.ts';
import { who } from './en/who.ts';

/** English, a file a noun. The keys name the surface first; the sentences are ICU messages. */
export const en = {
  ...access,
  ...account,
  ...app,
  ...contact,
  ...coverage,
  ...draft,
  ...exporting,
  ...finding,
  ...history,
  ...hours,
  ...importing,
  ...mail,
  ...page,
  ...plan,
  ...problem,
  ...section,
  ...stillRight,
  ...settings,
  ...support,
  ...verification,
  ...share,
  ...who,
};
