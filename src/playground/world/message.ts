import type { JsonObject, MessageView } from '../protocol.ts';
import { HOME } from './cast.ts';
import type { Conversation } from './conversation.ts';
import type { World } from './world.ts';

export interface Message {
  ts: string;
  channel: string;
  authorId: string;
  byApp: boolean;
  text: string;
  /** As Slack keeps them: every block with its id. */
  blocks: JsonObject[];
  metadata: JsonObject | null;
  edited: string | null;
  threadTs: string | null;
  files: MessageView['files'];
  /** The only person who sees it; null for everybody in the channel. */
  onlyFor: string | null;
  /** Options that the app offered for its external selects, by block and action. */
  offered: Map<string, JsonObject[]>;
}

/** A message's `ts` is its id and its time: unique, and later than all before it. */
export function nextTs(world: World, at = world.clock.now()): string {
  world.lastTs = Math.max(at * 1000, world.lastTs + 1);
  return `${Math.floor(world.lastTs / 1e6)}.${String(world.lastTs % 1e6).padStart(6, '0')}`;
}

type Content = Pick<Message, 'text' | 'authorId' | 'byApp'> & Partial<Message>;

export function post(world: World, { id }: Conversation, content: Content): Message {
  const message: Message = {
    ...{
      ts: content.ts ?? nextTs(world),
      channel: id,
      blocks: [],
      metadata: null,
      edited: null,
      threadTs: null,
      files: [],
    },
    ...{ onlyFor: null, offered: new Map(), ...content },
  };
  messagesIn(world, id).push(message);
  // Nobody has to read what they wrote.
  if (!message.onlyFor) world.conversations.get(id)?.read.set(message.authorId, message.ts);
  world.changed();
  return message;
}

export function messagesIn(world: World, channel: string): Message[] {
  const found = world.messages.get(channel) ?? [];
  world.messages.set(channel, found);
  return found;
}

/** A message of everybody, or one that only this person sees. */
export const findMessage = (world: World, channel: string, ts: string, onlyFor: string | null = null) =>
  messagesIn(world, channel).find((message) => message.ts === ts && message.onlyFor === onlyFor);

export function remove(world: World, message: Message): void {
  const all = messagesIn(world, message.channel);
  all.splice(all.indexOf(message), 1);
  world.changed();
}

export function rewrite(world: World, message: Message, to: { text: string; blocks: JsonObject[] | null }): void {
  message.text = to.text;
  if (to.blocks) message.blocks = to.blocks;
  message.edited = nextTs(world);
  world.changed();
}

/** The message as the app is told of it. Its metadata is only for those who ask. */
export function messageJson(world: World, message: Message, withMetadata = false): JsonObject {
  const { app } = world;
  const { ts, text, blocks, edited, authorId, files, threadTs } = message;
  const profile = {
    id: app.botId,
    app_id: app.id,
    name: app.name,
    icons: {},
    deleted: false,
    updated: world.born,
    team_id: HOME.id,
  };
  return {
    ...{ type: 'message', user: authorId, ts, text },
    team: world.people.get(authorId)?.teamId ?? HOME.id,
    ...(message.byApp && { bot_id: app.botId, app_id: app.id, bot_profile: profile }),
    ...(blocks.length > 0 && { blocks }),
    ...(files.length > 0 && {
      files: files.map(({ id, name, mimetype, url }) => ({ id, name, title: name, mimetype, url_private: url })),
    }),
    ...(edited && { edited: { user: authorId, ts: edited } }),
    ...(threadTs && { thread_ts: threadTs }),
    ...(withMetadata && message.metadata && { metadata: message.metadata }),
  };
}

/** People's words as Slack keeps them. */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
