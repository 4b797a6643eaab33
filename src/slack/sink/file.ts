import { guard, type Readers } from './guard.ts';
import type { Sender } from './sender.ts';

export interface Upload {
  /** A channel, or a person: then it is sent to their direct messages with Callsheet. */
  channel: string;
  name: string;
  title?: string;
  /** What is said with it: a sentence that says what the file is. */
  comment: string;
  content: string | Uint8Array;
  /** Of a picture: the same in words, for whoever hears instead of sees. */
  alt?: string;
}

/**
 * Sends a file. Its content is looked at like any words, as long as it is text.
 * @returns its id, by which a view can show it; null if Slack does not say
 */
export async function upload(sender: Sender, readers: Readers, file: Upload): Promise<string | null> {
  const { name, title = name, comment, content, alt } = file;
  await guard(sender, readers, 'file', file);
  const sent = await sender.client.filesUploadV2({
    channel_id: await conversationWith(sender, file.channel),
    ...{ filename: name, title, initial_comment: comment },
    file: Buffer.from(content as string),
    ...(alt && { alt_text: alt }),
  });
  return (sent as Sent).files?.[0]?.files?.[0]?.id ?? null;
}

/** What the client says of the files that were completed together. */
interface Sent {
  files?: { files?: { id?: string }[] }[];
}

/** Slack shares files in conversations alone, not with people. */
async function conversationWith({ client }: Sender, channel: string): Promise<string> {
  if (!/^[UW]/.test(channel)) return channel;
  const opened = await client.conversations.open({ users: channel });
  if (!opened.channel?.id) throw new Error('no direct messages with a person');
  return opened.channel.id;
}
