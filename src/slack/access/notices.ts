import type { Member } from '../../domain/access.ts';
import type { Account } from '../../domain/account.ts';
import type { Purpose } from '../../domain/purpose.ts';
import { mention } from '../../i18n/say.ts';
import { button, type Message, section } from '../block-kit.ts';
import { OPEN_FORM } from '../contact/form.ts';
import { purposeNames } from '../contact/words.ts';
import { supportAndHelp } from '../support/support.ts';
import { requireInternal } from '../surface.ts';
import { lastDayText, type Viewer } from '../viewer.ts';
import { REQUEST_ACCESS } from './request.ts';

interface EndState {
  account: Account;
  member: Member;
}

/** A day before time-boxed access ends (A7). */
export const endsSoonMessage = {
  id: 'access.ends-soon',

  render({ account, member }: EndState, viewer: Viewer): Message {
    const { say } = viewer;
    const date = lastDayText(member.endsAt ?? new Date(0), viewer);
    const facts = { account: account.name, role: say(`role.${member.role}`), date };
    const text = say.mrkdwn('notice.ends-soon', facts);
    return { text, blocks: [section(text), ...supportAndHelp(say)] };
  },
};

/** Access is over: it ended as agreed (A7), or an admin revoked it. */
export const endedMessage = {
  id: 'access.ended',

  /** @param state.by who revoked it; null if it ended by itself */
  render({ account, member, by }: EndState & { by: string | null }, { say }: Viewer): Message {
    const text = by
      ? say.mrkdwn('notice.revoked', { account: account.name, by: mention(by) })
      : say.mrkdwn('notice.ended', { account: account.name, role: say(`role.${member.role}`) });
    const again = button(REQUEST_ACCESS, say('access.request'), { value: account.id });
    return { text, blocks: [section(text, again), ...supportAndHelp(say)] };
  },
};

/** Production lost what it needs because somebody left (R6): for the admins. */
export const attentionMessage = {
  id: 'access.attention',

  render(
    { account, userId, missing }: { account: Account; userId: string; missing: readonly Purpose[] },
    viewer: Viewer,
  ): Message {
    requireInternal(viewer);
    const { say } = viewer;
    const facts = { account: account.name, who: mention(userId), missing: purposeNames(missing, say) };
    const text = say.mrkdwn('notice.attention', facts);
    const open = button(OPEN_FORM, say('notice.attention.button'), { value: account.id, style: 'primary' });
    return { text, blocks: [section(text, open), ...supportAndHelp(say)] };
  },
};

/** An owner has taken the account over (A6): for those who were its admins. */
export const recoveredMessage = {
  id: 'access.recovered',

  render({ account, by }: { account: Account; by: string }, { say }: Viewer): Message {
    const text = say.mrkdwn('notice.recovered', { account: account.name, by: mention(by) });
    return { text, blocks: [section(text), ...supportAndHelp(say)] };
  },
};
