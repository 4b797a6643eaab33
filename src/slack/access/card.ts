import type { Account } from '../../domain/account.ts';
import type { AccessRequest } from '../../domain/request.ts';
import { mention, type Say } from '../../i18n/say.ts';
import { actions, type Blocks, button, context, facts, type Message, section } from '../block-kit.ts';
import { supportAndHelp } from '../support/support.ts';
import { requireInternal } from '../surface.ts';
import { dateText, lastDayText, type Viewer } from '../viewer.ts';

export const APPROVE = 'access.approve';
export const DENY = 'access.deny';

export interface CardState {
  account: Account;
  request: AccessRequest;
}

/** A request as those see it who decide on it (A2): buttons while it is pending, afterwards who decided and when. */
export const cardMessage = {
  id: 'access.card',

  render({ account, request }: CardState, viewer: Viewer): Message {
    requireInternal(viewer);
    const { say } = viewer;
    const said = factsOf({ account, request }, viewer);
    const pending = request.state === 'pending';
    const proposed = request.by !== request.forUser;
    return {
      text: say.mrkdwn('card.text', { ...said, state: { mrkdwn: stateText(request, viewer) } }),
      blocks: [
        section(say.mrkdwn(proposed ? 'card.title.propose' : 'card.title', said)),
        ...facts([
          say.mrkdwn('card.role', { role: said.role, can: say(`role.${request.role}.can`) }),
          request.endsAt
            ? say.mrkdwn('card.until', { date: lastDayText(request.endsAt, viewer) })
            : say.mrkdwn('card.until.none'),
          say.mrkdwn('card.by', said),
          say.mrkdwn('card.when', said),
        ]),
        section(say.mrkdwn('card.reason', { reason: request.reason })),
        ...(request.note ? [section(say.mrkdwn('card.note', { note: request.note }))] : []),
        ...(pending ? decide(request, say) : [context(stateText(request, viewer))]),
        ...supportAndHelp(say),
      ],
    };
  },
};

const decide = ({ id }: AccessRequest, say: Say): Blocks => [
  actions(
    button(APPROVE, say('card.approve'), { value: id, style: 'primary' }),
    button(DENY, say('card.deny'), { value: id, style: 'danger' }),
  ),
];

const factsOf = ({ account, request }: CardState, viewer: Viewer) => ({
  account: account.name,
  user: mention(request.forUser),
  by: mention(request.by),
  role: viewer.say(`role.${request.role}`),
  reason: request.reason,
  date: dateText(request.requestedAt, viewer),
});

/** How the request stands, as mrkdwn. */
export function stateText(request: AccessRequest, viewer: Viewer): string {
  const { state, decidedBy, decidedAt } = request;
  const { say } = viewer;
  if (state === 'pending') return say.mrkdwn('card.pending');
  const date = dateText(decidedAt ?? request.requestedAt, viewer);
  return say.mrkdwn(`card.${state}`, { date, by: decidedBy ? mention(decidedBy) : say('history.somebody') });
}

/** What is left of a card with somebody who has lost their own access meanwhile: how it ended, and no detail. */
export const closedCard = {
  id: 'access.closed',

  render({ request }: CardState, viewer: Viewer): Message {
    const text = stateText(request, viewer);
    return { text, blocks: [context(text), ...supportAndHelp(viewer.say)] };
  },
};

export interface ReminderState extends CardState {
  /** How many reminders this makes. */
  count: number;
  /** Told as an owner of the workspace, who cannot decide and yet can help (A4). */
  asOwner: boolean;
}

/** An unanswered request, once more (A4). An owner without access learns who waits for which account, and nothing else. */
export const reminderMessage = {
  id: 'access.reminder',

  render({ account, request, count, asOwner }: ReminderState, viewer: Viewer): Message {
    const { say } = viewer;
    const waits = say.mrkdwn('card.reminder', { ...factsOf({ account, request }, viewer), count });
    if (!asOwner) requireInternal(viewer);
    const owner = say.mrkdwn('card.reminder.owner', { account: account.name });
    return {
      text: asOwner ? `${waits} ${owner}` : waits,
      blocks: [
        section(waits),
        ...(asOwner
          ? [section(owner)]
          : [section(say.mrkdwn('card.reason', { reason: request.reason })), ...decide(request, say)]),
        ...supportAndHelp(say),
      ],
    };
  },
};
