import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ANA, LAUNCH, NORTHWIND, OLIVIA, SOFIA } from '../../src/playground/world/cast.ts';
import type { Received } from './receiver.ts';
import {
  actions,
  button,
  click,
  inModal,
  input,
  modal,
  openModal,
  plain,
  type Stage,
  setStage,
  textInput,
  topModal,
  typed,
} from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.close());

const notices = (userId = OLIVIA) => stage.sees(userId).notices.map(({ text }) => text);
const ofType = (type: string): Received[] => stage.receiver.received.filter(({ payload }) => payload.type === type);

describe('a click', () => {
  const blocks = [
    actions(button('test.press', { value: 'one', style: 'primary' }), {
      ...{ type: 'static_select', action_id: 'test.pick', placeholder: plain('Pick') },
      options: ['a', 'b'].map((value) => ({ text: plain(value.toUpperCase()), value })),
    }),
    textInput('note', { optional: true }),
  ];

  it('in a modal arrives with the view, its values and the action', async () => {
    const opened = await openModal(stage, modal(blocks, { private_metadata: 'kept' }));
    const container = inModal(opened.id);
    await stage.playground.send(OLIVIA, { type: 'type', container, values: typed('note', 'Hello') });
    const payload = await click(stage, 'test.press');
    expect(payload).toMatchObject({
      ...{ type: 'block_actions', api_app_id: 'A07CALLSHT0', enterprise: null, is_enterprise_install: false },
      ...{
        user: { id: OLIVIA, username: 'olivia', team_id: 'T07HARVEST1' },
        team: { id: 'T07HARVEST1', domain: 'harvest-table' },
      },
      container: { type: 'view', view_id: opened.id },
      view: {
        ...{
          id: opened.id,
          type: 'modal',
          callback_id: 'test.view',
          private_metadata: 'kept',
          root_view_id: opened.id,
        },
        ...{ previous_view_id: null, hash: expect.stringMatching(/^\d+\.\w+$/), app_installed_team_id: 'T07HARVEST1' },
        state: { values: { note: { value: { type: 'plain_text_input', value: 'Hello' } } } },
      },
    });
    expect(payload.actions).toEqual([
      {
        ...{ type: 'button', action_id: 'test.press', block_id: 'buttons', value: 'one', style: 'primary' },
        ...{ text: { ...plain('Press'), emoji: true }, action_ts: expect.stringMatching(/^\d+\.\d{6}$/) },
      },
    ]);
    expect(payload).not.toHaveProperty('response_url');
  });

  it('in a message arrives with the message, its values and an address for the answer', async () => {
    const { body } = await stage.call('chat.postMessage', { channel: LAUNCH, text: 'Choose.', blocks });
    await stage.playground.send(OLIVIA, {
      ...{ type: 'act', container: { kind: 'message', channel: LAUNCH, ts: body.ts }, blockId: 'buttons' },
      ...{ actionId: 'test.pick', value: { selected_option: { value: 'b' } } },
    });
    const picked = { text: { ...plain('B'), emoji: true }, value: 'b' };
    expect(stage.last().payload).toMatchObject({
      ...{ container: { type: 'message', message_ts: body.ts, channel_id: LAUNCH, is_ephemeral: false } },
      ...{
        channel: { id: LAUNCH, name: 'privategroup' },
        message: { ts: body.ts, text: 'Choose.', bot_id: 'B07CALLSHT0' },
      },
      response_url: expect.stringContaining('/actions/'),
      state: { values: { buttons: { 'test.pick': { type: 'static_select', selected_option: picked } } } },
      actions: [{ type: 'static_select', selected_option: picked }],
    });
  });

  it('in a message that only one person sees arrives without its content', async () => {
    const { body } = await stage.call('chat.postEphemeral', { channel: LAUNCH, user: ANA, text: 'Choose.', blocks });
    const container = { kind: 'message', channel: LAUNCH, ts: body.message_ts } as const;
    const act = { type: 'act', container, blockId: 'buttons', actionId: 'test.press', value: {} } as const;
    expect(await stage.playground.send(OLIVIA, act)).toMatchObject({ ok: false });
    expect(await stage.playground.send(ANA, act)).toEqual({ ok: true });
    expect(stage.last().payload.container.is_ephemeral).toBe(true);
    expect(stage.last().payload).not.toHaveProperty('message');
  });

  it('of somebody of another company carries their own team, and the app’s where it is installed', async () => {
    const { body } = await stage.call('chat.postMessage', { channel: NORTHWIND, text: 'Choose.', blocks });
    const container = { kind: 'message', channel: NORTHWIND, ts: body.ts } as const;
    await stage.playground.send(SOFIA, {
      type: 'act',
      container,
      blockId: 'buttons',
      actionId: 'test.press',
      value: {},
    });
    const inChannel = stage.last().payload;
    expect([inChannel.user.team_id, inChannel.team.id]).toEqual(['T09NORTHWND', 'T07HARVEST1']);
    await stage.call('views.open', { trigger_id: inChannel.trigger_id, view: modal(blocks) });
    await click(stage, 'test.press', {}, SOFIA);
    const inView = stage.last().payload;
    expect([inView.user.team_id, inView.team.id]).toEqual(['T09NORTHWND', 'T09NORTHWND']);
    expect(inView.view).toMatchObject({ team_id: 'T09NORTHWND', app_installed_team_id: 'T07HARVEST1' });
  });

  it('that the app does not acknowledge says so where it was made', async () => {
    const { body } = await stage.call('chat.postMessage', { channel: LAUNCH, text: 'Choose.', blocks });
    await openModal(stage, modal(blocks));
    stage.receiver.reply = () => ({ status: 500 });
    await click(stage, 'test.press');
    expect(topModal(stage).fault).toBe('We had some trouble connecting. Try again?');
    const container = { kind: 'message', channel: LAUNCH, ts: body.ts } as const;
    await stage.playground.send(ANA, { type: 'act', container, blockId: 'buttons', actionId: 'test.press', value: {} });
    expect(notices(ANA)).toEqual(['This app responded with Status Code 500.']);
  });

  it.each([
    ['an element that is not there', 'test.other', {}],
    ['an option that is not offered', 'test.pick', { selected_option: { value: 'c' } }],
  ])('on %s is impossible', async (_, actionId, value) => {
    const { id } = await openModal(stage, modal(blocks));
    const before = stage.receiver.received.length;
    const act = { type: 'act', container: inModal(id), blockId: 'buttons', actionId, value } as const;
    expect(await stage.playground.send(OLIVIA, act)).toMatchObject({ ok: false });
    expect(stage.receiver.received).toHaveLength(before);
  });

  it('in a field says nothing until the form is submitted, unless the app asked for it', async () => {
    const options = [{ text: plain('A'), value: 'a' }];
    const select = { type: 'static_select', options };
    const { id } = await openModal(
      stage,
      modal([input('quiet', select), input('loud', select, { dispatch_action: true })]),
    );
    const choose = (blockId: string) =>
      stage.playground.send(OLIVIA, {
        ...{
          type: 'act',
          container: inModal(id),
          blockId,
          actionId: 'value',
          value: { selected_option: { value: 'a' } },
        },
      });
    await choose('quiet');
    expect(ofType('block_actions')).toEqual([]);
    await choose('loud');
    expect(ofType('block_actions')[0]?.payload.view.state.values.quiet.value.selected_option.value).toBe('a');
  });

  it('with every letter of a text that asks for it carries all that is in the form', async () => {
    const each = { dispatch_action_config: { trigger_actions_on: ['on_character_entered'] } };
    const { id } = await openModal(
      stage,
      modal([textInput('quiet', { optional: true }), textInput('loud', { dispatch_action: true }, each)]),
    );
    const container = inModal(id);
    await stage.playground.send(OLIVIA, { type: 'type', container, values: typed('quiet', 'before') });
    for (const value of ['a', 'an']) {
      const letter = { blockId: 'loud', actionId: 'value', value: { value } };
      await stage.playground.send(OLIVIA, { type: 'act', container, ...letter });
    }
    const [, { payload } = {}] = ofType('block_actions');
    expect(payload.view.state.values).toMatchObject({ ...typed('quiet', 'before'), ...typed('loud', 'an') });
    expect(payload.actions).toEqual([
      {
        ...{ type: 'plain_text_input', block_id: 'loud', action_id: 'value', value: 'an' },
        ...{ action_ts: expect.stringMatching(/^\d+\.\d{6}$/) },
      },
    ]);
    // The form is not shown anew under the hands of whoever types.
    expect(topModal(stage).values).toMatchObject({ ...typed('quiet', 'before'), ...typed('loud', 'an') });
  });

  it('that was on its way to a field which the app took away keeps what else was typed', async () => {
    const { id } = await openModal(stage, modal([textInput('one', { dispatch_action: true }), textInput('two')]));
    const view = modal([textInput('one', { dispatch_action: true }, { action_id: 'value.1' }), textInput('two')]);
    await stage.call('views.update', { view_id: id, view });
    const letter = { blockId: 'one', actionId: 'value', value: { value: 'late' } };
    const values = { ...typed('one', 'late'), ...typed('two', 'kept') };
    const before = stage.receiver.received.length;
    expect(await stage.playground.send(OLIVIA, { type: 'act', container: inModal(id), ...letter, values })).toEqual({
      ok: true,
    });
    expect(stage.receiver.received).toHaveLength(before);
    expect(topModal(stage).values).toMatchObject({ ...typed('two', 'kept'), one: { 'value.1': { value: null } } });
  });
});
