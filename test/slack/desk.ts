import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import type { HomeView, InputBlock, KnownBlock, ModalView } from '@slack/types';
import nock from 'nock';
import { createApp } from '../../src/app.ts';
import { type Chores, createChores } from '../../src/chores.ts';
import { CONFIRM_EVERY } from '../../src/domain/confirmation.ts';
import type { ChallengeMail, FarewellMail, MailOutcome, MailPost } from '../../src/domain/mail.ts';
import { PATIENCE } from '../../src/domain/waiting.ts';
import { newLog } from '../../src/log.ts';
import { describeFault } from '../../src/slack/fault/fault.ts';
import type { SubmittedValue } from '../../src/slack/submitted.ts';
import type { Store } from '../../src/store/store.ts';

const BEGIN = '2026-03-02T12:00:00Z';
export const TEAM = 'T1HOME';

/** A person as Slack would describe them. */
export interface Colleague {
  id: string;
  locale?: string;
  tz?: string;
  team_id?: string;
  deleted?: boolean;
  is_bot?: boolean;
  is_owner?: boolean;
  is_restricted?: boolean;
  is_stranger?: boolean;
}

interface Call {
  method: string;
  args: Record<string, unknown>;
}

/** A message as it stands in Slack: posted, and updated since. */
export interface Posted {
  channel: string;
  ts: string;
  text: string;
  blocks: KnownBlock[];
}

class FakeReceiver implements Receiver {
  app: App | undefined;
  init(app: App): void {
    this.app = app;
  }
  async start(): Promise<void> {}
  async stop(): Promise<void> {}
}

/** A file as a person finds it in their direct messages. */
export interface SentFile {
  channel: string;
  name: string;
  title: string;
  content: string;
  comment: string;
  /** Of a picture: what it shows, in words. */
  alt: string;
}

type View = ModalView | HomeView;

/** An app whose Slack is recorded: what a person does goes in, the calls to Slack and the acknowledgement come out. */
export class Desk {
  readonly calls: Call[] = [];
  readonly log: { event: string; facts: Record<string, unknown> }[] = [];
  /** The same as an operator reads it, at the level that says most. */
  readonly lines: string[] = [];
  /** Answers of Slack other than `ok`, by method, or by method and whom or what it is about: `chat.postMessage UANA`. */
  readonly refusals = new Map<string, string | object>();
  readonly people = new Map<string, Colleague>();
  /** People whose requests name the workspace that they come from, whatever the app is authorised for. */
  readonly origins = new Map<string, string>();
  /** Channels that the app can see, as Slack would describe them; everybody is in them, unless `members` says who. */
  readonly channels = new Map<string, object>();
  /** Every message that stands in Slack now, in the order in which they were posted. */
  readonly messages: Posted[] = [];
  /** Files that were announced and uploaded, by their ids, and those that stand in a conversation. */
  private readonly uploads = new Map<string, { name: string; content: string; alt: string }>();
  readonly files: SentFile[] = [];
  /** Mails that were handed in, and what becomes of the next ones, by address. */
  readonly mails: (ChallengeMail | FarewellMail)[] = [];
  readonly mailOutcomes = new Map<string, MailOutcome>();
  /** Addresses of people of the workspace. */
  readonly mailboxes = new Set<string>();
  readonly store: Store;
  readonly chores: Chores;
  now = new Date(BEGIN);
  private readonly receiver = new FakeReceiver();

  /** @param mail whether a mail server is configured */
  constructor(store: Store, people: readonly Colleague[], { mail = true } = {}) {
    this.store = store;
    for (const person of people) this.people.set(person.id, person);
    nock('https://slack.test')
      .persist()
      .post(/^\/api\//)
      .reply(async (request: Request) => [
        200,
        this.slack(new URL(request.url).pathname.slice('/api/'.length), await request.text()),
      ]);
    nock('https://files.slack.test')
      .persist()
      .post(/.*/)
      .reply(async (request: Request) => {
        const upload = this.uploads.get(new URL(request.url).pathname.slice(1));
        const [bytes] = [...(await request.formData()).values()];
        // As it came, with the mark at its beginning.
        const content = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await (bytes as File).arrayBuffer());
        this.calls.push({ method: 'upload', args: { content } });
        if (upload) upload.content = content;
        return [200, 'OK'];
      });
    nock('https://hooks.slack.test')
      .persist()
      .post(/.*/)
      .reply(async (request: Request) => {
        this.calls.push({ method: 'respond', args: (await request.json()) as Record<string, unknown> });
        return [200, 'ok'];
      });
    const real = newLog('debug', (line) => this.lines.push(line));
    const facts =
      (level: 'info' | 'error') =>
      (event: string, said: Record<string, unknown> = {}) => {
        real[level](event, said);
        const { error, ...others } = said;
        this.log.push({ event, facts: error === undefined ? others : { ...others, error: describeFault(error) } });
      };
    const options = {
      ...{ store, botToken: 'xoxb-test', apiUrl: 'https://slack.test/api/' },
      support: { email: 'support@platform.example', url: null },
      patience: PATIENCE,
      confirmEvery: CONFIRM_EVERY,
      now: () => this.now,
      ...(mail && { mail: this.letters }),
      log: { info: facts('info'), error: facts('error') },
    };
    this.chores = createChores(options);
    createApp({ ...options, receiver: this.receiver, chores: this.chores });
  }

