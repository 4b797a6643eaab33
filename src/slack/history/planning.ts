import type { Country } from '../../domain/coverage/plan.ts';
import type { NewException } from '../../domain/coverage/planning.ts';
import type { SupportWindow } from '../../domain/hours.ts';
import { escapeMrkdwn, type Markup, type Say } from '../../i18n/say.ts';
import type { ChangeEntry } from '../../store/changes.ts';
import { windowText } from '../hours/words.ts';
import { countryText, exceptionText } from '../plan/words.ts';
import { differenceText, few } from './difference.ts';

type Facts = ChangeEntry['before'];

/** What was changed of what is planned besides the weekly hours; null for everything else. */
export function planSentences(
  { kind, before, after }: Pick<ChangeEntry, 'kind' | 'before' | 'after'>,
  by: Markup,
  say: Say,
): string[] | null {
  switch (kind) {
    case 'hours.exception.added':
    case 'hours.exception.removed': {
      const facts = kind === 'hours.exception.added' ? after : before;
      const items = listOf<NewException>(facts, 'exceptions').map((one) =>
        escapeMrkdwn(exceptionText(one, say, 'short')),
      );
      return [say.mrkdwn(`history.${kind}`, { by, exceptions: { mrkdwn: few(items, say) } })];
    }
    case 'hours.countries': {
      const names = (facts: Facts) =>
        listOf<Country>(facts, 'countries').map((one) => escapeMrkdwn(countryText(one, say)));
      const difference = { mrkdwn: differenceText(names(before), names(after), say) };
      return [say.mrkdwn('history.hours.countries', { by, difference })];
    }
    case 'hours.target': {
      const difference = { mrkdwn: differenceText(targetItems(before, say), targetItems(after, say), say) };
      return [say.mrkdwn('history.hours.target', { by, difference })];
    }
    default:
      return null;
  }
}

const listOf = <T>(facts: Facts, name: string): T[] => (Array.isArray(facts[name]) ? (facts[name] as T[]) : []);

function targetItems(facts: Facts, say: Say): string[] {
  const windows = listOf<SupportWindow>(facts, 'target');
  if (windows.length === 0) return [escapeMrkdwn(say('target.weekly'))];
  return windows.map((window) => escapeMrkdwn(windowText(window, say)));
}
