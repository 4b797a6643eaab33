import { afterEach, beforeEach, expect, it } from 'vitest';
import { fields, text, visitor } from '../../src/playground/visitor.ts';
import { OLIVIA } from '../../src/playground/world/cast.ts';
import { modal, openModal, type Stage, setStage, textInput } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.close());

it('a visitor finds fields by their name, types as the app asks to hear of it, and closes', async () => {
  const each = { action_id: 'keep', dispatch_action_config: { trigger_actions_on: ['on_character_entered'] } };
  const blocks = [textInput('loud', { dispatch_action: true }, each), textInput('quiet', { optional: true })];
  await openModal(stage, modal(blocks, { notify_on_close: true }));
  const olivia = visitor(stage.playground, OLIVIA);
  await olivia.type(fields({ loud: text('heard'), quiet: text('not heard') }));
  await olivia.close();
  const told = stage.receiver.received.map(({ payload }) => payload).filter(({ type }) => type !== undefined);
  expect(told.map(({ type }) => type)).toEqual(['block_actions', 'view_closed']);
  expect(told[1].view.state.values).toMatchObject({
    loud: { keep: { value: 'heard' } },
    quiet: { value: { value: 'not heard' } },
  });
});
