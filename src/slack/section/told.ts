import type { Account } from '../../domain/account.ts';
import type { SectionAsk } from '../../domain/section.ts';
import { mention } from '../../i18n/say.ts';
import { button, type Message, section } from '../block-kit.ts';
import { OPEN_FORM } from '../contact/form.ts';
import { purposeName } from '../contact/words.ts';
import { supportAndHelp } from '../support/support.ts';
import { requireInternal } from '../surface.ts';
import type { Viewer } from '../viewer.ts';
import { ASK_SECTION } from './ask.ts';

/** How an ask ended: filled in, not in time, or nobody could be told of it. */
export type Ending = 'answered' | 'expired' | 'undelivered';

/** How an ask ended, for whoever asked (X7). */
export const askToldMessage = {
  id: 'section.told',

  render({ account, ask, state }: { account: Account; ask: SectionAsk; state: Ending }, viewer: Viewer): Message {
    requireInternal(viewer);
    const { say } = viewer;
    const facts = { user: mention(ask.forUser), section: purposeName(ask.section, say), account: account.name };
    const text = say.mrkdwn(`section.told.${state}`, facts);
    const value = account.id;
    const next =
      state === 'answered'
        ? button(OPEN_FORM, say('status.edit'), { value })
        : button(ASK_SECTION, say('section.told.again'), { value });
    return { text, blocks: [section(text, next), ...supportAndHelp(say)] };
  },
};
