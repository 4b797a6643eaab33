import type { ImageBlock, ModalView } from '@slack/types';
import type { Account } from '../../domain/account.ts';
import { mayReturn } from '../../domain/coverage/cover.ts';
import type { Cover, Plan } from '../../domain/coverage/plan.ts';
import { coverInterval } from '../../domain/coverage/plan.ts';
import { type Report, report } from '../../domain/coverage/report.ts';
import { mention } from '../../i18n/say.ts';
import { actions, type Blocks, button, context, header, modal, plain, section } from '../block-kit.ts';
import type { SendingFault } from '../fault/sending.ts';
import { zoneCity } from '../hours/cities.ts';
import { OPEN_HOURS } from '../hours/view.ts';
import { openPlanButton } from '../plan/open.ts';
import { supportAndHelp } from '../support/support.ts';
import { metadataOf, requireInternal } from '../surface.ts';
import type { Viewer } from '../viewer.ts';
import { coverValue, gapValue } from './value.ts';
import { factTexts, gapText, MOST_GAPS, standingTexts, yearTexts } from './words.ts';

export const OPEN_COVERAGE = 'coverage.open';
export const TAKE_COVER = 'cover.take';
export const RETURN_COVER = 'cover.return';
/** Draws the week anew and sends it. */
export const DRAW_WEEK = 'coverage.draw';

/** What has become of the picture. Without one the view is as complete as with it. */
export type PictureState =
  | { kind: 'none' }
  | { kind: 'coming' }
  /** `file`: the id by which it is shown here; null: it stands in the direct messages alone. */
  | { kind: 'sent'; file: string | null }
  | { kind: 'fault'; reason: SendingFault };

export interface CoverageState {
  account: Account;
  plan: Plan;
  now: Date;
  picture?: PictureState;
  /** What has just been done, or why not. */
  notice?: string | null;
}

/** How much is covered, what is not, and who has promised to be there (C1, C3, C4). */
export const coverageView = {
  id: 'coverage.view',

  render(state: CoverageState, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { account, plan, now, picture = { kind: 'none' }, notice = null } = state;
    const { say, role, person } = viewer;
    const found = report(account, plan, person.zone, now);
    const standing = standingTexts(found, now, viewer).join('\n');
    return modal({
      id: coverageView.id,
      title: say('coverage.title'),
      close: say('app.close'),
      metadata: metadataOf(account),
      blocks: [
        ...(notice ? [section(notice)] : []),
        section(`${say.mrkdwn('coverage.account', { account: account.name })}\n${standing}`),
        ...pictureBlocks(picture, found, state, viewer),
        section(yearTexts(found, now, viewer).join('\n')),
        header(say('coverage.ahead.heading')),
        ...gapBlocks(found, state, viewer),
        ...coverBlocks(found.covers, state, viewer),
        context(
          [
            say('coverage.zone', { city: zoneCity(person.zone, say.locale) }),
            ...(plan.target ? [] : [say('coverage.no-target')]),
          ].join(' '),
        ),
        actions(
          ...(picture.kind === 'coming'
            ? []
            : [button(DRAW_WEEK, say('coverage.picture.draw'), { value: account.id })]),
          ...(role === 'viewer' ? [] : [button(OPEN_HOURS, say('coverage.hours'), { value: account.id })]),
          openPlanButton(account, say),
        ),
        ...supportAndHelp(say),
      ].filter((block) => block.type !== 'actions' || block.elements.length > 0),
    });
  },
};

function pictureBlocks(picture: PictureState, found: Report, { now }: CoverageState, viewer: Viewer): Blocks {
  const { say } = viewer;
  switch (picture.kind) {
    case 'none':
      return [];
    case 'coming':
      return [context(say('coverage.picture.coming'))];
    case 'fault':
      return [context(say(`coverage.picture.${picture.reason}`))];
    case 'sent': {
      const sent = context(say('coverage.picture.sent'));
      if (!picture.file) return [sent];
      const image: ImageBlock = {
        type: 'image',
        slack_file: { id: picture.file },
        alt_text: altText(factTexts(found, now, viewer), LONGEST_ALT, viewer),
        title: plain(say('coverage.title')),
      };
      return [image, sent];
    }
  }
}

/** Characters of the alternative text of a block. */
const LONGEST_ALT = 2000;

/** The facts of a picture in as many whole sentences as there is room for. */
export function altText(facts: readonly string[], longest: number, { say }: Viewer): string {
  for (let count = facts.length; count > 0; count--) {
    const said = say('coverage.picture.alt', { facts: facts.slice(0, count).join(' ') });
    if (said.length <= longest) return said;
  }
  return say('coverage.picture.alt', { facts: '' }).trim();
}

function gapBlocks({ ahead }: Report, { account, now }: CoverageState, viewer: Viewer): Blocks {
  const { say } = viewer;
  if (ahead.length === 0) return [section(say('coverage.next.none'))];
  const rest = ahead.length - MOST_GAPS;
  return [
    ...ahead.slice(0, MOST_GAPS).map((gap) => {
      const value = gapValue(gap, account.id);
      return section(gapText(gap, now, viewer), button(TAKE_COVER, say('coverage.take'), { value }));
    }),
    ...(rest > 0 ? [context(say('coverage.more.line', { count: rest }))] : []),
  ];
}

/** As many as there is room for beside everything else. */
const MOST_COVERS = 30;

function coverBlocks(covers: readonly Cover[], { account, now }: CoverageState, viewer: Viewer): Blocks {
  const { say, person } = viewer;
  if (covers.length === 0) return [];
  const rest = covers.length - MOST_COVERS;
  return [
    header(say('coverage.covers.heading')),
    ...covers.slice(0, MOST_COVERS).map((cover) => {
      const facts = { user: mention(cover.userId), gap: gapText(coverInterval(cover), now, viewer) };
      const back = button(RETURN_COVER, say('coverage.return'), { value: coverValue(cover.id, account.id) });
      const may = mayReturn(account, cover, person, now);
      return section(say.mrkdwn('coverage.cover.line', facts), ...(may ? [back] : []));
    }),
    ...(rest > 0 ? [context(say('coverage.more', { count: rest }))] : []),
  ];
}
