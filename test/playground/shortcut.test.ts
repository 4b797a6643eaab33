import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LAUNCH, OLIVIA, SOFIA } from '../../src/playground/world/cast.ts';
import { manifest, modal, openModal, type Stage, setStage, submit, textInput, topModal } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.close());

describe('a shortcut', () => {
  it('arrives with a trigger', async () => {
    await stage.playground.send(OLIVIA, { type: 'shortcut', callbackId: 'contact.open' });
    expect(stage.last().payload).toMatchObject({ type: 'shortcut', callback_id: 'contact.open', user: { id: OLIVIA } });
    const { trigger_id } = stage.last().payload;
    expect((await stage.call('views.open', { trigger_id, view: modal([{ type: 'divider' }]) })).body.ok).toBe(true);
  });

  it('on a message arrives with the message', async () => {
    const shortcuts = [{ callbackId: 'test.message', name: 'Keep', description: '', type: 'message' as const }];
    const other = await setStage({ manifest: { ...manifest(), shortcuts } });
    const ts = other.sees().messages[LAUNCH]?.[0]?.ts;
    await other.playground.send(OLIVIA, { type: 'shortcut', callbackId: 'test.message', channel: LAUNCH, ts });
    const { payload } = other.last();
    await other.close();
    expect(payload).toMatchObject({
      ...{
        type: 'message_action',
        callback_id: 'test.message',
        message_ts: ts,
        channel: { id: LAUNCH },
        message: { ts },
      },
      response_url: expect.stringContaining('/actions/'),
    });
  });

  it('is none for somebody of another company', async () => {
    expect(stage.sees(SOFIA)).toMatchObject({ shortcuts: [], commands: [], home: null });
    expect(await stage.playground.send(SOFIA, { type: 'shortcut', callbackId: 'contact.open' })).toMatchObject({
      ok: false,
    });
    expect(await stage.playground.send(SOFIA, { type: 'open-home' })).toMatchObject({ ok: false });
  });
});

describe('an app without interactivity in its manifest', () => {
  it('hears of no submission', async () => {
    const deaf = await setStage({ manifest: { ...manifest(), interactivity: false } });
    await openModal(deaf, modal([textInput('name', { optional: true })]));
    await submit(deaf);
    expect(deaf.receiver.received.map(({ payload }) => payload.type)).toEqual([undefined]);
    expect(topModal(deaf).fault).not.toBeNull();
    await deaf.close();
  });
});
