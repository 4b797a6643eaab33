import type { ModalView } from '@slack/types';
import { type GrantRefusal, type Member, memberOf, type Role } from '../../domain/access.ts';
import type { Account } from '../../domain/account.ts';
import type { AccessRequest } from '../../domain/request.ts';
import { mention, type Say } from '../../i18n/say.ts';
import { actions, type Blocks, button, divider, field, header, modal, section, VALUE } from '../block-kit.ts';
import { dateOf, type Submitted, userOf } from '../submitted.ts';
import { supportAndHelp } from '../support/support.ts';
import { metadataOf, requireInternal } from '../surface.ts';
import { dateText, lastDayText, type Viewer } from '../viewer.ts';
import { channelText, OPEN_CHANNEL } from './channel.ts';
import { CHANGE_MEMBER, REVOKE } from './member.ts';
import { adminsText } from './no-access.ts';
import { PROPOSE, parseRole, roleField, untilField } from './request.ts';
import { REVIEW } from './review.ts';

export const SEE_USERS = 'access.users';

/** More than this are counted, not listed: a view has room for a hundred blocks. */
const MOST_LISTED = 50;
const MOST_PENDING = 20;

export interface UsersState {
  account: Account;
  /** Requests that wait for a decision, oldest first. */
  requests: readonly AccessRequest[];
  /** User id of who was just brought in. */
  added?: string | null;
  now: Date;
}

/** Who sees the sheet, and the way to bring somebody better placed in, also while the account is locked (R17). */
export const usersView = {
  id: 'access.grant',

  render({ account, requests, added = null, now }: UsersState, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { say, role } = viewer;
    const admin = role === 'admin';
    const members = account.members.filter(({ userId }) => memberOf(account, userId, now) !== null);
    const more = members.length - MOST_LISTED;
    return modal({
      id: usersView.id,
      title: say('users.title'),
      ...(admin && { submit: say('users.save') }),
      close: say('app.back'),
      metadata: metadataOf(account),
      blocks: [
        ...(added
          ? [section(say.mrkdwn('users.added', { user: mention(added), account: account.name })), divider()]
          : []),
        ...(admin ? pendingBlocks(requests, viewer) : []),
        section(say.mrkdwn('users.intro', { account: account.name })),
        ...members.slice(0, MOST_LISTED).map((member) => memberBlock(member, viewer)),
        ...(more > 0 ? [section(say.mrkdwn('users.more', { count: more }))] : []),
        ...(admin ? addFields(added, viewer) : proposeBlocks(account, now, say)),
        ...(admin
          ? [divider(), section(channelText(account, viewer), button(OPEN_CHANNEL, say('users.channel.change')))]
          : []),
        ...supportAndHelp(say),
      ],
    });
  },

  parse: (values: Submitted): { userId: string | null; role: Role | null; until: string | null } => ({
    userId: userOf(values, 'person'),
    role: parseRole(values),
    until: dateOf(values, 'until'),
  }),
};

function pendingBlocks(requests: readonly AccessRequest[], viewer: Viewer): Blocks {
  if (requests.length === 0) return [];
  const { say } = viewer;
  return [
    header(say('users.pending')),
    ...requests.slice(0, MOST_PENDING).map((request) => {
      const date = dateText(request.requestedAt, viewer);
      const facts = { user: mention(request.forUser), role: say(`role.${request.role}`), date };
      const line = say.mrkdwn('users.pending.line', facts);
      return section(line, button(REVIEW, say('users.review'), { value: request.id, style: 'primary' }));
    }),
    divider(),
  ];
}

function memberBlock(member: Member, viewer: Viewer): Blocks[number] {
  const { say, role, person } = viewer;
  const line = say.mrkdwn('users.line', {
    user: mention(member.userId),
    role: say(`role.${member.role}`),
    can: say(`role.${member.role}.can`),
  });
  const until = member.endsAt && say.mrkdwn('users.until', { date: lastDayText(member.endsAt, viewer) });
  const own = member.userId === person.userId;
  const change = button(CHANGE_MEMBER, say('users.change'), { value: member.userId });
  const leave = button(REVOKE, say('users.leave'), { value: member.userId });
  const way = role === 'admin' ? change : own ? leave : undefined;
  return section(until ? `${line} · ${until}` : line, way);
}

const proposeBlocks = (account: Account, now: Date, say: Say): Blocks => [
  section(say.mrkdwn('users.admins-only', { admins: adminsText([account], now, say) })),
  actions(button(PROPOSE, say('users.propose'), { value: account.id })),
];

/** @param added another action id after each person added: the same one would keep the last choice in the field. */
const addFields = (added: string | null, { say }: Viewer): Blocks => [
  header(say('users.add')),
  field(
    'person',
    say('users.person'),
    { type: 'users_select', action_id: added ? `${VALUE}.after.${added}` : VALUE },
    { hint: say('users.person.hint') },
  ),
  roleField(say, 'editor'),
  untilField(null, say, added ? `${VALUE}.after.${added}` : VALUE),
];

export function grantRefusalText(refusal: GrantRefusal, say: Say): string {
  if (refusal.reason === 'not-a-colleague') return say(`users.refused.${refusal.standing}`);
  return say(`users.refused.${refusal.reason}`);
}
