import type { Account } from '../../domain/account.ts';
import type { SupportWindow } from '../../domain/hours.ts';
import { CALLSHEET } from '../../domain/person.ts';
import { PURPOSES, type Purpose } from '../../domain/purpose.ts';
import { type Markup, mention, type Say } from '../../i18n/say.ts';
import type { ChangeEntry } from '../../store/changes.ts';
import { header, type Message, section } from '../block-kit.ts';
import { purposeName } from '../contact/words.ts';
import { windowText } from '../hours/words.ts';
import { supportAndHelp } from '../support/support.ts';
import { requireInternal } from '../surface.ts';
import { momentText, type Viewer } from '../viewer.ts';

/** A message has 50 blocks; this leaves room for what stands around the changes. */
const MOST_LINES = 40;
/** People of one answer. */
const MOST_NAMED = 40;
/** Characters of one answer; ten long addresses twice would not fit into a line. */
const LONGEST_ANSWER = 1200;

export interface HistoryState {
  account: Account;
  /** The last change first. */
  changes: readonly ChangeEntry[];
}

/** What was changed, by whom and when: the sheet and who may see it. */
export const historyMessage = {
  id: 'history.message',

  render({ account, changes }: HistoryState, viewer: Viewer): Message {
    requireInternal(viewer);
    const { say } = viewer;
    const lines = changes
      .flatMap((change) => sentences(change, say).map((what) => ({ date: momentText(change.at, viewer), what })))
      .slice(0, MOST_LINES)
      .map(({ date, what }) => say.mrkdwn('history.line', { date, what: { mrkdwn: what } }));
    const all = lines.length > 0 ? lines : [say.mrkdwn('history.none')];
    const text = say.mrkdwn('history.text', { account: account.name, changes: { mrkdwn: all.slice(0, 10).join(' ') } });
    return {
      text,
      blocks: [header(say('history.title')), ...all.map((line) => section(line)), ...supportAndHelp(say)],
    };
  },
};

/** A change as sentences: one for each purpose of a saved sheet, else one. */
function sentences({ kind, by, before, after }: ChangeEntry, say: Say): string[] {
  const who = someone(by, say);
  const named = (record: Readonly<Record<string, unknown>>) => record as Record<string, string & MemberFacts>;
  const [was, is] = [named(before), named(after)];
  switch (kind) {
    case 'sheet.saved':
      return PURPOSES.filter((purpose) => purpose in after).map((purpose) =>
        say.mrkdwn('history.sheet.saved', {
          by: who,
          purpose: purposeName(purpose, say),
          before: answer(before, purpose, say),
          after: answer(after, purpose, say),
        }),
      );
    case 'brand.alias':
      return [
        say.mrkdwn('history.brand.alias', {
          by: who,
          before: was.supportAlias ?? say('history.nothing'),
          after: is.supportAlias ?? say('history.nothing'),
        }),
      ];
    case 'mailbox.verified': {
      const facts = { by: who, address: is.mailbox ?? '' };
      if (is.how === 'link') return [say.mrkdwn('history.mailbox.verified.link', facts)];
      return [say.mrkdwn('history.mailbox.verified.code', facts)];
    }
    case 'mailbox.bounced':
      return [say.mrkdwn('history.mailbox.bounced', { by: who, address: is.mailbox ?? '' })];
    case 'access.granted':
    case 'access.recovered': {
      const [old, member] = [was.member, is.member];
      const facts = {
        by: who,
        user: someone(member?.userId ?? '', say),
        role: say(`role.${member?.role ?? 'viewer'}`),
      };
      if (kind === 'access.recovered') return [say.mrkdwn('history.access.recovered', facts)];
      if (!old || old.role === member?.role) return [say.mrkdwn('history.access.granted', facts)];
      return [say.mrkdwn('history.access.granted.role', { ...facts, before: say(`role.${old.role}`) })];
    }
    case 'access.requested':
    case 'access.denied':
    case 'access.withdrawn':
    case 'access.expired': {
      const forUser = is.forUser ?? was.forUser ?? '';
      const own = kind === 'access.requested' && forUser === by;
      const key = own ? 'history.access.requested.own' : (`history.${kind}` as const);
      const role = say(`role.${is.role ?? 'viewer'}` as 'role.viewer');
      return [say.mrkdwn(key, { by: who, user: someone(forUser, say), role })];
    }
    case 'access.revoked':
    case 'access.ended':
    case 'access.left':
      return [say.mrkdwn(`history.${kind}`, { by: who, user: someone(was.member?.userId ?? '', say) })];
    default:
      return [say.mrkdwn(`history.${kind}`, { by: who })];
  }
}

interface MemberFacts {
  userId: string;
  role: 'viewer' | 'editor' | 'admin';
}

const someone = (userId: string, say: Say): Markup =>
  userId === '' || userId === CALLSHEET ? { mrkdwn: say('history.somebody') } : mention(userId);

function answer(record: Readonly<Record<string, unknown>>, purpose: Purpose, say: Say): string | Markup {
  const given = (record[purpose] ?? []) as readonly unknown[];
  if (given.length === 0) return say('history.nothing');
  if (purpose === 'alert') {
    const named = given.slice(0, MOST_NAMED).map((userId) => mention(String(userId)).mrkdwn);
    return { mrkdwn: `${named.join(', ')}${given.length > MOST_NAMED ? ', …' : ''}` };
  }
  const text =
    purpose === 'support-hours'
      ? (given as SupportWindow[]).map((window) => windowText(window, say)).join('; ')
      : given.join(', ');
  return text.length > LONGEST_ANSWER ? `${text.slice(0, LONGEST_ANSWER)}…` : text;
}
