import type { ModalView } from '@slack/types';
import type { Account } from '../../domain/account.ts';
import type { SectionAsk } from '../../domain/section.ts';
import { mention } from '../../i18n/say.ts';
import { type Blocks, context, field, modal, section, VALUE } from '../block-kit.ts';
import { purposeHint, purposeName } from '../contact/words.ts';
import { draftsOf, hoursView } from '../hours/view.ts';
import { type KeyedDraft, windowFields } from '../hours/window.ts';
import { type Submitted, textOf } from '../submitted.ts';
import { supportAndHelp } from '../support/support.ts';
import { metadataOf } from '../surface.ts';
import type { Viewer } from '../viewer.ts';

export interface FillState {
  account: Account;
  ask: SectionAsk;
}

/** The form of one section, for somebody who sees nothing else: not even what the section holds now (X7). */
export const fillView = {
  id: 'section.answer',

  render({ account, ask }: FillState, viewer: Viewer): ModalView {
    const { say } = viewer;
    return modal({
      id: fillView.id,
      title: say('section.form.title'),
      submit: say('app.save'),
      close: say('app.close'),
      metadata: metadataOf(account, { ask: ask.id }),
      blocks: [
        section(say.mrkdwn('section.form.intro', { account: account.name, by: mention(ask.by) })),
        ...fields({ account, ask }, viewer),
        ...supportAndHelp(say),
      ],
    });
  },

  parse(values: Submitted, ask: Pick<SectionAsk, 'section'>): { text: string } | { draft: KeyedDraft } {
    if (ask.section !== 'support-hours') return { text: textOf(values, ask.section) ?? '' };
    const [draft] = hoursView.parse(values, [WINDOW]);
    return { draft: draft as KeyedDraft };
  },
};

/** Key of the one window that the form has. */
const WINDOW = 0;

function fields({ account, ask }: FillState, viewer: Viewer): Blocks {
  const { say, person } = viewer;
  if (ask.section === 'support-hours') {
    const [usual] = draftsOf([], person.zone);
    const by = mention(ask.by);
    return [
      section(purposeHint('support-hours', say)),
      ...(usual ? windowFields({ ...usual, key: WINDOW }, say) : []),
      context(say.mrkdwn('section.form.hours', { by })),
    ];
  }
  return [
    field(
      ask.section,
      purposeName(ask.section, say),
      { type: 'plain_text_input', action_id: VALUE },
      { hint: purposeHint(ask.section, say, account) },
    ),
  ];
}

/** The last words to a colleague who has filled a section in. */
export const thanksModal = {
  id: 'section.thanks',

  render({ account, ask }: FillState, { say }: Viewer): ModalView {
    const facts = { section: purposeName(ask.section, say), account: account.name, by: mention(ask.by) };
    return modal({
      id: thanksModal.id,
      title: say('section.thanks.title'),
      close: say('app.close'),
      metadata: '',
      last: true,
      blocks: [section(say.mrkdwn('section.thanks', facts)), ...supportAndHelp(say)],
    });
  },
};

export type Over = 'answered' | 'withdrawn' | 'expired' | 'asker-gone' | 'not-available' | 'changed' | 'not-yours';

/** Why the form cannot be used any more, in the place of the form. */
export const sectionOverModal = {
  id: 'section.over',

  render({ why }: { why: Over }, { say }: Viewer): ModalView {
    return modal({
      id: sectionOverModal.id,
      title: say('section.over.title'),
      close: say('app.close'),
      metadata: '',
      last: true,
      blocks: [section(say.mrkdwn(`section.over.${why}`)), ...supportAndHelp(say)],
    });
  },
};
