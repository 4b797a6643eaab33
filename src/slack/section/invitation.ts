import type { Account } from '../../domain/account.ts';
import { askStateAt, type SectionAsk } from '../../domain/section.ts';
import { mention } from '../../i18n/say.ts';
import { actions, button, context, type Message, section } from '../block-kit.ts';
import { purposeHint, purposeName } from '../contact/words.ts';
import { supportAndHelp } from '../support/support.ts';
import { dateText, type Viewer } from '../viewer.ts';

export const FILL_SECTION = 'section.fill';

export interface InvitationState {
  account: Account;
  ask: SectionAsk;
  now: Date;
}

/**
 * What the colleague gets by DM (X7): the section, what it is for, and the button while it is open. Nothing of the sheet:
 * the colleague is a third party.
 */
export const invitationMessage = {
  id: 'section.invitation',

  render({ account, ask, now }: InvitationState, viewer: Viewer): Message {
    const { say } = viewer;
    const facts = {
      by: mention(ask.by),
      account: account.name,
      section: purposeName(ask.section, say),
      date: dateText(ask.expiresAt, viewer),
    };
    const text = say.mrkdwn('section.invitation', facts);
    const what = say.mrkdwn('section.invitation.what', { hint: purposeHint(ask.section, say, account) });
    const note = ask.note ? say.mrkdwn('section.invitation.note', { by: facts.by, note: ask.note }) : null;
    const state = askStateAt(ask, now);
    const closed = state === 'open' ? null : say.mrkdwn(`section.state.${state}`);
    return {
      text: [text, what, ...(note ? [note] : []), ...(closed ? [closed] : [])].join(' '),
      blocks: [
        section(text),
        section(what),
        ...(note ? [section(note)] : []),
        closed
          ? context(closed)
          : actions(button(FILL_SECTION, say('section.fill'), { value: ask.id, style: 'primary' })),
        ...supportAndHelp(say),
      ],
    };
  },
};
