import type { ModalView } from '@slack/types';
import type { Store } from '../../src/store/store.ts';
import { type Desk, UNACKNOWLEDGED, words } from './desk.ts';
import { nameOf, type Place } from './matrix-world.ts';
import { everything } from './rewind.ts';

/** What came of something that a person did, as it can be seen from outside. */
export interface Outcome {
  /** Kinds of the changes that were written down, in order. */
  writes: readonly string[];
  /** Whether anything in the database is different, but for what is remembered of people. */
  changed: boolean;
  /** Whether what was typed is the only thing that is different. */
  kept: boolean;
  /** What the person sees: the view, or the message. */
  view: ModalView | null;
  message: string | null;
  errors: Record<string, string> | null;
  acknowledged: boolean;
  /** Whether the app had to tell of a fault. */
  fault: boolean;
  /** Calls that reach somebody else than the person. */
  toOthers: readonly string[];
  /** Everything that left the app, the log with it. */
  all: string;
  log: string;
}

/** What Slack says of people is remembered whenever it is asked. */
const REMEMBERED = ['Person', 'Chore'];

type Call = { method: string; args: Record<string, unknown> };
type Acknowledgement = { view?: ModalView; errors?: Record<string, string>; options?: unknown[] } | undefined;

const whom = ({ args }: Call): string => String(args.user_id ?? args.channel ?? args.user ?? '');
const speaks = ({ method }: Call): boolean => /^(chat\.|views\.publish)/.test(method);

/** Does it, and looks at what came of it. */
export async function outcomeOf(
  desk: Desk,
  userId: string,
  before: Record<string, unknown[]>,
  doIt: () => Promise<unknown>,
): Promise<Outcome> {
  desk.take();
  desk.log.splice(0);
  const acknowledgement = await doIt();
  const calls = desk.take() as Call[];
  const after = await everything(desk.store, REMEMBERED);
  const ack = acknowledgement as Acknowledgement;
  const acknowledged = acknowledgement !== UNACKNOWLEDGED;
  const own = calls.filter((call) => !speaks(call) || whom(call) === userId);
  const shown =
    own.find(({ method }) => /^views\.(open|push|update)/.test(method)) ?? own.find(({ args }) => args.view);
  const said = own.find(({ method }) => method === 'respond' || method === 'chat.postMessage');
  return {
    writes: changesOf(before, after),
    changed: JSON.stringify(before) !== JSON.stringify(after),
    kept: JSON.stringify({ ...before, Draft: [] }) === JSON.stringify({ ...after, Draft: [] }),
    view: (acknowledged && ack?.view) || ((shown?.args.view as ModalView | undefined) ?? null),
    message: acknowledged && ack?.options ? words(ack.options) : said ? words(said.args) : null,
    errors: (acknowledged && ack?.errors) || null,
    acknowledged,
    fault: desk.log.some(({ event }) => /failed$|^fault\./.test(event)),
    toOthers: calls.filter((call) => !own.includes(call)).map((call) => `${call.method} ${whom(call)}`),
    all: words([acknowledged ? acknowledgement : null, calls, desk.log]),
    log: words(desk.log),
  };
}

export const held = (store: Store) => everything(store, REMEMBERED);

function changesOf(before: Record<string, unknown[]>, after: Record<string, unknown[]>): string[] {
  const known = new Set((before.Change as { id: string }[]).map(({ id }) => id));
  return (after.Change as { id: string; kind: string }[]).filter(({ id }) => !known.has(id)).map(({ kind }) => kind);
}

/** How it ended, in one word; `does` says what it is when it is done. */
export function codeOf(outcome: Outcome, does: string): string {
  const { view, message, errors, writes, changed, fault } = outcome;
  if (fault) return 'fault';
  const about = (place: Place) => outcome.all.includes(nameOf(place));
  if (done(outcome, does)) return about('other') && !about('here') ? 'own' : 'done';
  if (changed) return `changed ${writes.join()}`;
  if (errors) return 'error';
  const read = words(view);
  if (read.includes('Callsheet is for people of this workspace')) return 'third';
  if (read.includes('Your role on this account does not allow that')) return 'role';
  if (view?.callback_id === 'access.none') return 'none';
  if (view?.callback_id === 'home')
    return read.includes('Ask for it: an admin decides') ? 'ask' : about('other') ? 'own' : 'home';
  if (view?.callback_id === 'contact.save' && view.title.text === 'Required information') return 'required';
  if (view && REFUSALS.includes(view.callback_id ?? '')) return 'refused';
  if (view) return `view ${view.callback_id}`;
  if (message?.includes('Write to help@')) return 'shared';
  if (/Support hours in your time|No support hours are known yet/.test(message ?? '')) return 'told';
  if (message === '[]') return 'nothing';
  return message ? `message ${message.slice(0, 80)}` : 'nothing';
}

/** The views that say why something was not done. */
const REFUSALS = [
  'access.taken',
  'access.decided',
  'access.recovered.view',
  'access.over',
  'section.over',
  'brand.news',
  'coverage.view',
];

function done({ writes, changed, kept, view, message, toOthers }: Outcome, does: string): boolean {
  const [verb, ...rest] = does.split(' ');
  const what = rest.join(' ');
  if (verb === 'writes') return writes.join() === what;
  if (verb === 'keeps') return changed && kept && view === null && message === null;
  // A code went out, and the account is as it was.
  if (verb === 'mails') return changed && writes.length === 0 && view?.callback_id === what;
  // Another content for a form, of which the draft alone is kept.
  if (verb === 'redraws') return changed && kept && view?.callback_id === what;
  if (changed) return false;
  if (verb === 'posts') return view?.callback_id === what && toOthers.length === 1;
  if (verb === 'opens') return view?.callback_id === what && view.title?.text !== 'Required information';
  if (verb === 'shows') return view?.callback_id === 'home' && words(view).includes(what);
  if (verb === 'says') return message?.includes(what) ?? false;
  return view === null && message === null;
}
