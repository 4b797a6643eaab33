import { parse } from 'yaml';
import { problem } from './block-kit/rule.ts';
import { manifestRule } from './manifest/schema.ts';
import { SCOPE_OF_EVENT, scopesOf } from './manifest/scopes.ts';
import type { ChannelView } from './protocol.ts';

export interface MissingScope {
  error: 'missing_scope';
  needed: string;
  provided: string;
}

/** What Slack reads from an app's manifest when the app is installed. */
export interface Manifest {
  name: string;
  commands: { command: string; description: string; usageHint: string }[];
  shortcuts: { callbackId: string; name: string; description: string; type: 'global' | 'message' }[];
  /** The bot's scopes that were granted at installation. */
  scopes: string[];
  /** The bot's events. */
  events: string[];
  homeTab: boolean;
  messagesTab: boolean;
  interactivity: boolean;
  socketMode: boolean;
  /**
   * Slack's answer to a call that the granted scopes do not allow; null if they do. Tell the kind of `args.channel`
   * where it is known. Methods that Slack does not have are not refused here: theirs is `unknown_method`.
   */
  refuses(method: string, args?: Record<string, unknown>, kind?: ChannelView['kind']): MissingScope | null;
}

/**
 * Reads a manifest as Slack does. Throws with every problem if Slack would refuse it.
 * `declined` are the optional scopes that were not granted at installation.
 */
export function readManifest(yamlText: string, { declined = [] }: { declined?: string[] } = {}): Manifest {
  const written = asWritten(yamlText);
  const problems = manifestRule(written, '');
  const manifest = written as Written;
  if (problems.length === 0) problems.push(...contradictions(manifest));
  if (problems.length > 0) throw new ManifestError(problems);

  const { display_information, features = {}, settings = {} } = manifest;
  const { bot = [], bot_optional = [] } = manifest.oauth_config?.scopes ?? {};
  const optional = new Set(bot_optional);
  const scopes = [...new Set([...bot, ...bot_optional])].filter(
    (scope) => !(optional.has(scope) && declined.includes(scope)),
  );
  return {
    name: display_information.name,
    commands: (features.slash_commands ?? []).map(({ command, description, usage_hint: usageHint = '' }) => ({
      command,
      description,
      usageHint,
    })),
    shortcuts: (features.shortcuts ?? []).map(({ callback_id: callbackId, name, description, type }) => ({
      callbackId,
      name,
      description,
      type,
    })),
    scopes,
    events: settings.event_subscriptions?.bot_events ?? [],
    homeTab: features.app_home?.home_tab_enabled ?? false,
    messagesTab: features.app_home?.messages_tab_enabled ?? false,
    interactivity: settings.interactivity?.is_enabled ?? false,
    socketMode: settings.socket_mode_enabled ?? false,
    refuses(method, args = {}, kind) {
      const ways = scopesOf(method, args, kind);
      if (ways.some((needed) => needed.every((scope) => scopes.includes(scope)))) return null;
      const missing = ways.flat().filter((scope) => !scopes.includes(scope));
      return { error: 'missing_scope', needed: missing.join(','), provided: scopes.join(',') };
    },
  };
}

export class ManifestError extends Error {
  override name = 'ManifestError';
  constructor(problems: readonly string[]) {
    super(['Slack would refuse this manifest:', ...problems.map((each) => `  ${each}`)].join('\n'));
  }
}

function asWritten(yamlText: string): unknown {
  try {
    return parse(yamlText);
  } catch (error) {
    throw new ManifestError([`[ERROR] must be YAML: ${(error as Error).message}`]);
  }
}

interface Written {
  display_information: { name: string };
  features?: {
    app_home?: { home_tab_enabled?: boolean; messages_tab_enabled?: boolean };
    bot_user?: { display_name: string };
    shortcuts?: { name: string; type: 'global' | 'message'; callback_id: string; description: string }[];
    slash_commands?: { command: string; description: string; usage_hint?: string; url?: string }[];
  };
  oauth_config?: { scopes?: { bot?: string[]; bot_optional?: string[] } };
  settings?: {
    event_subscriptions?: { request_url?: string; bot_events?: string[] };
    interactivity?: { is_enabled: boolean; request_url?: string };
    socket_mode_enabled?: boolean;
  };
}

/** What one part of a manifest needs in another; Slack's schema cannot say it. */
function contradictions({ features = {}, oauth_config, settings = {} }: Written): string[] {
  const { bot = [] } = oauth_config?.scopes ?? {};
  const { event_subscriptions: events, interactivity, socket_mode_enabled: socket } = settings;
  const { bot_user, shortcuts = [], slash_commands: commands = [] } = features;
  const wanted = [...commands.map(({ command }) => command), ...shortcuts.map(({ name }) => name)];
  const found: [boolean, string, string][] = [
    [
      !socket && events !== undefined && !events.request_url,
      'Event Subscription requires either Request URL or Socket Mode Enabled',
      '/settings/event_subscriptions',
    ],
    [
      !socket && interactivity?.is_enabled === true && !interactivity.request_url,
      'Interactivity requires a Request URL',
      '/settings/interactivity',
    ],
    [shortcuts.length > 0 && !interactivity?.is_enabled, 'Shortcuts require interactivity', '/settings/interactivity'],
    [
      wanted.length > 0 && !bot.includes('commands'),
      `${wanted.join(', ')} requires the scope commands`,
      '/oauth_config/scopes/bot',
    ],
    [bot.length > 0 && bot_user === undefined, 'Bot scopes require a bot user', '/features/bot_user'],
    ...commands.map(({ url }, place): [boolean, string, string] => [
      !socket && !url,
      'Slash command requires either URL or Socket Mode Enabled',
      `/features/slash_commands/${place}`,
    ]),
    ...(events?.bot_events ?? []).map((event, place): [boolean, string, string] => {
      const scope = SCOPE_OF_EVENT[event];
      const needs = scope !== undefined && !bot.includes(scope);
      return [needs, `${event} requires the scope ${scope}`, `/settings/event_subscriptions/bot_events/${place}`];
    }),
  ];
  return found.flatMap(([is, words, at]) => (is ? [problem(words, at)] : []));
}
