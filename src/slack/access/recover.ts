import type { ModalView } from '@slack/types';
import type { Account } from '../../domain/account.ts';
import { mention } from '../../i18n/say.ts';
import { modal, section } from '../block-kit.ts';
import { supportAndHelp } from '../support/support.ts';
import { metadataOf } from '../surface.ts';
import type { Viewer } from '../viewer.ts';

export const RECOVER = 'access.recover';

/** An owner of the workspace takes an account over that has no admin to ask (A6); they are no member yet. */
export const recoverView = {
  id: 'access.takeover',

  render({ account }: { account: Account }, { say }: Viewer): ModalView {
    return modal({
      id: recoverView.id,
      title: say('recover.title'),
      submit: say('recover.submit'),
      close: say('app.cancel'),
      metadata: metadataOf(account),
      blocks: [section(say.mrkdwn('recover.body', { account: account.name })), ...supportAndHelp(say)],
    });
  },
};

export interface RecoveredState {
  account: Account;
  /** Why it was not taken over; null if it was. */
  refusal: 'not-an-owner' | 'has-admins' | null;
}

export const recoveredModal = {
  id: 'access.recovered.view',

  render({ account, refusal }: RecoveredState, { say, person }: Viewer): ModalView {
    const text = refusal
      ? say.mrkdwn(`recover.refused.${refusal}`)
      : say.mrkdwn('member.saved', { user: mention(person.userId), account: account.name, role: say('role.admin') });
    return modal({
      id: recoveredModal.id,
      title: say('recover.title'),
      close: say('app.close'),
      metadata: '',
      last: true,
      blocks: [section(text), ...supportAndHelp(say)],
    });
  },
};
