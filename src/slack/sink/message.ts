import type { MessageMetadata } from '@slack/types';
import type { Message } from '../block-kit.ts';
import { guard, type Readers } from './guard.ts';
import type { Sender } from './sender.ts';

/** Where a posted message stands. */
export interface Place {
  channel: string;
  ts: string;
}

export interface Post extends Message {
  /** A channel, or a person: then it stands in their direct messages with Callsheet. */
  channel: string;
  /** Ids only, as in every metadata (rule 9). */
  metadata?: MessageMetadata;
  thread_ts?: string;
}

/** Posts a message. @returns where it stands; null if Slack does not say */
export async function post(sender: Sender, readers: Readers, message: Post): Promise<Place | null> {
  await guard(sender, readers, 'post', message);
  const { channel, ts } = await sender.client.chat.postMessage({ unfurl_links: false, ...message });
  return channel && ts ? { channel, ts } : null;
}

/** Puts another message into the place of a posted one. */
export async function update(sender: Sender, readers: Readers, message: Message & Place): Promise<void> {
  await guard(sender, readers, 'update', message);
  await sender.client.chat.update(message);
}

/** Words that one person sees in a channel that they are in, and nobody else. */
export async function postEphemeral(
  sender: Sender,
  readers: Readers,
  message: Message & { channel: string; user: string },
): Promise<void> {
  await guard(sender, readers, 'ephemeral', message);
  await sender.client.chat.postEphemeral(message);
}

/** Bolt's way to the `response_url` of what a person did. */
export type Respond = (message: object) => Promise<unknown>;

/** Words for the person who did something, where they did it: nobody else in that channel sees them (X2). */
export async function whisper(sender: Sender, readers: Readers, respond: Respond, message: Message): Promise<void> {
  await guard(sender, readers, 'whisper', message);
  await respond({ ...message, response_type: 'ephemeral', replace_original: false });
}
