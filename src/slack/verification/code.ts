import type { ModalView } from '@slack/types';
import type { Account } from '../../domain/account.ts';
import { type Challenge, mailboxOf } from '../../domain/mailbox.ts';
import { actions, button, divider, field, modal, section, VALUE } from '../block-kit.ts';
import { type Submitted, textOf } from '../submitted.ts';
import { supportAndHelp } from '../support/support.ts';
import { metadataOf, requireInternal } from '../surface.ts';
import { momentText, type Viewer } from '../viewer.ts';
import { mailboxKey } from './mailbox-key.ts';
import { SEND_CODE } from './verify.ts';

export interface CodeState {
  account: Account;
  address: string;
  /** Null if there is no code to enter any more. */
  challenge: Challenge | null;
  /** What happened just now, as mrkdwn paragraphs. */
  notice?: readonly string[];
  now: Date;
}

/** Takes the code from the mail: whoever reads the mailbox may be somebody else, and tell it. */
export const codeView = {
  id: 'verify.code',

  render({ account, address, challenge, notice = [], now }: CodeState, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { say } = viewer;
    const key = mailboxKey(account, mailboxOf(address));
    const until = challenge && challenge.codeUntil > now ? challenge.codeUntil : null;
    return modal({
      id: codeView.id,
      title: say('verify.code.title'),
      ...(until && { submit: say('verify.code.submit') }),
      close: say('app.back'),
      metadata: metadataOf(account, { mailbox: key }),
      blocks: [
        ...(notice.length > 0 ? [section(notice.join('\n')), divider()] : []),
        section(
          until
            ? say.mrkdwn('verify.code.intro', { address, time: momentText(until, viewer) })
            : say.mrkdwn('verify.code.over', { address }),
        ),
        ...(until
          ? [
              field(
                'code',
                say('verify.code'),
                { type: 'plain_text_input', action_id: VALUE },
                { hint: say('verify.code.hint') },
              ),
            ]
          : []),
        actions(button(SEND_CODE, say('verify.again'), { value: key })),
        ...supportAndHelp(say),
      ],
    });
  },

  /** Six digits, however they were grouped; null if it is something else. */
  parse(values: Submitted): { code: string | null } {
    const digits = (textOf(values, 'code') ?? '').normalize('NFKC').replace(/[\s\p{Pd}\p{Cf}.]+/gu, '');
    return { code: /^\d{6}$/.test(digits) ? digits : null };
  },
};
