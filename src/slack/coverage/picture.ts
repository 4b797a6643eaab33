import { coverInterval } from '../../domain/coverage/plan.ts';
import { type DrawnWeek, drawnWeek, report } from '../../domain/coverage/report.ts';
import { DAY, showDate } from '../../domain/wall-clock.ts';
import { escapeMrkdwn, mention } from '../../i18n/say.ts';
import { png } from '../../picture/png.ts';
import { type WeekWords, weekSvg } from '../../picture/week-svg.ts';
import { dateFormat } from '../date-format.ts';
import { zoneCity } from '../hours/cities.ts';
import type { Upload } from '../sink/file.ts';
import type { Viewer } from '../viewer.ts';
import { altText, type CoverageState } from './coverage.ts';
import { dayText, factTexts, gapText, lengthText } from './words.ts';

/** Characters of the words with which Slack describes a file to whoever does not see it. */
const LONGEST_ALT = 1000;

/** The picture of this week as a file for one member; what it is sent with says the same in words (C3). */
export async function pictureFile(state: CoverageState, viewer: Viewer): Promise<Upload> {
  const { account, plan, now } = state;
  const { say, person } = viewer;
  const week = drawnWeek(account, plan, person.zone, now);
  const found = report(account, plan, person.zone, now);
  const facts = factTexts(found, now, viewer);
  const covers = found.covers.map((cover) =>
    say.mrkdwn('coverage.cover', {
      user: mention(cover.userId),
      gap: gapText(coverInterval(cover), now, viewer),
    }),
  );
  const promised = covers.length > 0 ? [say.mrkdwn('coverage.covers', { covers: { mrkdwn: covers.join('; ') } })] : [];
  const title = say('coverage.picture.file', { account: account.name });
  return {
    channel: person.userId,
    name: `callsheet-coverage-${showDate(week.days[0]?.day ?? 0)}.png`,
    title,
    comment: [`*${escapeMrkdwn(title)}.*`, ...facts, ...promised].join(' '),
    content: await png(weekSvg(week, wordsOf(week, now, viewer))),
    alt: altText(facts, LONGEST_ALT, viewer),
  };
}

/** What stands in the picture; letters that no font has would be empty boxes, so nobody's own words do. */
export function wordsOf({ days, zone, percent }: DrawnWeek, now: Date, viewer: Viewer): WeekWords {
  const { say } = viewer;
  const short = dateFormat(say.locale, { weekday: 'short', timeZone: 'UTC' });
  const [first, last] = [days[0]?.day ?? 0, days.at(-1)?.day ?? 0];
  return {
    title: say('coverage.picture.title', {
      from: dayText(first, now, viewer, false),
      to: dayText(last, now, viewer, false),
    }),
    place: say('coverage.picture.place', { city: zoneCity(zone, say.locale), percent }),
    days: days.map(({ day }) => {
      const instant = new Date(day * DAY * 60_000);
      return `${short.format(instant).replace(/\.$/, '')} ${instant.getUTCDate()}`;
    }),
    covered: say('coverage.picture.covered'),
    gap: say('coverage.picture.gap'),
    unwanted: say('coverage.picture.unwanted'),
    now: say('coverage.picture.now'),
    length: (minutes) => lengthText(minutes, say),
    leftOut: say('coverage.picture.left-out'),
  };
}
