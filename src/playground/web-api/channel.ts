import { problemsOfMessage } from '../block-kit/validate.ts';
import type { JsonObject } from '../protocol.ts';
import { isObject, keptBlocks } from '../world/blocks.ts';
import { appDm, appSees, type Conversation } from '../world/conversation.ts';
import { isUnmet } from '../world/person.ts';
import type { World } from '../world/world.ts';
import { type Answer, refuse } from './answer.ts';
import type { Arguments } from './arguments.ts';

export type Found<T> = { ok: true; value: T } | { ok: false; answer: Answer };

const no = (answer: Answer): { ok: false; answer: Answer } => ({ ok: false, answer });

/** The channel that an app means, if it may know of it. */
export function channelSeen(world: World, id: string | undefined): Found<Conversation> {
  const conversation = id ? world.conversations.get(id) : undefined;
  if (!conversation || !appSees(world, conversation)) return no(refuse('channel_not_found'));
  return { ok: true, value: conversation };
}

/** Where a post goes: a channel by its id or its name, or the direct messages with a person by theirs. */
export function channelToPost(world: World, given: string | undefined): Found<Conversation> {
  const person = given ? world.people.get(given) : undefined;
  if (person) {
    const reachable = !person.deleted && person.kind !== 'bot' && !isUnmet(world, person);
    if (!reachable) return no(refuse(person.kind === 'bot' ? 'cannot_dm_bot' : 'channel_not_found'));
    if (!world.manifest.messagesTab) return no(refuse('messages_tab_disabled'));
    return { ok: true, value: appDm(world, person.id).conversation };
  }
  const named = [...world.conversations.values()].find(({ name }) => name !== '' && name === given?.replace(/^#/, ''));
  const found = channelSeen(world, named?.id ?? given);
  if (!found.ok) return found;
  const { archived, members, kind } = found.value;
  if (archived) return no(refuse('is_archived'));
  const uninvited = kind === 'channel' && world.manifest.scopes.includes('chat:write.public');
  if (!members.has(world.app.userId) && !uninvited) return no(refuse('not_in_channel'));
  if (kind === 'app-dm' && !world.manifest.messagesTab) return no(refuse('messages_tab_disabled'));
  return found;
}

export interface MessageContent {
  text: string;
  blocks: JsonObject[] | null;
  metadata: JsonObject | null;
}

const LONGEST = 40_000;

/** The content of a message, checked as Slack does and turned into what Slack keeps. */
export function messageContent(args: Arguments, given: { files?: boolean } = {}): Found<MessageContent> {
  const text = args.text('text');
  const blocks = args.raw.blocks === undefined ? undefined : args.json('blocks');
  const hasBlocks = Array.isArray(blocks) && blocks.length > 0;
  if (text === undefined && !hasBlocks && !given.files) return no(refuse('no_text'));
  if (text !== undefined && text.length > LONGEST) return no(refuse('msg_too_long'));
  if (args.raw.blocks !== undefined && !Array.isArray(blocks)) return no(refuse('invalid_blocks_format'));
  const problems = hasBlocks ? problemsOfMessage({ text, blocks }) : [];
  if (problems.length > 0) return no({ ...refuse('invalid_blocks', problems), errors: problems });
  const metadata = args.object('metadata') ?? null;
  if (args.raw.metadata !== undefined && !isMetadata(metadata)) return no(refuse('invalid_metadata_format'));
  return { ok: true, value: { text: text ?? '', blocks: hasBlocks ? keptBlocks(blocks) : null, metadata } };
}

const isMetadata = (metadata: JsonObject | null): boolean =>
  typeof metadata?.event_type === 'string' && metadata.event_type !== '' && isObject(metadata.event_payload);
