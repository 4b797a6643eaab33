import type { Role } from '../../domain/access.ts';
import type { Account } from '../../domain/account.ts';
import { mention } from '../../i18n/say.ts';
import { button, type Message, section } from '../block-kit.ts';
import { OPEN_FORM } from '../contact/form.ts';
import { supportAndHelp } from '../support/support.ts';
import { requireInternal } from '../surface.ts';
import type { Viewer } from '../viewer.ts';

export interface WelcomeState {
  account: Account;
  by: string;
  role: Role;
}

/** What a colleague who was brought in gets by DM. */
export const welcomeMessage = {
  id: 'access.welcome',

  render({ account, by, role }: WelcomeState, viewer: Viewer): Message {
    requireInternal(viewer);
    const { say } = viewer;
    const text = say.mrkdwn('users.welcome', {
      by: mention(by),
      account: account.name,
      role: say(`role.${role}`),
    });
    const open = button(OPEN_FORM, say('users.welcome.button'), { value: account.id, style: 'primary' });
    return { text, blocks: [section(text, open), ...supportAndHelp(say)] };
  },
};
