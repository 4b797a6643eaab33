import type { Hours } from '../../domain/coverage/coverage.ts';
import { type Openness, openness } from '../../domain/openness.ts';
import type { Markup, Say } from '../../i18n/say.ts';
import type { Viewer } from '../viewer.ts';
import { zoneCity } from './cities.ts';

const DAY = 24 * 60 * 60_000;

/** Whether support is open, to one reader, in their own time; empty while no hours are known. */
export function openText(hours: Hours, now: Date, { say, person }: Viewer): string {
  return hours.windows.length === 0
    ? ''
    : sentence(opennessOf(hours, now), say, (date) => whenText(date, now, say, person.zone));
}

/** The same of what has been found out already, such as with exceptions and covers. */
export const opennessText = (open: Openness, now: Date, { say, person }: Viewer): string =>
  sentence(open, say, (date) => whenText(date, now, say, person.zone));

/**
 * The same to many readers at once: Slack writes the moment in the time of each. Where it cannot, such as in a mail, the
 * moment is read in a zone of the hours, by its name.
 */
export function openForAll(hours: Hours, now: Date, say: Say): string {
  const [first] = hours.windows;
  if (!first) return '';
  const { zone } = first;
  return sentence(opennessOf(hours, now), say, (date) => forAll(date, whenText(date, now, say, zone), say, zone));
}

/** A moment with its date, in the time of each reader. */
export function momentForAll(date: Date, zone: string, say: Say): Markup {
  const written = new Intl.DateTimeFormat(say.locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
  return forAll(date, written.format(date), say, zone);
}

const opennessOf = ({ windows, exceptions, covers }: Hours, now: Date): Openness =>
  openness(windows, now, exceptions, covers);

const forAll = (date: Date, words: string, say: Say, zone: string): Markup => ({
  mrkdwn: `<!date^${Math.floor(date.getTime() / 1000)}^{date_short_pretty} {time}|${words} (${zoneCity(zone, say.locale)})>`,
});

function sentence(now: Openness, say: Say, moment: (date: Date) => string | Markup): string {
  if (now.open) return now.closes ? say.mrkdwn('open.now', { until: moment(now.closes) }) : say.mrkdwn('open.always');
  return now.opens ? say.mrkdwn('open.later', { from: moment(now.opens) }) : say.mrkdwn('open.never');
}

/** "18:00" today, "Tuesday, 09:00" within a week, else with the date. */
function whenText(date: Date, now: Date, say: Say, zone: string): string {
  const write = (options: Intl.DateTimeFormatOptions, of = date): string =>
    new Intl.DateTimeFormat(say.locale, { timeZone: zone, ...options }).format(of);
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const day = { dateStyle: 'short' } as const;
  if (write(day) === write(day, now)) return write(time);
  if (date.getTime() - now.getTime() < 6 * DAY) return write({ weekday: 'long', ...time });
  return write({ weekday: 'long', day: 'numeric', month: 'long', ...time });
}
