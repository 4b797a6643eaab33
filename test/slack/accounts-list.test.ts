import type { HomeView, ModalView } from '@slack/types';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import { revokeAccess } from '../../src/store/access.ts';
import { findAccount } from '../../src/store/accounts.ts';
import { buttonsOf, type Desk, type Posted, TEAM, words } from './desk.ts';
import { beginOnce } from './rewind.ts';

const MANY = 500;
const names = (n: number) => `Account ${String(n).padStart(3, '0')}`;

let desk: Desk;
/** The one that lacks everything, though its name is the last but one. */
let empty: Account;

/** Ana is the admin of 500 accounts; all are complete but one, and but one that lacks its hours alone. Written in bulk. */
beginOnce(async (fresh) => {
  desk = fresh;
  const { client } = desk.store;
  const at = desk.now;
  const every = Array.from({ length: MANY }, (_, n) => ({ n, accountId: `acc${names(n).slice(-3)}` }));
  await client.account.createMany({
    data: every.map(({ n, accountId: id }) => ({ id, teamId: TEAM, name: names(n), createdAt: at })),
  });
  await client.brand.createMany({
    data: every.map(({ n, accountId }) => ({
      ...{ id: `brand.${accountId}`, accountId, name: names(n), position: 0 },
      supportAlias: `help@a${n}.example`,
    })),
  });
  await client.$executeRawUnsafe(`UPDATE "Account" SET "defaultBrandId" = 'brand.' || "id"`);
  await client.integration.createMany({ data: every.map(({ accountId }) => ({ accountId, type: 'menu-feed' })) });
  await client.member.createMany({
    data: every.map(({ accountId }) => ({ accountId, userId: 'UANA', role: 'admin', addedBy: 'UANA', addedAt: at })),
  });
  const given = { oncall: 'tech-emergency', api: 'tech-non-emergency', escalate: 'ops-platform', help: 'ops-users' };
  const answered = every.filter(({ n }) => n !== 498);
  await client.contact.createMany({
    data: answered.flatMap(({ n, accountId }) =>
      Object.entries(given).map(([mailbox, purpose]) => {
        const address = `${mailbox}@a${n}.example`;
        return { accountId, purpose, address, mailbox: address, position: 0 };
      }),
    ),
  });
  await client.supportWindow.createMany({
    data: answered
      .filter(({ n }) => n !== 497)
      .map(({ accountId }) => ({ accountId, position: 0, zone: 'UTC', days: '12', start: 540, end: 1080 })),
  });
  const found = await findAccount(desk.store, { teamId: TEAM, accountId: 'acc498' });
  if (!found) throw new Error('there is no account');
  empty = found;
});

beforeEach(() => {
  desk.take();
});

const rows = (view: { blocks: unknown[] }): string[] =>
  [...words(view.blocks).matchAll(/\*(Account \d+)\*/g)].map(([, name]) => name as string);

const said = (): Posted => desk.take().find(({ method }) => method === 'respond')?.args as unknown as Posted;
const suggestions = async (query: string, block: string, userId = 'UANA') =>
  (
    (await desk.suggest(userId, 'account.choose', query, block)) as {
      options: { text: { text: string }; value: string }[];
    }
  ).options;

describe('X1: 500 accounts', () => {
  it('X1: are listed ten at a time, the worst first, with their readiness', async () => {
    await desk.command('UANA', 'accounts');
    const first = desk.takeView();
    expect(rows(first)).toEqual(['Account 498', 'Account 497', ...[0, 1, 2, 3, 4, 5, 6, 7].map(names)]);
    expect(words(first)).toContain('missing Technical emergency');
    expect(words(first)).toContain('Page 1 of 50');
    await desk.press('UANA', first, 'account.page', '1');
    const second = desk.takeView();
    expect(rows(second)[0]).toBe('Account 008');
    expect(
      buttonsOf(second)
        .filter(({ action_id }) => action_id === 'account.page')
        .map(({ value }) => value),
    ).toEqual(['0', '2']);
    await desk.click('UANA', 'account.page', { view: second, value: '49' });
    const last = desk.takeView();
    expect(rows(last).at(-1)).toBe('Account 499');
    expect(words(last)).not.toContain('Next page');
  });

  it('X1: are found by name, wherever they stand', async () => {
    const found = await suggestions('account 30', 'open');
    expect(found.map(({ text }) => text.text)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => names(300 + n)));
    expect(await suggestions('', 'open')).toHaveLength(100);
    expect((await suggestions('', 'open'))[0]?.text.text).toBe('Account 498');
    expect(await suggestions('nothing', 'open')).toEqual([]);
  });

  it('A9: are not found by anybody else', async () => {
    for (const userId of ['UCHLOE', 'UGUEST', 'USTRANGER'])
      expect(await suggestions('account', 'open', userId)).toEqual([]);
  });

  it('X1: one that is opened takes the place of the list, so that what is pushed on top stays one step away', async () => {
    await desk.command('UANA', 'accounts');
    const list = desk.takeView();
    await desk.press('UANA', list, 'account.choose', `open.${empty.id}`);
    const [call] = desk.take().filter(({ args }) => args.view);
    expect(call?.method).toBe('views.update');
    expect(words(call?.args.view)).toContain('Account 498');
  });

  it('X1: Home pages through them in its place, and shows the one that is chosen', async () => {
    await desk.event({ type: 'app_home_opened', user: 'UANA', tab: 'home' });
    const home = desk.takeView<HomeView>();
    expect(rows(home)[0]).toBe('Account 498');
    await desk.press('UANA', home, 'account.page', '1');
    const next = desk.takeView<HomeView>();
    expect([next.type, rows(next)[0]]).toEqual(['home', 'Account 008']);
    const value = buttonsOf(next).find(({ action_id }) => action_id === 'account.choose')?.value ?? '';
    await desk.press('UANA', next, 'account.choose', value);
    expect(words(desk.takeView<HomeView>())).toContain('Account 008 · Sandbox');
  });
});

