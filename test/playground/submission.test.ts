import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ANA, OLIVIA } from '../../src/playground/world/cast.ts';
import type { Reply } from './receiver.ts';
import {
  actions,
  button,
  click,
  input,
  modal,
  openModal,
  plain,
  type Stage,
  setStage,
  submit,
  textInput,
  topModal,
  typed,
} from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.close());

const TROUBLE = 'We had some trouble connecting. Try again?';
const form = modal([textInput('name'), textInput('note', { optional: true }), actions(button('test.more'))]);
const names = () => stage.sees().modals.map(({ view }) => (view.title as { text: string }).text);
const titled = (text: string) => ({ ...form, title: plain(text) });
const answering = (body: unknown) => {
  stage.receiver.reply = ({ payload }) => (payload.type === 'view_submission' ? ({ body } as Reply) : {});
};

describe('a submission', () => {
  it('arrives with the view and what was entered', async () => {
    const { id } = await openModal(stage, form);
    await submit(stage, typed('name', 'Harvest'));
    expect(stage.last().payload).toMatchObject({
      ...{ type: 'view_submission', user: { id: OLIVIA }, team: { id: 'T07HARVEST1' }, response_urls: [] },
      ...{ trigger_id: expect.stringMatching(/./), is_enterprise_install: false, enterprise: null },
      view: {
        id,
        callback_id: 'test.view',
        state: { values: { name: { value: { value: 'Harvest' } }, note: { value: { value: null } } } },
      },
    });
  });

  it.each<[string, object, object, string]>([
    ['a required field that is blank', { type: 'plain_text_input' }, {}, 'Please complete this required field.'],
    [
      'a text that is too short',
      { type: 'plain_text_input', min_length: 3 },
      { value: 'ab' },
      'Please use at least 3 characters.',
    ],
    [
      'a text that is too long',
      { type: 'plain_text_input', max_length: 3 },
      { value: 'abcd' },
      'Please use at most 3 characters.',
    ],
    ['an address that is none', { type: 'email_text_input' }, { value: 'ana' }, 'Please enter a valid email address.'],
    ['a link that is none', { type: 'url_text_input' }, { value: 'ana' }, 'Please enter a valid URL.'],
    [
      'a number that is none',
      { type: 'number_input', is_decimal_allowed: false },
      { value: '1.5' },
      'Please enter a valid number.',
    ],
    [
      'too many people',
      { type: 'multi_users_select', max_selected_items: 1 },
      { selected_users: [ANA, OLIVIA] },
      'Please choose at most 1.',
    ],
  ])('with %s does not leave Slack', async (_, element, entered, words) => {
    await openModal(stage, modal([input('field', element)]));
    const before = stage.receiver.received.length;
    await submit(stage, { field: { value: entered } });
    expect(topModal(stage).errors).toEqual({ field: words });
    expect(stage.receiver.received).toHaveLength(before);
  });

  const push = { response_action: 'push', view: titled('On top') };
  it.each<[string, unknown, string[]]>([
    ['nothing closes the view', undefined, []],
    ['an empty answer closes the view', {}, []],
    ['update shows another content', { response_action: 'update', view: titled('After') }, ['After']],
    ['push puts a view on top', push, ['A modal', 'On top']],
    ['clear closes everything', { response_action: 'clear' }, []],
  ])('answered with %s', async (_, body, shown) => {
    answering(body);
    await openModal(stage, form);
    await submit(stage, typed('name', 'x'));
    expect(names()).toEqual(shown);
  });

  it('answered with nothing closes the view on top and shows the one below', async () => {
    await openModal(stage, form);
    const { trigger_id } = await click(stage, 'test.more');
    await stage.call('views.push', { trigger_id, view: titled('On top') });
    await submit(stage, typed('name', 'x'));
    expect(names()).toEqual(['A modal']);
  });

  it('answered with errors shows them below their fields and keeps what was typed', async () => {
    answering({ response_action: 'errors', errors: { name: 'Taken.' } });
    await openModal(stage, form);
    await submit(stage, typed('name', 'Harvest'));
    expect(topModal(stage)).toMatchObject({
      errors: { name: 'Taken.' },
      fault: null,
      values: typed('name', 'Harvest'),
    });
    answering(undefined);
    await submit(stage);
    expect(stage.sees().modals).toEqual([]);
  });

  it.each<[string, Reply]>([
    ['errors on what is no field', { body: { response_action: 'errors', errors: { buttons: 'No.' } } }],
    ['errors on what is not there', { body: { response_action: 'errors', errors: { other: 'No.' } } }],
    ['no errors among its errors', { body: { response_action: 'errors', errors: {} } }],
    [
      'a view that Block Kit does not know',
      { body: { response_action: 'update', view: modal([{ type: 'sculpture' }]) } },
    ],
    ['an action that Slack does not know', { body: { response_action: 'explode' } }],
    ['words', { body: 'Thank you' }],
    ['an HTTP error', { status: 500 }],
    ['silence', 'silence'],
  ])('answered with %s says so, and nothing typed is lost', async (_, reply) => {
    await openModal(stage, form);
    stage.receiver.reply = () => reply;
    await submit(stage, typed('name', 'Harvest'));
    expect(topModal(stage)).toMatchObject({ fault: TROUBLE, busy: false, values: typed('name', 'Harvest') });
  });

  it('can put no fourth view on top', async () => {
    answering(push);
    await openModal(stage, form);
    await submit(stage, typed('name', 'x'));
    await submit(stage, typed('name', 'x'));
    expect(names()).toEqual(['A modal', 'On top', 'On top']);
    await submit(stage, typed('name', 'x'));
    expect(topModal(stage).fault).toBe(TROUBLE);
    expect(names()).toHaveLength(3);
  });

  it('is busy until it is acknowledged, and cannot be repeated meanwhile', async () => {
    const { id } = await openModal(stage, form);
    let during: unknown;
    stage.receiver.reply = () => {
      during = topModal(stage).busy;
      return {};
    };
    const first = submit(stage, typed('name', 'x'));
    const second = submit(stage, typed('name', 'x'));
    expect(await second).toMatchObject({ ok: false });
    expect(await first).toEqual({ ok: true });
    expect(during).toBe(true);
    expect(stage.receiver.received.filter(({ payload }) => payload.view?.id === id)).toHaveLength(1);
  });

  it('of a view that is not on top is impossible', async () => {
    const { id } = await openModal(stage, form);
    const { trigger_id } = await click(stage, 'test.more');
    await stage.call('views.push', { trigger_id, view: form });
    expect(await stage.playground.send(OLIVIA, { type: 'submit', viewId: id })).toMatchObject({ ok: false });
  });

  it('of one person leaves what others have open', async () => {
    await openModal(stage, form, ANA);
    await openModal(stage, form);
    await submit(stage, typed('name', 'x'));
    expect(stage.sees(ANA).modals).toHaveLength(1);
  });
});
