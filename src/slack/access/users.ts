import type { ModalView } from '@slack/types';
import { type GrantRefusal, ROLES, type Role } from '../../domain/access.ts';
import type { Account } from '../../domain/account.ts';
import { mention, type Say } from '../../i18n/say.ts';
import { type Blocks, divider, field, header, modal, option, section, VALUE } from '../block-kit.ts';
import { choiceOf, type Submitted, userOf } from '../submitted.ts';
import { supportAndHelp } from '../support/support.ts';
import { metadataOf, requireInternal } from '../surface.ts';
import { dateText, type Viewer } from '../viewer.ts';
import { adminsText } from './no-access.ts';

export const SEE_USERS = 'access.users';

/** More members than this are counted, not listed. */
const MOST_LISTED = 50;

export interface UsersState {
  account: Account;
  /** Who was just brought in. */
  added?: string | null;
  now: Date;
}

/** Who sees the sheet, and the way to bring somebody better placed in, also while the account is locked (R17). */
export const usersView = {
  id: 'access.grant',

  render({ account, added = null, now }: UsersState, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { say, role } = viewer;
    const listed = account.members.slice(0, MOST_LISTED);
    const more = account.members.length - listed.length;
    return modal({
      id: usersView.id,
      title: say('users.title'),
      ...(role === 'admin' && { submit: say('users.save') }),
      close: say('app.back'),
      metadata: metadataOf(account),
      blocks: [
        ...(added
          ? [section(say.mrkdwn('users.added', { user: mention(added), account: account.name })), divider()]
          : []),
        section(say.mrkdwn('users.intro', { account: account.name })),
        ...listed.map((member) => {
          const line = say.mrkdwn('users.line', {
            user: mention(member.userId),
            role: say(`role.${member.role}`),
            can: say(`role.${member.role}.can`),
          });
          const until = member.endsAt && say.mrkdwn('users.until', { date: dateText(member.endsAt, viewer) });
          return section(until ? `${line} · ${until}` : line);
        }),
        ...(more > 0 ? [section(say.mrkdwn('users.more', { count: more }))] : []),
        ...(role === 'admin'
          ? addFields(say, added)
          : [section(say.mrkdwn('users.admins-only', { admins: adminsText([account], now, say) }))]),
        ...supportAndHelp(say),
      ],
    });
  },

  parse(values: Submitted): { userId: string | null; role: Role | null } {
    const role = choiceOf(values, 'role');
    return { userId: userOf(values, 'person'), role: ROLES.find((known) => known === role) ?? null };
  },
};

const addFields = (say: Say, added: string | null): Blocks => {
  const options = ROLES.map((role) =>
    option(say('users.role.option', { role: say(`role.${role}`), can: say(`role.${role}.can`) }), role),
  );
  return [
    header(say('users.add')),
    // Another action id after each person added: the same one would keep the last choice in the field.
    field(
      'person',
      say('users.person'),
      { type: 'users_select', action_id: added ? `${VALUE}.after.${added}` : VALUE },
      { hint: say('users.person.hint') },
    ),
    field('role', say('users.role'), { type: 'radio_buttons', action_id: VALUE, options, initial_option: options[1] }),
  ];
};

export function grantRefusalText(refusal: GrantRefusal, say: Say): string {
  if (refusal.reason === 'not-a-colleague') return say(`users.refused.${refusal.standing}`);
  return say(`users.refused.${refusal.reason}`);
}
