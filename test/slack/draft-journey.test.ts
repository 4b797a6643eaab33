import type { ModalView } from '@slack/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { say } from '../../src/i18n/say.ts';
import { type Desk, keeping, text, type Values, words } from './desk.ts';
import { freshDesk } from './fresh-desk.ts';
import { bringIn, CONTACTS, setUp, theAccount } from './journey.ts';

/**
 * Somebody fills in the form bit by bit, is interrupted in every way there is, and goes on elsewhere. Whatever they typed
 * once they find again: no field is typed twice.
 */
describe.each([
  ['English', 'en', 'UCHLOE'],
  ['Portuguese', 'pt-BR', 'UBRUNO'],
] as const)('R24: somebody who reads %s, and is interrupted', (_, locale, userId) => {
  const voice = say(locale);
  let desk: Desk;
  let close: () => Promise<void>;

  beforeEach(async () => {
    ({ desk, close } = await freshDesk());
    await setUp(desk);
    await bringIn(desk, userId, 'editor');
    desk.take();
  });
  afterEach(() => close());

  const later = (minutes: number) => {
    desk.now = new Date(desk.now.getTime() + minutes * 60_000);
  };

  /** Types one more answer into the form as it stands; what stands in it then comes back. */
  const type = async (view: ModalView, before: Values, name: keyof typeof CONTACTS): Promise<Values> => {
    const values = { ...before, [name]: CONTACTS[name] };
    later(1);
    await desk.type(userId, view, name, { values });
    return values;
  };

  /** What stands in a form that has just been opened. */
  const held = (view: ModalView): Record<string, string | null> => {
    const fields = Object.keys(CONTACTS).map((name) => [name, keeping(view, {}, view)[name]?.value ?? null]);
    return Object.fromEntries(fields);
  };

  const answer = (...names: (keyof typeof CONTACTS)[]) =>
    Object.fromEntries(
      Object.keys(CONTACTS).map((name) => [
        name,
        names.some((one) => one === name) ? CONTACTS[name as keyof typeof CONTACTS].value : null,
      ]),
    );

  it('finishes on another device without typing anything twice', async () => {
    // From the command, and then the computer goes off: nobody closes anything.
    await desk.command(userId);
    let view = desk.takeView();
    await type(view, {}, 'tech-emergency');
    later(30);

    // From Home, on the phone; closed without saving.
    const account = await theAccount(desk);
    await desk.click(userId, 'contact.open', { value: account.id });
    view = desk.takeView();
    expect(held(view)).toEqual(answer('tech-emergency'));
    expect(words(view)).toContain(`${voice('draft.resumed', { since: '' }).slice(0, 20)}`);
    await desk.leave(userId, view, await type(view, keeping(view, {}, view), 'ops-platform'));

    // From the shortcut: the database fails while it is submitted.
    await desk.shortcut(userId, 'contact.open');
    view = desk.takeView();
    expect(held(view)).toEqual(answer('tech-emergency', 'ops-platform'));
    const values = await type(view, keeping(view, {}, view), 'ops-merchant');
    desk.refusals.set('users.info', 'fatal_error');
    const failed = { ...values, alert: { type: 'multi_users_select', selected_users: ['UANA'] } };
    const told = (await desk.submit(userId, withAlert(view), failed)) as { errors: object };
    expect(words(told.errors)).toContain(voice('fault.saving', { reference: '' }).split('.')[0] ?? '');
    desk.refusals.clear();

    // From a command that is locked; refused, for one answer will not do.
    later(60 * 24);
    desk.take();
    await desk.command(userId, 'status');
    view = desk.takeView();
    expect(held(view)).toEqual(answer('tech-emergency', 'ops-platform', 'ops-merchant'));
    const wrong = { ...keeping(view, {}, view), 'tech-non-emergency': text('api at harvest') };
    expect(words(await desk.submit(userId, view, wrong))).toContain('tech-non-emergency');

    // At last: what will not do is there to be corrected, and the rest is there to be saved.
    await desk.command(userId, 'edit');
    view = desk.takeView();
    expect(held(view)).toEqual({
      ...answer('tech-emergency', 'ops-platform', 'ops-merchant'),
      'tech-non-emergency': 'api at harvest',
    });
    await desk.submit(userId, view, await type(view, keeping(view, {}, view), 'tech-non-emergency'));
    expect((await theAccount(desk)).sheet).toMatchObject({
      'tech-emergency': ['oncall@harvest.example'],
      'tech-non-emergency': ['api@harvest.example', 'dev@harvest.example'],
      'ops-merchant': ['merchants@harvest.example'],
      'ops-platform': ['secret-escalation@harvest.example'],
    });
    desk.take();
    await desk.command(userId, 'edit');
    expect(words(desk.takeView())).not.toContain('draft.discard');
  });
});

/** A view into which somebody puts people who have to be looked up before the save. */
const withAlert = (view: ModalView): ModalView => ({
  ...view,
  blocks: [
    ...view.blocks,
    {
      type: 'input',
      block_id: 'alert',
      label: { type: 'plain_text', text: 'x' },
      element: { type: 'multi_users_select', action_id: 'draft.keep' },
    },
  ],
});
