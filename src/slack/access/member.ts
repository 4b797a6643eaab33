import type { ModalView } from '@slack/types';
import type { Member, Role } from '../../domain/access.ts';
import type { Account } from '../../domain/account.ts';
import { type Breakage, breakageOf, type RevokeRefusal } from '../../domain/revoke.ts';
import { mention } from '../../i18n/say.ts';
import { actions, button, modal, section } from '../block-kit.ts';
import { dateOf, type Submitted } from '../submitted.ts';
import { supportAndHelp } from '../support/support.ts';
import { metadataOf, requireInternal } from '../surface.ts';
import { lastDay, type Viewer } from '../viewer.ts';
import { parseRole, roleField, untilField } from './request.ts';

export const CHANGE_MEMBER = 'access.member';
export const REVOKE = 'access.revoke';

export interface MemberState {
  account: Account;
  member: Member;
}

/** Role and end of one member's access, and the way to revoke it. */
export const memberView = {
  id: 'access.change',

  render({ account, member }: MemberState, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { say } = viewer;
    const facts = { user: mention(member.userId), account: account.name, role: say(`role.${member.role}`) };
    return modal({
      id: memberView.id,
      title: say('member.title'),
      submit: say('app.save'),
      close: say('app.back'),
      metadata: metadataOf(account, { user: member.userId }),
      blocks: [
        section(say.mrkdwn('member.intro', facts)),
        roleField(say, member.role),
        untilField(member.endsAt && lastDay(member.endsAt, viewer), say),
        actions(button(REVOKE, say('member.revoke'), { value: member.userId, style: 'danger' })),
        ...supportAndHelp(say),
      ],
    });
  },

  parse: (values: Submitted): { role: Role | null; until: string | null } => ({
    role: parseRole(values),
    until: dateOf(values, 'until'),
  }),
};

/** Says what a revoke would break before it happens (A8). A member who leaves by themselves gets the same dialog. */
export const revokeView = {
  id: 'access.take',

  render({ account, member }: MemberState, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { say, person } = viewer;
    const own = person.userId === member.userId;
    const breaks = breakageOf(account, member.userId);
    return modal({
      id: revokeView.id,
      title: say(own ? 'revoke.title.own' : 'revoke.title'),
      submit: say(own ? 'revoke.submit.own' : 'revoke.submit'),
      close: say('app.cancel'),
      metadata: metadataOf(account, { user: member.userId }),
      blocks: [
        section(
          say.mrkdwn(own ? 'revoke.body.own' : 'revoke.body', { user: mention(member.userId), account: account.name }),
        ),
        ...(breaks.length > 0 ? breaks : [{ kind: 'nothing' } as const]).map(
          ({ kind }: Breakage | { kind: 'nothing' }) => section(say.mrkdwn(`revoke.breaks.${kind}`)),
        ),
        ...supportAndHelp(say),
      ],
    });
  },
};

export interface RevokedState {
  account: Account;
  userId: string;
  /** Why it was not revoked; null if it was. */
  refusal: RevokeRefusal | null;
}

/** The end of a revoke. Whoever has just left is no member any more, and is shown the account's name alone. */
export const revokedModal = {
  id: 'access.taken',

  render({ account, userId, refusal }: RevokedState, { say, person }: Viewer): ModalView {
    const own = person.userId === userId;
    const done = say.mrkdwn(own ? 'revoke.done.own' : 'revoke.done', { user: mention(userId), account: account.name });
    return modal({
      id: revokedModal.id,
      title: say(own ? 'revoke.title.own' : 'revoke.title'),
      close: say('app.close'),
      metadata: '',
      last: true,
      blocks: [section(refusal ? say.mrkdwn(`revoke.refused.${refusal.reason}`) : done), ...supportAndHelp(say)],
    });
  },
};
