import { networkInterfaces } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LAUNCH, OLIVIA } from '../../src/playground/world/cast.ts';
import { ask } from './bare-request.ts';
import { type Stage, setStage } from './stage.ts';

let stage: Stage;
let port: number;
beforeEach(async () => {
  stage = await setStage();
  port = Number(new URL(stage.playground.url).port);
});
afterEach(() => stage.close());

const intent = (as: unknown, what: unknown) => JSON.stringify({ as, intent: what });

describe('who may come in', () => {
  it.each([
    ['this computer by its number', {}, 200],
    ['this computer by its name', { host: 'localhost:PORT' }, 200],
    ['the page itself', { origin: 'http://localhost:PORT' }, 200],
    ['a name that somebody pointed at this computer', { host: 'evil.example' }, 403],
    ['such a name with our port', { host: 'evil.example:PORT' }, 403],
    ['another port of this computer', { host: '127.0.0.1:1' }, 403],
    ['a page from elsewhere', { origin: 'https://evil.example' }, 403],
    ['a page from nowhere', { origin: 'null' }, 403],
    ['another page of this computer', { origin: 'http://localhost:1' }, 403],
    ['a browser that says it comes from elsewhere', { 'sec-fetch-site': 'cross-site' }, 403],
  ])('%s', async (_, headers, status) => {
    const own = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replace('PORT', String(port))]),
    );
    for (const path of ['/', '/api/auth.test']) expect((await ask(port, path, { headers: own })).status).toBe(status);
  });

  it('no other computer', async () => {
    const address = Object.values(networkInterfaces())
      .flat()
      .find((one) => one && !one.internal && one.family === 'IPv4')?.address;
    if (!address) return;
    await expect(fetch(`http://${address}:${port}/`)).rejects.toThrow();
  });

  it('no form: intents are JSON', async () => {
    const body = intent(OLIVIA, { type: 'send', channel: LAUNCH, text: 'Hi' });
    const { status } = await ask(port, '/playground/intents', {
      method: 'POST',
      body,
      headers: { 'content-type': 'text/plain' },
    });
    expect(status).toBe(415);
    expect(stage.sees().messages[LAUNCH]?.at(-1)?.text).not.toBe('Hi');
  });
});
