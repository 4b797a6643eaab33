import type { HolidayOffer } from '../../src/domain/coverage/holiday.ts';
import { type NamedException, NO_PLAN, type Plan } from '../../src/domain/coverage/plan.ts';
import { MOST_COUNTRIES, MOST_EXCEPTIONS } from '../../src/domain/coverage/planning.ts';
import { MOST_WINDOWS } from '../../src/domain/hours.ts';
import { draftsOf } from '../../src/slack/hours/view.ts';
import { exceptionView } from '../../src/slack/plan/exception.ts';
import { type HolidaysState, holidaysView } from '../../src/slack/plan/holidays.ts';
import { PRESETS, targetView } from '../../src/slack/plan/target.ts';
import { planView } from '../../src/slack/plan/view.ts';
import type { Render, Scene } from './surfaces.ts';

const LONG = '&<>*'.repeat(20);
const FAR = 'America/Argentina/ComodRivadavia';
const dateOf = (days: number) => new Date(Date.UTC(2026, 2, 3 + days)).toISOString().slice(0, 10);

/** Nothing, a few, or as much as there can be. */
export function planOf({ account, now }: Scene): Plan {
  if (account.revision === 0) return NO_PLAN;
  const one: NamedException = { id: 'x1', zone: 'America/Sao_Paulo', date: '2026-12-25', closed: true, name: 'Natal' };
  const two: NamedException = { id: 'x2', zone: 'Asia/Kathmandu', date: '2026-03-20', start: 1320, end: 360, name: '' };
  if (!account.name.includes('<')) {
    return {
      ...NO_PLAN,
      exceptions: [two, one],
      countries: [
        { country: 'BR', region: '' },
        { country: 'BR', region: 'SP' },
      ],
    };
  }
  const exceptions = Array.from(
    { length: MOST_EXCEPTIONS },
    (_, n): NamedException => ({ ...one, id: `x${n}`, zone: FAR, date: dateOf(n), name: LONG }),
  );
  return {
    exceptions,
    covers: [{ id: 'c1', userId: 'UANA', from: now, to: now }],
    target: account.sheet['support-hours'],
    countries: countriesOf(account.name),
  };
}

const countriesOf = (name: string): HolidaysState['countries'] =>
  name.includes('<')
    ? Array.from({ length: MOST_COUNTRIES }, (_, n) => ({ country: 'GS', region: `R${n}`, regionName: LONG }))
    : [
        { country: 'BR', region: '', regionName: '' },
        { country: 'BR', region: 'SP', regionName: 'São Paulo' },
      ];

/** A year's holidays of each country; none of the last one's are in a zone of the sheet. */
function offersOf({ account }: Scene, elsewhere = false): HolidayOffer[] {
  const large = account.name.includes('<');
  return countriesOf(account.name).flatMap((country) =>
    Array.from(
      { length: large ? 40 : 2 },
      (_, n): HolidayOffer => ({
        date: dateOf(20 + n),
        name: large ? LONG : 'Carnaval',
        country: { country: country.country, region: country.region },
        zones: elsewhere ? [] : large ? [FAR, 'America/New_York'] : ['America/Sao_Paulo'],
      }),
    ),
  );
}

const holidays =
  (elsewhere: boolean): Render =>
  (scene, viewer) =>
    holidaysView.render(
      {
        account: scene.account,
        countries: countriesOf(scene.account.name),
        suggested: [],
        offers: offersOf(scene, elsewhere),
        notice: scene.notice[0]?.slice(0, 2900) ?? null,
      },
      viewer,
    );

export const PLAN_SURFACES: Record<string, Render> = {
  [planView.id]: (scene, viewer) =>
    planView.render({ account: scene.account, plan: planOf(scene), now: scene.now }, viewer),
  [`${planView.id} in the middle`]: (scene, viewer) =>
    planView.render(
      { account: scene.account, plan: planOf(scene), now: scene.now, page: 1, notice: '*Removed.*' },
      viewer,
    ),
  [exceptionView.id]: ({ account }, viewer) => exceptionView.render({ account }, viewer),
  [holidaysView.id]: holidays(false),
  [`${holidaysView.id} elsewhere`]: holidays(true),
  [`${holidaysView.id} none`]: ({ account }, viewer) =>
    holidaysView.render({ account, countries: [], suggested: ['BR', 'NP', 'US'], offers: [] }, viewer),
  [`${holidaysView.id} taken`]: ({ account }, viewer) =>
    holidaysView.render({ account, countries: countriesOf(account.name), suggested: [], offers: [] }, viewer),
  ...Object.fromEntries(
    PRESETS.map((preset): [string, Render] => [
      `${targetView.id} ${preset}`,
      ({ account }, viewer) => {
        const windows = preset === 'own' ? draftsOf(account.sheet['support-hours'], viewer.person.zone) : [];
        return targetView.render({ account, preset, drafts: windows.slice(0, MOST_WINDOWS) }, viewer);
      },
    ]),
  ),
  [`${targetView.id} one more`]: ({ account, notice }, viewer) => {
    const drafts = draftsOf(account.sheet['support-hours'].slice(0, 2), viewer.person.zone);
    return targetView.render({ account, preset: 'own', drafts, notice: notice[0]?.slice(0, 2900) ?? null }, viewer);
  },
};
