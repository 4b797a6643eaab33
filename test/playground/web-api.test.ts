import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/playground/protocol.ts';
import {
  ANA,
  BRUNO,
  DANA,
  GENERAL,
  GIL,
  LAUNCH,
  NORTHWIND,
  OLIVIA,
  PHOTOS,
  PILOT,
  SLACKBOT,
  SOFIA,
} from '../../src/playground/world/cast.ts';
import { type Stage, setStage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.close());

describe('people', () => {
  it('says whose token it is', async () => {
    const { body } = await stage.call('auth.test');
    expect(body).toMatchObject({ ok: true, team_id: 'T07HARVEST1', bot_id: 'B07CALLSHT0', user_id: 'U07CALLSHT0' });
  });

  it('describes a person with language and zone', async () => {
    const { body } = await stage.call('users.info', { user: ANA, include_locale: true });
    expect(body.user).toMatchObject({
      ...{ id: ANA, team_id: 'T07HARVEST1', real_name: 'Ana Souza', locale: 'pt-BR', tz: 'America/Sao_Paulo' },
      ...{ tz_offset: -10_800, is_owner: false, is_restricted: false, profile: { email: 'ana.souza@harvest.example' } },
    });
    const { body: brief } = await stage.call('users.info', { user: ANA });
    expect(brief.user).not.toHaveProperty('locale');
  });

  it.each([
    ['the owner', OLIVIA, { is_owner: true, is_admin: true }],
    ['a guest of one channel', GIL, { is_restricted: true, is_ultra_restricted: true }],
    ['somebody who has left', DANA, { deleted: true }],
    ['Slackbot, which Slack does not call a bot', SLACKBOT, { is_bot: false }],
    ['the app itself', 'U07CALLSHT0', { is_bot: true }],
    ['somebody of another company', SOFIA, { team_id: 'T09NORTHWND', is_stranger: false }],
  ])('tells %s apart', async (_, user, facts) => {
    expect((await stage.call('users.info', { user })).body.user).toMatchObject(facts);
  });

  it('keeps the address of somebody of another company to itself', async () => {
    expect((await stage.call('users.info', { user: SOFIA })).body.user.profile).not.toHaveProperty('email');
    expect((await stage.call('users.lookupByEmail', { email: 'sofia.rossi@northwind.example' })).body.ok).toBe(false);
  });

  it('calls somebody a stranger whom the app meets in no channel', async () => {
    stage.playground.changeChannel(NORTHWIND, { hasApp: false });
    expect((await stage.call('users.info', { user: SOFIA })).body.user.is_stranger).toBe(true);
  });

  it('lists everybody once, page by page', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await stage.call('users.list', { limit: 4, ...(cursor && { cursor }) });
      expect(body.members.length).toBeLessThanOrEqual(4);
      seen.push(...body.members.map(({ id }: { id: string }) => id));
      cursor = body.response_metadata.next_cursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining([OLIVIA, BRUNO, GIL, SOFIA, DANA, SLACKBOT]));
  });

  it('finds a person by their address', async () => {
    const { body } = await stage.call('users.lookupByEmail', { email: 'Ana.Souza@harvest.example' });
    expect(body.user.id).toBe(ANA);
  });
});