  private readonly letters: MailPost = {
    challenge: async (mail) => this.handIn(mail),
    farewell: async (mail) => this.handIn(mail),
  };

  private handIn(mail: ChallengeMail | FarewellMail): MailOutcome {
    this.mails.push(mail);
    return this.mailOutcomes.get(mail.address) ?? { kind: 'accepted' };
  }

  private slack(method: string, form: string): object {
    const args: Record<string, unknown> = Object.fromEntries(new URLSearchParams(form));
    for (const name of ['view', 'blocks']) if (args[name]) args[name] = JSON.parse(String(args[name]));
    this.calls.push({ method, args });
    const about = args.channel ?? args.user ?? args.user_id;
    const refused = this.refusals.get(method) ?? this.refusals.get(`${method} ${about}`);
    if (refused) return { ok: false, ...(typeof refused === 'string' ? { error: refused } : refused) };
    if (method === 'auth.test') return { ok: true, team_id: TEAM, bot_id: 'B1', user_id: 'UBOT' };
    if (method === 'users.info') {
      const user = this.people.get(String(args.user));
      return user
        ? { ok: true, user: { team_id: TEAM, name: user.id.toLowerCase(), ...user } }
        : { ok: false, error: 'user_not_found' };
    }
    if (method === 'users.list') {
      return {
        ok: true,
        members: [...this.people.values()].map((user) => ({ team_id: TEAM, name: user.id, ...user })),
      };
    }
    if (method === 'conversations.info') {
      const channel = this.channels.get(String(args.channel));
      return channel ? { ok: true, channel } : { ok: false, error: 'channel_not_found' };
    }
    if (method === 'conversations.members') {
      const channel = this.channels.get(String(args.channel)) as { members?: string[] } | undefined;
      const [start, limit] = [Number(args.cursor ?? 0), Number(args.limit ?? 100)];
      const members = channel?.members ?? [...this.people.keys()];
      const next_cursor = start + limit < members.length ? String(start + limit) : '';
      const page = members.slice(start, start + limit);
      return channel
        ? { ok: true, members: page, response_metadata: { next_cursor } }
        : { ok: false, error: 'channel_not_found' };
    }
    if (method === 'conversations.open') return { ok: true, channel: { id: dm(String(args.users)) } };
    if (method.startsWith('files.')) return this.file(method, args);
    if (method === 'chat.postMessage') return { ok: true, ...this.post(args as unknown as Posted) };
    if (method === 'chat.update') {
      const updated = this.messages.find(({ channel, ts }) => channel === args.channel && ts === args.ts);
      if (updated) Object.assign(updated, { text: args.text, blocks: args.blocks });
      return updated ? { ok: true } : { ok: false, error: 'message_not_found' };
    }
    if (method === 'users.lookupByEmail') {
      return this.mailboxes.has(String(args.email)) ? { ok: true, user: {} } : { ok: false, error: 'users_not_found' };
    }
    return { ok: true, view: { id: 'V1', hash: 'h' }, ts: '1.1', channel: 'D1' };
  }

  private file(method: string, args: Record<string, unknown>): object {
    if (method === 'files.getUploadURLExternal') {
      const id = `F${this.uploads.size}`;
      this.uploads.set(id, { name: String(args.filename), content: '', alt: String(args.alt_text ?? '') });
      return { ok: true, upload_url: `https://files.slack.test/${id}`, file_id: id };
    }
    const completed = JSON.parse(String(args.files)) as { id: string; title: string }[];
    for (const { id, title } of completed) {
      const { name = '', content = '', alt = '' } = this.uploads.get(id) ?? {};
      const comment = String(args.initial_comment);
      this.files.push({ channel: String(args.channel_id), name, title, content, comment, alt });
    }
    return { ok: true, files: completed };
  }

