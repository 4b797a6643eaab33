import type { InputBlock, ModalView } from '@slack/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { completeness, isLocked } from '../../src/domain/sheet.ts';
import { type Desk, text, users, words } from './desk.ts';
import { freshDesk } from './fresh-desk.ts';
import { ALIAS, CONTACTS, complete, setUp, theAccount } from './journey.ts';

let desk: Desk;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ desk, close } = await freshDesk());
});

afterEach(() => close());

const inputs = (view: ModalView): InputBlock[] =>
  view.blocks.flatMap((block) => (block.type === 'input' ? [block as InputBlock] : []));
const labels = (view: ModalView) => inputs(view).map((input) => input.label.text);
const fieldsOf = (view: ModalView) => inputs(view).map((input) => input.block_id);

describe('the first run', () => {
  it('R16: offers to set the account up, whatever the first person enters by', async () => {
    for (const enter of [
      () => desk.command('UANA'),
      () => desk.command('UANA', 'status'),
      () => desk.shortcut('UANA', 'contact.open'),
    ]) {
      await enter();
      expect(desk.takeView().callback_id).toBe('account.create');
    }
  });

  it('A9: lets no guest and no stranger set an account up, not even with a forged submission', async () => {
    await desk.command('UANA');
    const view = desk.takeView();
    for (const outsider of ['UGUEST', 'USTRANGER']) {
      await desk.command(outsider);
      expect(desk.takeView().callback_id).toBe('access.none');
      const forged = await desk.submit(outsider, view, { name: text('X'), brand: text('X'), alias: text('a@b.co') });
      expect(words(forged)).toContain('access.none');
    }
    await expect(theAccount(desk)).rejects.toThrow();
  });

  it('names every answer that will not do on its field', async () => {
    await desk.command('UANA');
    const answer = await desk.submit('UANA', desk.takeView(), {
      name: text('  '),
      brand: text(''),
      alias: text('nope'),
    });
    expect(answer).toEqual({
      response_action: 'errors',
      errors: {
        name: 'Give it a name.',
        brand: 'Give it a name.',
        integrations: 'Choose at least one integration.',
        alias: '“nope” is not an e-mail address. Example: oncall@yourcompany.com',
      },
    });
  });

  it('makes one account of a submission that is sent twice', async () => {
    await setUp(desk);
    await desk.click('UANA', 'account.open');
    const again = await desk.submit('UANA', desk.takeView(), {
      name: text('harvest table'),
      brand: text('H'),
      alias: text(ALIAS),
      integrations: { selected_options: [{ value: 'reservations' }] },
    });
    expect(again).toMatchObject({ response_action: 'errors', errors: { name: expect.stringContaining('already') } });
  });
});

