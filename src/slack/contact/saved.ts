import type { ModalView } from '@slack/types';
import type { Account } from '../../domain/account.ts';
import type { Purpose } from '../../domain/purpose.ts';
import { actions, button, header, modal, section } from '../block-kit.ts';
import { UNDO } from '../history/offer.ts';
import { supportAndHelp } from '../support/support.ts';
import { metadataOf, requireInternal } from '../surface.ts';
import { OPEN_VERIFY } from '../verification/verify.ts';
import type { Viewer } from '../viewer.ts';
import { adviceBlocks } from './advice.ts';
import { purposeNames } from './words.ts';

export interface SavedState {
  /** As this save made it. */
  account: Account;
  changed: readonly Purpose[];
  /** This save completed the sheet (R19). */
  unlocked: boolean;
  /** Emergency addresses that are one person's, of which advice speaks (R10). */
  personal?: readonly string[];
  /** Mailboxes of the sheet that nobody has confirmed; 0 also while no mail can be sent. */
  unconfirmed?: number;
}

/** The last words after a save: what was saved, or that the account is unlocked. */
export const savedModal = {
  id: 'contact.saved',

  render({ account, changed, unlocked, personal = [], unconfirmed = 0 }: SavedState, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { say } = viewer;
    const lines = unlocked
      ? [
          header(say('unlocked.heading')),
          section(say.mrkdwn('unlocked.body', { account: account.name })),
          section(say.mrkdwn('unlocked.next')),
        ]
      : [
          section(
            changed.length > 0
              ? say.mrkdwn('saved.body', { account: account.name, changed: purposeNames(changed, say) })
              : say.mrkdwn('saved.nothing'),
          ),
        ];
    return modal({
      id: savedModal.id,
      title: say(unlocked ? 'unlocked.title' : 'saved.title'),
      close: say('app.close'),
      metadata: metadataOf(account),
      last: true,
      blocks: [
        ...lines,
        ...adviceBlocks(account, personal, viewer),
        ...(unconfirmed > 0
          ? [
              section(
                say.mrkdwn('verify.offer', { count: unconfirmed }),
                button(OPEN_VERIFY, say('verify.offer.button'), { value: account.id }),
              ),
            ]
          : []),
        // What completed the sheet cannot be taken back (R22); everything else can, with one click.
        ...(changed.length > 0 && !unlocked
          ? [actions(button(UNDO, say('history.undo'), { value: String(account.revision) }))]
          : []),
        ...supportAndHelp(say),
      ],
    });
  },
};
