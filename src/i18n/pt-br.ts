import type { en } from './en.ts';
import { access } from './pt-br/access.ts';
import { account } from './pt-br/account.ts';
import { app } from './pt-br/app.ts';
import { contact } from './pt-br/contact.ts';
import { coverage } from './pt-br/coverage.ts';
import { draft } from './pt-br/draft.ts';
import { exporting } from './pt-br/export.ts';
import { finding } from './pt-br/finding.ts';
import { history } from './pt-br/history.ts';
import { hours } from './pt-br/hours.ts';
import { importing } from './pt-br/import.ts';
import { mail } from './pt-br/mail.ts';
import { page } from './pt-br/page.ts';
import { plan } from './pt-br/plan.ts';
import { problem } from './pt-br/problem.ts';
import { section } from './pt-br/section.ts';
import { settings } from './pt-br/settings.ts';
import { share } from './pt-br/share.ts';
import { stillRight } from './pt-br/still-right.ts';
import { support } from './pt-br/support.ts';
import { verification } from './pt-br/verification.ts';
import { who } from './pt-br/who.ts';

/** Brazilian Portuguese, key by key as in English. */
export const ptBR: Record<keyof typeof en, string> = {
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
