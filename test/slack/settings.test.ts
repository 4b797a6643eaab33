import type { ModalView } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { isLocked } from '../../src/domain/sheet.ts';
import { launchAccount, saveBrandAlias, saveIntegrations } from '../../src/store/accounts.ts';
import { addBrand, saveBrand } from '../../src/store/brands.ts';
import { saveSheet } from '../../src/store/sheets.ts';
import { buttonsOf, channel, type Desk, text, words } from './desk.ts';
import { ALIAS, bringIn, complete, integrations, setUp, theAccount } from './journey.ts';
import { beginOnce } from './rewind.ts';

let desk: Desk;

beginOnce(async (fresh) => {
  desk = fresh;
  await complete(desk, await setUp(desk));
  await bringIn(desk, 'UBRUNO', 'editor');
  await bringIn(desk, 'UCHLOE', 'viewer');
  desk.take();
});

async function settings(userId = 'UANA'): Promise<ModalView> {
  desk.take();
  await desk.command(userId, 'settings');
  return desk.takeView();
}

/** Ana presses a button of the settings; the view on top comes back. */
async function open(action: string, value?: string): Promise<ModalView> {
  await desk.press('UANA', await settings(), action, value);
  return desk.takeView();
}

type Ack = { errors?: Record<string, string>; view?: ModalView } | undefined;
const submit = async (view: ModalView, values = {}) => (await desk.submit('UANA', view, values, 'V1')) as Ack;

/** What the settings below show after a save. */
const below = (): string =>
  words(desk.take().find(({ args }) => (args.view as ModalView)?.callback_id === 'settings.view'));

const by = () => ({ by: 'UBRUNO', now: desk.now });

describe('the settings', () => {
  it('A6: are read by every member, and changed by admins alone', async () => {
    const ids = async (userId: string) => [...new Set(buttonsOf(await settings(userId)).map((one) => one.action_id))];
    expect(await ids('UANA')).toEqual([
      ...['account.name', 'brand.edit', 'brand.new', 'integration.edit', 'plan.open', 'channel.open', 'access.channel'],
      ...['support.open', 'help.open'],
    ]);
    for (const userId of ['UBRUNO', 'UCHLOE'])
      expect(await ids(userId)).toEqual(['plan.open', 'support.open', 'help.open']);
    expect(words(await settings('UCHLOE'))).toContain('Admins of the account change them');
  });

  it('A2: lead to where access requests are shown, and say it at once', async () => {
    desk.channels.set('CADMIN', { id: 'CADMIN', is_member: true });
    expect(await submit(await open('access.channel'), { channel: channel('CADMIN') })).toBeUndefined();
    expect(below()).toContain('<#CADMIN>');
  });

  it('open from Home', async () => {
    await desk.event({ type: 'app_home_opened', user: 'UCHLOE', tab: 'home' });
    await desk.press('UCHLOE', desk.takeView(), 'settings.open');
    expect(desk.takeView().callback_id).toBe('settings.view');
  });

  it('give the account another name, which no other one has', async () => {
    const { id } = await theAccount(desk);
    await setUp(desk, 'Blue Fig');
    await desk.click('UANA', 'settings.open', { value: id });
    await desk.press('UANA', desk.takeView(), 'account.name');
    const view = desk.takeView();
    expect((await submit(view, { name: text('blue fig') }))?.errors).toEqual({
      name: 'This workspace already has an account with this name.',
    });
    await submit(view, { name: text('Harvest House') });
    expect(below()).toContain('Harvest House');
  });
});