describe('channels', () => {
  it.each([
    ['a private one', LAUNCH, { is_private: true, is_group: true, is_member: true, is_ext_shared: false }],
    ['a shared one', NORTHWIND, { is_ext_shared: true, is_shared: true, connected_team_ids: ['T09NORTHWND'] }],
    ['one without the app', GENERAL, { is_member: false, is_general: true, is_channel: true }],
    ['an archived one', PILOT, { is_archived: true }],
  ])('describes %s', async (_, channel, facts) => {
    expect((await stage.call('conversations.info', { channel })).body.channel).toMatchObject(facts);
  });

  it('lists the channels of the kinds that were asked for', async () => {
    const list = async (args: object) => {
      const { body } = await stage.call('conversations.list', { ...args });
      return body.channels.map(({ id }: { id: string }) => id).sort();
    };
    expect(await list({})).toEqual([GENERAL, NORTHWIND, PHOTOS, PILOT].sort());
    expect(await list({ types: 'private_channel', exclude_archived: true })).toEqual([LAUNCH]);
  });

  it('posts to a person in their direct messages with the app, and says which those are', async () => {
    const opened = await stage.call('conversations.open', { users: ANA });
    const { body } = await stage.call('chat.postMessage', { channel: ANA, text: 'Olá.' });
    expect(body.channel).toBe(opened.body.channel.id);
    expect(stage.sees(ANA).messages[body.channel]?.at(-1)).toMatchObject({ text: 'Olá.', authorId: 'U07CALLSHT0' });
    expect(stage.sees(OLIVIA).messages).not.toHaveProperty(body.channel);
  });

  it('shows an ephemeral message to one person', async () => {
    await stage.call('chat.postEphemeral', { channel: LAUNCH, user: ANA, text: 'For you.' });
    const texts = (userId: string) => stage.sees(userId).messages[LAUNCH]?.map(({ text }) => text);
    expect(texts(ANA)).toContain('For you.');
    expect(texts(OLIVIA)).not.toContain('For you.');
  });

  it('stamps every message with a time of its own, in order', async () => {
    const stamps = [];
    for (let count = 0; count < 4; count++) {
      stamps.push((await stage.call('chat.postMessage', { channel: LAUNCH, text: `${count}` })).body.ts);
    }
    expect(stamps).toEqual([...new Set(stamps)].sort());
    expect(stamps[0]).toMatch(/^\d{10}\.\d{6}$/);
  });

  it('gives the history newest first, with metadata only for those who ask', async () => {
    const metadata = { event_type: 'reminder', event_payload: { slot: '1' } };
    const block_id = 'mine';
    const blocks = [{ type: 'section', block_id, text: { type: 'mrkdwn', text: 'Two.' } }];
    await stage.call('chat.postMessage', { channel: LAUNCH, text: 'One.' });
    const { body } = await stage.call('chat.postMessage', { channel: LAUNCH, text: 'Two.', blocks, metadata });
    const plainly = await stage.call('conversations.history', { channel: LAUNCH, limit: 2 });
    expect(plainly.body.messages.map(({ text }: { text: string }) => text)).toEqual(['Two.', 'One.']);
    expect(plainly.body).toMatchObject({
      has_more: true,
      response_metadata: { next_cursor: expect.stringMatching(/./) },
    });
    expect(plainly.body.messages[0]).not.toHaveProperty('metadata');
    const wholly = await stage.call('conversations.history', { channel: LAUNCH, limit: 1, include_all_metadata: true });
    expect(wholly.body.messages[0]).toMatchObject({
      ts: body.ts,
      bot_id: 'B07CALLSHT0',
      blocks: [{ block_id }],
      metadata,
    });
    const since = await stage.call('conversations.history', { channel: LAUNCH, oldest: body.ts, inclusive: true });
    expect(since.body.messages).toHaveLength(1);
  });

  it('marks an updated message as edited, and takes a deleted one away', async () => {
    const { body } = await stage.call('chat.postMessage', { channel: LAUNCH, text: 'One.' });
    await stage.call('chat.update', { channel: LAUNCH, ts: body.ts, text: 'Two.' });
    expect(stage.sees().messages[LAUNCH]?.at(-1)).toMatchObject({ text: 'Two.', edited: true, ts: body.ts });
    await stage.call('chat.delete', { channel: LAUNCH, ts: body.ts });
    expect(stage.sees().messages[LAUNCH]?.at(-1)?.ts).not.toBe(body.ts);
  });

  it('gives every block without an id one, as Slack does', async () => {
    const blocks = [
      { type: 'divider' },
      { type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'Go' } }] },
    ];
    await stage.call('chat.postMessage', { channel: LAUNCH, text: 'x', blocks });
    const [first, second] = stage.sees().messages[LAUNCH]?.at(-1)?.blocks ?? [];
    expect(first?.block_id).toMatch(/^.{5}$/);
    expect(second).toMatchObject({ elements: [{ action_id: expect.stringMatching(/./) }] });
  });
});

describe('calls', () => {
  it('may be JSON as well as a form', async () => {
    const response = await fetch(`${stage.playground.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${stage.playground.botToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ channel: LAUNCH, text: 'JSON.', blocks: [{ type: 'divider' }] }),
    });
    expect(await response.json()).toMatchObject({
      ok: true,
      message: { text: 'JSON.', blocks: [{ type: 'divider' }] },
    });
  });

  it('are shown to the inspector without the token', async () => {
    await stage.call('chat.postMessage', { channel: LAUNCH, text: 'Hi.', token: stage.playground.botToken });
    const entry = stage.sees().traffic.at(-1);
    expect(entry).toMatchObject({
      name: 'chat.postMessage',
      direction: 'from-app',
      status: 'ok',
      request: { text: 'Hi.' },
    });
    expect(JSON.stringify(stage.sees().traffic)).not.toContain(stage.playground.botToken);
  });

  it('go wrong once when a test wants it', async () => {
    const { faults } = stage.playground;
    faults.next('auth.test', { error: 'internal_error' });
    faults.next('auth.test', { status: 503 });
    expect((await stage.call('auth.test')).body.error).toBe('internal_error');
    expect((await stage.call('auth.test')).status).toBe(503);
    expect((await stage.call('auth.test')).body.ok).toBe(true);
  });

  it('are never answered when a test wants it', async () => {
    stage.playground.faults.next('auth.test', { hang: true });
    const leaving = new AbortController();
    const calling = fetch(`${stage.playground.apiUrl}auth.test`, { method: 'POST', signal: leaving.signal });
    const status = ({ traffic }: Snapshot) => traffic.findLast(({ name }) => name === 'auth.test')?.status;
    await stage.playground.until(ANA, (seen) => status(seen) === 'pending');
    leaving.abort();
    await expect(calling).rejects.toThrow();
    await stage.playground.until(ANA, (seen) => status(seen) === 'failed');
    expect((await stage.call('auth.test')).body.ok).toBe(true);
  });

  it('share a file by its three steps', async () => {
    const { body } = await stage.call('files.getUploadURLExternal', { filename: 'week.png', length: 4 });
    const wrong = await fetch(body.upload_url, { method: 'POST', body: 'toolong' });
    expect(wrong.status).toBe(400);
    expect(await (await fetch(body.upload_url, { method: 'POST', body: 'pict' })).text()).toBe('OK - 4');
    const files = [{ id: body.file_id, title: 'The week' }];
    await stage.call('files.completeUploadExternal', { files, channel_id: LAUNCH, initial_comment: 'See:' });
    const message = stage.sees().messages[LAUNCH]?.at(-1);
    expect(message).toMatchObject({ text: 'See:', files: [{ name: 'The week', mimetype: 'image/png' }] });
    const shown = await fetch(message?.files[0]?.url ?? '');
    expect([shown.headers.get('content-type'), await shown.text()]).toEqual(['image/png', 'pict']);
  });
});
