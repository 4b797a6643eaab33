import type { Markup, Say } from '../../i18n/say.ts';
import type { ChangeEntry } from '../../store/changes.ts';

/** What was changed in the settings, as sentences; null for a change of something else. */
export function settingsSentences(
  { kind, before, after }: Pick<ChangeEntry, 'kind' | 'before' | 'after'>,
  by: Markup,
  say: Say,
): string[] | null {
  const given = (record: ChangeEntry['before'], name: string): string =>
    typeof record[name] === 'string' && record[name] !== '' ? record[name] : say('history.nothing');
  const both = (name: string) => ({ before: given(before, name), after: given(after, name) });
  const alias = () => say.mrkdwn('history.brand.alias.plain', { by, ...both('supportAlias') });
  switch (kind) {
    case 'account.renamed':
      return [say.mrkdwn('history.account.renamed', { by, ...both('name') })];
    case 'brand.added':
      return [
        say.mrkdwn('history.brand.added', { by, brand: given(after, 'brand'), alias: given(after, 'supportAlias') }),
      ];
    case 'brand.default':
      return [say.mrkdwn('history.brand.default', { by, ...both('brand') })];
    case 'brand.removed':
      return [say.mrkdwn('history.brand.removed', { by, brand: given(before, 'brand') })];
    case 'brand.renamed':
      return [
        say.mrkdwn('history.brand.renamed', { by, ...both('brand') }),
        ...('supportAlias' in after ? [alias()] : []),
      ];
    case 'channel.linked':
    case 'channel.unlinked': {
      const channelId = String((kind === 'channel.linked' ? after : before).channelId ?? '');
      return [say.mrkdwn(`history.${kind}`, { by, channel: { mrkdwn: `<#${channelId}>` } })];
    }
    default:
      return null;
  }
}
