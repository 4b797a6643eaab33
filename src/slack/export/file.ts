import { upload } from '../sink/file.ts';
import type { Readers } from '../sink/guard.ts';
import type { Sender } from '../sink/sender.ts';

/** A file as a person gets it. */
export interface FileToSend {
  name: string;
  title: string;
  content: string;
  /** What stands above it, as mrkdwn: the message with the file has no other words. */
  comment: string;
}

/**
 * Sends a file to one person, as a direct message from Callsheet.
 * @param readers who will see it in the end: what is marked shareable is looked at as if they were outsiders
 */
export const sendFile = (sender: Sender, readers: Readers, userId: string, file: FileToSend): Promise<string | null> =>
  upload(sender, readers, { channel: userId, ...file });
