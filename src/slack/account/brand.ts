import type { ModalView } from '@slack/types';
import type { Account, Brand } from '../../domain/account.ts';
import { field, modal, section, VALUE } from '../block-kit.ts';
import type { FormBase } from '../contact/form.ts';
import { type Submitted, textOf } from '../submitted.ts';
import { supportAndHelp } from '../support/support.ts';
import { metadataOf, requireInternal } from '../surface.ts';
import type { Viewer } from '../viewer.ts';

export const ADD_ALIAS = 'brand.open';

export interface BrandState {
  account: Account;
  brand: Brand;
  /** What the form below carries; null if there is none. */
  below?: FormBase | null;
}

/** Asks for the support alias of the default brand, without which nothing can be shared with users (R11). */
export const brandView = {
  id: 'brand.save',

  render({ account, brand, below = null }: BrandState, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { say } = viewer;
    return modal({
      id: brandView.id,
      title: say('brand.title'),
      submit: say('app.save'),
      close: say('app.back'),
      metadata: metadataOf(account, {
        brand: brand.id,
        ...(below && { form: { revision: below.revision, fields: { ...below.fields } } }),
      }),
      blocks: [
        section(say.mrkdwn('brand.intro', { brand: brand.name })),
        field(
          'alias',
          say('brand.alias', { brand: brand.name }),
          {
            type: 'plain_text_input',
            action_id: VALUE,
            ...(brand.supportAlias && { initial_value: brand.supportAlias }),
          },
          { hint: say('first-run.alias.hint') },
        ),
        ...supportAndHelp(say),
      ],
    });
  },

  parse: (values: Submitted): { alias: string } => ({ alias: textOf(values, 'alias') ?? '' }),
};
