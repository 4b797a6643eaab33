import type { ChannelView } from '../protocol.ts';

/** Where the kind of channel decides which scope is needed: such as `channels:read` for a public one. */
const BY_CHANNEL: Record<ChannelView['kind'], string> = {
  channel: 'channels',
  private: 'groups',
  dm: 'im',
  'app-dm': 'im',
};
const PREFIXES = ['channels', 'groups', 'mpim', 'im'];

const BY_TYPE: Record<string, string> = {
  public_channel: 'channels:read',
  private_channel: 'groups:read',
  mpim: 'mpim:read',
  im: 'im:read',
};

/** Methods that need one scope. Those that are in none of these lists need none, such as `views.open` and `auth.test`. */
const FIXED: Record<string, string> = {
  'chat.delete': 'chat:write',
  'chat.deleteScheduledMessage': 'chat:write',
  'chat.meMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.postMessage': 'chat:write',
  'chat.scheduleMessage': 'chat:write',
  'chat.update': 'chat:write',
  'bots.info': 'users:read',
  'conversations.join': 'channels:join',
  'files.completeUploadExternal': 'files:write',
  'files.delete': 'files:write',
  'files.getUploadURLExternal': 'files:write',
  'files.info': 'files:read',
  'files.list': 'files:read',
  'team.info': 'team:read',
  'users.getPresence': 'users:read',
  'users.info': 'users:read',
  'users.list': 'users:read',
  'users.lookupByEmail': 'users:read.email',
  'users.profile.get': 'users.profile:read',
};

/** Methods about one channel: the right that is needed on channels of its kind. */
const ON_CHANNEL: Record<string, 'read' | 'history'> = {
  'conversations.history': 'history',
  'conversations.info': 'read',
  'conversations.members': 'read',
  'conversations.replies': 'history',
};

/** Methods that list channels: a scope for each type that is asked for. */
const LISTING = new Set(['conversations.list', 'users.conversations']);

/**
 * The scopes that a call needs: all of one of these lists. Where the kind of channel is not known, any kind's will do.
 */
export function scopesOf(method: string, args: Record<string, unknown>, kind?: ChannelView['kind']): string[][] {
  const right = ON_CHANNEL[method];
  if (right) return kind ? [[`${BY_CHANNEL[kind]}:${right}`]] : PREFIXES.map((prefix) => [`${prefix}:${right}`]);
  if (LISTING.has(method)) {
    const types = String(args.types ?? 'public_channel').split(',');
    return [types.flatMap((type) => BY_TYPE[type.trim()] ?? [])];
  }
  if (method === 'conversations.open') {
    const several = String(args.users ?? '').includes(',');
    return [[several ? 'mpim:write' : 'im:write']];
  }
  const fixed = FIXED[method];
  if (!fixed) return [[]];
  const disguised = ['username', 'icon_emoji', 'icon_url'].some((name) => args[name] !== undefined);
  return [disguised && method.startsWith('chat.') ? [fixed, 'chat:write.customize'] : [fixed]];
}

/** What an event needs before Slack sends it; events that are not named need nothing. */
export const SCOPE_OF_EVENT: Record<string, string> = {
  app_mention: 'app_mentions:read',
  channel_archive: 'channels:read',
  channel_rename: 'channels:read',
  group_archive: 'groups:read',
  group_rename: 'groups:read',
  member_joined_channel: 'channels:read',
  member_left_channel: 'channels:read',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  team_join: 'users:read',
  user_change: 'users:read',
};
