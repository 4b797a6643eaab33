import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ANA,
  DANA,
  GENERAL,
  LAUNCH,
  NORTHWIND,
  OLIVIA,
  OLIVIA_AND_ANA,
  PILOT,
  SOFIA,
} from '../../src/playground/world/cast.ts';
import { type Called, manifest, type Stage, setStage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.close());

/** What is done, and the error that Slack answers the last call with. */
type Row = [what: string, error: string, act: (stage: Stage) => Promise<Called>];

const posted = async ({ call }: Stage, channel = LAUNCH) =>
  (await call('chat.postMessage', { channel, text: 'Hi.' })).body.ts;

const REFUSED: Row[] = [
  ['a call without a token', 'not_authed', ({ call }) => call('auth.test', {}, null)],
  ['a call with another token', 'invalid_auth', ({ call }) => call('auth.test', {}, 'xoxb-1-2-other')],
  ['a call of a method that Slack does not have', 'unknown_method', ({ call }) => call('chat.shout')],
  [
    'a call of the bot with the token of the app',
    'not_allowed_token_type',
    ({ call, playground }) => call('auth.test', {}, playground.appToken),
  ],
  ['a connection with the token of the bot', 'not_allowed_token_type', ({ call }) => call('apps.connections.open')],
  [
    'a connection of an app that uses HTTP',
    'socket_mode_not_enabled',
    ({ call, playground }) => call('apps.connections.open', {}, playground.appToken),
  ],
  ['a method whose scope was not granted', 'missing_scope', ({ call }) => call('team.info')],
  ['a person who is not there', 'user_not_found', ({ call }) => call('users.info', { user: 'U0NOBODY' })],
  [
    'an address that nobody has',
    'users_not_found',
    ({ call }) => call('users.lookupByEmail', { email: 'no@harvest.example' }),
  ],
  [
    'a cursor that Slack did not give',
    'invalid_cursor',
    ({ call }) => call('users.list', { limit: 2, cursor: 'bm8=' }),
  ],

  ['a message without words', 'no_text', ({ call }) => call('chat.postMessage', { channel: LAUNCH })],
  [
    'a message of more than 40,000 characters',
    'msg_too_long',
    ({ call }) => call('chat.postMessage', { channel: LAUNCH, text: 'x'.repeat(40_001) }),
  ],
  [
    'blocks that are not a list',
    'invalid_blocks_format',
    ({ call }) => call('chat.postMessage', { channel: LAUNCH, text: 'x', blocks: 'x' }),
  ],
  [
    'blocks that Block Kit does not know',
    'invalid_blocks',
    ({ call }) => call('chat.postMessage', { channel: LAUNCH, text: 'x', blocks: [{ type: 'sculpture' }] }),
  ],
  [
    'metadata without a type',
    'invalid_metadata_format',
    ({ call }) => call('chat.postMessage', { channel: LAUNCH, text: 'x', metadata: { event_payload: {} } }),
  ],
  [
    'a channel that is not there',
    'channel_not_found',
    ({ call }) => call('chat.postMessage', { channel: 'C0NONE', text: 'x' }),
  ],
  [
    'direct messages of two people',
    'channel_not_found',
    ({ call }) => call('chat.postMessage', { channel: OLIVIA_AND_ANA, text: 'x' }),
  ],
  ['an archived channel', 'is_archived', ({ call }) => call('chat.postMessage', { channel: PILOT, text: 'x' })],
  ['somebody who has left', 'channel_not_found', ({ call }) => call('chat.postMessage', { channel: DANA, text: 'x' })],
  [
    'words for one person who is not in the channel',
    'user_not_in_channel',
    ({ call }) => call('chat.postEphemeral', { channel: LAUNCH, user: SOFIA, text: 'x' }),
  ],
  [
    'words for one person, updated',
    'message_not_found',
    async ({ call }) => {
      const { body } = await call('chat.postEphemeral', { channel: LAUNCH, user: ANA, text: 'x' });
      return call('chat.update', { channel: LAUNCH, ts: body.message_ts, text: 'y' });
    },
  ],
  [
    'an update of a message that is not there',
    'message_not_found',
    ({ call }) => call('chat.update', { channel: LAUNCH, ts: '1.000001', text: 'y' }),
  ],
  [
    'an update of what a person wrote',
    'cant_update_message',
    async ({ call, sees }) => call('chat.update', { channel: LAUNCH, ts: sees().messages[LAUNCH]?.[0]?.ts, text: 'y' }),
  ],
  [
    'a deletion of what a person wrote',
    'cant_delete_message',
    async ({ call, sees }) => call('chat.delete', { channel: LAUNCH, ts: sees().messages[LAUNCH]?.[0]?.ts }),
  ],
  [
    'a deletion for the second time',
    'message_not_found',
    async (on) => {
      const ts = await posted(on);
      await on.call('chat.delete', { channel: LAUNCH, ts });
      return on.call('chat.delete', { channel: LAUNCH, ts });
    },
  ],
  [
    'the history of a channel that the app is not in',
    'not_in_channel',
    ({ call }) => call('conversations.history', { channel: GENERAL }),
  ],
  [
    'a conversation with a person who is not there',
    'user_not_found',
    ({ call }) => call('conversations.open', { users: 'U0NOBODY' }),
  ],
  [
    'a kind of channel that Slack does not have',
    'invalid_types',
    ({ call }) => call('conversations.list', { types: 'garden' }),
  ],
  [
    'a file of no length',
    'invalid_arguments',
    ({ call }) => call('files.getUploadURLExternal', { filename: 'week.png', length: 0 }),
  ],
  [
    'a file for a person, who has a conversation for it',
    'invalid_arguments',
    async ({ call }) => {
      const { body } = await call('files.getUploadURLExternal', { filename: 'week.png', length: 3 });
      await fetch(String(body.upload_url), { method: 'POST', body: 'abc' });
      return call('files.completeUploadExternal', { files: [{ id: body.file_id }], channel_id: OLIVIA });
    },
  ],
  [
    'a file that was not uploaded',
    'file_not_found',
    async ({ call }) => {
      const { body } = await call('files.getUploadURLExternal', { filename: 'week.png', length: 3 });
      return call('files.completeUploadExternal', { files: [{ id: body.file_id }], channel_id: LAUNCH });
    },
  ],
];

