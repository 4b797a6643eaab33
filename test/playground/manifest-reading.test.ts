import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { readManifest } from '../../src/playground/manifest.ts';

const root = new URL('../../', import.meta.url);
const yaml = await readFile(new URL('manifest.yml', root), 'utf8');
const schema = JSON.parse(await readFile(new URL('test/playground/manifest.schema.json', root), 'utf8'));
const passes = new Ajv({ strict: false, validateFormats: false }).compile(schema);

type Json = Record<string, unknown>;

/** Our manifest with one thing changed, as text; undefined takes it away. */
function changed(path: string, value: unknown): string {
  const manifest = parse(yaml) as Json;
  const steps = path.split('/').slice(1);
  const last = steps.pop() ?? '';
  const owner = steps.reduce<Json>((found, step) => found[step] as Json, manifest);
  if (value === undefined) delete owner[last];
  else owner[last] = value;
  return stringify(manifest);
}

const scopes = (...bot: string[]) => changed('/oauth_config/scopes', { bot });

describe('reading a manifest', () => {
  it.each([
    ['a name of 36 letters', '/display_information/name', 'n'.repeat(36), 'must be less than 36 characters'],
    ['no name', '/display_information/name', undefined, 'missing required field: name'],
    [
      'a description of 141 letters',
      '/display_information/description',
      'd'.repeat(141),
      'must be less than 141 characters',
    ],
    [
      'a long description that is short',
      '/display_information/long_description',
      'short',
      'must be more than 174 characters',
    ],
    [
      'a command without a slash',
      '/features/slash_commands/0/command',
      'contacts',
      'must be a word that begins with /',
    ],
    [
      'a command of 33 letters',
      '/features/slash_commands/0/command',
      `/${'c'.repeat(32)}`,
      'must be a word that begins with /',
    ],
    [
      'a command without a description',
      '/features/slash_commands/0/description',
      undefined,
      'missing required field: description',
    ],
    ['no commands in a list', '/features/slash_commands', [], 'must provide at least 1 items'],
    ['a shortcut of 25 letters', '/features/shortcuts/0/name', 's'.repeat(25), 'must be less than 25 characters'],
    ['a shortcut of another type', '/features/shortcuts/0/type', 'local', 'must be a valid enum value'],
    [
      'a shortcut without a callback id',
      '/features/shortcuts/0/callback_id',
      undefined,
      'missing required field: callback_id',
    ],
    ['a switch that is a word', '/features/app_home/home_tab_enabled', 'yes', 'must be a boolean'],
    ['an unknown setting', '/settings/colour', 'red', 'invalid additional property: colour'],
    ['an unknown part', '/colours', {}, 'invalid additional property: colours'],
    ['scopes that are no list', '/oauth_config/scopes/bot', 'commands', 'must provide an array'],
    [
      'an address without a scheme',
      '/settings/interactivity/request_url',
      'callsheet.example.com',
      'must be an address',
    ],
    ['interactivity without its switch', '/settings/interactivity', {}, 'missing required field: is_enabled'],
  ])('refuses %s, as Slack’s schema does', (_, path, value, words) => {
    const text = changed(path, value);
    expect(passes(parse(text))).toBe(false);
    expect(() => readManifest(text)).toThrow(words);
  });

  it.each([
    [
      'events that cannot arrive',
      '/settings/event_subscriptions/request_url',
      undefined,
      'Event Subscription requires either Request URL or Socket Mode Enabled [json-pointer:/settings/event_subscriptions]',
    ],
    [
      'clicks that cannot arrive',
      '/settings/interactivity/request_url',
      undefined,
      'Interactivity requires a Request URL [json-pointer:/settings/interactivity]',
    ],
    [
      'a command that cannot arrive',
      '/features/slash_commands/0/url',
      undefined,
      'Slash command requires either URL or Socket Mode Enabled [json-pointer:/features/slash_commands/0]',
    ],
    [
      'a shortcut without interactivity',
      '/settings/interactivity/is_enabled',
      false,
      'Shortcuts require interactivity',
    ],
    ['a bot that is no user', '/features/bot_user', undefined, 'Bot scopes require a bot user'],
    [
      'a command without its scope',
      '/oauth_config/scopes/bot',
      ['users:read'],
      '/contacts, Open contact details requires the scope commands',
    ],
    [
      'an event without its scope',
      '/oauth_config/scopes/bot',
      ['commands'],
      'user_change requires the scope users:read [json-pointer:/settings/event_subscriptions/bot_events/1]',
    ],
  ])('refuses %s, which no schema can', (_, path, value, words) => {
    expect(passes(parse(changed(path, value)))).toBe(true);
    expect(() => readManifest(changed(path, value))).toThrow(words);
  });

  it('names every problem at once', () => {
    const text = changed('/display_information', { description: '' });
    expect(() => readManifest(text)).toThrow(
      'Slack would refuse this manifest:\n' +
        '  [ERROR] missing required field: name [json-pointer:/display_information]\n' +
        '  [ERROR] must be more than 0 characters [json-pointer:/display_information/description]',
    );
  });

  it.each(['', 'a: [', '- a', '12', 'null'])('refuses %j, which is no manifest', (text) => {
    expect(() => readManifest(text)).toThrow('Slack would refuse this manifest');
  });
});