describe('brands', () => {
  it('R11: are added, changed and removed, and the settings below show it at once', async () => {
    const answers = { name: text('Night Market'), alias: text('care@night.example') };
    expect(await submit(await open('brand.new'), answers)).toBeUndefined();
    expect(below()).toContain('care@night.example');
    const night = (await theAccount(desk)).brands[1]?.id ?? '';
    expect(await submit(await open('brand.edit', night), { name: text('Dusk') })).toBeUndefined();
    expect(below()).toContain('*Dusk*');
    await desk.press('UANA', await open('brand.edit', night), 'brand.remove');
    expect(words(desk.take())).toContain('The brand is no longer part of the account');
    expect((await theAccount(desk)).brands.map(({ name }) => name)).toEqual(['Harvest Table']);
  });

  it.each([
    [
      { name: ' ', alias: 'a b' },
      { name: 'Give it a name.', alias: expect.stringContaining('not an e-mail address') },
    ],
    [{ name: 'HARVEST table', alias: '' }, { name: 'This account already has a brand with this name.' }],
    [{ name: 'Dusk', alias: 'a@x.example b@x.example' }, { alias: 'Exactly one address is the support alias.' }],
    [{ name: 'x'.repeat(61), alias: '' }, { name: 'A name has 60 characters at most.' }],
  ])('R11: that will not do have their reasons at their fields: %j', async ({ name, alias }, errors) => {
    expect((await submit(await open('brand.new'), { name: text(name), alias: text(alias) }))?.errors).toEqual(errors);
  });

  it('R11: cannot be removed while they are the default one, and a button that is not there does nothing', async () => {
    const { defaultBrandId } = await theAccount(desk);
    const view = await open('brand.edit', defaultBrandId ?? '');
    expect(buttonsOf(view).map(({ action_id }) => action_id)).toEqual(['support.open', 'help.open']);
    await desk.click('UANA', 'brand.remove', { view, value: defaultBrandId ?? '' });
    expect(words(desk.take())).toContain('This is the only brand');
    expect((await theAccount(desk)).defaultBrandId).toBe(defaultBrandId);
  });

  it('R23: of two admins who change one, the second keeps what the first changed, or is told', async () => {
    const account = await theAccount(desk);
    const brand = { account, brandId: account.defaultBrandId ?? '', supportAlias: ALIAS };
    const view = await open('brand.edit', brand.brandId);
    await saveBrand(desk.store, { ...brand, name: 'Harvest Bar', ...by() });
    const said = (await submit(view, { name: text('Harvest Inn') }))?.view;
    expect(words(said)).toContain('<@UBRUNO> changed this brand while you were typing');
    expect(words(said)).toContain('Harvest Bar');
    expect(await submit(view, { alias: text(ALIAS) })).toBeUndefined();
    expect((await theAccount(desk)).brands[0]?.name).toBe('Harvest Bar');
    expect(await submit(said as ModalView, { name: text('Harvest Inn') })).toBeUndefined();
    expect((await theAccount(desk)).brands[0]?.name).toBe('Harvest Inn');
  });

  it('a change of one that somebody removed says so', async () => {
    const account = await theAccount(desk);
    const night = { name: 'Night Market', supportAlias: null, isDefault: false };
    await addBrand(desk.store, { account, ...night, ...by() });
    const view = await open('brand.edit', (await theAccount(desk)).brands[1]?.id ?? '');
    await desk.press('UANA', view, 'brand.remove');
    expect(words((await submit(view, { name: text('Dusk') }))?.view)).toContain('not there any more');
  });
});

