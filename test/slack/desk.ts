import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import nock from 'nock';
import { createApp } from '../../src/app.ts';
import { type Chores, createChores } from '../../src/chores.ts';
import { describeFault } from '../../src/slack/fault/fault.ts';
import type { SubmittedValue } from '../../src/slack/submitted.ts';
import type { Store } from '../../src/store/store.ts';

export const TEAM = 'T1HOME';

/** A person as Slack would describe them. */
export interface Colleague {
  id: string;
  locale?: string;
  tz?: string;
  team_id?: string;
  deleted?: boolean;
  is_bot?: boolean;
  is_restricted?: boolean;
}

interface Call {
  method: string;
  args: Record<string, unknown>;
}

class FakeReceiver implements Receiver {
  app: App | undefined;
  init(app: App): void {
    this.app = app;
  }
  async start(): Promise<void> {}
  async stop(): Promise<void> {}
}

type View = ModalView | HomeView;

/** An app whose Slack is recorded: what a person does goes in, the calls to Slack and the acknowledgement come out. */
export class Desk {
  readonly calls: Call[] = [];
  readonly log: { event: string; facts: Record<string, unknown> }[] = [];
  /** Answers of Slack other than `ok`, by method. */
  readonly refusals = new Map<string, string>();
  readonly people = new Map<string, Colleague>();
  /** Addresses of people of the workspace. */
  readonly mailboxes = new Set<string>();
  readonly store: Store;
  readonly chores: Chores;
  now = new Date('2026-03-02T12:00:00Z');
  private readonly receiver = new FakeReceiver();