describe('whoever asks for access to one of 500', () => {
  it('A1: finds each of them by its name, and a guest none', async () => {
    await desk.command('UCHLOE', 'access request');
    expect(words(desk.takeView())).toContain('external_select');
    const find = async (userId: string) =>
      ((await desk.suggest(userId, 'access.account', '499')) as { options: { text: { text: string } }[] }).options;
    expect((await find('UCHLOE')).map(({ text }) => text.text)).toEqual(['Account 499']);
    expect(await find('UGUEST')).toEqual([]);
    expect(await find('USTRANGER')).toEqual([]);
  });
});

describe('a command that could mean any of them', () => {
  it('asks which one, with a search and the worst five, and goes on with the one that is chosen', async () => {
    await desk.command('UANA', 'status');
    const asked = said();
    expect(asked.text).toMatch(
      /^You have 500 accounts\. Which one do you mean\? Account 498: .* And 495 more accounts\.$/,
    );
    expect(rows(asked)).toEqual(['Account 498', 'Account 497', names(0), names(1), names(2)]);
    const block = asked.blocks.find(({ block_id }) => block_id === 'status');
    expect(words(block)).toContain('external_select');
    const [found] = await suggestions('account 123', 'status');
    await desk.click('UANA', 'account.choose', { value: found?.value ?? '' });
    expect(said().text).toContain('Account 123 is in Sandbox');
  });

  it('X4: what was understood goes on too, and what was typed does not travel', async () => {
    await desk.command('UANA', 'who the integration at harvest is down');
    const asked = said();
    expect(words(asked)).not.toContain('harvest');
    const [found] = await suggestions('account 123', 'who.integration-down');
    await desk.click('UANA', 'account.choose', { value: found?.value ?? '' });
    expect(said().text).toContain('Technical emergency of Account 123: oncall@a123.example');
  });

  it('X3: share goes on with the preview', async () => {
    await desk.command('UANA', 'share');
    await desk.press('UANA', said(), 'account.choose', undefined);
    expect(desk.takeView<ModalView>().title.text).toBe('Required information');
    const [found] = await suggestions('account 123', 'share');
    await desk.click('UANA', 'account.choose', { value: found?.value ?? '' });
    expect(words(desk.takeView())).toContain('help@a123.example');
  });

  it('R15: a locked one still answers with the required information', async () => {
    await desk.click('UANA', 'account.choose', { value: `status.${empty.id}` });
    expect(desk.takeView().title.text).toBe('Required information');
  });

  it('A9: a choice is authorised again: access that is gone opens nothing', async () => {
    const [found] = await suggestions('account 123', 'status');
    const accountId = found?.value.split('.').at(-1) ?? '';
    const account = await findAccount(desk.store, { teamId: TEAM, accountId });
    if (!account) throw new Error('there is no account');
    await revokeAccess(desk.store, { account, userId: 'UANA', by: 'UOLGA', now: desk.now });
    await desk.click('UANA', 'account.choose', { value: found?.value ?? '' });
    expect(desk.takeView().callback_id).toBe('access.none');
  });

  it.each(['', 'status', 'nonsense.acc', 'status.a.b.c', '__proto__.x', '.', 'home.'])(
    'A9: the forged choice “%s” is refused in words',
    async (value) => {
      await desk.click('UANA', 'account.choose', { value });
      expect(desk.takeView().callback_id).toBe('access.none');
    },
  );
});
