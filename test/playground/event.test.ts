import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ANA, BRUNO, GENERAL, LAUNCH, NORTHWIND, OLIVIA } from '../../src/playground/world/cast.ts';
import { isSignedBy } from './receiver.ts';
import { manifest, type Stage, setStage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.close());

describe('an event', () => {
  it('arrives signed, as JSON, in Slack’s wrapper', async () => {
    await stage.playground.send(BRUNO, { type: 'open-home' });
    const received = stage.last();
    expect(received.headers['content-type']).toBe('application/json');
    expect(isSignedBy(stage.playground.signingSecret, received)).toBe(true);
    expect(received.payload).toMatchObject({
      ...{
        type: 'event_callback',
        team_id: 'T07HARVEST1',
        event_id: expect.stringMatching(/^Ev/),
        is_ext_shared_channel: false,
      },
      authorizations: [{ team_id: 'T07HARVEST1', user_id: 'U07CALLSHT0', is_bot: true, enterprise_id: null }],
      event: { type: 'app_home_opened', user: BRUNO, tab: 'home', channel: expect.stringMatching(/^D/) },
    });
  });

  it('is sent again three times with the same id if it is not acknowledged', async () => {
    stage.receiver.reply = () => ({ status: 500 });
    await stage.playground.send(BRUNO, { type: 'open-home' });
    await stage.playground.until(
      BRUNO,
      ({ traffic }) => traffic.filter(({ status }) => status === 'failed').length === 4,
    );
    const { received } = stage.receiver;
    expect(received.map(({ headers }) => headers['x-slack-retry-num'])).toEqual([undefined, '1', '2', '3']);
    expect(received[1]?.headers['x-slack-retry-reason']).toBe('http_error');
    expect(new Set(received.map(({ payload }) => payload.event_id)).size).toBe(1);
  });

  it('tells of a person who changed', async () => {
    await stage.playground.send(OLIVIA, { type: 'set-locale', locale: 'pt-BR' });
    expect(stage.last().payload.event).toMatchObject({ type: 'user_change', user: { id: OLIVIA, locale: 'pt-BR' } });
    await stage.playground.change(BRUNO, { deleted: true });
    expect(stage.last().payload.event.user).toMatchObject({ id: BRUNO, deleted: true });
    expect(stage.sees().people.map(({ id }) => id)).not.toContain(BRUNO);
  });

  it('of a message is sent only to an app that subscribed to it, from channels that it is in', async () => {
    const say = (on: Stage, channel: string) =>
      on.playground.send(OLIVIA, { type: 'send', channel, text: 'Hi @ana & co' });
    await say(stage, NORTHWIND);
    expect(stage.receiver.received).toEqual([]);
    const events = ['message.channels'];
    const listening = await setStage({ manifest: { ...manifest(), events } });
    for (const channel of [GENERAL, LAUNCH, NORTHWIND]) await say(listening, channel);
    const { received } = listening.receiver;
    await listening.close();
    expect(received.map(({ payload }) => payload.event.channel)).toEqual([NORTHWIND]);
    expect(received[0]?.payload).toMatchObject({
      ...{
        is_ext_shared_channel: true,
        event: { type: 'message', channel_type: 'channel', user: OLIVIA, text: `Hi <@${ANA}> &amp; co` },
      },
    });
  });
});
