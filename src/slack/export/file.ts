import type { Sender } from '../access/sender.ts';

/** A file as a person gets it. */
export interface FileToSend {
  name: string;
  title: string;
  content: string;
  /** What stands above it, as mrkdwn: the message with the file has no other words. */
  comment: string;
}

/** Sends a file to one person, as a direct message from Callsheet. The one way by which files leave. */
export async function sendFile(
  { client }: Pick<Sender, 'client'>,
  userId: string,
  { name, title, content, comment }: FileToSend,
): Promise<void> {
  // Slack takes a file for a conversation alone, and not for a person.
  const { channel } = await client.conversations.open({ users: userId });
  if (!channel?.id) throw new Error('Slack opened no conversation');
  await client.files.uploadV2({
    ...{ channel_id: channel.id, filename: name, title, initial_comment: comment },
    file: Buffer.from(content, 'utf8'),
  });
}