  /** A message to a person stands in their DM with the app. */
  private post({ channel, text, blocks }: Posted): Pick<Posted, 'channel' | 'ts'> {
    const place = { channel: channel.startsWith('U') ? dm(channel) : channel, ts: `1.${this.messages.length}` };
    this.messages.push({ ...place, text, blocks });
    return place;
  }

  /** What stands in a person's DM, or in a channel, now. */
  inbox(place: string): Posted[] {
    return this.messages.filter(({ channel }) => channel === (place.startsWith('U') ? dm(place) : place));
  }

  /** Sends one request and gives back how it was acknowledged. */
  private async send(body: Record<string, unknown>, userId = ''): Promise<unknown> {
    let acknowledged: unknown = UNACKNOWLEDGED;
    const team = this.origins.get(userId) ?? TEAM;
    const user = body.user ? { user: { id: userId, team_id: team } } : {};
    const event: ReceiverEvent = {
      body: { team_id: team, team: { id: team }, api_app_id: 'A1', token: 't', ...body, ...user },
      ack: async (answer: unknown) => {
        acknowledged = answer;
      },
    };
    await this.receiver.app?.processEvent(event);
    return acknowledged;
  }

  command(userId: string, text = '', channelId = 'C1'): Promise<unknown> {
    const trigger = { trigger_id: 'trigger', response_url: 'https://hooks.slack.test/r' };
    return this.send({ command: '/contacts', text, user_id: userId, channel_id: channelId, ...trigger }, userId);
  }

  click(userId: string, actionId: string, on: Clicked = {}) {
    const value = on.value === undefined ? {} : { value: on.value };
    const click = {
      type: 'block_actions',
      user: { id: userId },
      trigger_id: 'trigger',
      actions: [{ type: 'button', action_id: actionId, block_id: 'b', action_ts: stamp(on.at ?? this.now), ...value }],
      ...(on.view
        ? { view: inSlack(on.view, on.values, on.root), container: { type: 'view' } }
        : { channel: { id: 'C1' }, response_url: 'https://hooks.slack.test/r', container: { type: 'message' } }),
    };
    return this.send(click, userId);
  }

  /** Types into, or chooses in, a field of a form; the form holds `values` then. It goes to the app if the form says so. */
  async type(
    userId: string,
    view: ModalView,
    name: string,
    on: Omit<Clicked, 'view' | 'value'> = {},
  ): Promise<unknown> {
    const block = view.blocks.find((one) => one.type === 'input' && one.block_id === name) as InputBlock | undefined;
    if (!block) throw new Error(`there is no field ${name}`);
    const { action_id: actionId = '' } = block.element as { action_id?: string };
    return block.dispatch_action ? this.click(userId, actionId, { ...on, view }) : UNACKNOWLEDGED;
  }

  /** Closes a form without submitting it; the app hears of it if the form says so. */
  async leave(userId: string, view: ModalView, values: Values = {}): Promise<unknown> {
    if (!view.notify_on_close) return UNACKNOWLEDGED;
    const closed = { ...inSlack(view, values), hash: `${Math.floor(this.now.getTime() / 1000)}.hash` };
    return this.send({ type: 'view_closed', user: { id: userId }, view: closed, is_cleared: false }, userId);
  }

  /** Clicks a button that the person sees: the one with this id in a view or a message, and with this value if it is said. */
  press(userId: string, on: View | Posted, actionId: string, value?: string): Promise<unknown> {
    const button = buttonsOf(on).find((one) => one.action_id === actionId && (value ?? one.value) === one.value);
    if (!button) throw new Error(`there is no button ${actionId} ${value ?? ''} in ${words(on)}`);
    const from = 'type' in on ? { view: on } : {};
    return this.click(userId, actionId, { ...(button.value !== undefined && { value: button.value }), ...from });
  }

  submit(userId: string, view: ModalView, values: Values = {}, root?: string): Promise<unknown> {
    const submission = { type: 'view_submission', user: { id: userId }, view: inSlack(view, values, root) };
    return this.send(submission, userId);
  }