describe('the Web API', () => {
  it.each(REFUSED)('refuses %s: %s', async (_, error, act) => {
    const { status, body } = await act(stage);
    expect({ status, ok: body.ok, error: body.error }).toEqual({ status: 200, ok: false, error });
  });

  it('names the scope that is missing, and those that there are', async () => {
    const { body } = await stage.call('team.info');
    expect(body.needed).toBe('team:read');
    expect(body.provided.split(',')).toContain('chat:write');
  });

  it('refuses a post to a public channel that the app is not in, unless it may write in all of them', async () => {
    expect((await stage.call('chat.postMessage', { channel: GENERAL, text: 'Hi.' })).body.ok).toBe(true);
    const strict = await setStage({ manifest: manifest(['chat:write.public']) });
    const { body } = await strict.call('chat.postMessage', { channel: GENERAL, text: 'Hi.' });
    await strict.close();
    expect(body.error).toBe('not_in_channel');
  });

  it('refuses Home and direct messages to an app whose manifest does not have them', async () => {
    const bare = await setStage({ manifest: { ...manifest(), homeTab: false, messagesTab: false } });
    const home = { type: 'home', blocks: [{ type: 'divider' }] };
    const { body: published } = await bare.call('views.publish', { user_id: ANA, view: home });
    const { body: said } = await bare.call('chat.postMessage', { channel: ANA, text: 'Hi.' });
    await bare.close();
    expect([published.error, said.error]).toEqual(['not_enabled', 'messages_tab_disabled']);
  });

  it('lets four posts through at once, then one a second and channel', async () => {
    const post = (channel: string) => stage.call('chat.postMessage', { channel, text: 'Hi.' });
    for (let burst = 0; burst < 4; burst++) expect((await post(LAUNCH)).status).toBe(200);
    const held = await post(LAUNCH);
    expect(held.status).toBe(429);
    expect(held.headers.get('retry-after')).toBe('1');
    expect(held.body).toEqual({ ok: false, error: 'ratelimited' });
    expect((await post(NORTHWIND)).status, 'another channel').toBe(200);
    stage.clock.now += 1000;
    expect((await post(LAUNCH)).status, 'a second later').toBe(200);
    expect((await post(LAUNCH)).status, 'and the next at once').toBe(429);
  });
});
