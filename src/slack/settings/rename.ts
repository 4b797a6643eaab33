import type { ModalView } from '@slack/types';
import type { Account } from '../../domain/account.ts';
import { field, modal, VALUE } from '../block-kit.ts';
import { type Submitted, textOf } from '../submitted.ts';
import { supportAndHelp } from '../support/support.ts';
import { metadataOf, requireInternal } from '../surface.ts';
import type { Viewer } from '../viewer.ts';

export const RENAME = 'account.name';

/** Calls the account something else. */
export const renameView = {
  id: 'account.rename',

  render({ account }: { account: Account }, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { say } = viewer;
    const element = { type: 'plain_text_input', action_id: VALUE, initial_value: account.name } as const;
    return modal({
      id: renameView.id,
      title: say('rename.title'),
      submit: say('app.save'),
      close: say('app.back'),
      metadata: metadataOf(account, { settings: true }),
      blocks: [
        field('name', say('first-run.name'), element, { hint: say('first-run.name.hint') }),
        ...supportAndHelp(say),
      ],
    });
  },

  parse: (values: Submitted): { name: string } => ({ name: textOf(values, 'name') ?? '' }),
};
