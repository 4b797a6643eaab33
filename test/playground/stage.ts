import { readFileSync } from 'node:fs';
import { type Manifest, readManifest } from '../../src/playground/manifest.ts';
import { type Playground, startPlayground } from '../../src/playground/playground.ts';
import type { Container, IntentAnswer, JsonObject, ModalView, Snapshot } from '../../src/playground/protocol.ts';
import { LAUNCH, OLIVIA } from '../../src/playground/world/cast.ts';
import { type Received, type Receiver, startReceiver } from './receiver.ts';

export const manifest = (declined: string[] = []): Manifest =>
  readManifest(readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8'), { declined });

/** What the Web API answers. */
export interface Called {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: whatever Slack answers; the tests look into it
  body: any;
}

export interface Stage {
  playground: Playground;
  receiver: Receiver;
  /** Milliseconds; the playground's clock reads them. */
  clock: { now: number };
  patience: Patience;
  call(method: string, args?: Record<string, unknown>, token?: string | null): Promise<Called>;
  /** What the person sees. */
  sees(userId?: string): Snapshot;
  last(): Received;
  close(): Promise<void>;
}

/** A deadline that is over when the test says so. */
export interface Patience {
  deadline(milliseconds: number): AbortSignal;
  /** For how long Slack said it would wait, each time. */
  asked: number[];
  end(): void;
}

export function patience(): Patience {
  const waits = new Set<AbortController>();
  const asked: number[] = [];
  return {
    asked,
    deadline(milliseconds) {
      const wait = new AbortController();
      waits.add(wait);
      asked.push(milliseconds);
      return wait.signal;
    },
    end() {
      for (const wait of waits) wait.abort(new DOMException('The time is up.', 'TimeoutError'));
      waits.clear();
    },
  };
}

/** A playground with a receiver in the place of the app, and a clock that moves only when a test moves it. */
export async function setStage({ manifest: given = manifest() }: { manifest?: Manifest } = {}): Promise<Stage> {
  const clock = { now: Date.parse('2026-03-02T12:00:00Z') };
  const slack = patience();
  const receiver = await startReceiver(slack.end);
  const playground = await startPlayground({
    ...{ manifest: given, transport: 'http', now: () => clock.now, deadline: slack.deadline, retryAfter: [0, 0, 0] },
  });
  playground.connect(receiver.url);
  return {
    ...{ playground, receiver, clock, patience: slack },
    call: (method, args, token = playground.botToken) => callApi(playground, method, args, token),
    sees: (userId = OLIVIA) => playground.snapshot(userId),
    last: () => {
      const one = receiver.received.at(-1);
      if (!one) throw new Error('nothing has reached the app');
      return one;
    },
    async close() {
      await playground.close();
      await receiver.close();
    },
  };
}

/** Calls the Web API as the SDK does: a form, its objects as JSON. */
export async function callApi(
  { apiUrl }: Playground,
  method: string,
  args: Record<string, unknown> = {},
  token: string | null = null,
): Promise<Called> {
  const form = Object.entries(args).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  const response = await fetch(`${apiUrl}${method}`, {
    method: 'POST',
    headers: token ? { authorization: `Bearer ${token}` } : {},
    body: new URLSearchParams(form as [string, string][]),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

export const plain = (text: string) => ({ type: 'plain_text', text });

export const modal = (blocks: unknown[], more: object = {}) => ({
  ...{ type: 'modal', callback_id: 'test.view', title: plain('A modal'), submit: plain('Save'), close: plain('Close') },
  ...{ blocks, ...more },
});

export const button = (actionId: string, more: object = {}) => ({
  ...{ type: 'button', action_id: actionId, text: plain('Press'), ...more },
});

export const actions = (...elements: unknown[]) => ({ type: 'actions', block_id: 'buttons', elements });

export const input = (blockId: string, element: object, more: object = {}) => ({
  ...{ type: 'input', block_id: blockId, label: plain(blockId), element: { action_id: 'value', ...element }, ...more },
});

export const textInput = (blockId: string, more: object = {}, element: object = {}) =>
  input(blockId, { type: 'plain_text_input', ...element }, more);

export const typed = (blockId: string, value: string) => ({
  [blockId]: { value: { type: 'plain_text_input', value } },
});

/** A command as the person types it; its trigger comes back. */
export async function trigger({ playground, last }: Stage, userId = OLIVIA): Promise<string> {
  await playground.send(userId, { type: 'send', channel: LAUNCH, text: '/contacts' });
  return last().payload.trigger_id;
}

/** Opens a modal before a person, as an app does after a command. */
export async function openModal(stage: Stage, view: object, userId = OLIVIA): Promise<ModalView> {
  const { body } = await stage.call('views.open', { trigger_id: await trigger(stage, userId), view });
  if (!body.ok) throw new Error(JSON.stringify(body));
  return topModal(stage, userId);
}

export function topModal({ sees }: Stage, userId = OLIVIA): ModalView {
  const top = sees(userId).modals.at(-1);
  if (!top) throw new Error('there is no modal');
  return top;
}

export const inModal = (viewId: string): Container => ({ kind: 'modal', viewId });

/** Clicks a button in the modal on top; the payload that the app got comes back. */
export async function click(stage: Stage, actionId: string, value: JsonObject = {}, userId = OLIVIA) {
  const container = inModal(topModal(stage, userId).id);
  const answer = await stage.playground.send(userId, { type: 'act', container, blockId: 'buttons', actionId, value });
  if (!answer.ok) throw new Error(answer.error);
  return stage.last().payload;
}

export function submit(stage: Stage, values = {}, userId = OLIVIA): Promise<IntentAnswer> {
  return stage.playground.send(userId, { type: 'submit', viewId: topModal(stage, userId).id, values });
}
