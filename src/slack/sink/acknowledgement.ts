import type { Answer } from '../turn.ts';
import { guard, type Readers } from './guard.ts';
import type { Sender } from './sender.ts';

export type Acknowledge = (answer?: object) => Promise<void>;

/** A submission is answered by its acknowledgement: the same look at it as at every view, in time to say something else. */
export const checkAcknowledgement = (sender: Sender, readers: Readers, answer: Answer): Promise<void> =>
  guard(sender, readers, 'acknowledgement', inSlack(answer));

/** Acknowledges a submission with an answer that was looked at, or with the words of a fault. */
export const acknowledge = (ack: Acknowledge, answer: Answer): Promise<void> => ack(inSlack(answer));

function inSlack(answer: Answer): object | undefined {
  switch (answer.kind) {
    case 'errors':
      return { response_action: 'errors', errors: answer.errors };
    case 'update':
    case 'open':
      return { response_action: 'update', view: answer.view };
    default:
      return undefined;
  }
}
