import type { HomeView, ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Audience, Role } from '../domain/access.ts';
import type { Account } from '../domain/account.ts';
import type { MailPost } from '../domain/mail.ts';
import type { Person } from '../domain/person.ts';
import type { Patience } from '../domain/waiting.ts';
import type { Store } from '../store/store.ts';
import type { Message } from './block-kit.ts';
import type { SubCommand } from './command.ts';
import type { Submitted } from './submitted.ts';
import type { SupportContact } from './support/support.ts';
import type { Metadata } from './surface.ts';
import type { Viewer } from './viewer.ts';

/** What the app is given once, at its start. */
export interface Deps {
  store: Store;
  now: () => Date;
  support: SupportContact;
  /** When the admins are reminded of requests, and for how long these wait (A4). */
  patience: Patience;
  /** Milliseconds for which details count as true after somebody has said so (C9). */
  confirmEvery: number;
  /** Writes to mailboxes; left out while no mail server is configured. */
  mail?: MailPost;
  log: Log;
}

/** Structured, and never with a contact detail in it. */
export interface Log {
  info(event: string, facts?: Record<string, unknown>): void;
  error(event: string, facts?: Record<string, unknown>): void;
}

/** One thing that one person did, with what is known about them; `deps`, `client` and `now` come along. */
export interface Turn {
  deps: Deps;
  client: WebClient;
  /** The authorisation's workspace: the tenant. */
  teamId: string;
  person: Person;
  viewer: Viewer;
  now: Date;
  /** The channel that the person is in; null where Slack does not say, such as at Home. */
  channelId: string | null;
  /** What the view carried, already read as ids only. */
  metadata: Metadata;
  /** What the view holds, by field. */
  values: Submitted;
  /** The value of the button, or of the first choice; for a command, the words after it. */
  value: string | null;
  /** The `callback_id` of the view that it came from; null if it came from none. */
  surface: string | null;
  /** The views below this one in the stack: the root, if it is not this one. */
  rootViewId: string | null;
  /** When it was done, where Slack says so: the order in which things reach us is not that in which they were done. */
  actedAt: Date | null;
  /** The view that it came from, by which work that takes longer shows its outcome. */
  viewId?: string | null;
}

/** A turn about an account, in which the person holds the role that the listener needs. */
export interface AccountTurn extends Turn {
  account: Account;
}

/** What the person gets. One place delivers it, whatever they came by. */
export type Answer = {
  /** Whom it was made for; a third party unless it is said. The sink looks at what a third party gets (X2). */
  audience?: Audience;
  /** The id of the account that it is about, if it is about one. */
  about?: string;
  /**
   * Work after the answer whose failure does not take the answer back, such as refreshing Home. It is given the id of the
   * view in which a click was answered, as far as Slack says it.
   */
  after?: (viewId?: string | null) => Promise<void>;
} & (
  | { kind: 'nothing' }
  /** A new modal: opened, or on top of the one that the person is in. */
  | { kind: 'open'; view: ModalView }
  /** Another content for the modal that the person is in; `anyhow`: also if it shows something else by now. */
  | { kind: 'update'; view: ModalView; anyhow?: true }
  /** Words for this person alone. */
  | { kind: 'say'; message: Message }
  | { kind: 'home'; view: HomeView }
  /** The form stays as it is, each refused field with its reason. */
  | { kind: 'errors'; errors: Record<string, string> }
);

/** An account's own listener says which role it needs; the others are open to every person, and check themselves. */
export type Listener = Bound | Unbound;

interface Bound {
  source: Source;
  /** `anybody`: third parties too; what they are shown is rendered for their audience. */
  needs: Role | 'anybody';
  /** What the value of the button names: the account, unless it is said. */
  names?: 'request' | 'seen' | 'choice' | 'cover';
  run: (turn: AccountTurn) => Promise<Answer>;
}

interface Unbound {
  source: Source;
  needs: 'nobody';
  /** Comes while a person types: whatever happens, they are shown nothing. */
  quiet?: true;
  run: (turn: Turn) => Promise<Answer>;
}

export const isQuiet = (listener: Listener): listener is Unbound => 'quiet' in listener;

export type Source =
  | { kind: 'command'; id: SubCommand }
  /** `numbered`: an `action_id` may add numbers to the id. */
  | { kind: 'action'; id: string; numbered?: true }
  | { kind: 'submission'; id: string }
  /** A modal was closed without being submitted. */
  | { kind: 'close'; id: string }
  | { kind: 'shortcut'; id: string };
