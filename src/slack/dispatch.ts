import type { WebClient } from '@slack/web-api';
import { holds } from '../domain/access.ts';
import type { Account } from '../domain/account.ts';
import type { Person } from '../domain/person.ts';
import { isLocked } from '../domain/sheet.ts';
import { understand } from '../domain/situation.ts';
import { accountOfChannel, findAccount, hasAccounts } from '../store/accounts.ts';
import { outlinesOfMember } from '../store/outlines.ts';
import { findRequest } from '../store/requests.ts';
import { refuse } from './access/refusing.ts';
import { accountsView, pickMessage } from './account/accounts.ts';
import { type Meant, readChoice } from './account/choice.ts';
import { openFirstRun } from './account/handlers.ts';
import { openForm } from './contact/handlers.ts';
import { accountOfCover } from './coverage/value.ts';
import { nameOf, OPEN_WHILE_LOCKED } from './gate.ts';
import { identify } from './person/identify.ts';
import { readSeen } from './seen.ts';
import type { Submitted } from './submitted.ts';
import type { Metadata } from './surface.ts';
import type { Answer, Deps, Listener, Turn } from './turn.ts';
import { viewerOf } from './viewer.ts';

/** What came in, read from Slack's payload and from nothing else. */
export interface Incoming {
  client: WebClient;
  teamId: string;
  userId: string;
  /** The channel of a command, which may be linked to an account. */
  channelId: string | null;
  metadata: Metadata;
  values: Submitted;
  value: string | null;
  /** Everything that was typed after the command. */
  typed?: string;
  /** The `callback_id` of the view that it came from; null if it came from none. */
  surface: string | null;
  rootViewId: string | null;
  actedAt: Date | null;
  /** The view that it came from, so that it can be shown anew later. */
  viewId?: string | null;
}

export async function turnOf(deps: Deps, incoming: Incoming): Promise<Turn> {
  const now = deps.now();
  const { client, teamId, userId } = incoming;
  const person = await identify({ store: deps.store, client, teamId, now }, userId);
  return { ...incoming, deps, now, person, viewer: viewerOf(person, null, now) };
}

/**
 * Answers one thing that a person did. For a listener about an account, in this order: which account, may this person,
 * is it locked; only then does the listener run. Nothing that came from the client is believed on the way.
 *
 * A listener that needs nobody in particular runs for third parties too, who are rendered as such: about an account that
 * the channel they are in is linked to, and about no other, whatever a button of theirs says.
 */
export async function answerTo(listener: Listener, turn: Turn, channelId: string | null): Promise<Answer> {
  if (listener.needs === 'nobody') return listener.run(turn);
  const found = await accountMeant(listener, turn, channelId);
  if (found.kind === 'answer') return found.answer;
  const { account } = found;
  const { person, now } = turn;
  const viewer = viewerOf(person, account, now);
  const outside = viewer.audience === 'third-party' && listener.needs === 'anybody';
  const may = holds(account, person, listener.needs === 'anybody' ? 'viewer' : listener.needs, now);
  if (outside ? isLocked(account) : !may) {
    return { ...(await refuse(turn, account)), about: account.id };
  }
  if (isLocked(account) && !OPEN_WHILE_LOCKED.has(nameOf(listener.source))) {
    return openForm({ ...turn, account, viewer });
  }
  return { audience: viewer.audience, about: account.id, ...(await listener.run({ ...turn, account, viewer })) };
}

type Found = { kind: 'account'; account: Account } | { kind: 'answer'; answer: Answer };

async function accountMeant(listener: Listener, turn: Turn, channelId: string | null): Promise<Found> {
  const { deps, teamId, person, now, metadata } = turn;
  // A button of the hours view has a value of its own: what the view is about counts first.
  const named = metadata.account ?? (listener.source.kind === 'action' ? await accountOfValue(listener, turn) : null);
  const linked = channelId && (await accountOfChannel(deps.store, { teamId, channelId }));
  // A view that says no account that is one means none: only what names nothing is about whatever account they have.
  if (named || metadata.account !== undefined) {
    const account = await findAccount(deps.store, { teamId, accountId: named ?? '' });
    if (!account) return noneAnswer(turn);
    if (listener.needs !== 'anybody' || named === linked || holds(account, person, 'viewer', now)) {
      return { kind: 'account', account };
    }
    return { kind: 'answer', answer: await refuse(turn) };
  }
  if (listener.source.kind === 'submission') return noneAnswer(turn);
  if (linked) {
    const account = await findAccount(deps.store, { teamId, accountId: linked });
    if (account) return { kind: 'account', account };
  }
  const accounts = await outlinesOfMember(deps.store, { teamId, userId: person.userId, now });
  const [first, ...others] = accounts;
  const account = first && (await findAccount(deps.store, { teamId, accountId: first.id }));
  if (!account) return noneAnswer(turn);
  const viewer = viewerOf(person, account, now);
  const outside = viewer.audience !== 'internal';
  if (outside && (others.length > 0 || listener.needs === 'anybody')) return noneAnswer(turn);
  if (others.length === 0) return { kind: 'account', account };
  if (listener.source.id === 'accounts') {
    return {
      kind: 'answer',
      answer: { kind: 'open', view: accountsView.render({ accounts, page: 0 }, viewer), audience: viewer.audience },
    };
  }
  const message = pickMessage.render({ accounts, meant: meantBy(listener, turn) }, viewer);
  return { kind: 'answer', answer: { kind: 'say', message, audience: viewer.audience } };
}

/** What goes on once the account is chosen: words that were typed do not travel, but what they were understood as does. */
function meantBy({ source }: Listener, { value }: Turn): Meant {
  if (source.kind !== 'command') return { command: 'open' };
  const understood = source.id === 'who' && understand(value ?? '');
  return understood && understood.kind === 'clear'
    ? { command: source.id, detail: understood.situation }
    : { command: source.id };
}

/** The account that a button's value leads to; an id that leads nowhere stays as it is, and finds nothing. */
async function accountOfValue(listener: Listener, { deps, teamId, value }: Turn): Promise<string | null> {
  if (!value || !('names' in listener) || !listener.names) return value;
  if (listener.names === 'seen') return readSeen(value).account;
  if (listener.names === 'cover') return accountOfCover(value);
  if (listener.names === 'choice') return readChoice(value)?.accountId ?? value;
  const request = await findRequest(deps.store, { teamId, requestId: value });
  return request?.accountId ?? value;
}

/** No account to speak of: the first person sets one up, others are told whom to ask. */
async function noneAnswer(turn: Turn): Promise<Found> {
  const { deps, teamId, person } = turn;
  const first = isColleague(person) && !(await hasAccounts(deps.store, { teamId }));
  const answer: Answer = first ? await openFirstRun(turn) : await refuse(turn);
  return { kind: 'answer', answer };
}

const isColleague = (person: Person): boolean => person.standing === 'member';
