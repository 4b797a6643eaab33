import type { Block, ModalView } from '@slack/types';
import type { ViewsOpenArguments, WebClient } from '@slack/web-api';
import { section } from './block-kit.ts';
import { faultMessage, faultModal } from './fault/fault.ts';
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
  client: WebClient;
  userId: string;
  triggerId: string | null;
  view: ViewSource | null;
  /** Words for this person alone where they are; null where Slack gives no such way. */
  whisper: ((message: { text: string; blocks: Block[] }) => Promise<unknown>) | null;
}

const THIRD_VIEW = 'third';

const depth = (view: ViewSource): 'root' | 'second' | typeof THIRD_VIEW => {
  if (!view.previous_view_id || view.root_view_id === view.id) return 'root';
  return view.previous_view_id === view.root_view_id ? 'second' : THIRD_VIEW;
};

/** Shows an answer to a command, a click or a shortcut, or Home; submissions answer through their acknowledgement. */
export async function deliver(answer: Answer, way: Way): Promise<void> {
  const { client, view, triggerId, userId, whisper } = way;
  switch (answer.kind) {
    case 'nothing':
    case 'errors':
      return;
    case 'home':
      await client.views.publish({ user_id: userId, view: answer.view });
      return;
    case 'say':
      if (whisper) await whisper(answer.message);
      else await client.chat.postMessage({ channel: userId, unfurl_links: false, ...answer.message });
      return;
    case 'open':
      if (view?.type === 'modal' && depth(view) === THIRD_VIEW) await update(client, view, answer.view);
      else if (view?.type === 'modal') await client.views.push(withTrigger(triggerId, answer.view));
      else await client.views.open(withTrigger(triggerId, answer.view));
      return;
    case 'update':
      if (view?.type === 'modal') await update(client, view, answer.view);
      else await client.views.open(withTrigger(triggerId, answer.view));
  }
}

const update = (client: WebClient, source: ViewSource, view: ModalView) =>
  client.views.update({ view_id: source.id, ...(source.hash && { hash: source.hash }), view });

const withTrigger = (triggerId: string | null, view: ModalView): ViewsOpenArguments => ({
  trigger_id: triggerId ?? '',
  view,
});

/** Tells a person of a fault in the place where they are; what they typed into a form stays in it. */
export async function deliverFault(reference: string, way: Way, viewer: Viewer): Promise<void> {
  const { client, view, whisper, userId } = way;
  const message = faultMessage.render({ reference }, viewer);
  if (whisper) {
    await whisper(message);
  } else if (view?.type === 'modal' && view.blocks && view.title) {
    await client.views.update({ view_id: view.id, view: withBanner(view, message.text) });
  } else {
    await client.chat.postMessage({ channel: userId, unfurl_links: false, ...message });
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
