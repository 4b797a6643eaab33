import { readFile } from 'node:fs/promises';
import { App, type Receiver } from '@slack/bolt';
import { Ajv } from 'ajv';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { type AppOptions, COMMAND, createApp } from '../../src/app.ts';
import { readManifest } from '../../src/playground/manifest.ts';
import { LISTENERS } from '../../src/slack/listeners.ts';

const root = new URL('../../', import.meta.url);
const yaml = await readFile(new URL('manifest.yml', root), 'utf8');
const schema = JSON.parse(await readFile(new URL('test/playground/manifest.schema.json', root), 'utf8'));
const passes = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
const ours = readManifest(yaml);

afterEach(() => {
  vi.restoreAllMocks();
});

describe('manifest.yml', () => {
  it('passes Slack’s schema of manifests', () => {
    passes(parse(yaml));
    expect(passes.errors).toBeNull();
  });

  it('says what the app is', () => {
    expect(ours).toMatchObject({
      name: 'Callsheet',
      homeTab: true,
      messagesTab: true,
      interactivity: true,
      socketMode: false,
    });
    expect(ours.commands).toMatchObject([{ command: COMMAND, usageHint: expect.stringContaining('help') }]);
  });

  it('lists every command, shortcut and event that has a listener, and no other', () => {
    const heard = { command: new Set(), shortcut: new Set(), event: new Set() };
    for (const kind of ['command', 'shortcut', 'event'] as const) {
      vi.spyOn(App.prototype, kind).mockImplementation(((id: string) => heard[kind].add(id)) as never);
    }
    const receiver = { init() {}, async start() {}, async stop() {} } as Receiver;
    const log = { info() {}, error() {} };
    createApp({ receiver, log, botToken: 'xoxb-test', apiUrl: 'https://slack.test/api/' } as unknown as AppOptions);
    expect(ours.commands.map(({ command }) => command)).toEqual([...heard.command]);
    expect(ours.shortcuts.map(({ callbackId }) => callbackId)).toEqual([...heard.shortcut]);
    expect([...ours.events].sort()).toEqual([...heard.event].sort());
    expect(heard.shortcut.size).toBe(LISTENERS.filter(({ source }) => source.kind === 'shortcut').length);
  });

  it('hints at sub-commands that there are', () => {
    const commands: string[] = LISTENERS.flatMap(({ source }) => (source.kind === 'command' ? [source.id] : []));
    const hinted = ours.commands[0]?.usageHint.replace(/[[\]]/g, '').split(' | ') ?? [];
    expect(hinted.length).toBeGreaterThan(3);
    expect(hinted.filter((word) => !commands.includes(word))).toEqual([]);
  });

  it('can do without every optional scope, and asks for none that is not optional or used', () => {
    const { bot, bot_optional } = parse(yaml).oauth_config.scopes;
    expect(bot_optional.filter((scope: string) => !bot.includes(scope))).toEqual([]);
    const bare = readManifest(yaml, { declined: bot_optional });
    expect([...bare.scopes, ...bot_optional].sort()).toEqual([...bot].sort());
  });

  it.each([
    'views.open',
    'views.push',
    'views.update',
    'views.publish',
    'auth.test',
    'chat.postMessage',
    'users.info',
    'users.list',
    'users.lookupByEmail',
  ])('allows %s, which the app calls', (method) => {
    expect(readManifest(yaml, { declined: parse(yaml).oauth_config.scopes.bot_optional }).refuses(method)).toBeNull();
  });

  it('has an address of ours for everything that Slack calls, so that HTTP works once the host is right', () => {
    const addresses = yaml.split('\n').filter((line) => /^\s*(request_url|url|message_menu_options_url):/.test(line));
    expect(addresses).toHaveLength(4);
    for (const line of addresses) expect(line).toContain(': https://callsheet.example.com/slack/events');
  });

  it('works in Socket Mode by the one change that its comment names', () => {
    expect(readManifest(yaml.replace('socket_mode_enabled: false', 'socket_mode_enabled: true')).socketMode).toBe(true);
  });
});
