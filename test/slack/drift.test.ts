import type { HomeView, ModalView } from '@slack/types';
import { describe, expect, it } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import { attention } from '../../src/domain/sheet.ts';
import { revokeAccess } from '../../src/store/access.ts';
import { saveBrandAlias } from '../../src/store/accounts.ts';
import { recentChanges } from '../../src/store/changes.ts';
import { saveSheet } from '../../src/store/sheets.ts';
import { buttonsOf, type Desk, text, words } from './desk.ts';
import { ALIAS, bringIn, complete, setUp, theAccount } from './journey.ts';
import { beginOnce } from './rewind.ts';

const NEW = 'care@harvest.example';

let desk: Desk;

/** Ana's account is complete; Bruno may edit it, and Chloé reads it. */
beginOnce(async (fresh) => {
  desk = fresh;
  await complete(desk, await setUp(desk));
  await bringIn(desk, 'UBRUNO', 'editor');
  await bringIn(desk, 'UCHLOE', 'viewer');
  desk.take();
});

const settings = async (userId = 'UANA'): Promise<ModalView> => {
  desk.take();
  await desk.command(userId, 'settings');
  return desk.takeView();
};

/** Ana gives the default brand another alias in the settings; what she is answered comes back. */
async function realias(alias = NEW): Promise<ModalView | null> {
  await desk.press('UANA', await settings(), 'brand.edit', (await theAccount(desk)).defaultBrandId ?? '');
  const answer = (await desk.submit('UANA', desk.takeView(), { alias: text(alias) }, 'V1')) as
    | { view: ModalView }
    | undefined;
  return answer?.view ?? null;
}

/** The same, done behind everybody's back. */
async function drift(supportAlias = NEW): Promise<void> {
  const account = await theAccount(desk);
  await saveBrandAlias(desk.store, {
    account,
    brandId: account.defaultBrandId ?? '',
    supportAlias,
    by: 'UANA',
    now: desk.now,
  });
}

const shared = async () => (await theAccount(desk)).sheet['ops-users'];
const mends = (surface: object) => buttonsOf(surface).filter(({ action_id }) => action_id === 'brand.mend').length;
const status = async (userId: string) => {
  desk.take();
  await desk.command(userId, 'status');
  return desk.take().find(({ method }) => method === 'respond')?.args as unknown as { text: string; blocks: [] };
};

describe('X5, R11: a new alias of the default brand', () => {
  it('rewrites nothing, and tells whoever saved it at once, with the click that mends it', async () => {
    const said = (await realias()) as ModalView;
    expect(said.callback_id).toBe('brand.news');
    expect(words(said)).toContain(`Users are shown ${ALIAS}, but the support alias of the default brand is ${NEW}`);
    expect(words(said)).toContain(`Use ${NEW}`);
    expect(await shared()).toEqual([ALIAS]);
    expect(words(desk.take().find(({ args }) => (args.view as ModalView)?.callback_id === 'settings.view'))).toContain(
      NEW,
    );
    await desk.press('UANA', said, 'brand.mend');
    expect(await shared()).toEqual([NEW]);
    expect(attention(await theAccount(desk))).toEqual([]);
    const [last] = await recentChanges(desk.store, { accountId: (await theAccount(desk)).id, limit: 1 });
    expect(last).toMatchObject({ kind: 'sheet.saved', by: 'UANA', before: { 'ops-users': [ALIAS] } });
    const shown = desk.take().map(({ args }) => args.view as ModalView);
    const now = shown.find((view) => view?.callback_id === 'brand.news');
    expect(words(now)).toContain(`Users of Harvest Table are now shown ${NEW}`);
    expect(mends(now as ModalView)).toBe(0);
  });

  it('says nothing of a drift when it makes none', async () => {
    expect(await realias(ALIAS.toUpperCase())).toBeNull();
    expect(attention(await theAccount(desk))).toEqual([]);
  });

  it('is offered on Home and in the status to whoever may edit, and shown without a button to a viewer', async () => {
    await drift();
    for (const [userId, offers] of [
      ['UANA', 1],
      ['UBRUNO', 1],
      ['UCHLOE', 0],
    ] as const) {
      const message = await status(userId);
      expect(message.text).toContain(NEW);
      expect([userId, mends(message)]).toEqual([userId, offers]);
      await desk.event({ type: 'app_home_opened', user: userId, tab: 'home' });
      const home = desk.takeView<HomeView>();
      expect(words(home)).toContain(NEW);
      expect([userId, mends(home)]).toEqual([userId, offers]);
    }
  });

  it('is mended by an editor from the message, who is told where they are, in their language', async () => {
    await drift();
    const button = buttonsOf(await status('UBRUNO')).find(({ action_id }) => action_id === 'brand.mend');
    await desk.click('UBRUNO', 'brand.mend', { value: button?.value ?? '' });
    expect(words(desk.take().find(({ method }) => method === 'respond'))).toContain(
      `Os usuários de Harvest Table agora veem ${NEW}`,
    );
    expect(await shared()).toEqual([NEW]);
  });

  it('is mended from Home, which every member sees', async () => {
    await drift();
    await desk.event({ type: 'app_home_opened', user: 'UBRUNO', tab: 'home' });
    await desk.press('UBRUNO', desk.takeView<HomeView>(), 'brand.mend');
    expect(await shared()).toEqual([NEW]);
    const homes = desk.take().filter(({ method }) => method === 'views.publish');
    expect(homes.map(({ args }) => args.user_id).sort()).toEqual(['UANA', 'UBRUNO', 'UCHLOE']);
    expect(words(homes)).not.toContain('brand.mend');
  });

  it('is mended in the form, which goes on with what was typed and shows the new address', async () => {
    await drift();
    await desk.command('UBRUNO');
    const form = desk.takeView();
    expect(mends(form)).toBe(1);
    await desk.press('UBRUNO', form, 'brand.mend');
    const after = desk.take().find(({ method }) => method === 'views.update')?.args.view as ModalView;
    expect(after.callback_id).toBe('contact.save');
    expect(words(after)).toContain(`agora veem ${NEW}`);
    const idOf = (view: ModalView, name: string) =>
      (view.blocks.find((block) => block.block_id === name) as { element: { action_id: string } }).element.action_id;
    expect(idOf(after, 'tech-emergency')).toBe(idOf(form, 'tech-emergency'));
    expect(idOf(after, 'ops-users')).not.toBe(idOf(form, 'ops-users'));
    await desk.submit('UBRUNO', after, { 'tech-emergency': text('night@harvest.example') });
    expect((await theAccount(desk)).sheet).toMatchObject({
      'tech-emergency': ['night@harvest.example'],
      'ops-users': [NEW],
    });
  });
});