describe('R11: the alias where the form asks for it', () => {
  const blank = async () => {
    const account = await theAccount(desk);
    const brandId = account.defaultBrandId ?? '';
    await saveBrandAlias(desk.store, { account, brandId, supportAlias: null, ...by() });
  };
  const form = async (userId: string) => {
    desk.take();
    await desk.command(userId);
    return desk.takeView();
  };

  it('is given by an editor while it is missing, and changed by an admin alone', async () => {
    await blank();
    await desk.press('UBRUNO', await form('UBRUNO'), 'brand.open');
    const view = desk.takeView();
    expect(await desk.submit('UBRUNO', view, { alias: text(ALIAS) }, 'V1')).toBeUndefined();
    expect((await theAccount(desk)).brands[0]?.supportAlias).toBe(ALIAS);
    const again = (await desk.submit('UBRUNO', view, { alias: text('evil@x.example') }, 'V1')) as Ack;
    expect(again?.errors?.alias).toContain('Só um administrador');
    desk.take();
    await desk.click('UBRUNO', 'brand.open', { view: await form('UBRUNO') });
    expect(words(desk.take())).toContain('access.none');
  });

  it('of a brand that is not the default one is refused in words', async () => {
    await desk.click('UANA', 'brand.open', { view: await form('UANA') });
    const view = desk.takeView();
    const forged = {
      ...view,
      private_metadata: JSON.stringify({ ...JSON.parse(view.private_metadata ?? ''), brand: 'x' }),
    };
    expect((await submit(forged, { alias: text('a@x.example') }))?.errors?.alias).toContain('not the default brand');
    expect(desk.log.filter(({ event }) => event.endsWith('failed'))).toEqual([]);
  });

  it('is asked for together with the brand’s name while there is no default brand', async () => {
    const { id } = await theAccount(desk);
    await desk.store.client.account.update({ where: { id }, data: { defaultBrandId: null } });
    await desk.press('UBRUNO', await form('UBRUNO'), 'brand.open');
    const view = desk.takeView();
    expect(view.blocks.map(({ block_id }) => block_id).filter(Boolean)).toEqual(['name', 'alias']);
    const refused = (await desk.submit('UBRUNO', view, { name: text('Dusk') }, 'V1')) as Ack;
    expect(Object.keys(refused?.errors ?? {})).toEqual(['alias']);
    await desk.submit('UBRUNO', view, { name: text('Dusk'), alias: text(ALIAS) }, 'V1');
    const { brands, defaultBrandId } = await theAccount(desk);
    expect(brands.find((brand) => brand.id === defaultBrandId)).toMatchObject({ name: 'Dusk', supportAlias: ALIAS });
  });
});

it('R11: a wrong alias is put right while the account is locked, in the form, by an admin', async () => {
  const form = await setUp(desk, 'Blue Fig');
  await desk.press('UANA', form, 'brand.open');
  await submit(desk.takeView(), { alias: text('care@fig.example') });
  const below = desk.take().find(({ method }) => method === 'views.update')?.args.view as ModalView;
  expect(below.callback_id).toBe('contact.save');
  expect(words(below)).toContain('"initial_value":"care@fig.example"');
  const answers = { 'ops-users': text('care@fig.example'), 'tech-emergency': text('oncall@fig.example') };
  expect(words(await desk.submit('UANA', below, answers))).toContain('*Saved.* Still missing');
});

describe('R4: integrations', () => {
  const choose = (...types: string[]) => ({ integrations: integrations(...types) });

  it('that ask the same of the sheet are saved at once', async () => {
    expect(await submit(await open('integration.edit'), choose('reservations', 'menu-feed'))).toBeUndefined();
    expect((await theAccount(desk)).integrations).toEqual(['menu-feed', 'reservations']);
    expect(below()).toContain('Reservations');
  });

  it('that ask for something else say what it means before they are saved', async () => {
    const said = (await submit(await open('integration.edit'), choose('menu-feed')))?.view as ModalView;
    expect(words(said)).toContain('The contact for merchant issues is not available any more');
    expect((await theAccount(desk)).integrations).toEqual(['ordering-end-to-end']);
    expect(await submit(said)).toBeUndefined();
    expect((await theAccount(desk)).integrations).toEqual(['menu-feed']);
    desk.take();
    await desk.command('UANA');
    expect(words(desk.takeView())).not.toContain('"block_id":"ops-merchant"');
  });

  it('cannot all be taken away', async () => {
    expect((await submit(await open('integration.edit'), choose()))?.errors).toEqual({
      integrations: 'Choose at least one integration.',
    });
  });

  const withoutMerchant = async () => {
    let account = await theAccount(desk);
    await saveIntegrations(desk.store, { account, integrations: ['menu-feed'], ...by() });
    account = await theAccount(desk);
    await saveSheet(desk.store, { account, sheet: { ...account.sheet, 'ops-merchant': [] }, ...by() });
  };

  it('R22: that ask for more lock an account in sandbox, as it was told', async () => {
    await withoutMerchant();
    const said = (await submit(await open('integration.edit'), choose('reservations')))?.view as ModalView;
    expect(words(said)).toContain('The contact for merchant issues becomes required');
    expect(words(said)).toContain('the account is locked for everyone');
    await submit(said);
    expect(isLocked(await theAccount(desk))).toBe(true);
    desk.take();
    await desk.command('UANA', 'settings');
    expect(words(desk.takeView())).toContain('*Still missing:* Operations (merchant issues)');
  });

  it('R22: that ask for more leave a launched account open, and it needs attention', async () => {
    await withoutMerchant();
    await launchAccount(desk.store, { account: await theAccount(desk), alert: ['UANA'], ...by() });
    const said = (await submit(await open('integration.edit'), choose('reservations')))?.view as ModalView;
    expect(words(said)).toContain('Nobody is locked out');
    await submit(said);
    expect(isLocked(await theAccount(desk))).toBe(false);
    desk.take();
    await desk.command('UANA', 'status');
    expect(words(desk.take())).toContain('Missing: Operations (merchant issues)');
  });

  it.each(['in the first step', 'in the second step'])(
    'R23: that somebody else changed meanwhile are shown %s',
    async (step) => {
      const view = await open('integration.edit');
      const late = step.includes('second') ? ((await submit(view, choose('menu-feed')))?.view as ModalView) : view;
      await saveIntegrations(desk.store, { account: await theAccount(desk), integrations: ['waitlist'], ...by() });
      const said = (await submit(late, step.includes('second') ? {} : choose('menu-feed')))?.view;
      expect(words(said)).toContain('<@UBRUNO> changed the integrations while you were choosing');
      expect((await theAccount(desk)).integrations).toEqual(['waitlist']);
    },
  );
});

