/**
 * What the page and the server of the playground say to each other.
 *
 * The page subscribes to `GET /playground/state?as=<userId>` (server-sent events, each a whole `Snapshot` as JSON) and
 * sends intents with `POST /playground/intents` (`{as, intent}`, answered `{ok: true, …}` or `{ok: false, error}`).
 * The server owns all state, what a person has typed included, so that the page, the tour and the tests share one Slack.
 */

/** A Block Kit object as the app sent it. The validator has checked it before it gets here. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export interface PersonView {
  id: string;
  name: string;
  title: string;
  email: string;
  locale: string;
  /** IANA zone. */
  zone: string;
  kind: 'owner' | 'admin' | 'member' | 'guest' | 'stranger' | 'bot';
  company: string;
  initials: string;
  /** CSS colour of the avatar. */
  colour: string;
}

export interface ChannelView {
  id: string;
  name: string;
  kind: 'channel' | 'private' | 'dm' | 'app-dm';
  /** Shared with another company (Slack Connect). */
  shared: boolean;
  unread: number;
  memberIds: string[];
}

export interface MessageView {
  channel: string;
  ts: string;
  authorId: string;
  text: string;
  blocks: JsonObject[];
  edited: boolean;
  /** Seen only by this viewer. */
  ephemeral: boolean;
  files: { id: string; name: string; mimetype: string; url: string }[];
}

/** What a person put into an element: the same object that Slack puts under `view.state.values[block][action]`. */
export type ElementValue = JsonObject;
/** block_id → action_id → value. */
export type StateValues = Record<string, Record<string, ElementValue>>;

export interface ModalView {
  id: string;
  /** The view as the app sent it: title, blocks, submit, close, … */
  view: JsonObject;
  values: StateValues;
  /** block_id → message, from `response_action: errors`. */
  errors: Record<string, string>;
  /** A submission is under way: show the button as busy. */
  busy: boolean;
  /** A fault that Slack itself would show in the modal, such as "We had some trouble connecting. Try again?". */
  fault: string | null;
}

export interface TrafficView {
  id: number;
  /** ISO instant of the playground's clock. */
  at: string;
  direction: 'to-app' | 'from-app';
  /** Such as `views.open`, `slash command`, `view_submission`. */
  name: string;
  status: 'ok' | 'failed' | 'pending';
  /** Milliseconds until the answer. */
  took: number | null;
  request: Json;
  response: Json;
}

export interface MailView {
  id: string;
  at: string;
  from: string;
  to: string[];
  subject: string;
  text: string;
}

export interface Snapshot {
  /** Grows by one with every change. */
  version: number;
  workspace: { id: string; name: string };
  app: { name: string; userId: string; connected: boolean; transport: 'http' | 'socket' };
  me: PersonView;
  people: PersonView[];
  /** Names of people who have left, by their id: they are mentioned still. */
  former: Record<string, string>;
  channels: ChannelView[];
  /** Messages that `me` can see, oldest first, by channel id. */
  messages: Record<string, MessageView[]>;
  /** The app's Home for `me`; null while nothing was published. */
  home: { view: JsonObject; values: StateValues } | null;
  /** The modals open for `me`, bottom of the stack first. */
  modals: ModalView[];
  commands: { command: string; description: string; usageHint: string }[];
  shortcuts: { callbackId: string; name: string; description: string; type: 'global' | 'message' }[];
  /** Slack's own words to this person, such as "/contacts failed with the error …". Newest last. */
  notices: { id: number; text: string }[];
  traffic: TrafficView[];
  mailbox: MailView[];
  clock: { now: string; offsetMinutes: number };
}

/** Where an interactive element sits. */
export type Container =
  | { kind: 'message'; channel: string; ts: string }
  | { kind: 'modal'; viewId: string }
  | { kind: 'home' };

export type Intent =
  /** The composer: a message, or a slash command if it starts with one. */
  | { type: 'send'; channel: string; text: string }
  /** A click or a choice in an element that sends `block_actions`. `value` is the action's own part (empty for a button). */
  | { type: 'act'; container: Container; blockId: string; actionId: string; value: ElementValue; values?: StateValues }
  /** Keep what was typed; no traffic, unless the element has a dispatch config (then use `act`). */
  | { type: 'type'; container: Container; values: StateValues }
  | { type: 'submit'; viewId: string; values?: StateValues }
  /** Close the top modal, or all with `all`. */
  | { type: 'close'; viewId: string; all?: boolean }
  /** Options of an external select; the answer carries `options` or `optionGroups`. */
  | { type: 'suggest'; container: Container; blockId: string; actionId: string; query: string }
  | { type: 'open-home' }
  | { type: 'shortcut'; callbackId: string; channel?: string; ts?: string }
  | { type: 'read'; channel: string }
  | { type: 'dismiss-notice'; id: number }
  | { type: 'advance-clock'; minutes: number }
  | { type: 'set-locale'; locale: string };

export type IntentAnswer =
  | { ok: true; options?: JsonObject[]; optionGroups?: JsonObject[] }
  | { ok: false; error: string };