  constructor(store: Store, people: readonly Colleague[]) {
    this.store = store;
    for (const person of people) this.people.set(person.id, person);
    nock('https://slack.test')
      .persist()
      .post(/^\/api\//)
      .reply(async (request: Request) => [
        200,
        this.slack(new URL(request.url).pathname.slice('/api/'.length), await request.text()),
      ]);
    nock('https://hooks.slack.test')
      .persist()
      .post(/.*/)
      .reply(async (request: Request) => {
        this.calls.push({ method: 'respond', args: (await request.json()) as Record<string, unknown> });
        return [200, 'ok'];
      });
    const facts = (event: string, said: Record<string, unknown> = {}) => {
      const { error, ...others } = said;
      this.log.push({ event, facts: error === undefined ? others : { ...others, error: describeFault(error) } });
    };
    const options = {
      ...{ store, botToken: 'xoxb-test', apiUrl: 'https://slack.test/api/' },
      support: { email: 'support@platform.example', url: null },
      now: () => this.now,
      log: { info: facts, error: facts },
    };
    this.chores = createChores(options);
    createApp({ ...options, receiver: this.receiver, chores: this.chores });
  }

  private slack(method: string, form: string): object {
    const args: Record<string, unknown> = Object.fromEntries(new URLSearchParams(form));
    for (const name of ['view', 'blocks']) if (args[name]) args[name] = JSON.parse(String(args[name]));
    this.calls.push({ method, args });
    const refused = this.refusals.get(method);
    if (refused) return { ok: false, error: refused };
    if (method === 'auth.test') return { ok: true, team_id: TEAM, bot_id: 'B1', user_id: 'UBOT' };
    if (method === 'users.info') {
      const user = this.people.get(String(args.user));
      return user
        ? { ok: true, user: { team_id: TEAM, name: user.id.toLowerCase(), ...user } }
        : { ok: false, error: 'user_not_found' };
    }
    if (method === 'users.lookupByEmail') {
      return this.mailboxes.has(String(args.email)) ? { ok: true, user: {} } : { ok: false, error: 'users_not_found' };
    }
    return { ok: true, view: { id: 'V1', hash: 'h' }, ts: '1.1', channel: 'D1' };
  }

  /** Sends one request and gives back how it was acknowledged. */
  private async send(body: Record<string, unknown>): Promise<unknown> {
    let acknowledged: unknown = UNACKNOWLEDGED;
    const event: ReceiverEvent = {
      body: { team_id: TEAM, team: { id: TEAM }, api_app_id: 'A1', token: 't', ...body },
      ack: async (answer: unknown) => {
        acknowledged = answer;
      },
    };
    await this.receiver.app?.processEvent(event);
    return acknowledged;
  }

  command(userId: string, text = '', channelId = 'C1'): Promise<unknown> {
    const trigger = { trigger_id: 'trigger', response_url: 'https://hooks.slack.test/r' };
    return this.send({ command: '/contacts', text, user_id: userId, channel_id: channelId, ...trigger });
  }

  click(userId: string, actionId: string, on: { value?: string; view?: View; values?: Values; root?: string } = {}) {
    return this.send({
      type: 'block_actions',
      user: { id: userId },
      trigger_id: 'trigger',
      actions: [{ type: 'button', action_id: actionId, block_id: 'b', ...(on.value && { value: on.value }) }],
      ...(on.view
        ? { view: inSlack(on.view, on.values, on.root), container: { type: 'view' } }
        : { channel: { id: 'C1' }, response_url: 'https://hooks.slack.test/r', container: { type: 'message' } }),
    });
  }

  submit(userId: string, view: ModalView, values: Values = {}, root?: string): Promise<unknown> {
    return this.send({ type: 'view_submission', user: { id: userId }, view: inSlack(view, values, root) });
  }

  suggest(userId: string, actionId: string, query: string): Promise<unknown> {
    return this.send({
      type: 'block_suggestion',
      user: { id: userId },
      action_id: actionId,
      block_id: 'b',
      value: query,
    });
  }

  shortcut(userId: string, callbackId: string): Promise<unknown> {
    return this.send({ type: 'shortcut', callback_id: callbackId, user: { id: userId }, trigger_id: 'trigger' });
  }

  event(event: Record<string, unknown>): Promise<unknown> {
    return this.send({ type: 'event_callback', event, authorizations: [{ team_id: TEAM }] });
  }

  /** The calls to Slack since the last look, without the authorisation. */
  take(): Call[] {
    return this.calls.splice(0).filter((call) => call.method !== 'auth.test');
  }

  /** The view of the one call that opened, pushed, updated or published one. */
  takeView<V extends View = ModalView>(): V {
    const shown = this.take().filter((call) => call.args.view);
    if (shown.length !== 1)
      throw new Error(
        `expected one view, saw ${shown.map((call) => call.method).join(', ')}; log: ${JSON.stringify(this.log)}`,
      );
    return shown[0]?.args.view as V;
  }

  async close(): Promise<void> {
    nock.cleanAll();
    await this.store.close();
  }
}

export const UNACKNOWLEDGED = Symbol('not acknowledged');

/** What a person enters, by the name of the field. */
export type Values = Record<string, SubmittedValue>;

/** The view as Slack sends it back: with what it was rendered with, and over it what the person entered. */
export function inSlack(view: View, values: Values = {}, root?: string): object {
  const state: Record<string, Record<string, SubmittedValue>> = {};
  for (const block of view.blocks as KnownBlock[]) {
    if (block.type !== 'input' || !block.block_id) continue;
    const element = block.element as unknown as { action_id?: string } & Record<string, unknown>;
    state[block.block_id] = { [element.action_id ?? '']: values[block.block_id] ?? initial(element) };
  }
  const stack = root ? { root_view_id: root, previous_view_id: root } : { root_view_id: 'V1', previous_view_id: null };
  return { ...view, id: root ? 'V2' : 'V1', hash: 'h', ...stack, state: { values: state } };
}

function initial(element: Record<string, unknown>): SubmittedValue {
  return {
    type: String(element.type),
    value: (element.initial_value as string) ?? null,
    selected_users: (element.initial_users as string[]) ?? [],
    selected_user: (element.initial_user as string) ?? null,
    selected_option: (element.initial_option as { value: string }) ?? null,
    selected_options: (element.initial_options as { value: string }[]) ?? [],
    selected_time: (element.initial_time as string) ?? null,
  };
}

export const text = (value: string): SubmittedValue => ({ type: 'plain_text_input', value });
export const users = (...selected_users: string[]): SubmittedValue => ({ type: 'multi_users_select', selected_users });

/** Everything that a person can read in a view or a message. */
export const words = (surface: unknown): string => JSON.stringify(surface);
