import type { InputBlock, ModalView } from '@slack/types';
import { AUDIENCES, type Audience } from '../../domain/access.ts';
import type { Account } from '../../domain/account.ts';
import { button, context, field, modal, option, section, VALUE } from '../block-kit.ts';
import { OPEN_IMPORT } from '../import/view.ts';
import { choiceOf, type Submitted } from '../submitted.ts';
import { supportAndHelp } from '../support/support.ts';
import { metadataOf, requireInternal } from '../surface.ts';
import type { Viewer } from '../viewer.ts';

/** Opens the choice of what to export. */
export const OPEN_EXPORT = 'export.open';

const WHATS = ['account', 'all', 'history'] as const;
const FORMATS = ['csv', 'json'] as const;

export interface ExportAsk {
  /** The sheet of this account, those of all accounts of the person, or the history of this one. */
  what: (typeof WHATS)[number];
  format: (typeof FORMATS)[number];
  audience: Audience;
}

export interface ExportState {
  account: Account;
  /** How many accounts the person has access to. */
  count: number;
}

/** What to export, as what, and for whom. */
export const exportView = {
  id: 'export.send',

  render({ account, count }: ExportState, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { say, role } = viewer;
    const whats = WHATS.filter((what) => what !== 'all' || count > 1).map((what) =>
      option(say(`export.what.${what}`, { account: account.name, count }), what),
    );
    const formats = FORMATS.map((format) => option(say(`export.format.${format}`), format));
    const audiences = AUDIENCES.map((audience) => option(say(`export.audience.${audience}`), audience));
    return modal({
      id: exportView.id,
      title: say('export.title'),
      submit: say('export.submit'),
      close: say('app.close'),
      metadata: metadataOf(account),
      blocks: [
        section(say.mrkdwn('export.intro')),
        choice('what', say('export.what'), whats),
        choice('format', say('export.format'), formats, say('export.format.hint')),
        choice('audience', say('export.audience'), audiences, say('export.audience.hint')),
        ...(role === 'viewer'
          ? [context(say.mrkdwn('export.import.editors'))]
          : [section(say.mrkdwn('export.import'), button(OPEN_IMPORT, say('import.button'), { value: account.id }))]),
        ...supportAndHelp(say),
      ],
    });
  },

  parse(values: Submitted): ExportAsk {
    const chosen = <T extends string>(name: string, choices: readonly [T, ...T[]]): T =>
      choices.find((one) => one === choiceOf(values, name)) ?? choices[0];
    return {
      what: chosen('what', WHATS),
      format: chosen('format', FORMATS),
      // Whatever is not said is for everybody: the lesser of the two.
      audience: chosen('audience', ['third-party', 'internal']),
    };
  },
};

function choice(name: string, label: string, options: ReturnType<typeof option>[], hint?: string): InputBlock {
  const [first] = options;
  const chosen = first ? { initial_option: first } : {};
  return field(name, label, { type: 'radio_buttons', action_id: VALUE, options, ...chosen }, hint ? { hint } : {});
}
