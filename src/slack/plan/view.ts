import type { ModalView } from '@slack/types';
import type { Account } from '../../domain/account.ts';
import type { NamedException, Plan } from '../../domain/coverage/plan.ts';
import { coming } from '../../domain/coverage/planning.ts';
import { escapeMrkdwn, type Say } from '../../i18n/say.ts';
import { actions, type Blocks, button, context, divider, header, modal, section } from '../block-kit.ts';
import { hoursText } from '../hours/words.ts';
import { supportAndHelp } from '../support/support.ts';
import { metadataOf, requireInternal } from '../surface.ts';
import type { Viewer } from '../viewer.ts';
import { PLAN_PAGE } from './back.ts';
import { NEW_EXCEPTION } from './exception.ts';
import { OPEN_HOLIDAYS } from './holidays.ts';
import { OPEN_TARGET } from './target.ts';
import { countryText, exceptionText } from './words.ts';

export const REMOVE_EXCEPTION = 'exception.remove';

/** Exceptions on one page. */
export const PAGE = 25;

export interface PlanState {
  account: Account;
  plan: Plan;
  now: Date;
  page?: number;
  /** What happened just now, as mrkdwn. */
  notice?: string | null;
}

/** What is planned besides the weekly hours. Members read it, editors change it (C1, C2). */
export const planView = {
  id: 'plan.view',

  render({ account, plan, now, page = 0, notice = null }: PlanState, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { say, role } = viewer;
    const edits = role === 'editor' || role === 'admin';
    return modal({
      id: planView.id,
      title: say('plan.title'),
      close: say('app.close'),
      metadata: metadataOf(account),
      blocks: [
        ...(notice ? [section(notice), divider()] : []),
        section(say.mrkdwn('plan.intro', { account: account.name })),
        ...(edits ? [] : [section(say.mrkdwn('plan.read-only'))]),
        header(say('plan.coming')),
        ...listBlocks(coming(plan.exceptions, now), page, edits, say),
        ...(edits ? [actions(button(NEW_EXCEPTION, say('plan.add')))] : []),
        header(say('plan.holidays')),
        section(countriesText(plan, say), edits ? button(OPEN_HOLIDAYS, say('plan.holidays')) : undefined),
        header(say('plan.target')),
        section(
          targetText(plan, say),
          edits
            ? {
                ...button(OPEN_TARGET, say('plan.target.change')),
                accessibility_label: say('plan.target.change.label'),
              }
            : undefined,
        ),
        ...supportAndHelp(say),
      ],
    });
  },
};

function listBlocks(exceptions: readonly NamedException[], page: number, edits: boolean, say: Say): Blocks {
  if (exceptions.length === 0) return [section(say.mrkdwn('plan.none'))];
  const pages = Math.ceil(exceptions.length / PAGE);
  const shown = Math.min(Math.max(0, page), pages - 1);
  const turn = (to: number, key: 'plan.earlier' | 'plan.later') => button(PLAN_PAGE, say(key), { value: String(to) });
  return [
    ...exceptions.slice(shown * PAGE, (shown + 1) * PAGE).map((one) => lineBlock(one, edits, say)),
    ...(pages > 1
      ? [
          context(say.mrkdwn('plan.page', { page: shown + 1, pages, count: exceptions.length })),
          ...(shown > 0 ? [actions(turn(shown - 1, 'plan.earlier'))] : []),
          ...(shown < pages - 1 ? [actions(turn(shown + 1, 'plan.later'))] : []),
        ]
      : []),
  ];
}

function lineBlock(exception: NamedException, edits: boolean, say: Say): Blocks[number] {
  const label = say('plan.remove.label', { what: exceptionText(exception, say, 'short') });
  const remove = {
    ...button(REMOVE_EXCEPTION, say('plan.remove'), { value: exception.id }),
    accessibility_label: [...label].slice(0, 75).join(''),
  };
  return section(escapeMrkdwn(exceptionText(exception, say)), edits ? remove : undefined);
}

function countriesText({ countries }: Plan, say: Say): string {
  if (countries.length === 0) return say.mrkdwn('plan.countries.none');
  return say.mrkdwn('plan.countries', { countries: say.list(countries.map((one) => countryText(one, say))) });
}

const targetText = ({ target }: Plan, say: Say): string =>
  target === null
    ? say.mrkdwn('plan.target.weekly')
    : say.mrkdwn('plan.target.is', { hours: { mrkdwn: hoursText(target, say) } });
