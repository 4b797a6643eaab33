import type { Account } from '../../domain/account.ts';
import type { AccessRequest } from '../../domain/request.ts';
import { daysToAnswer } from '../../domain/waiting.ts';
import { mention } from '../../i18n/say.ts';
import { button, type Message, section } from '../block-kit.ts';
import { OPEN_FORM } from '../contact/form.ts';
import { supportAndHelp } from '../support/support.ts';
import type { Viewer } from '../viewer.ts';
import { PROPOSE, REQUEST_ACCESS } from './request.ts';

export interface OutcomeState {
  account: Account;
  request: AccessRequest;
}

/** How a request ended, for who asked and for whom it was (A4), with the button that leads on. */
export const outcomeMessage = {
  id: 'access.outcome',

  render({ account, request }: OutcomeState, viewer: Viewer): Message {
    const { say, person } = viewer;
    const { state, note, decidedBy } = request;
    const proposed = person.userId !== request.forUser;
    const ended = state === 'pending' ? 'expired' : state;
    const key = ended === 'withdrawn' ? 'outcome.withdrawn' : (`outcome.${ended}${proposed ? '.for' : ''}` as const);
    const text = say.mrkdwn(key, {
      account: account.name,
      role: say(`role.${request.role}`),
      user: mention(request.forUser),
      by: decidedBy ? mention(decidedBy) : say('history.somebody'),
      days: daysToAnswer(request),
    });
    const noted = note ? say.mrkdwn('outcome.note', { note }) : null;
    const again = button(proposed ? PROPOSE : REQUEST_ACCESS, say(proposed ? 'users.propose' : 'outcome.again'), {
      value: account.id,
    });
    const open = button(OPEN_FORM, say('outcome.open'), { value: account.id, style: 'primary' });
    const next = state === 'approved' ? open : again;
    return {
      text: noted ? `${text} ${noted}` : text,
      blocks: [section(text, next), ...(noted ? [section(noted)] : []), ...supportAndHelp(say)],
    };
  },
};
