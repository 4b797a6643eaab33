import type { ModalView } from '@slack/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nameOf } from '../../src/slack/gate.ts';
import { LISTENERS } from '../../src/slack/listeners.ts';
import type { Listener } from '../../src/slack/turn.ts';
import { grantAccess } from '../../src/store/access.ts';
import { type Desk, words } from './desk.ts';
import { freshDesk } from './fresh-desk.ts';
import { BRUNO, complete, setUp, theAccount } from './journey.ts';

let desk: Desk;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ desk, close } = await freshDesk());
});

afterEach(() => close());

/** Does what the listener listens to, about the account, and gives back everything that the person is shown. */
async function trigger(userId: string, listener: Listener): Promise<string> {
  desk.take();
  const { kind, id } = listener.source;
  const account = await theAccount(desk);
  if (kind === 'command') await desk.command(userId, id === 'open' ? '' : id);
  if (kind === 'shortcut') await desk.shortcut(userId, id);
  if (kind === 'action') await desk.click(userId, id, { value: account.id });
  const view: ModalView = {
    type: 'modal',
    callback_id: id,
    title: { type: 'plain_text', text: 'x' },
    blocks: [
      {
        type: 'input',
        block_id: 'any',
        label: { type: 'plain_text', text: 'x' },
        element: { type: 'plain_text_input', action_id: 'value' },
      },
    ],
    private_metadata: JSON.stringify({
      account: account.id,
      revision: account.revision,
      brand: account.defaultBrandId,
      windows: [],
    }),
  };
  const acknowledged = kind === 'submission' ? await desk.submit(userId, view) : null;
  return words([acknowledged, desk.take()]);
}

/** Open while the sheet is incomplete: the sheet, users, support and help. Whatever is new is locked until it is put here. */
const OPEN = [
  ...['command open', 'command edit', 'shortcut contact.open', 'action contact.open', 'submission contact.save'],
  ...['command hours', 'action hours.open', 'action hours.add', 'action hours.remove', 'submission hours.save'],
  ...['action hours.preset', 'action hours.copy', 'action hours.midnight'],
  ...['action draft.keep', 'action hours.zone', 'close contact.save', 'close hours.save', 'action draft.discard'],
  ...['action brand.open', 'submission brand.save', 'action brand.mend', 'action advice.keep'],
  ...['action section.ask', 'submission section.send', 'action section.withdraw'],
  ...['action section.fill', 'submission section.answer'],
  ...['command access', 'action access.users', 'submission access.grant'],
  ...['action access.member', 'submission access.change', 'action access.revoke', 'submission access.take'],
  ...['action access.channel', 'submission access.route'],
  ...['action access.ask', 'action access.propose', 'submission access.request', 'action access.withdraw'],
  ...['action access.approve', 'action access.deny', 'action access.review', 'submission access.decide'],
  ...['action access.recover', 'submission access.takeover'],
  ...['command support', 'action support.open', 'action support.link'],
  ...['command help', 'action help.open'],
  ...['action account.open', 'submission account.create', 'action home.accounts'],
  ...['action account.choose', 'action account.page'],
];

const locked = LISTENERS.filter(({ source }) => !OPEN.includes(nameOf(source)));
const named = (listeners: readonly Listener[]) =>
  listeners.map((listener) => [nameOf(listener.source), listener] as const);

const REQUIRED = '"text":"Required information"';

describe('while the sheet is incomplete', () => {
  it.each(named(locked))('R15: “%s” answers with the required-information modal', async (_, listener) => {
    await setUp(desk);
    expect(await trigger('UANA', listener)).toContain(REQUIRED);
  });

  it.each(['', 'status', 'history'])('R16: the first entry by “/contacts %s” offers it', async (text) => {
    await setUp(desk);
    await desk.command('UANA', text);
    expect(desk.takeView().title.text).toBe('Required information');
  });

  it('R16: Home and the shortcut offer it too', async () => {
    await setUp(desk);
    await desk.event({ type: 'app_home_opened', user: 'UANA', tab: 'home' });
    const home = words(desk.take());
    expect(home).toContain('is locked');
    expect(home).toContain('"action_id":"contact.open"');
    await desk.shortcut('UANA', 'contact.open');
    expect(desk.takeView().title.text).toBe('Required information');
  });

  it('R17: an admin brings somebody in, who opens and completes the sheet at once', async () => {
    const form = await setUp(desk);
    await desk.click('UANA', 'access.users', { view: form });
    const answer = await desk.submit(
      'UANA',
      desk.takeView(),
      {
        person: { type: 'users_select', selected_user: BRUNO.id },
        role: { type: 'radio_buttons', selected_option: { value: 'editor' } },
      },
      'V1',
    );
    expect(words(answer)).toContain(`<@${BRUNO.id}> can now open the sheet`);
    const told = desk.take().find(({ method }) => method === 'chat.postMessage');
    expect(told?.args).toMatchObject({ channel: BRUNO.id, text: expect.stringContaining('deu a você acesso') });
    await desk.click(BRUNO.id, 'contact.open', { value: (await theAccount(desk)).id });
    const his = desk.takeView();
    expect(his.title.text).toBe('Dados obrigatórios');
    await complete(desk, his, BRUNO.id);
    await desk.command('UANA', 'status');
    expect(words(desk.take())).toContain('Sandbox 6/6, complete');
  });
});

describe('once the sheet is complete', () => {
  it.each(named(LISTENERS))('R16: “%s” never shows the required-information modal', async (_, listener) => {
    await complete(desk, await setUp(desk));
    expect(await trigger('UANA', listener)).not.toContain(REQUIRED);
  });

  it('R19: it is unlocked for every member at once, without a restart', async () => {
    const form = await setUp(desk);
    const account = await theAccount(desk);
    const member = { userId: BRUNO.id, role: 'viewer', endsAt: null } as const;
    await grantAccess(desk.store, { account, member, by: 'UANA', now: desk.now });
    await desk.command(BRUNO.id, 'status');
    expect(desk.takeView().title.text).toBe('Dados obrigatórios');
    await complete(desk, form);
    await desk.command(BRUNO.id, 'status');
    expect(words(desk.take())).toContain('Sandbox 6/6, completa');
  });
});
