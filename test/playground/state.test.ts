import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/playground/protocol.ts';
import { stateStream } from '../../src/playground/server/state.ts';
import { ANA, LAUNCH, OLIVIA } from '../../src/playground/world/cast.ts';
import { newCredentials } from '../../src/playground/world/credentials.ts';
import { newWorld } from '../../src/playground/world/world.ts';
import { ask } from './bare-request.ts';
import { manifest, type Stage, setStage } from './stage.ts';

let stage: Stage;
let port: number;
beforeEach(async () => {
  stage = await setStage();
  port = Number(new URL(stage.playground.url).port);
});
afterEach(() => stage.close());

const json = { 'content-type': 'application/json' };
const intent = (as: unknown, what: unknown) => JSON.stringify({ as, intent: what });

describe('the state', () => {
  /** Reads the stream of one viewer. */
  async function* listen(as: string, signal: AbortSignal): AsyncGenerator<Snapshot> {
    const response = await fetch(`${stage.playground.url}/playground/state?as=${as}`, { signal });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    let held = '';
    for await (const chunk of response.body ?? []) {
      held += new TextDecoder().decode(chunk);
      for (let end = held.indexOf('\n\n'); end >= 0; end = held.indexOf('\n\n')) {
        const event = held.slice(0, end);
        held = held.slice(end + 2);
        if (event.startsWith('data: ')) yield JSON.parse(event.slice('data: '.length));
      }
    }
  }

  it('comes at once, and again with every change', async () => {
    const leaving = new AbortController();
    const stream = listen(ANA, leaving.signal);
    const first = (await stream.next()).value as Snapshot;
    expect(first.me).toMatchObject({
      id: ANA,
      locale: 'pt-BR',
      initials: 'AS',
      company: 'Harvest Table',
      kind: 'member',
    });
    const body = intent(OLIVIA, { type: 'send', channel: LAUNCH, text: 'Hi' });
    expect((await ask(port, '/playground/intents', { method: 'POST', body, headers: json })).text).toBe('{"ok":true}');
    const second = (await stream.next()).value as Snapshot;
    expect(second.version).toBeGreaterThan(first.version);
    expect(second.messages[LAUNCH]?.at(-1)).toMatchObject({ text: 'Hi', authorId: OLIVIA });
    expect(second.channels.find(({ id }) => id === LAUNCH)?.unread).toBe(1);
    leaving.abort();
  });

  it('is written for nobody any more once its reader has left', async () => {
    const world = newWorld({ manifest: manifest(), credentials: newCredentials(), now: Date.now });
    let taken = 0;
    const { body } = stateStream(world, () => ++taken, new AbortController().signal);
    world.changed();
    world.changed();
    await new Promise(setImmediate);
    expect(taken, 'at once, and once for two changes that come together').toBe(2);
    await body?.cancel();
    world.changed();
    await new Promise(setImmediate);
    expect(taken).toBe(2);
  });

  it('is that of the first person if nobody is named, or nobody there', async () => {
    for (const as of ['', 'U0NOBODY', 'U07CALLSHT0', 'U07DANAFX08']) {
      const leaving = new AbortController();
      const { value } = await listen(as, leaving.signal).next();
      expect(value?.me.id).toBe(OLIVIA);
      leaving.abort();
    }
  });

  it('shows each person only the channels that they are in', async () => {
    const rooms = (userId: string) => stage.sees(userId).channels.map(({ name, kind }) => name || kind);
    expect(rooms(OLIVIA)).toEqual([
      'general',
      'integration-launch',
      'northwind-harvest',
      'menu-photos',
      'dm',
      'app-dm',
    ]);
    expect(rooms('U07GILGST07')).toEqual(['menu-photos', 'app-dm']);
    expect(rooms('U09SOFIA001')).toEqual(['northwind-harvest']);
  });

  it.each([
    ['no JSON', '{'],
    ['no intent', '{"as":"U07OLIVIA01"}'],
    ['nobody', intent('U0NOBODY', { type: 'open-home' })],
    ['the app', intent('U07CALLSHT0', { type: 'open-home' })],
    ['who has left', intent('U07DANAFX08', { type: 'open-home' })],
    ['an intent that does not exist', intent(OLIVIA, { type: 'fly' })],
    ['an intent of the wrong shape', intent(OLIVIA, { type: 'act', container: 7 })],
    ['a channel of others', intent(ANA, { type: 'send', channel: 'C07PHOTOS04', text: 'Hi' })],
    ['a clock that goes back', intent(ANA, { type: 'advance-clock', minutes: -1 })],
    ['a clock that goes nowhere', intent(ANA, { type: 'advance-clock', minutes: 'x' })],
    ['a language that is none', intent(ANA, { type: 'set-locale', locale: 'x' })],
  ])('is not changed by %s', async (_, body) => {
    const before = stage.sees().version;
    const answer = await ask(port, '/playground/intents', { method: 'POST', body, headers: json });
    expect(JSON.parse(answer.text)).toMatchObject({ ok: false, error: expect.stringMatching(/./) });
    expect(stage.sees().version).toBe(before);
  });

  it('tells the time of a clock that can be moved forward', async () => {
    expect(stage.sees().clock).toEqual({ now: '2026-03-02T12:00:00.000Z', offsetMinutes: 0 });
    await stage.playground.send(OLIVIA, { type: 'advance-clock', minutes: 90 });
    expect(stage.sees().clock).toEqual({ now: '2026-03-02T13:30:00.000Z', offsetMinutes: 90 });
    const { body } = await stage.call('chat.postMessage', { channel: LAUNCH, text: 'Later.' });
    expect(Number(body.ts)).toBeGreaterThanOrEqual(Date.parse('2026-03-02T13:30:00Z') / 1000);
  });

  it('forgets what a person has read and dismissed', async () => {
    await stage.call('chat.postMessage', { channel: LAUNCH, text: 'News.' });
    const unread = () => stage.sees(ANA).channels.find(({ id }) => id === LAUNCH)?.unread;
    expect(unread()).toBe(1);
    await stage.playground.send(ANA, { type: 'read', channel: LAUNCH });
    expect(unread()).toBe(0);
    await stage.playground.send(ANA, { type: 'send', channel: LAUNCH, text: '/none' });
    const [notice] = stage.sees(ANA).notices;
    await stage.playground.send(ANA, { type: 'dismiss-notice', id: notice?.id ?? 0 });
    expect(stage.sees(ANA).notices).toEqual([]);
  });

  it('stays small however much goes over the wire', async () => {
    const text = 'x'.repeat(39_000);
    for (let count = 0; count < 100; count++) {
      stage.clock.now += 1000;
      await stage.call('chat.postEphemeral', { channel: LAUNCH, user: ANA, text: count < 90 ? text : 'Short.' });
    }
    const { traffic } = stage.sees();
    expect(traffic.length).toBe(80);
    expect(JSON.stringify(traffic).length).toBeLessThan(400_000);
    expect(traffic.at(-1)).toMatchObject({ request: { text: 'Short.' } });
    expect(traffic[0]?.request).toBe('no longer kept');
  });
});
