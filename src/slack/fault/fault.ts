import { randomInt } from 'node:crypto';
import type { ModalView } from '@slack/types';
import { type Message, modal, section } from '../block-kit.ts';
import { supportAndHelp } from '../support/support.ts';
import type { Viewer } from '../viewer.ts';

/** Letters and digits that are not mistaken for one another when they are read out. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Six characters that lead from what a person was told to the line in the log. */
export const newReference = (): string =>
  Array.from({ length: 6 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

/** What an outage looks like: an instruction and a reference, never a detail of the error. */
export const faultMessage = {
  id: 'fault.message',

  render({ reference }: { reference: string }, { say }: Viewer): Message {
    const text = say('fault.text', { reference });
    return { text, blocks: [section(say.mrkdwn('fault.text', { reference })), ...supportAndHelp(say)] };
  },
};

export const faultModal = {
  id: 'fault.view',

  render({ reference }: { reference: string }, { say }: Viewer): ModalView {
    return modal({
      id: faultModal.id,
      title: say('fault.title'),
      close: say('app.close'),
      metadata: '',
      blocks: [section(say.mrkdwn('fault.text', { reference })), ...supportAndHelp(say)],
    });
  },
};

/** A name or a code is one word; anything longer may be a sentence about somebody. */
const word = (text: unknown): string | null => (typeof text === 'string' && /^[\w.:-]{1,80}$/.test(text) ? text : null);

/**
 * What can be said about an error without saying what it was about: its name, its code and where it happened. Messages
 * stay out of the log: a database's quotes the values that it was given.
 */
export function describeFault(error: unknown): { name: string; code: string | null; at: string[] } {
  if (!(error instanceof Error)) return { name: typeof error, code: null, at: [] };
  const { code, data } = error as Error & { code?: unknown; data?: { error?: unknown } };
  // A message can hold lines that look like frames: it goes first, and a frame ends in its line and column.
  const trace = (error.stack ?? '').replace(error.message, '').split('\n');
  const frames = trace.filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line));
  return {
    name: word(error.name) ?? 'Error',
    code: word(data?.error) ?? word(code),
    at: frames.slice(0, 6).map((line) => line.trim()),
  };
}
