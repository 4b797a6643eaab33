import type { en } from './en.ts';
import { access } from './pt-br/access.ts';
import { account } from './pt-br/account.ts';
import { app } from './pt-br/app.ts';
import { contact } from './pt-br/contact.ts';
import { finding } from './pt-br/finding.ts';
import { history } from './pt-br/history.ts';
import { hours } from './pt-br/hours.ts';
import { problem } from './pt-br/problem.ts';
import { share } from './pt-br/share.ts';
import { support } from './pt-br/support.ts';
import { who } from './pt-br/who.ts';

/** Brazilian Portuguese, key by key as in English. */
export const ptBR: Record<keyof typeof en, string> = {
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