  suggest(userId: string, actionId: string, query: string, block = 'b'): Promise<unknown> {
    const search = {
      type: 'block_suggestion',
      user: { id: userId },
      action_id: actionId,
      block_id: block,
      value: query,
    };
    return this.send(search, userId);
  }

  shortcut(userId: string, callbackId: string): Promise<unknown> {
    const used = { type: 'shortcut', callback_id: callbackId, user: { id: userId }, trigger_id: 'trigger' };
    return this.send(used, userId);
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

  /** Back to the beginning: nothing has happened, and Slack knows these people. */
  forget(people: readonly Colleague[]): void {
    for (const list of [this.calls, this.log, this.lines, this.messages, this.files, this.mails]) list.splice(0);
    for (const known of [this.people, this.refusals, this.mailOutcomes, this.origins, this.channels, this.mailboxes])
      known.clear();
    for (const person of people) this.people.set(person.id, person);
    this.now = new Date(BEGIN);
  }

  async close(): Promise<void> {
    nock.cleanAll();
    await this.store.close();
  }
}

/** What an interaction comes with: where, what the view holds, and when it was done. */
interface Clicked {
  value?: string;
  view?: View;
  values?: Values;
  root?: string;
  at?: Date;
}

/** An instant as Slack stamps actions. */
const stamp = (at: Date): string => (at.getTime() / 1000).toFixed(6);

const dm = (userId: string): string => `D${userId}`;

/** The buttons of a view or a message, wherever they stand. */
export function buttonsOf(on: { blocks?: unknown }): { action_id: string; value?: string }[] {
  const blocks = (on.blocks ?? []) as { elements?: object[]; accessory?: object }[];
  const elements = blocks.flatMap(({ elements = [], accessory }) => [...elements, ...(accessory ? [accessory] : [])]);
  return (elements as { type?: string; action_id: string; value?: string }[]).filter(({ type }) => type === 'button');
}

export const UNACKNOWLEDGED = Symbol('not acknowledged');

/** What a person enters, by the name of the field. */
export type Values = Record<string, SubmittedValue>;

/** The view as Slack sends it back: with what it was rendered with, and over it what the person entered. */
export function inSlack(view: View, values: Values = {}, root?: string): object {
  const stack = root ? { root_view_id: root, previous_view_id: root } : { root_view_id: 'V1', previous_view_id: null };
  return { ...view, id: root ? 'V2' : 'V1', hash: 'h', ...stack, state: { values: stateOf(view, values) } };
}

function stateOf(view: View, values: Values): Record<string, Record<string, SubmittedValue>> {
  const state: Record<string, Record<string, SubmittedValue>> = {};
  for (const block of view.blocks as KnownBlock[]) {
    if (block.type !== 'input' || !block.block_id) continue;
    const element = block.element as unknown as { action_id?: string } & Record<string, unknown>;
    state[block.block_id] = { [element.action_id ?? '']: values[block.block_id] ?? initial(element) };
  }
  return state;
}

/**
 * What stands in a view that was updated: Slack keeps what was there under the same ids, whether it was typed or not,
 * and shows the rest as it is rendered.
 */
export function keeping(before: ModalView, typed: Values, after: ModalView): Values {
  const idOf = (view: ModalView, name: string) => {
    const block = view.blocks.find((one) => one.type === 'input' && one.block_id === name);
    return block && 'element' in block ? (block.element as { action_id?: string }).action_id : undefined;
  };
  const stood = stateOf(before, typed);
  const names = Object.keys(stood).filter((name) => idOf(before, name) === idOf(after, name));
  return Object.fromEntries(names.map((name) => [name, Object.values(stood[name] ?? {})[0] as SubmittedValue]));
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
    selected_date: (element.initial_date as string) ?? null,
    selected_conversation: (element.initial_conversation as string) ?? null,
  };
}

export const text = (value: string): SubmittedValue => ({ type: 'plain_text_input', value });
export const choice = (value: string): SubmittedValue => ({ type: 'radio_buttons', selected_option: { value } });
export const user = (selected_user: string): SubmittedValue => ({ type: 'users_select', selected_user });
export const day = (selected_date: string): SubmittedValue => ({ type: 'datepicker', selected_date });
export const channel = (selected_conversation: string | null): SubmittedValue => ({
  type: 'conversations_select',
  selected_conversation,
});
export const users = (...selected_users: string[]): SubmittedValue => ({ type: 'multi_users_select', selected_users });

/** Everything that a person can read in a view or a message. */
export const words = (surface: unknown): string => JSON.stringify(surface);
