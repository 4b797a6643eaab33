import type { Account } from '../../src/domain/account.ts';
import { MOST_BRANDS } from '../../src/domain/brand.ts';
import { outlineOf } from '../../src/domain/outline.ts';
import { decideIntegrations } from '../../src/domain/settings.ts';
import { brandView } from '../../src/slack/account/brand.ts';
import { type BrandNews, brandNewsMessage, brandNewsModal } from '../../src/slack/brand/drift.ts';
import { editBrandView, newBrandView } from '../../src/slack/brand/edit.ts';
import { adviceMessage, adviceModal } from '../../src/slack/contact/advice.ts';
import { form } from '../../src/slack/contact/form.ts';
import { statusMessage } from '../../src/slack/contact/status.ts';
import { home } from '../../src/slack/home/home.ts';
import { linkView } from '../../src/slack/settings/channels.ts';
import { confirmIntegrationsView, integrationsView } from '../../src/slack/settings/integrations.ts';
import { renameView } from '../../src/slack/settings/rename.ts';
import { settingsView } from '../../src/slack/settings/settings.ts';
import type { Render, Scene } from './surfaces.ts';

const CHANNELS = Array.from({ length: 40 }, (_, n) => `C${String(n).padStart(10, '0')}`);
const isLarge = ({ name }: Account) => name.includes('<');

const SECOND = { id: 'brand00000000001', name: 'Night Market', supportAlias: 'care@night.example' };

/** The account with a second brand; with the largest data, with as many as there can be. */
function severalBrands(account: Account): Account {
  const [first] = account.brands;
  if (!first || !isLarge(account)) return { ...account, brands: [...account.brands, SECOND] };
  const more = Array.from({ length: MOST_BRANDS - 1 }, (_, n) => ({ ...first, id: `brand1${n}` }));
  return { ...account, brands: [first, ...more] };
}

/** The shared contact is another address than the default brand's alias. */
function drifted(account: Account): Account {
  const [first] = account.brands;
  if (!first) return account;
  const brands = [{ ...first, supportAlias: first.supportAlias ?? 'help@harvest.example' }];
  return { ...account, brands, sheet: { ...account.sheet, 'ops-users': ['hello@harvest.example'] } };
}

const asks = ({ account }: Scene): string[] => account.sheet['tech-emergency'].slice(0, 10);

const news = (...all: BrandNews[]): Record<string, Render> =>
  Object.fromEntries(
    all.map((one): [string, Render] => [
      `${brandNewsModal.id} ${one}`,
      ({ account }, viewer) => brandNewsModal.render({ account, news: one }, viewer),
    ]),
  );

