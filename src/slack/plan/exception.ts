import type { ModalView } from '@slack/types';
import type { Account } from '../../domain/account.ts';
import { type ExceptionDraft, LONGEST_EXCEPTION_NAME } from '../../domain/coverage/planning.ts';
import { readClock } from '../../domain/hours.ts';
import { actions, field, modal, option, section, VALUE } from '../block-kit.ts';
import { ZONE, zoneOption } from '../hours/window.ts';
import { choiceOf, dateOf, type Submitted, textOf, timeOf } from '../submitted.ts';
import { supportAndHelp } from '../support/support.ts';
import { metadataOf, requireInternal } from '../surface.ts';
import type { Viewer } from '../viewer.ts';
import { backButton } from './back.ts';

export const NEW_EXCEPTION = 'exception.new';

/** One date on which the weekly hours do not hold: closed, or other hours (C2). */
export const exceptionView = {
  id: 'exception.add',

  render({ account }: { account: Account }, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { say, person } = viewer;
    const kinds = (['closed', 'hours'] as const).map((kind) => option(say(`exception.kind.${kind}`), kind));
    const zone = account.sheet['support-hours'][0]?.zone ?? person.zone;
    return modal({
      id: exceptionView.id,
      title: say('exception.title'),
      submit: say('exception.submit'),
      close: say('app.close'),
      metadata: metadataOf(account),
      blocks: [
        section(say.mrkdwn('exception.intro')),
        field('date', say('exception.date'), { type: 'datepicker', action_id: VALUE }),
        field('kind', say('exception.kind'), {
          type: 'radio_buttons',
          action_id: VALUE,
          options: kinds,
          ...(kinds[0] && { initial_option: kinds[0] }),
        }),
        field('start', say('exception.start'), { type: 'timepicker', action_id: VALUE }, { optional: true }),
        field(
          'end',
          say('exception.end'),
          { type: 'timepicker', action_id: VALUE },
          { optional: true, hint: say('hours.end.hint') },
        ),
        field(
          'zone',
          say('exception.zone'),
          {
            type: 'external_select',
            action_id: ZONE,
            min_query_length: 0,
            initial_option: zoneOption(zone, say.locale),
          },
          { hint: say('hours.zone.hint') },
        ),
        field(
          'name',
          say('exception.name'),
          { type: 'plain_text_input', action_id: VALUE, max_length: LONGEST_EXCEPTION_NAME },
          { optional: true, hint: say('exception.name.hint') },
        ),
        actions(backButton(say)),
        ...supportAndHelp(say),
      ],
    });
  },

  parse(values: Submitted): ExceptionDraft {
    const minutes = (name: string): number | null => {
      const time = timeOf(values, name);
      return time === null ? null : readClock(time);
    };
    return {
      date: dateOf(values, 'date'),
      closed: choiceOf(values, 'kind') !== 'hours',
      start: minutes('start'),
      end: minutes('end'),
      zone: choiceOf(values, 'zone'),
      name: textOf(values, 'name') ?? '',
    };
  },
};
