import type { ModalView } from '@slack/types';
import type { Account, Brand } from '../../domain/account.ts';
import type { BrandAnswers } from '../../domain/brand.ts';
import type { Say } from '../../i18n/say.ts';
import { type Blocks, field, modal, section, VALUE } from '../block-kit.ts';
import { answerFields } from '../brand/edit.ts';
import type { FormBase } from '../contact/form.ts';
import { type Submitted, textOf } from '../submitted.ts';
import { supportAndHelp } from '../support/support.ts';
import { metadataOf, requireInternal } from '../surface.ts';
import type { Viewer } from '../viewer.ts';

export const ADD_ALIAS = 'brand.open';

export interface BrandState {
  account: Account;
  /** The default brand; null if there is none: it is named here then. */
  brand: Brand | null;
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
        ...(brand && { brand: brand.id }),
        ...(below && { form: { revision: below.revision, fields: { ...below.fields } } }),
      }),
      blocks: [
        ...(brand ? aliasField(brand, say) : [section(say.mrkdwn('brand.none')), ...answerFields(null, true, say)]),
        ...supportAndHelp(say),
      ],
    });
  },

  parse(values: Submitted): Partial<BrandAnswers> & { alias: string } {
    const name = textOf(values, 'name');
    return { alias: textOf(values, 'alias') ?? '', ...(name !== undefined && { name }) };
  },
};

const aliasField = (brand: Brand, say: Say): Blocks => [
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
];
