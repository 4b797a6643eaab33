import type { ModalView } from '@slack/types';
import type { Account } from '../../domain/account.ts';
import {
  ASK_DAYS,
  type AskProblem,
  LONGEST_NOTE,
  SECTIONS,
  type SectionAsk,
  sectionsOf,
} from '../../domain/section.ts';
import { mention, type Say } from '../../i18n/say.ts';
import { type Blocks, button, divider, field, modal, option, section, VALUE } from '../block-kit.ts';
import { purposeName } from '../contact/words.ts';
import { choiceOf, type Submitted, textOf, userOf } from '../submitted.ts';
import { supportAndHelp } from '../support/support.ts';
import { metadataOf, requireInternal } from '../surface.ts';
import { dateText, type Viewer } from '../viewer.ts';

export const ASK_SECTION = 'section.ask';
export const WITHDRAW_ASK = 'section.withdraw';

/** Days that are chosen unless somebody chooses others. */
const USUAL_DAYS = 3;
/** A view has room for a hundred blocks. */
const MOST_LISTED = 30;

export interface AskViewState {
  account: Account;
  /** What colleagues were asked for and have not answered. */
  open: readonly SectionAsk[];
  /** What was sent just now. */
  sent?: SectionAsk | null;
}

/** Asks a colleague for one section, without access to the rest (X7). */
export const askView = {
  id: 'section.send',

  render({ account, open, sent = null }: AskViewState, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { say } = viewer;
    const sections = sectionsOf(account).map((name) => option(purposeName(name, say), name));
    const missing = sections.find(({ value }) => account.sheet[value as 'ops-users'].length === 0);
    const days = ASK_DAYS.map((count) => option(say('section.days.option', { count }), String(count)));
    const usual = days[ASK_DAYS.indexOf(USUAL_DAYS)];
    // Under the same id Slack would keep in the fields what is sent already, as if it still had to be.
    const fresh = sent ? `${VALUE}.after.${sent.id}` : VALUE;
    return modal({
      id: askView.id,
      title: say('section.title'),
      submit: say('section.submit'),
      close: say('app.back'),
      metadata: metadataOf(account),
      blocks: [
        ...(sent ? [section(sentText(sent, say)), divider()] : []),
        section(say.mrkdwn('section.intro', { account: account.name })),
        field('section', say('section.section'), {
          type: 'static_select',
          action_id: fresh,
          options: sections,
          ...(missing && { initial_option: missing }),
        }),
        field('person', say('section.person'), { type: 'users_select', action_id: fresh }),
        field('days', say('section.days'), {
          type: 'static_select',
          action_id: fresh,
          options: days,
          ...(usual && { initial_option: usual }),
        }),
        field(
          'note',
          say('section.note'),
          { type: 'plain_text_input', action_id: fresh, multiline: true, max_length: LONGEST_NOTE },
          { hint: say('section.note.hint'), optional: true },
        ),
        ...openBlocks(open, viewer),
        ...supportAndHelp(say),
      ],
    });
  },

  parse: (values: Submitted) => ({
    section: SECTIONS.find((known) => known === choiceOf(values, 'section')) ?? null,
    userId: userOf(values, 'person'),
    days: Number(choiceOf(values, 'days')),
    note: textOf(values, 'note') ?? '',
  }),
};

const sentText = ({ section: name, forUser }: SectionAsk, say: Say) =>
  say.mrkdwn('section.sent', { section: purposeName(name, say), user: mention(forUser) });

function openBlocks(open: readonly SectionAsk[], viewer: Viewer): Blocks {
  if (open.length === 0) return [];
  const { say } = viewer;
  return [
    divider(),
    section(say.mrkdwn('section.open')),
    ...open.slice(0, MOST_LISTED).map((ask) => {
      const name = purposeName(ask.section, say);
      const facts = { section: name, user: mention(ask.forUser), date: dateText(ask.expiresAt, viewer) };
      return section(say.mrkdwn('section.open.line', facts), {
        ...button(WITHDRAW_ASK, say('section.withdraw'), { value: ask.id }),
        accessibility_label: say('section.withdraw.label', { section: name }),
      });
    }),
  ];
}

/** Each problem on the field that it belongs to. */
export const askErrors = (problems: readonly AskProblem[], say: Say): Record<string, string> =>
  Object.fromEntries(problems.map((problem) => [problem.field, said(problem, say)]));

function said(problem: AskProblem, say: Say): string {
  switch (problem.reason) {
    case 'nobody-chosen':
      return say('users.refused.nobody-chosen');
    case 'not-a-colleague':
      return say('section.not-a-colleague');
    case 'reason-too-long':
      return say('problem.reason-too-long', { limit: problem.limit });
    default:
      return say(`section.${problem.reason}`);
  }
}