describe('what the scopes allow', () => {
  const granted = 'commands,users:read,chat:write,channels:read,groups:history,im:write';
  const manifest = readManifest(scopes(...granted.split(',')));
  const missing = (needed: string) => ({ error: 'missing_scope', needed, provided: granted });

  it.each([
    ['views.open', {}, undefined],
    ['auth.test', {}, undefined],
    ['chat.postMessage', { channel: 'C1', text: 'Hello.' }, undefined],
    ['users.info', { user: 'U1' }, undefined],
    ['conversations.open', { users: 'U1' }, undefined],
    ['conversations.info', { channel: 'C1' }, 'channel'],
    ['conversations.info', { channel: 'C1' }, undefined],
    ['conversations.history', { channel: 'C1' }, 'private'],
    ['conversations.list', {}, undefined],
    ['conversations.list', { types: 'public_channel' }, undefined],
  ] as const)('allows %s with %j (%s)', (method, args, kind) => {
    expect(manifest.refuses(method, args, kind)).toBeNull();
  });

  it.each([
    ['users.lookupByEmail', {}, undefined, 'users:read.email'],
    ['files.getUploadURLExternal', {}, undefined, 'files:write'],
    ['team.info', {}, undefined, 'team:read'],
    ['conversations.open', { users: 'U1,U2' }, undefined, 'mpim:write'],
    ['conversations.info', { channel: 'C1' }, 'private', 'groups:read'],
    ['conversations.info', { channel: 'D1' }, 'app-dm', 'im:read'],
    ['conversations.members', { channel: 'D1' }, 'dm', 'im:read'],
    ['conversations.history', { channel: 'C1' }, 'channel', 'channels:history'],
    ['conversations.list', { types: 'public_channel, private_channel,im' }, undefined, 'groups:read,im:read'],
    ['chat.postMessage', { username: 'Somebody else' }, undefined, 'chat:write.customize'],
  ] as const)('refuses %s with %j (%s)', (method, args, kind, needed) => {
    expect(manifest.refuses(method, args, kind)).toEqual(missing(needed));
  });

  it('names every scope that would do where the kind of the channel is not known', () => {
    const bare = readManifest(scopes('commands', 'users:read'));
    expect(bare.refuses('conversations.replies')).toEqual({
      error: 'missing_scope',
      needed: 'channels:history,groups:history,mpim:history,im:history',
      provided: 'commands,users:read',
    });
  });

  it('loses what was declined at installation, if it was optional', () => {
    const declined = readManifest(yaml, { declined: ['channels:history', 'commands'] });
    expect(readManifest(yaml).refuses('conversations.history', {}, 'channel')).toBeNull();
    expect(declined.refuses('conversations.history', {}, 'channel')?.needed).toBe('channels:history');
    expect(declined.scopes).toContain('commands');
  });
});
