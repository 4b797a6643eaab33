import type { ModalView } from '@slack/types';
import type { Account, Brand } from '../../domain/account.ts';
import { type BrandAnswers, becomesDefault, decideDefault, decideRemoval } from '../../domain/brand.ts';
import type { Say } from '../../i18n/say.ts';
import { actions, type Blocks, button, context, field, modal, plain, section, VALUE } from '../block-kit.ts';
import { type Submitted, textOf } from '../submitted.ts';
import { supportAndHelp } from '../support/support.ts';
import { metadataOf, requireInternal } from '../surface.ts';
import type { Viewer } from '../viewer.ts';

export const NEW_BRAND = 'brand.new';
export const EDIT_BRAND = 'brand.edit';
export const MAKE_DEFAULT = 'brand.default';
export const REMOVE_BRAND = 'brand.remove';

/** Adds a brand to the account. */
export const newBrandView = {
  id: 'brand.add',

  render({ account }: { account: Account }, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { say } = viewer;
    return modal({
      id: newBrandView.id,
      title: say('brand.new'),
      submit: say('brand.new.submit'),
      close: say('app.back'),
      metadata: metadataOf(account, { settings: true }),
      blocks: [
        section(say.mrkdwn('brand.new.intro', { account: account.name })),
        ...answerFields(null, becomesDefault(account), say),
        ...supportAndHelp(say),
      ],
    });
  },

  parse: (values: Submitted): BrandAnswers => answersOf(values),
};

export interface EditBrandState {
  account: Account;
  brand: Brand;
  /** What happened just now, as mrkdwn: somebody else saved. */
  notice?: string | null;
}

/** Name and alias of one brand, and the ways to make it the default one or to take it away. */
export const editBrandView = {
  id: 'brand.change',

  render({ account, brand, notice = null }: EditBrandState, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { say } = viewer;
    const isDefault = brand.id === account.defaultBrandId;
    return modal({
      id: editBrandView.id,
      title: say('brand.edit'),
      submit: say('app.save'),
      close: say('app.back'),
      metadata: metadataOf(account, { revision: account.revision, brand: brand.id, settings: true }),
      blocks: [
        ...(notice ? [section(notice)] : []),
        section(say.mrkdwn(isDefault ? 'brand.edit.intro.default' : 'brand.edit.intro', { brand: brand.name })),
        ...answerFields(brand, isDefault, say),
        ...ways(account, brand, say),
        ...supportAndHelp(say),
      ],
    });
  },

  parse: (values: Submitted): BrandAnswers => answersOf(values),
};

const answersOf = (values: Submitted): BrandAnswers => ({
  name: textOf(values, 'name') ?? '',
  alias: textOf(values, 'alias') ?? '',
});

/** @param needsAlias whether it is, or becomes, the default brand */
export function answerFields(brand: Brand | null, needsAlias: boolean, say: Say): Blocks {
  const text = (value: string | null | undefined) =>
    ({ type: 'plain_text_input', action_id: VALUE, ...(value && { initial_value: value }) }) as const;
  return [
    field('name', say('brand.name'), text(brand?.name), { hint: say('first-run.brand.hint') }),
    field('alias', say('first-run.alias'), text(brand?.supportAlias), {
      hint: say('first-run.alias.hint'),
      optional: !needsAlias,
    }),
  ];
}

/** What else can be done with the brand; what cannot has its reason. */
function ways(account: Account, brand: Brand, say: Say): Blocks {
  const value = brand.id;
  const toDefault = decideDefault(account, brand.id);
  const removal = decideRemoval(account, brand.id);
  const sure = (what: 'default' | 'remove') => ({
    title: plain(say(`brand.${what}.sure`)),
    text: plain(say(`brand.${what}.means`)),
    confirm: plain(say(`brand.${what}.yes`)),
    deny: plain(say('app.cancel')),
  });
  const buttons = [
    ...(toDefault.kind === 'accepted'
      ? [
          {
            ...button(MAKE_DEFAULT, say('brand.default'), { value }),
            confirm: sure('default'),
          },
        ]
      : []),
    ...(removal.kind === 'accepted'
      ? [
          {
            ...button(REMOVE_BRAND, say('brand.remove'), { value, style: 'danger' }),
            confirm: sure('remove'),
          },
        ]
      : []),
  ];
  const why = toDefault.kind === 'refused' && toDefault.reason === 'alias-needed';
  return [
    ...(why ? [context(say.mrkdwn('brand.news.alias-needed'))] : []),
    ...(buttons.length > 0 ? [actions(...buttons)] : []),
  ];
}
