import type { Account } from '../../domain/account.ts';
import { CALLSHEET } from '../../domain/person.ts';
import { PURPOSES, type Purpose } from '../../domain/purpose.ts';
import { kindOf, undoneBy } from '../../domain/undo.ts';
import { type Markup, mention, type Say } from '../../i18n/say.ts';
import type { ChangeEntry, ChangeKind } from '../../store/changes.ts';
import { purposeName } from '../contact/words.ts';
import { lastDayText, momentText, type Viewer } from '../viewer.ts';
import { coverSentences, droppedSentences } from './cover.ts';
import { differenceText, few, itemsOf } from './difference.ts';
import { planSentences } from './planning.ts';
import { settingsSentences } from './settings.ts';

/** A change as sentences: one for each purpose of a saved sheet, else one; of an undo also what it took back. */
export function sentences(change: ChangeEntry, account: Account, viewer: Viewer): string[] {
  const { say } = viewer;
  const undone = undoneBy(change);
  if (!undone) return sentencesOf(change, account, viewer);
  const facts = { by: someone(undone.by, say), when: momentText(new Date(undone.at), viewer) };
  const kind = kindOf(change) as ChangeKind;
  return [...sentencesOf({ ...change, kind }, account, viewer), say.mrkdwn('history.undoes', facts)];
}

function sentencesOf({ kind, by, at, before, after }: ChangeEntry, account: Account, viewer: Viewer): string[] {
  const { say } = viewer;
  const who = someone(by, say);
  const named = (record: Readonly<Record<string, unknown>>) => record as Record<string, string & MemberFacts>;
  const [was, is] = [named(before), named(after)];
  const difference = (subject: Parameters<typeof itemsOf>[1]) => ({
    mrkdwn: differenceText(itemsOf(before, subject, say), itemsOf(after, subject, say), say),
  });
  const settings = settingsSentences({ kind, before, after }, who, say);
  if (settings) return settings;
  const planned = planSentences({ kind, before, after }, who, say);
  if (planned) return planned;
  switch (kind) {
    case 'sheet.saved':
      return PURPOSES.filter((purpose) => purpose in after).map((purpose) =>
        say.mrkdwn('history.sheet.saved', {
          by: who,
          purpose: purposeName(purpose, say),
          difference: difference(purpose),
        }),
      );
    case 'account.integrations':
      return [say.mrkdwn('history.account.integrations', { by: who, difference: difference('integrations') })];
    case 'account.launched': {
      const alert = itemsOf(after, 'alert', say);
      const key = alert.length > 0 ? 'history.account.launched' : 'history.account.launched.plain';
      return [say.mrkdwn(key, { by: who, alert: { mrkdwn: few(alert, say) } })];
    }
    case 'brand.alias': {
      const brand = account.brands.find(({ id }) => id === (after.brandId ?? before.brandId))?.name;
      const facts = {
        by: who,
        before: was.supportAlias ?? say('history.nothing'),
        after: is.supportAlias ?? say('history.nothing'),
      };
      return [
        say.mrkdwn(brand ? 'history.brand.alias' : 'history.brand.alias.plain', { ...facts, brand: brand ?? '' }),
      ];
    }
    case 'access.channel': {
      const place = (channel: unknown): string | Markup =>
        typeof channel === 'string' ? { mrkdwn: `<#${channel}>` } : say('history.access.channel.none');
      const facts = { by: who, before: place(before.channelId), after: place(after.channelId) };
      return [say.mrkdwn('history.access.channel', facts)];
    }
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
      const until = (one: MemberFacts | null | undefined) =>
        one?.endsAt ? lastDayText(new Date(one.endsAt), viewer) : say('history.access.no-end');
      if (!old) {
        const key = member?.endsAt ? 'history.access.granted.until' : 'history.access.granted';
        return [say.mrkdwn(key, { ...facts, until: until(member) })];
      }
      return [
        ...(old.role === member?.role
          ? []
          : [say.mrkdwn('history.access.granted.role', { ...facts, before: say(`role.${old.role}`) })]),
        ...(old.endsAt === member?.endsAt
          ? []
          : [say.mrkdwn('history.access.granted.end', { ...facts, before: until(old), after: until(member) })]),
      ];
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
    case 'section.asked':
    case 'section.withdrawn':
    case 'section.expired': {
      const asked = (kind === 'section.asked' ? is : was) as { forUser?: string; section?: Purpose };
      const section = asked.section ? purposeName(asked.section, say) : '';
      return [say.mrkdwn(`history.${kind}`, { by: who, user: someone(asked.forUser ?? '', say), section })];
    }
    case 'access.revoked':
    case 'access.ended':
    case 'access.left':
      return [
        say.mrkdwn(`history.${kind}`, { by: who, user: someone(was.member?.userId ?? '', say) }),
        ...droppedSentences(before, at, viewer),
      ];
    case 'cover.taken':
    case 'cover.returned':
      return coverSentences({ kind, by, at, before, after }, who, viewer);
    case 'change.undone':
      return [];
    default:
      return [say.mrkdwn(`history.${kind as Plain}`, { by: who })];
  }
}

/** What needs no more than who did it. */
type Plain = 'account.created' | 'sheet.confirmed';

interface MemberFacts {
  userId: string;
  role: 'viewer' | 'editor' | 'admin';
  endsAt: string | null;
}

export const someone = (userId: string, say: Say): Markup =>
  userId === '' || userId === CALLSHEET ? { mrkdwn: say('history.somebody') } : mention(userId);
