import type { Block, ModalView } from '@slack/types';
import { section } from './block-kit.ts';
import { faultMessage, faultModal } from './fault/fault.ts';
import { type Readers, SEES_IT_ALREADY, THIRD_PARTY } from './sink/guard.ts';
import { post, type Respond, whisper } from './sink/message.ts';
import type { Sender } from './sink/sender.ts';
import { openView, publishHome, pushView, updateView } from './sink/view.ts';
import type { Answer } from './turn.ts';
import type { Viewer } from './viewer.ts';

/** The view that an interaction came from, as Slack tells it. */
export interface ViewSource {
  id: string;
  type: 'modal' | 'home';
  root_view_id?: string | null;
  previous_view_id?: string | null;
  hash?: string;
  callback_id?: string;
  title?: ModalView['title'];
  submit?: ModalView['submit'] | null;
  close?: ModalView['close'] | null;
  private_metadata?: string;
  notify_on_close?: boolean;
  blocks?: (Block & { block_id?: string })[];
}

/** The ways back to the person, whichever they came by. */
export interface Way {
  userId: string;
  triggerId: string | null;
  view: ViewSource | null;
  /** Words for this person alone where they are; null where Slack gives no such way. */
  respond: Respond | null;
}

const THIRD_VIEW = 'third';

const depth = (view: ViewSource): 'root' | 'second' | typeof THIRD_VIEW => {
  if (!view.previous_view_id || view.root_view_id === view.id) return 'root';
  return view.previous_view_id === view.root_view_id ? 'second' : THIRD_VIEW;
};

/**
 * Shows an answer to a command, a click or a shortcut, or Home; submissions answer through their acknowledgement.
 * @returns the id of the modal that shows it; null if none does, or Slack does not say
 */
export async function deliver(sender: Sender, readers: Readers, answer: Answer, way: Way): Promise<string | null> {
  const { view: from, triggerId, userId, respond } = way;
  switch (answer.kind) {
    case 'nothing':
    case 'errors':
      return null;
    case 'home':
      await publishHome(sender, readers, { userId, view: answer.view });
      return null;
    case 'say':
      if (respond) await whisper(sender, readers, respond, answer.message);
      else await post(sender, readers, { channel: userId, ...answer.message });
      return null;
    case 'open':
    case 'update': {
      const { view } = answer;
      if (from?.type !== 'modal') return openView(sender, readers, { triggerId, view });
      const inPlace = answer.kind === 'update' || depth(from) === THIRD_VIEW;
      if (!inPlace) return pushView(sender, readers, { triggerId, view });
      const anyhow = answer.kind === 'update' && answer.anyhow;
      await updateView(sender, readers, { id: from.id, ...(!anyhow && { hash: from.hash }), view });
      return from.id;
    }
  }
}

/** Tells a person of a fault in the place where they are; what they typed into a form stays in it. */
export async function deliverFault(sender: Sender, reference: string, way: Way, viewer: Viewer): Promise<void> {
  const { view, respond, userId } = way;
  const message = faultMessage.render({ reference }, viewer);
  if (respond) {
    await whisper(sender, THIRD_PARTY, respond, message);
  } else if (view?.type === 'modal' && view.blocks && view.title) {
    await updateView(sender, SEES_IT_ALREADY, { id: view.id, view: withBanner(view, message.text) });
  } else {
    await post(sender, THIRD_PARTY, { channel: userId, ...message });
  }
}

/** How a submission's acknowledgement says that nothing was saved: on its first field, or in its place. */
export function faultAnswer(reference: string, view: ViewSource, viewer: Viewer): Answer {
  const field = view.blocks?.find((block) => block.type === 'input')?.block_id;
  if (!field) return { kind: 'update', view: faultModal.render({ reference }, viewer) };
  return { kind: 'errors', errors: { [field]: viewer.say('fault.saving', { reference }) } };
}

/** The same view with a sentence on top: the same blocks keep what was typed. */
function withBanner(view: ViewSource, text: string): ModalView {
  const blocks = (view.blocks ?? []).filter((block) => block.block_id !== 'fault').slice(0, 99);
  return {
    type: 'modal',
    callback_id: view.callback_id ?? '',
    title: view.title as ModalView['title'],
    ...(view.submit && { submit: view.submit }),
    ...(view.close && { close: view.close }),
    private_metadata: view.private_metadata ?? '',
    ...(view.notify_on_close && { notify_on_close: true }),
    blocks: [{ ...section(text), block_id: 'fault' }, ...(blocks as ModalView['blocks'])],
  };
}
