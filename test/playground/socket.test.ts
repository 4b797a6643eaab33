import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Playground, startPlayground } from '../../src/playground/playground.ts';
import { LAUNCH, OLIVIA } from '../../src/playground/world/cast.ts';
import { callApi, manifest, type Patience, patience } from './stage.ts';

// biome-ignore lint/suspicious/noExplicitAny: whatever Slack sends; the tests look into it
type Envelope = any;

let playground: Playground;
let slack: Patience;
let sockets: WebSocket[];

beforeEach(async () => {
  sockets = [];
  slack = patience();
  const { deadline } = slack;
  playground = await startPlayground({ manifest: manifest(), transport: 'socket', deadline, retryAfter: [0] });
});
afterEach(async () => {
  for (const socket of sockets) socket.terminate();
  await playground.close();
});

const ticket = async (): Promise<string> =>
  (await callApi(playground, 'apps.connections.open', {}, playground.appToken)).body.url;

/** An app in ten lines: it takes envelopes and answers each as it is told. */
async function connect(
  reply: (envelope: Envelope) => unknown = () => ({}),
): Promise<{ socket: WebSocket; got: Envelope[] }> {
  const socket = new WebSocket(await ticket());
  sockets.push(socket);
  const got: Envelope[] = [];
  socket.on('message', (data) => {
    const envelope = JSON.parse(String(data));
    got.push(envelope);
    if (!envelope.envelope_id) return;
    const payload = reply(envelope);
    if (payload === undefined) slack.end();
    else socket.send(JSON.stringify({ envelope_id: envelope.envelope_id, payload }));
  });
  await once(socket, 'message');
  return { socket, got };
}

const command = () => playground.send(OLIVIA, { type: 'send', channel: LAUNCH, text: '/contacts' });
const notices = () => playground.snapshot(OLIVIA).notices.map(({ text }) => text);

describe('Socket Mode', () => {
  it('greets a connection and says that the app is there', async () => {
    expect(playground.snapshot(OLIVIA).app).toMatchObject({ connected: false, transport: 'socket' });
    const { got } = await connect();
    expect(got[0]).toMatchObject({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A07CALLSHT0' } });
    expect(playground.snapshot(OLIVIA).app.connected).toBe(true);
  });

  it('sends a command in an envelope and takes the answer from the acknowledgement', async () => {
    const { got } = await connect(() => ({ text: 'Here.' }));
    await command();
    expect(got[1]).toMatchObject({
      ...{
        type: 'slash_commands',
        envelope_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        accepts_response_payload: true,
      },
      payload: { command: '/contacts', user_id: OLIVIA },
    });
    expect(playground.snapshot(OLIVIA).messages[LAUNCH]?.at(-1)).toMatchObject({ text: 'Here.', ephemeral: true });
  });

  it('sends an event once more if it is not acknowledged, with the number of the attempt', async () => {
    const { got } = await connect(() => undefined);
    await playground.send(OLIVIA, { type: 'open-home' });
    await playground.until(OLIVIA, ({ traffic }) => traffic.filter(({ status }) => status === 'failed').length === 2);
    const [first, second] = got.slice(1);
    expect(first).toMatchObject({ type: 'events_api', accepts_response_payload: false, retry_attempt: 0 });
    expect(second).toMatchObject({ retry_attempt: 1, retry_reason: 'http_timeout' });
    expect(second.payload.event_id).toBe(first.payload.event_id);
  });

  it.each([
    ['does not acknowledge', async () => void (await connect(() => undefined)), 'operation_timeout'],
    ['is not connected', async () => {}, 'dispatch_failed'],
  ])('tells the person of an app that %s', async (_, prepare, error) => {
    await prepare();
    await command();
    expect(notices()).toEqual([`/contacts failed with the error "${error}"`]);
  });

  it('tells the person at once when the connection is lost on the way', async () => {
    const { socket } = await connect(() => {
      socket.terminate();
      return {};
    });
    await command();
    expect(notices()).toEqual(['/contacts failed with the error "dispatch_failed"']);
  });

  it('sends each thing over one of several connections', async () => {
    const [one, other] = [await connect(), await connect()];
    await command();
    const seen = [...one.got, ...other.got].filter(({ type }) => type === 'slash_commands');
    expect(seen).toHaveLength(1);
    expect(other.got[0].num_connections).toBe(2);
  });

  it('lets a ticket in once', async () => {
    const url = await ticket();
    const first = new WebSocket(url);
    sockets.push(first);
    await once(first, 'open');
    const second = new WebSocket(url);
    sockets.push(second);
    await expect(once(second, 'open')).rejects.toThrow();
  });

  it.each([
    ['without a ticket', async () => new WebSocket(`${playground.url.replace('http', 'ws')}/link/`)],
    ['of a page from elsewhere', async () => new WebSocket(await ticket(), { origin: 'http://evil.example' })],
    ['under another name', async () => new WebSocket(await ticket(), { headers: { host: 'evil.example' } })],
  ])('refuses a connection %s', async (_, open) => {
    const socket = await open();
    sockets.push(socket);
    await expect(once(socket, 'open')).rejects.toThrow();
  });

  it('asks its connections to come again', async () => {
    const { got, socket } = await connect();
    const heard = once(socket, 'message');
    playground.refresh();
    await heard;
    expect(got.at(-1)).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' });
  });

  it('takes no harm from what is no acknowledgement', async () => {
    const { socket } = await connect();
    for (const words of ['{', '[]', '{"envelope_id":7}', '{"envelope_id":"other"}']) socket.send(words);
    await command();
    expect(notices()).toEqual([]);
  });
});
