import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ANA, LAUNCH, OLIVIA, OLIVIA_AND_ANA } from '../../src/playground/world/cast.ts';
import { actions, button, type Stage, setStage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.close());

async function respond(url: string, message: object): Promise<[status: number, body: string]> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(message) });
  return [response.status, await response.text()];
}

async function commandUrl(channel = LAUNCH): Promise<string> {
  await stage.playground.send(OLIVIA, { type: 'send', channel, text: '/contacts' });
  return stage.last().payload.response_url;
}

/** The address of a click on a message, and where the message is. */
async function clickUrl(how: 'chat.postMessage' | 'chat.postEphemeral'): Promise<string> {
  const message = { text: 'Choose.', blocks: [actions(button('test.press'))] };
  const { body } = await stage.call(how, { channel: LAUNCH, ...message, user: OLIVIA });
  const container = { kind: 'message', channel: LAUNCH, ts: body.ts ?? body.message_ts } as const;
  await stage.playground.send(OLIVIA, {
    type: 'act',
    container,
    blockId: 'buttons',
    actionId: 'test.press',
    value: {},
  });
  return stage.last().payload.response_url;
}

const texts = (userId: string, channel = LAUNCH) =>
  (stage.sees(userId).messages[channel] ?? []).map(({ text }) => text);

describe('the address for an answer', () => {
  it('takes words for the person alone, or for everybody', async () => {
    const url = await commandUrl();
    expect(await respond(url, { text: 'Only you.' })).toEqual([200, 'ok']);
    expect(await respond(url, { text: 'All of you.', response_type: 'in_channel' })).toEqual([200, 'ok']);
    expect(texts(OLIVIA).slice(-2)).toEqual(['Only you.', 'All of you.']);
    expect(texts(ANA)).not.toContain('Only you.');
    expect(texts(ANA)).toContain('All of you.');
  });

  it('works where the app is not a member', async () => {
    await respond(await commandUrl(OLIVIA_AND_ANA), { text: 'Only you.' });
    expect(texts(OLIVIA, OLIVIA_AND_ANA)).toContain('Only you.');
  });

  it('works five times', async () => {
    const url = await commandUrl();
    for (let time = 0; time < 5; time++) expect((await respond(url, { text: 'x' }))[0]).toBe(200);
    expect(await respond(url, { text: 'x' })).toEqual([404, '{"ok":false,"error":"used_url"}']);
  });

  it('works for thirty minutes', async () => {
    const url = await commandUrl();
    stage.clock.now += 30 * 60_000;
    expect((await respond(url, { text: 'x' }))[0]).toBe(200);
    stage.clock.now += 1;
    expect(await respond(url, { text: 'x' })).toEqual([404, '{"ok":false,"error":"expired_url"}']);
  });

  it('grows old with the playground’s clock', async () => {
    const url = await commandUrl();
    await stage.playground.send(OLIVIA, { type: 'advance-clock', minutes: 31 });
    expect((await respond(url, { text: 'x' }))[0]).toBe(404);
  });

  it.each([
    ['nothing', {}, 'no_text'],
    ['blocks that Block Kit does not know', { text: 'x', blocks: [{ type: 'sculpture' }] }, 'invalid_blocks'],
  ])('refuses %s', async (_, message, error) => {
    expect(await respond(await commandUrl(), message)).toEqual([400, JSON.stringify({ ok: false, error })]);
  });

  it('refuses an address that Slack did not give', async () => {
    const url = (await commandUrl()).slice(0, -4);
    expect((await respond(url, { text: 'x' }))[0]).toBe(404);
  });

  it.each(['chat.postMessage', 'chat.postEphemeral'] as const)(
    'replaces or deletes the message of a click (%s)',
    async (how) => {
      await respond(await clickUrl(how), { text: 'Done.', replace_original: true });
      expect(texts(OLIVIA)).toContain('Done.');
      expect(texts(OLIVIA)).not.toContain('Choose.');
      const before = texts(OLIVIA).length;
      await respond(await clickUrl(how), { delete_original: true });
      expect(texts(OLIVIA)).toHaveLength(before);
    },
  );

  it('leaves the message of a click unless it is told otherwise', async () => {
    await respond(await clickUrl('chat.postMessage'), { text: 'Done.' });
    expect(texts(OLIVIA).slice(-2)).toEqual(['Choose.', 'Done.']);
    expect(texts(ANA)).not.toContain('Done.');
  });
});