describe('X5: whoever clicks late', () => {
  const stale = async () => (await realias()) as ModalView;
  const answerTo = async (view: ModalView, userId = 'UANA'): Promise<string> => {
    desk.take();
    await desk.press(userId, view, 'brand.mend');
    return words(desk.take());
  };

  it('is told that somebody mended it already', async () => {
    const said = await stale();
    await desk.press('UBRUNO', said, 'brand.mend');
    const { revision } = await theAccount(desk);
    expect(await answerTo(said)).toContain('This was put right already');
    expect((await theAccount(desk)).revision).toBe(revision);
  });

  it('does not agree to another alias than the one they were asked about, and is asked again', async () => {
    const said = await stale();
    await drift('third@harvest.example');
    const answer = await answerTo(said);
    expect(answer).toContain('has changed since you were asked');
    expect(answer).toContain('Use third@harvest.example');
    expect(await shared()).toEqual([ALIAS]);
  });

  it('still agrees to it when something else was changed', async () => {
    const said = await stale();
    const account = await theAccount(desk);
    const sheet = { ...account.sheet, 'ops-platform': ['other@harvest.example'] };
    await saveSheet(desk.store, { account, sheet, by: 'UBRUNO', now: desk.now });
    expect(await answerTo(said)).toContain('are now shown');
    expect((await theAccount(desk)).sheet).toMatchObject({
      'ops-users': [NEW],
      'ops-platform': ['other@harvest.example'],
    });
  });

  it('A6: is refused when they may not edit any more', async () => {
    const said = await stale();
    const revoke = async (account: Account) =>
      revokeAccess(desk.store, { account, userId: 'UBRUNO', by: 'UANA', now: desk.now });
    await revoke(await theAccount(desk));
    expect(await answerTo(said, 'UBRUNO')).toContain('access.none');
    expect(await answerTo(said, 'UCHLOE')).toContain('Your role on this account does not allow that');
    expect(await shared()).toEqual([ALIAS]);
  });
});

it('R11: a brand made the default one is told of the drift at once, too', async () => {
  await desk.press('UANA', await settings(), 'brand.new');
  const answers = { name: text('Night Market'), alias: text('care@night.example') };
  await desk.submit('UANA', desk.takeView(), answers, 'V1');
  const night = (await theAccount(desk)).brands[1]?.id ?? '';
  await desk.press('UANA', await settings(), 'brand.edit', night);
  const view = desk.takeView();
  await desk.press('UANA', view, 'brand.default');
  const news = desk
    .take()
    .map(({ args }) => args.view as ModalView)
    .find((one) => one?.callback_id === 'brand.news');
  expect(words(news)).toContain('It is the default brand now');
  expect(words(news)).toContain('Use care@night.example');
  expect((await theAccount(desk)).defaultBrandId).toBe(night);
  expect(await shared()).toEqual([ALIAS]);
});
