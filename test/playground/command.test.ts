import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ANA,
  GENERAL,
  GIL,
  LAUNCH,
  NORTHWIND,
  OLIVIA,
  OLIVIA_AND_ANA,
  PHOTOS,
  SOFIA,
} from '../../src/playground/world/cast.ts';
import { isSignedBy } from './receiver.ts';
import { type Stage, setStage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.close());

const command = (userId = OLIVIA, text = '/contacts', channel = LAUNCH) =>
  stage.playground.send(userId, { type: 'send', channel, text });
const notices = (userId = OLIVIA) => stage.sees(userId).notices.map(({ text }) => text);

describe('a slash command', () => {
  it('arrives with every field that Slack sends', async () => {
    await command(OLIVIA, '/contacts  status & <more> ');
    const { payload, headers } = stage.last();
    expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(payload).toEqual({
      ...{
        command: '/contacts',
        text: 'status &amp; &lt;more&gt;',
        api_app_id: 'A07CALLSHT0',
        is_enterprise_install: 'false',
      },
      ...{ team_id: 'T07HARVEST1', team_domain: 'harvest-table', channel_id: LAUNCH, channel_name: 'privategroup' },
      ...{ user_id: OLIVIA, user_name: 'olivia', token: expect.stringMatching(/./) },
      trigger_id: expect.stringMatching(/^\d+\.\d+\.[0-9a-f]+$/),
      response_url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/commands\//),
    });
  });

  it.each([
    ['a public channel', OLIVIA, GENERAL, 'general'],
    ['a private channel', OLIVIA, LAUNCH, 'privategroup'],
    ['direct messages', ANA, OLIVIA_AND_ANA, 'directmessage'],
    ['the only channel of a guest', GIL, PHOTOS, 'menu-photos'],
  ])('works in %s', async (_, userId, channel, name) => {
    await command(userId, '/contacts', channel);
    expect(stage.last().payload).toMatchObject({ channel_id: channel, channel_name: name, user_id: userId });
  });

  it('is signed so that the app can tell that Slack sent it', async () => {
    await command();
    expect(isSignedBy(stage.playground.signingSecret, stage.last())).toBe(true);
    expect(isSignedBy('another secret', stage.last())).toBe(false);
    const stamp = Number(stage.last().headers['x-slack-request-timestamp']);
    expect(Math.abs(Date.now() / 1000 - stamp), 'in real time').toBeLessThan(60);
  });

  it.each([
    ['an app that is too slow', () => 'silence' as const, '/contacts failed with the error "operation_timeout"'],
    ['an app that fails', () => ({ status: 500 }), '/contacts failed with the error "dispatch_failed"'],
  ])('tells the person of %s', async (_, reply, words) => {
    stage.receiver.reply = reply;
    await command();
    expect(notices()).toEqual([words]);
    expect(notices(ANA)).toEqual([]);
  });

  it('has to be acknowledged within three seconds', async () => {
    await command();
    expect(stage.patience.asked).toEqual([3000]);
  });

  it('tells the person of an app that cannot be reached', async () => {
    stage.playground.faults.appUnreachable = true;
    expect(stage.sees().app.connected).toBe(false);
    await command();
    expect(notices()).toEqual(['/contacts failed with the error "dispatch_failed"']);
  });

  it.each([
    ['nobody has', OLIVIA, LAUNCH, '/contacts-and-more'],
    ['the manifest does not have', OLIVIA, LAUNCH, '/weather'],
    ['belongs to another company’s workspace', SOFIA, NORTHWIND, '/contacts'],
  ])('is unknown to Slack if it is one that %s', async (_, userId, channel, text) => {
    await command(userId, text, channel);
    expect(stage.receiver.received).toEqual([]);
    expect(notices(userId)[0]).toContain(`${text} is not a valid command.`);
  });

  it('may be answered in its acknowledgement: to the person alone, or to everybody', async () => {
    stage.receiver.reply = () => ({ body: { text: 'Only you.' } });
    await command();
    stage.receiver.reply = () => ({ body: { response_type: 'in_channel', text: 'All of you.' } });
    await command();
    const texts = (userId: string) => (stage.sees(userId).messages[LAUNCH] ?? []).slice(-3).map(({ text }) => text);
    expect(texts(OLIVIA)).toEqual(['Only you.', '/contacts', 'All of you.']);
    expect(texts(ANA)).not.toContain('Only you.');
    expect(texts(ANA)).toContain('All of you.');
  });
});
