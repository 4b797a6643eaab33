import type { ModalView } from '@slack/types';
import type { Account } from '../../domain/account.ts';
import { type AccessRequest, LONGEST_REASON, type ReviewRefusal } from '../../domain/request.ts';
import { escapeMrkdwn, mention } from '../../i18n/say.ts';
import { facts, field, modal, option, section, VALUE } from '../block-kit.ts';
import { choiceOf, type Submitted, textOf } from '../submitted.ts';
import { supportAndHelp } from '../support/support.ts';
import { metadataOf, requireInternal } from '../surface.ts';
import { dateText, lastDayText, type Viewer } from '../viewer.ts';

export const REVIEW = 'access.review';

export type Verdict = 'approve' | 'deny';

export interface ReviewState {
  account: Account;
  request: AccessRequest;
  /** What the button said that was clicked; null if the admin comes from the list. */
  verdict: Verdict | null;
}

/** Who asks for what, once more, and the decision with a note: nobody approves by a slip of the finger. */
export const reviewView = {
  id: 'access.decide',

  render({ account, request, verdict }: ReviewState, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { say } = viewer;
    const role = say(`role.${request.role}`);
    const approve = request.endsAt
      ? say('review.approve.until', { role, date: lastDayText(request.endsAt, viewer) })
      : say('review.approve', { role });
    const options = { approve: option(approve, 'approve'), deny: option(say('review.deny'), 'deny') };
    const user = mention(request.forUser);
    return modal({
      id: reviewView.id,
      title: say('review.title'),
      submit: say('review.submit'),
      close: say('app.cancel'),
      metadata: metadataOf(account, { request: request.id }),
      blocks: [
        section(say.mrkdwn('card.title', { user, account: account.name })),
        ...facts([
          say.mrkdwn('card.role', { role, can: say(`role.${request.role}.can`) }),
          say.mrkdwn('card.by', { by: mention(request.by) }),
        ]),
        section(say.mrkdwn('card.reason', { reason: request.reason })),
        field('verdict', say('review.verdict'), {
          type: 'radio_buttons',
          action_id: VALUE,
          options: [options.approve, options.deny],
          ...(verdict && { initial_option: options[verdict] }),
        }),
        field(
          'note',
          say('review.note'),
          { type: 'plain_text_input', action_id: VALUE, multiline: true, max_length: LONGEST_REASON },
          { hint: say('review.note.hint'), optional: true },
        ),
        ...supportAndHelp(say),
      ],
    });
  },

  parse(values: Submitted): { verdict: Verdict | null; note: string } {
    const verdict = choiceOf(values, 'verdict');
    return {
      verdict: verdict === 'approve' || verdict === 'deny' ? verdict : null,
      note: textOf(values, 'note') ?? '',
    };
  },
};

export interface DecidedState {
  account: Account;
  request: AccessRequest;
  /** Why the admin's decision does not stand; null if it does. */
  refusal: { reason: 'not-pending' } | SaidReviewRefusal | null;
}

/** What an admin sees after the decision, or instead of it: somebody else was faster, or it is not theirs to make (A3). */
export const decidedModal = {
  id: 'access.decided',

  render({ account, request, refusal }: DecidedState, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { say } = viewer;
    return modal({
      id: decidedModal.id,
      title: say(refusal ? 'review.title' : 'review.done.title'),
      close: say('app.close'),
      metadata: '',
      last: true,
      blocks: [section(decidedText({ account, request, refusal }, viewer)), ...supportAndHelp(say)],
    });
  },
};

function decidedText({ account, request, refusal }: DecidedState, viewer: Viewer): string {
  const { say } = viewer;
  if (refusal && refusal.reason !== 'not-pending') return escapeMrkdwn(reviewRefusalText(refusal, viewer));
  if (!refusal && (request.state === 'approved' || request.state === 'denied')) {
    const user = mention(request.forUser);
    const role = say(`role.${request.role}`);
    return say.mrkdwn(`review.done.${request.state}`, { user, account: account.name, role });
  }
  // A request whose time is over is expired, even before that is written down.
  const state = request.state === 'pending' ? 'expired' : request.state;
  return say.mrkdwn(`review.late.${state}`, {
    by: request.decidedBy ? mention(request.decidedBy) : say('history.somebody'),
    date: dateText(request.decidedAt ?? request.requestedAt, viewer),
  });
}

export type SaidReviewRefusal = Exclude<ReviewRefusal, { reason: 'not-pending' }>;

export const reviewRefusalText = (refusal: SaidReviewRefusal, { say }: Viewer): string =>
  refusal.reason === 'note-too-long'
    ? say('problem.note-too-long', { limit: refusal.limit })
    : say(`review.refused.${refusal.reason}`);
