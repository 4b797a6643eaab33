import type { ModalView } from '@slack/types';
import { INTEGRATION_TYPES } from '../../domain/integration.ts';
import type { NewAccount, NewAccountProblem, NewAccountProblems } from '../../domain/new-account.ts';
import type { Say } from '../../i18n/say.ts';
import { field, modal, option, plain, section, VALUE } from '../block-kit.ts';
import { choicesOf, type Submitted, textOf } from '../submitted.ts';
import { supportAndHelp } from '../support/support.ts';
import type { Viewer } from '../viewer.ts';

export const SET_UP = 'account.open';

/** The four answers that make an account. */
export const firstRun = {
  id: 'account.create',

  render(_state: object, { say }: Viewer): ModalView {
    const options = INTEGRATION_TYPES.map((type) => option(say(`integration.${type}`), type));
    const text = { type: 'plain_text_input', action_id: VALUE } as const;
    return modal({
      id: firstRun.id,
      title: say('first-run.title'),
      submit: say('first-run.submit'),
      close: say('app.cancel'),
      metadata: '',
      blocks: [
        section(say.mrkdwn('first-run.intro')),
        field('name', say('first-run.name'), text, { hint: say('first-run.name.hint') }),
        field(
          'integrations',
          say('first-run.integrations'),
          {
            type: 'multi_static_select',
            action_id: VALUE,
            options,
            placeholder: plain(say('first-run.integrations.placeholder')),
          },
          { hint: say('first-run.integrations.hint') },
        ),
        field('brand', say('first-run.brand'), text, { hint: say('first-run.brand.hint') }),
        field('alias', say('first-run.alias'), text, { hint: say('first-run.alias.hint') }),
        ...supportAndHelp(say),
      ],
    });
  },

  parse: (values: Submitted): NewAccount => ({
    name: textOf(values, 'name') ?? '',
    integrations: choicesOf(values, 'integrations'),
    brand: textOf(values, 'brand') ?? '',
    alias: textOf(values, 'alias') ?? '',
  }),
};

export function newAccountErrors(problems: NewAccountProblems, say: Say): Record<string, string> {
  const said = (problem: NewAccountProblem): string => {
    if (problem.reason === 'not-an-address' || problem.reason === 'duplicate-address') {
      return say(`problem.${problem.reason}`, { text: problem.text });
    }
    const { limit = 0, given = 0 } = problem as { limit?: number; given?: number };
    return say(`problem.${problem.reason}`, { limit, given });
  };
  return Object.fromEntries(Object.entries(problems).map(([name, problem]) => [name, said(problem)]));
}
