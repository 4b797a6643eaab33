import { holds } from '../../domain/access.ts';
import type { Account } from '../../domain/account.ts';
import type { Hours } from '../../domain/coverage/coverage.ts';
import { type DayAhead, daysAhead } from '../../domain/coverage/days-ahead.ts';
import { type Interval, instantOf } from '../../domain/coverage/interval.ts';
import { hoursOf, type Plan } from '../../domain/coverage/plan.ts';
import { route } from '../../domain/route.ts';
import { escapeMrkdwn } from '../../i18n/say.ts';
import { planOf } from '../../store/plans.ts';
import { context, type Message, section } from '../block-kit.ts';
import { dateFormat } from '../date-format.ts';
import { supportAndHelp } from '../support/support.ts';
import type { AccountTurn, Answer } from '../turn.ts';
import type { Viewer } from '../viewer.ts';
import { zoneCity } from './cities.ts';
import { openHours } from './handlers.ts';
import { openText } from './open.ts';
import { windowText } from './words.ts';

export interface AskedHours {
  account: Account;
  plan: Plan;
  now: Date;
}

/** `/contacts hours`: whoever keeps the hours changes them, everybody else is told them. */
export async function sayHours(turn: AccountTurn): Promise<Answer> {
  const { deps, account, person, viewer, now } = turn;
  if (holds(account, person, 'editor', now)) return openHours(turn);
  const plan = await planOf(deps.store, { accountId: account.id, now });
  return { kind: 'say', message: hoursMessage.render({ account, plan, now }, viewer) };
}

/** Whether support is open, and the coming week in the reader's own time; nothing else, whoever asks (C1). */
export const hoursMessage = {
  id: 'hours.message',

  render({ account, plan, now }: AskedHours, viewer: Viewer): Message {
    const { say, person, audience } = viewer;
    const found = route(account, 'support-hours', account.environment, audience);
    if (found.kind !== 'hours') {
      return {
        text: say('hours.asked.none'),
        blocks: [section(say.mrkdwn('hours.asked.none')), ...supportAndHelp(say)],
      };
    }
    const open = openText({ ...hoursOf(account, plan), windows: found.windows }, now, viewer);
    const days = weekLines({ ...hoursOf(account, plan), windows: found.windows }, now, viewer);
    const zone = zoneCity(person.zone, say.locale);
    const written = found.windows.map((window) => windowText(window, say)).join('; ');
    return {
      text: say.mrkdwn('hours.asked.text', { open: { mrkdwn: open }, zone, days: days.join('; '), hours: written }),
      blocks: [
        section(`*${open}*`),
        section([say.mrkdwn('hours.asked.week', { zone }), ...days.map(escapeMrkdwn)].join('\n')),
        context(say.mrkdwn('hours.asked.written', { hours: written })),
        ...supportAndHelp(say),
      ],
    };
  },
};

/** A line for each of the coming days, or one for all of them if support never closes. */
function weekLines(hours: Hours, now: Date, viewer: Viewer): string[] {
  const { say, person } = viewer;
  const days = daysAhead(hours, person.zone, now);
  if (days.every(isWhole)) return [say('hours.asked.always')];
  const date = dateFormat(say.locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: person.zone });
  return days.map((ahead, place) => {
    const name = date.format(instantOf(ahead.day.from));
    const day = place === 0 ? say('hours.asked.today', { day: name }) : name;
    return say('hours.asked.day', { day, hours: spansText(ahead, viewer) });
  });
}

const isWhole = ({ day, spans }: DayAhead): boolean => spans.length === 1 && isAll(spans[0] as Interval, day);

const isAll = (span: Interval, day: Interval): boolean => span.from === day.from && span.to === day.to;

function spansText({ day, spans }: DayAhead, { say, person }: Viewer): string {
  if (spans.length === 0) return say('hours.asked.closed');
  const clock = dateFormat(say.locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: person.zone });
  return spans
    .map((span) => {
      if (isAll(span, day)) return say('hours.asked.allday');
      const start = clock.format(instantOf(span.from));
      if (span.to === day.to) return say('hours.asked.span', { start, end: '24:00' });
      const end = clock.format(instantOf(span.to));
      return say(span.to > day.to ? 'hours.asked.night' : 'hours.asked.span', { start, end });
    })
    .join(', ');
}