describe('linked channels', () => {
  const link = async (channelId: string | null) => submit(await open('channel.open'), { channel: channel(channelId) });
  const linked = async () => (await desk.store.client.channelLink.findMany()).map(({ channelId }) => channelId);

  it.each([
    ['that Callsheet does not see', 'CHIDDEN', null, 'does not see this channel'],
    ['that is a direct message', 'DANA', { is_im: true }, 'does not see this channel'],
    ['that is archived', 'COLD', { is_archived: true }, 'is archived'],
    ['that the person is not in', 'COTHERS', { is_member: true, members: ['UBRUNO'] }, 'You are not in this channel'],
    ['that nobody chose', null, null, 'Choose a channel'],
  ])('are none %s', async (_, id, facts, reason) => {
    if (id && facts) desk.channels.set(id, { id, ...facts });
    expect((await link(id))?.errors?.channel).toContain(reason);
    expect(await linked()).toEqual([]);
  });

  it('mean this account until they are unlinked, and the settings list them', async () => {
    desk.channels.set('COPS', { id: 'COPS', members: ['UANA'] });
    expect(await link('COPS')).toBeUndefined();
    expect(below()).toContain('<#COPS>');
    expect(words(await settings('UCHLOE'))).toContain('<#COPS>');
    await desk.press('UANA', await settings(), 'channel.unlink', 'COPS');
    expect(words(desk.takeView())).not.toContain('<#COPS>');
    expect(await linked()).toEqual([]);
  });

  it('offer the channel in which the settings were asked for', async () => {
    desk.channels.set('COPS', { id: 'COPS', members: ['UANA'] });
    desk.take();
    await desk.command('UANA', 'settings', 'COPS');
    await desk.press('UANA', desk.takeView(), 'channel.open');
    expect(await submit(desk.takeView())).toBeUndefined();
    expect(await linked()).toEqual(['COPS']);
  });

  it('belong to one account: another one does not take them', async () => {
    desk.channels.set('COPS', { id: 'COPS' });
    await link('COPS');
    desk.take();
    await complete(desk, await setUp(desk, 'Blue Fig'));
    const other = await desk.store.client.account.findFirst({ where: { name: 'Blue Fig' } });
    await desk.click('UANA', 'settings.open', { value: other?.id ?? '' });
    await desk.press('UANA', desk.takeView(), 'channel.open');
    const answer = await submit(desk.takeView(), { channel: channel('COPS') });
    expect(answer?.errors?.channel).toContain('linked to another account');
    desk.take();
    await desk.command('UANA', 'settings', 'COPS');
    expect(words(desk.takeView())).toContain('*Harvest Table*');
  });
});