describe('the form', () => {
  it('opens with exactly one call to Slack for a person who is known', async () => {
    await setUp(desk);
    await desk.command('UANA');
    expect(desk.take().map((call) => call.method)).toEqual(['views.open']);
  });

  it('R4: has the merchant field only where the integrations use it, and the server refuses it elsewhere', async () => {
    const form = await setUp(desk, 'Menu only', ['menu-feed']);
    expect(fieldsOf(form)).not.toContain('ops-merchant');
    const planted: ModalView = {
      ...form,
      blocks: [
        ...form.blocks,
        {
          type: 'input',
          block_id: 'ops-merchant',
          label: { type: 'plain_text', text: 'x' },
          element: { type: 'plain_text_input', action_id: 'value' },
        },
      ],
    };
    const answer = await desk.submit('UANA', planted, { 'ops-merchant': text('a@b.co') });
    expect(answer).toMatchObject({
      errors: { 'ops-merchant': 'None of your integrations uses a contact for merchant issues.' },
    });
  });

  it('R7: shows the place of the alert contacts in sandbox with the reason, and refuses them from a forged form', async () => {
    const form = await setUp(desk);
    expect(fieldsOf(form)).not.toContain('alert');
    expect(words(form)).toContain('chosen when you launch to production');
    const planted: ModalView = {
      ...form,
      blocks: [
        ...form.blocks,
        {
          type: 'input',
          block_id: 'alert',
          label: { type: 'plain_text', text: 'x' },
          element: { type: 'multi_users_select', action_id: 'value' },
        },
      ],
    };
    const answer = await desk.submit('UANA', planted, { alert: users('UANA') });
    expect(answer).toMatchObject({ errors: { alert: expect.stringContaining('only in production') } });
  });

  it('R11: refuses another shared address than the alias and says which one is expected', async () => {
    const form = await setUp(desk);
    const answer = await desk.submit('UANA', form, { 'ops-users': text('other@harvest.example') });
    expect(answer).toMatchObject({ errors: { 'ops-users': expect.stringContaining(ALIAS) } });
  });

  it('R14: explains each field with an example in the language of the reader', async () => {
    const form = await setUp(desk);
    for (const input of inputs(form)) expect(input.hint?.text).toMatch(/@|Example/);
    expect(labels(form)[0]).toBe('Technical emergency · needed, now or later');
  });

  it('R18: keeps a partial save, lists what is missing by name and stays locked', async () => {
    const form = await setUp(desk);
    const answer = (await desk.submit('UANA', form, { 'tech-emergency': text('oncall@harvest.example') })) as {
      view: ModalView;
    };
    expect(words(answer.view)).toContain(
      '*Saved.* Still missing: Technical non-emergency, Operations (merchant issues), Operations (platform only), and Support hours',
    );
    const account = await theAccount(desk);
    expect(account.sheet['tech-emergency']).toEqual(['oncall@harvest.example']);
    expect(isLocked(account)).toBe(true);
  });

  it('R19: unlocks at once for everyone with the save that completes it, and says that the integration can start', async () => {
    const form = await setUp(desk);
    await desk.submit('UANA', form, CONTACTS);
    desk.take();
    await desk.click('UANA', 'hours.open', { view: form });
    const answer = (await desk.submit('UANA', desk.takeView(), {}, 'V1')) as { view: ModalView };
    expect(answer.view.title.text).toBe('All set');
    expect(words(answer.view)).toContain('Your integration can start.');
    expect(completeness(await theAccount(desk)).complete).toBe(true);
    desk.take();
    await desk.command('UANA', 'status');
    expect(desk.take().at(-1)).toMatchObject({ method: 'respond', args: { response_type: 'ephemeral' } });
  });

  it('finishes with one opening and one submission beside the hours', async () => {
    const form = await setUp(desk);
    await desk.click('UANA', 'hours.open', { view: form });
    await desk.submit('UANA', desk.takeView(), {}, 'V1');
    const answer = (await desk.submit('UANA', form, CONTACTS)) as { view: ModalView };
    expect(answer.view.title.text).toBe('All set');
  });

  it('R21: comes back prefilled with what was saved', async () => {
    await complete(desk, await setUp(desk));
    await desk.command('UANA', 'edit');
    const view = desk.takeView();
    expect(words(view)).toContain('api@harvest.example\\ndev@harvest.example');
    expect(view.title.text).toBe('Contact details');
  });

  it('R22: cannot make a complete sheet incomplete; the field says why', async () => {
    await complete(desk, await setUp(desk));
    await desk.command('UANA', 'edit');
    const answer = await desk.submit('UANA', desk.takeView(), { 'tech-emergency': text('') });
    expect(answer).toMatchObject({ errors: { 'tech-emergency': expect.stringContaining('replace it') } });
  });

  it.each([
    ['a sentence', 'call me maybe', '“call” is not an e-mail address'],
    ['eleven addresses', Array.from({ length: 11 }, (_, i) => `a${i}@b.co`).join(' '), '11 addresses'],
    ['a duplicate', 'a@b.co, A@B.co', 'twice'],
    ['10,000 characters', 'a'.repeat(10_000), '10,000 characters'],
    ['a mark that turns the text around', 'a\u202e@b.co', 'invisible characters'],
    ['a mention of everybody', '<!channel>', '“<!channel>” is not'],
  ])('refuses %s on its field and saves nothing', async (_, typed, said) => {
    const form = await setUp(desk);
    const answer = await desk.submit('UANA', form, { ...CONTACTS, 'ops-platform': text(typed) });
    expect(answer).toEqual({ response_action: 'errors', errors: { 'ops-platform': expect.stringContaining(said) } });
    expect((await theAccount(desk)).sheet['tech-emergency']).toEqual([]);
  });

  it('R23: lays two editors over each other, and names what both changed', async () => {
    const form = await setUp(desk);
    await desk.submit('UANA', form, { 'tech-emergency': text('first@harvest.example') });
    const merged = (await desk.submit('UANA', form, { 'ops-platform': text('second@harvest.example') })) as {
      response_action: string;
    };
    expect(merged.response_action).toBe('update');
    const { sheet } = await theAccount(desk);
    expect([sheet['tech-emergency'], sheet['ops-platform']]).toEqual([
      ['first@harvest.example'],
      ['second@harvest.example'],
    ]);
    const conflict = (await desk.submit('UANA', form, { 'tech-emergency': text('third@harvest.example') })) as {
      view: ModalView;
    };
    expect(words(conflict.view)).toContain('saved while you were typing');
    expect(words(conflict.view)).toContain('first@harvest.example');
    const resolved = await desk.submit('UANA', conflict.view, { 'tech-emergency': text('third@harvest.example') });
    expect(words(resolved)).toContain('*Saved.*');
  });
});

describe('faults', () => {
  it('keeps the form open with its values when the database fails during a submission', async () => {
    const form = await setUp(desk);
    await desk.store.close();
    const answer = (await desk.submit('UANA', form, CONTACTS)) as { errors: Record<string, string> };
    const [said] = Object.values(answer.errors);
    const reference = /Reference: (\w{6})$/.exec(said ?? '')?.[1];
    expect(reference).toBeDefined();
    expect(desk.log.find((line) => line.event === 'save.failed')?.facts.reference).toBe(reference);
    expect(words(desk.log)).not.toContain('harvest.example');
  });

  it('tells the person where they are, with the reference of the log, when Slack refuses', async () => {
    await setUp(desk);
    desk.refusals.set('views.open', 'internal_error');
    await desk.command('UANA');
    const told = desk.take().find((call) => call.method === 'respond');
    const reference = desk.log.find((line) => line.event === 'answer.failed')?.facts.reference;
    expect(told?.args.text).toContain(reference);
  });
});

describe('the command', () => {
  it.each([
    ['stauts', 'Did you mean status?'],
    ['ajduar', 'Did you mean help?'],
    ['xyzzyplugh', 'I do not know “xyzzyplugh”.'],
  ])('answers “%s” with a guess and the help', async (word, said) => {
    await setUp(desk);
    await desk.command('UANA', word);
    expect(desk.take()[0]?.args.text).toContain(said);
  });

  it('speaks Portuguese to whoever reads Portuguese', async () => {
    await desk.command('UBRUNO');
    expect(desk.takeView().title.text).toBe('Configurar a conta');
  });
});
