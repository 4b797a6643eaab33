import type { SupportWindow } from '../../domain/hours.ts';
import { isIntegrationType } from '../../domain/integration.ts';
import type { Purpose } from '../../domain/purpose.ts';
import { escapeMrkdwn, mention, type Say } from '../../i18n/say.ts';
import { windowText } from '../hours/words.ts';

/** Characters of one side of a difference; ten long addresses twice would not fit into a line. */
const LONGEST = 1200;

/** The items of an answer as mrkdwn: addresses, people, windows, integrations. */
export function itemsOf(
  facts: Readonly<Record<string, unknown>>,
  subject: Purpose | 'integrations',
  say: Say,
): string[] {
  const given = Array.isArray(facts[subject]) ? (facts[subject] as unknown[]) : [];
  switch (subject) {
    case 'alert':
      return given.map((userId) => mention(String(userId)).mrkdwn);
    case 'support-hours':
      return given.map((window) => escapeMrkdwn(windowText(window as SupportWindow, say)));
    case 'integrations':
      return given.map((type) => escapeMrkdwn(integrationName(String(type), say)));
    default:
      return given.map((address) => escapeMrkdwn(String(address)));
  }
}

const integrationName = (type: string, say: Say): string =>
  isIntegrationType(type) ? say(`integration.${type}`) : `${say('integration.unknown')} (${type})`;

/**
 * What is different, as the end of a sentence: what came and what went, if something stayed; else, what was there and what
 * is there now.
 */
export function differenceText(was: readonly string[], is: readonly string[], say: Say): string {
  const side = (items: readonly string[]) => ({ mrkdwn: few(items, say) });
  const stayed = is.filter((item) => was.includes(item));
  if (stayed.length === 0) return say.mrkdwn('history.difference', { before: side(was), after: side(is) });
  const added = is.filter((item) => !was.includes(item));
  const removed = was.filter((item) => !is.includes(item));
  if (added.length > 0 && removed.length > 0) {
    return say.mrkdwn('history.difference.both', { added: side(added), removed: side(removed) });
  }
  if (added.length > 0) return say.mrkdwn('history.difference.added', { added: side(added) });
  if (removed.length > 0) return say.mrkdwn('history.difference.removed', { removed: side(removed) });
  return say.mrkdwn('history.difference.order', { after: side(is) });
}

/** As many items as there is room for, and how many more there are. */
export function few(items: readonly string[], say: Say): string {
  if (items.length === 0) return escapeMrkdwn(say('history.nothing'));
  const separator = items.some((item) => item.includes(',')) ? '; ' : ', ';
  let room = LONGEST;
  const shown = items.filter((item, place) => {
    room -= item.length + separator.length;
    return place === 0 || room > 0;
  });
  const text = shown.join(separator);
  const count = items.length - shown.length;
  return count > 0 ? say.mrkdwn('history.more', { items: { mrkdwn: text }, count }) : text;
}
