import type { ModalView } from '@slack/types';
import type { Account } from '../../domain/account.ts';
import type { AccessRequest } from '../../domain/request.ts';
import { daysToAnswer } from '../../domain/waiting.ts';
import { mention } from '../../i18n/say.ts';
import { actions, button, modal, section } from '../block-kit.ts';
import { supportAndHelp } from '../support/support.ts';
import { dateText, type Viewer } from '../viewer.ts';
import { type OutcomeState, outcomeMessage } from './outcome.ts';

export const WITHDRAW = 'access.withdraw';

export interface PendingState {
  account: Account;
  request: AccessRequest;
  /** Stored just now, or found when the person asked again. */
  fresh: boolean;
}

/** A request that waits, for whoever made it, with the way to take it back (A1). */
export const pendingModal = {
  id: 'access.pending',

  render({ account, request, fresh }: PendingState, viewer: Viewer): ModalView {
    const { say } = viewer;
    const facts = { account: account.name, role: say(`role.${request.role}`), user: mention(request.forUser) };
    const sent = request.by === request.forUser ? 'request.sent' : 'request.sent.propose';
    const text = fresh
      ? say.mrkdwn(sent, facts)
      : say.mrkdwn('request.pending', {
          ...facts,
          date: dateText(request.requestedAt, viewer),
          days: daysToAnswer(request),
        });
    return modal({
      id: pendingModal.id,
      title: say(fresh ? 'request.sent.title' : 'request.pending.title'),
      close: say('app.close'),
      metadata: '',
      last: true,
      blocks: [
        section(text),
        actions(button(WITHDRAW, say('request.withdraw'), { value: request.id })),
        ...supportAndHelp(say),
      ],
    });
  },
};

/** A request that is over, for whoever comes back to it too late. */
export const overModal = {
  id: 'access.over',

  render(state: OutcomeState, viewer: Viewer): ModalView {
    return modal({
      id: overModal.id,
      title: viewer.say('request.title'),
      close: viewer.say('app.close'),
      metadata: '',
      last: true,
      blocks: outcomeMessage.render(state, viewer).blocks,
    });
  },
};

export const withdrawnModal = {
  id: 'access.withdrawn',

  render({ account }: { account: Account }, { say }: Viewer): ModalView {
    return modal({
      id: withdrawnModal.id,
      title: say('request.withdrawn.title'),
      close: say('app.close'),
      metadata: '',
      last: true,
      blocks: [section(say.mrkdwn('request.withdrawn', { account: account.name })), ...supportAndHelp(say)],
    });
  },
};
