import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ANA, GENERAL, OLIVIA } from '../../src/playground/world/cast.ts';
import { inModal, input, modal, openModal, plain, type Stage, setStage, textInput, topModal, typed } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.close());

const option = (value: string) => ({ text: { ...plain(value), emoji: true }, value });

describe('what a view holds', () => {
  const elements: [type: string, element: object, initial: object, entered: object, kept: object][] = [
    ['plain_text_input', {}, { value: null }, { value: 'x' }, { value: 'x' }],
    ['plain_text_input', { initial_value: 'a' }, { value: 'a' }, { value: '' }, { value: null }],
    ['email_text_input', {}, { value: null }, { value: 'a@b.co' }, { value: 'a@b.co' }],
    ['number_input', { is_decimal_allowed: false }, { value: null }, { value: '7' }, { value: '7' }],
    [
      'static_select',
      { options: [option('a'), option('b')] },
      { selected_option: null },
      { selected_option: { value: 'b' } },
      { selected_option: option('b') },
    ],
    [
      'radio_buttons',
      { options: [option('a')], initial_option: option('a') },
      { selected_option: option('a') },
      { selected_option: { value: 'a' } },
      { selected_option: option('a') },
    ],
    [
      'checkboxes',
      { options: [option('a'), option('b')] },
      { selected_options: [] },
      { selected_options: [{ value: 'b' }] },
      { selected_options: [option('b')] },
    ],
    [
      'multi_static_select',
      { options: [option('a')] },
      { selected_options: [] },
      { selected_options: [{ value: 'a' }] },
      { selected_options: [option('a')] },
    ],
    ['users_select', {}, { selected_user: null }, { selected_user: ANA }, { selected_user: ANA }],
    [
      'multi_users_select',
      { initial_users: [OLIVIA] },
      { selected_users: [OLIVIA] },
      { selected_users: [ANA, OLIVIA] },
      { selected_users: [ANA, OLIVIA] },
    ],
    ['channels_select', {}, { selected_channel: null }, { selected_channel: GENERAL }, { selected_channel: GENERAL }],
    [
      'conversations_select',
      {},
      { selected_conversation: null },
      { selected_conversation: GENERAL },
      { selected_conversation: GENERAL },
    ],
    [
      'multi_conversations_select',
      {},
      { selected_conversations: [] },
      { selected_conversations: [GENERAL] },
      { selected_conversations: [GENERAL] },
    ],
    ['datepicker', {}, { selected_date: null }, { selected_date: '2026-03-02' }, { selected_date: '2026-03-02' }],
    [
      'timepicker',
      { initial_time: '09:00' },
      { selected_time: '09:00' },
      { selected_time: '18:30' },
      { selected_time: '18:30' },
    ],
    [
      'datetimepicker',
      {},
      { selected_date_time: null },
      { selected_date_time: 1_772_452_800 },
      { selected_date_time: 1_772_452_800 },
    ],
  ];

  it.each(elements)('of a %s %j is %j, and after %j is %j', async (type, element, initial, entered, kept) => {
    const { id, values } = await openModal(stage, modal([input('field', { type, ...element })]));
    expect(values).toEqual({ field: { value: { type, ...initial } } });
    const value = { type, ...entered };
    const answer = await stage.playground.send(OLIVIA, {
      type: 'type',
      container: inModal(id),
      values: { field: { value } },
    });
    expect(answer).toEqual({ ok: true });
    expect(topModal(stage).values).toEqual({ field: { value: { type, ...kept } } });
  });

  it.each([
    ['static_select', { options: [option('a')] }, { selected_option: { value: 'z' } }],
    ['multi_static_select', { options: [option('a')] }, { selected_options: [{ value: 'a' }, { value: 'a' }] }],
    ['users_select', {}, { selected_user: 'U0NOBODY' }],
    ['channels_select', {}, { selected_channel: 'C0NONE' }],
    ['timepicker', {}, { selected_time: '25:00' }],
    ['datepicker', {}, { selected_date: 'tomorrow' }],
  ])('of a %s %j cannot be %j', async (type, element, entered) => {
    const before = await openModal(stage, modal([input('field', { type, ...element })]));
    const values = { field: { value: { type, ...entered } } };
    expect(await stage.playground.send(OLIVIA, { type: 'type', container: inModal(before.id), values })).toMatchObject({
      ok: false,
    });
    expect(topModal(stage).values).toEqual(before.values);
  });

  it('survives an update only under the same block and action', async () => {
    const { id } = await openModal(
      stage,
      modal([textInput('name'), textInput('note', { optional: true }), textInput('gone')]),
    );
    const values = { ...typed('name', 'Harvest'), ...typed('note', 'Soup'), ...typed('gone', 'Bread') };
    await stage.playground.send(OLIVIA, { type: 'type', container: inModal(id), values });
    const next = modal([
      textInput('name', {}, { initial_value: 'New' }),
      input('note', { type: 'plain_text_input', action_id: 'other' }),
      textInput('fresh'),
    ]);
    await stage.call('views.update', { view_id: id, view: next });
    const kept = topModal(stage).values;
    expect(kept.name?.value?.value).toBe('Harvest');
    expect(kept.note).toEqual({ other: { type: 'plain_text_input', value: null } });
    expect(kept.fresh?.value?.value).toBeNull();
    expect(kept).not.toHaveProperty('gone');
  });

  it('takes no harm from what was on its way for a field that the app took away', async () => {
    const { id } = await openModal(stage, modal([textInput('name'), textInput('gone')]));
    await stage.call('views.update', { view_id: id, view: modal([textInput('name')]) });
    const values = { ...typed('name', 'Harvest'), ...typed('gone', 'Bread') };
    expect(await stage.playground.send(OLIVIA, { type: 'type', container: inModal(id), values })).toEqual({ ok: true });
    expect(topModal(stage).values).toEqual({ name: { value: { type: 'plain_text_input', value: 'Harvest' } } });
    const unheardOf = typed('never', 'there');
    expect(
      await stage.playground.send(OLIVIA, { type: 'type', container: inModal(id), values: unheardOf }),
    ).toMatchObject({ ok: false });
  });
});
