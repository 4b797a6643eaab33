import { NO_PLAN, type Plan } from '../../src/domain/coverage/plan.ts';
import { MOST_WINDOWS, type SupportWindow } from '../../src/domain/hours.ts';
import { hoursMessage } from '../../src/slack/hours/asked.ts';
import { draftsOf, hoursView, withOneMore } from '../../src/slack/hours/view.ts';
import type { Render } from './surfaces.ts';

const LATE = { zone: 'America/Sao_Paulo', days: [1, 2, 3] as const, start: 540, end: 1439 };
const IN_THE_GAP = { zone: 'America/New_York', days: [7] as const, start: 130, end: 170 };

/** One of each thing that is odd about hours. */
const ODD: SupportWindow[] = [LATE, IN_THE_GAP, { ...LATE, start: 600, end: 660 }];

const PLAN: Plan = {
  ...NO_PLAN,
  exceptions: [
    { id: 'ex1', zone: 'America/Sao_Paulo', date: '2026-02-17', closed: true, name: 'Carnaval' },
    { id: 'ex2', zone: 'America/Sao_Paulo', date: '2026-03-03', closed: true, name: '' },
  ],
};

/** The hours while they are chosen, and as they are told. */
export const HOURS_SURFACES: Record<string, Render> = {
  [hoursView.id]: ({ account, now }, viewer) => {
    const drafts = draftsOf(account.sheet['support-hours'], viewer.person.zone);
    return hoursView.render({ account, plan: NO_PLAN, now, drafts }, viewer);
  },
  [`${hoursView.id} one more`]: ({ account, now, notice }, viewer) => {
    const drafts = draftsOf(account.sheet['support-hours'].slice(0, MOST_WINDOWS - 1), viewer.person.zone);
    const more = withOneMore(drafts, viewer.person.zone);
    return hoursView.render({ account, plan: NO_PLAN, now, drafts: more, notice: notice[0] }, viewer);
  },
  [`${hoursView.id} odd`]: ({ account, now }, viewer) =>
    hoursView.render({ account, plan: PLAN, now, drafts: draftsOf(ODD, 'UTC') }, viewer),
  [`${hoursView.id} most odd`]: ({ account, now, notice }, viewer) => {
    const many = Array.from({ length: MOST_WINDOWS - 1 }, (_, place) => ({ ...LATE, start: 540 + place }));
    return hoursView.render({ account, plan: PLAN, now, drafts: draftsOf(many, 'UTC'), notice: notice[0] }, viewer);
  },

  [hoursMessage.id]: ({ account, now }, viewer) => hoursMessage.render({ account, plan: NO_PLAN, now }, viewer),
  [`${hoursMessage.id} closed day`]: ({ account, now }, viewer) =>
    hoursMessage.render({ account, plan: PLAN, now }, viewer),
  [`${hoursMessage.id} nights`]: ({ account, now }, viewer) => {
    const nights = [{ zone: 'Asia/Tokyo', days: [1, 2, 5] as const, start: 660, end: 1260 }];
    const sheet = { ...account.sheet, 'support-hours': nights };
    return hoursMessage.render({ account: { ...account, sheet }, plan: NO_PLAN, now }, viewer);
  },
};