export const SETTINGS_SURFACES: Record<string, Render> = {
  [settingsView.id]: ({ account }, viewer) => {
    const channels = isLarge(account) ? CHANNELS : account.revision > 0 ? CHANNELS.slice(0, 2) : [];
    return settingsView.render({ account: severalBrands(account), channels }, viewer);
  },
  [`${settingsView.id} drifted`]: ({ account, notice }, viewer) =>
    settingsView.render({ account: drifted(account), channels: [], notice: notice[0] ?? null }, viewer),
  [renameView.id]: ({ account }, viewer) => renameView.render({ account }, viewer),
  [`${linkView.id} here`]: ({ account }, viewer) => linkView.render({ account, here: 'C0000000001' }, viewer),
  [linkView.id]: ({ account }, viewer) => linkView.render({ account }, viewer),

  [integrationsView.id]: ({ account }, viewer) =>
    integrationsView.render(
      { account: { ...account, integrations: [...account.integrations, 'teleport'] }, notice: null },
      viewer,
    ),
  ...Object.fromEntries(
    (['ordering-end-to-end', 'waitlist', 'menu-feed'] as const).map((type): [string, Render] => [
      `${confirmIntegrationsView.id} ${type}`,
      ({ account }, viewer) => {
        const before = { ...account, integrations: type === 'menu-feed' ? ['reservations'] : ['menu-feed'] };
        const decision = decideIntegrations(before, [type]);
        if (decision.kind === 'refused') throw new Error('the integrations were refused');
        return confirmIntegrationsView.render({ account: before, decision }, viewer);
      },
    ]),
  ),
  [`${confirmIntegrationsView.id} missing`]: ({ account }, viewer) => {
    const before = { ...account, integrations: ['menu-feed'], sheet: { ...account.sheet, 'ops-merchant': [] } };
    const decision = decideIntegrations(before, ['reservations']);
    if (decision.kind === 'refused') throw new Error('the integrations were refused');
    return confirmIntegrationsView.render({ account: before, decision }, viewer);
  },

  [`${brandView.id} none`]: ({ account }, viewer) =>
    brandView.render({ account: { ...account, defaultBrandId: null }, brand: null }, viewer),
  [newBrandView.id]: ({ account }, viewer) => newBrandView.render({ account }, viewer),
  [editBrandView.id]: ({ account }, viewer) => {
    const several = severalBrands(account);
    return editBrandView.render({ account: several, brand: several.brands[1] ?? SECOND }, viewer);
  },
  [`${editBrandView.id} default`]: ({ account, notice }, viewer) =>
    editBrandView.render({ account, brand: account.brands[0] ?? SECOND, notice: notice[0] ?? null }, viewer),
  [`${editBrandView.id} without alias`]: ({ account }, viewer) => {
    const brand = { ...SECOND, supportAlias: null };
    return editBrandView.render({ account: { ...account, brands: [...account.brands, brand] }, brand }, viewer);
  },

  ...news('saved', 'removed', 'gone', 'last', 'is-default', 'alias-needed', 'mended', 'in-order', 'no-alias'),
  [`${brandNewsModal.id} made-default`]: ({ account }, viewer) =>
    brandNewsModal.render({ account: drifted(account), news: 'made-default' }, viewer),
  [`${brandNewsModal.id} moved`]: ({ account }, viewer) =>
    brandNewsModal.render({ account: drifted(account), news: 'moved' }, viewer),
  [brandNewsMessage.id]: ({ account }, viewer) => brandNewsMessage.render({ account, news: 'mended' }, viewer),
  [`${brandNewsMessage.id} moved`]: ({ account }, viewer) =>
    brandNewsMessage.render({ account: drifted(account), news: 'moved' }, viewer),
  [`${form.id} drifted`]: ({ account, notice }, viewer) => form.render({ account: drifted(account), notice }, viewer),
  [`${statusMessage.id} drifted`]: ({ account, now }, viewer) =>
    statusMessage.render({ account: drifted(account), now }, viewer),
  [`${home.id} drifted`]: ({ account, now }, viewer) =>
    home.render(
      { accounts: [outlineOf(account)], shown: drifted(account), maySetUp: true, mayAsk: false, now },
      viewer,
    ),

  [`${form.id} locked`]: ({ account }, viewer) =>
    form.render(
      { account: { ...drifted(account), environment: 'sandbox', sheet: { ...account.sheet, 'tech-emergency': [] } } },
      viewer,
    ),
  [`${form.id} advised`]: (scene, viewer) => form.render({ account: scene.account, advice: asks(scene) }, viewer),
  [`${statusMessage.id} advised`]: (scene, viewer) =>
    statusMessage.render({ account: scene.account, now: scene.now, advice: asks(scene) }, viewer),
  [adviceModal.id]: (scene, viewer) =>
    adviceModal.render({ account: scene.account, outcome: { kind: 'passed', addresses: asks(scene) } }, viewer),
  [`${adviceModal.id} changed`]: (scene, viewer) =>
    adviceModal.render({ account: scene.account, outcome: { kind: 'changed', advised: asks(scene) } }, viewer),
  [adviceMessage.id]: (scene, viewer) =>
    adviceMessage.render({ account: scene.account, outcome: { kind: 'passed', addresses: asks(scene) } }, viewer),
  [`${adviceMessage.id} changed`]: (scene, viewer) =>
    adviceMessage.render({ account: scene.account, outcome: { kind: 'changed', advised: asks(scene) } }, viewer),
};
