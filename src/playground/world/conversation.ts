import type { JsonObject } from '../protocol.ts';
import { HOME } from './cast.ts';
import { newId } from './id.ts';
import type { World } from './world.ts';

export interface Conversation {
  id: string;
  name: string;
  kind: 'channel' | 'private' | 'dm' | 'app-dm';
  members: Set<string>;
  /** Teams of other companies that it is shared with. */
  sharedWith: string[];
  archived: boolean;
  purpose: string;
  /** Seconds since 1970. */
  created: number;
  /** The newest message that each person has seen. */
  read: Map<string, string>;
}

/** The person's direct messages with the app; made when they are first needed. */
export function appDm(world: World, userId: string): { conversation: Conversation; existed: boolean } {
  for (const conversation of world.conversations.values()) {
    if (conversation.kind === 'app-dm' && conversation.members.has(userId)) return { conversation, existed: true };
  }
  const conversation: Conversation = {
    id: newId('D'),
    name: '',
    kind: 'app-dm',
    members: new Set([userId, world.app.userId]),
    sharedWith: [],
    archived: false,
    purpose: '',
    created: Math.floor(world.clock.now() / 1000),
    read: new Map(),
  };
  world.conversations.set(conversation.id, conversation);
  return { conversation, existed: false };
}

/** Whether the app may know of it: public, or it is in there. */
export const appSees = (world: World, { kind, members }: Conversation): boolean =>
  kind === 'channel' || members.has(world.app.userId);

/** What the scopes and events of the Web API call it. */
export const typeOf = ({ kind }: Conversation): 'channel' | 'group' | 'im' =>
  kind === 'channel' ? 'channel' : kind === 'private' ? 'group' : 'im';

/** What a command's payload calls it. */
export function nameInPayload({ kind, name }: Conversation): string {
  if (kind === 'channel') return name;
  return kind === 'private' ? 'privategroup' : 'directmessage';
}

/** The conversation as the app is told of it. */
export function conversationJson(world: World, conversation: Conversation): JsonObject {
  const { id, name, kind, members, sharedWith, archived, created } = conversation;
  const other = [...members].find((member) => member !== world.app.userId) ?? '';
  if (kind === 'dm' || kind === 'app-dm') {
    return {
      id,
      created,
      is_archived: false,
      is_im: true,
      is_org_shared: false,
      user: other,
      is_user_deleted: false,
      priority: 0,
    };
  }
  const shared = sharedWith.length > 0;
  const words = (value: string): JsonObject => ({ value, creator: '', last_set: 0 });
  return {
    ...{ id, name, name_normalized: name, created, updated: created * 1000, creator: other, context_team_id: HOME.id },
    ...{ is_channel: kind === 'channel', is_group: kind === 'private', is_im: false, is_mpim: false },
    ...{ is_private: kind === 'private', is_archived: archived, is_general: name === 'general', unlinked: 0 },
    ...{ is_shared: shared, is_ext_shared: shared, is_org_shared: false, is_pending_ext_shared: false },
    ...{ pending_shared: [], pending_connected_team_ids: [], parent_conversation: null, previous_names: [] },
    shared_team_ids: [HOME.id, ...sharedWith],
    ...(shared && { conversation_host_id: HOME.id, connected_team_ids: sharedWith, internal_team_ids: [HOME.id] }),
    ...{ is_member: members.has(world.app.userId), topic: words(''), purpose: words(conversation.purpose) },
  };
}
