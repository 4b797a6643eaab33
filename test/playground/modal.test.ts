import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OLIVIA } from '../../src/playground/world/cast.ts';
import type { Received } from './receiver.ts';
import {
  actions,
  button,
  click,
  inModal,
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

const ofType = (type: string): Received[] => stage.receiver.received.filter(({ payload }) => payload.type === type);

describe('a closed modal', () => {
  it('is told only to an app that asked to hear of it', async () => {
    await openModal(stage, modal([textInput('name')]));
    await stage.playground.send(OLIVIA, { type: 'close', viewId: topModal(stage).id });
    expect(ofType('view_closed')).toEqual([]);
    const { id } = await openModal(stage, modal([textInput('name')], { notify_on_close: true }));
    await stage.playground.send(OLIVIA, { type: 'close', viewId: id });
    expect(stage.last().payload).toMatchObject({ type: 'view_closed', is_cleared: false, view: { id } });
    expect(stage.sees().modals).toEqual([]);
  });

  it('is cleared together with those below it', async () => {
    const view = modal([textInput('name', { optional: true }), actions(button('test.more'))], {
      notify_on_close: true,
    });
    await openModal(stage, view);
    const { trigger_id } = await click(stage, 'test.more');
    await stage.call('views.push', { trigger_id, view });
    await stage.playground.send(OLIVIA, { type: 'close', viewId: topModal(stage).id, all: true });
    expect(ofType('view_closed').map(({ payload }) => payload.is_cleared)).toEqual([true, true]);
    expect(stage.sees().modals).toEqual([]);
  });
});

describe('a stack', () => {
  it('tells each view which one is below it and at its root', async () => {
    const view = modal([actions(button('test.more'))], { submit: undefined });
    const root = await openModal(stage, view);
    let below = root.id;
    for (const title of ['Second', 'Third']) {
      const { trigger_id } = await click(stage, 'test.more');
      const { body } = await stage.call('views.push', { trigger_id, view: { ...view, title: plain(title) } });
      expect(body.view).toMatchObject({ root_view_id: root.id, previous_view_id: below });
      below = body.view.id;
    }
    const titles = stage.sees().modals.map((one) => one.view.title as { text: string });
    expect(titles.map(({ text }) => text)).toEqual(['A modal', 'Second', 'Third']);
  });

  it('can be reached only at its top', async () => {
    const view = modal([textInput('name'), actions(button('test.more'))]);
    const { id } = await openModal(stage, view);
    const { trigger_id } = await click(stage, 'test.more');
    await stage.call('views.push', { trigger_id, view });
    const below = inModal(id);
    const typing = { type: 'type', container: below, values: typed('name', 'x') } as const;
    const pressing = { type: 'act', container: below, blockId: 'buttons', actionId: 'test.more', value: {} } as const;
    for (const intent of [typing, pressing]) {
      expect(await stage.playground.send(OLIVIA, intent)).toMatchObject({ ok: false });
    }
    expect(stage.sees().modals[0]?.values).toEqual({ name: { value: { type: 'plain_text_input', value: null } } });
  });
});
