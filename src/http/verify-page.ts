import type { IncomingMessage, ServerResponse } from 'node:http';
import { mailboxOf, maskAddress } from '../domain/mailbox.ts';
import { CALLSHEET } from '../domain/person.ts';
import { type Say, say } from '../i18n/say.ts';
import { findLink, type LinkState, linkState } from '../store/links.ts';
import { confirmMailbox } from '../store/mailboxes.ts';
import { onLatest } from '../store/save.ts';
import type { Store } from '../store/store.ts';
import { languageOf } from './language.ts';
import { type Page, sendPage } from './page.ts';

export interface PageDeps {
  store: Store;
  now: () => Date;
  log: { error(event: string, facts?: Record<string, unknown>): void };
}

export type PageHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Bolt's notation; what follows is the token. */
export const VERIFY_PATH = '/verify/:token';
export const VERIFY_METHODS: readonly string[] = ['GET', 'HEAD', 'POST'];

const TOKEN = /^\/verify\/([\w-]{43})$/;

/**
 * The page behind the link in a mail. Looking at it confirms nothing, because programs that scan mail look at links too:
 * its button does. It never rejects: nobody would catch that.
 */
export const verifyPage =
  (deps: PageDeps): PageHandler =>
  async (request, response) => {
    const voice = say(languageOf(request.headers['accept-language']));
    const withBody = request.method !== 'HEAD';
    // Nothing in it is read.
    request.resume();
    try {
      sendPage(response, await pageOf(deps, request, voice), voice, withBody);
    } catch (error) {
      deps.log.error('page.failed', { error });
      if (response.headersSent) response.destroy();
      else sendPage(response, faultPage(voice), voice, withBody);
    }
  };

async function pageOf(deps: PageDeps, { method, url = '' }: IncomingMessage, voice: Say): Promise<Page> {
  const [, token] = TOKEN.exec(url.split('?')[0] ?? '') ?? [];
  const link: LinkState = token ? await findLink(deps.store, { token, now: deps.now() }) : { kind: 'unknown' };
  if (link.kind === 'open' && method === 'POST') return confirm(deps, link, voice);
  return linkPage(link, voice);
}

/** Whoever is second, with the code or with a second click, is told that it is done. */
async function confirm(
  { store, now }: PageDeps,
  { account, linkHash }: Exclude<LinkState, { kind: 'unknown' }>,
  voice: Say,
): Promise<Page> {
  const outcome = await onLatest<{ kind: 'page'; page: Page }>(account, async (latest) => {
    const link = await linkState(store, { linkHash, now: now() });
    if (link.kind !== 'open') return { kind: 'page', page: linkPage(link, voice) };
    const mailbox = mailboxOf(link.address);
    const confirmed = { account: latest, mailbox, linkHash, how: 'link', by: CALLSHEET, now: now() } as const;
    const saved = await confirmMailbox(store, confirmed);
    if (saved.kind === 'conflict') return saved;
    return { kind: 'page', page: donePage({ account: latest, address: link.address }, voice) };
  });
  return outcome.page;
}

const STATUS = { open: 200, used: 200, expired: 410, ended: 410 } as const;

/** Whoever has the link may not be who reads the mailbox: of the address, nobody is shown more than they need to know it again. */
export function donePage({ account, address }: { account: { name: string }; address: string }, voice: Say): Page {
  const facts = { account: account.name, address: maskAddress(address) };
  return { status: 200, title: voice('page.done.title'), paragraphs: [voice('page.done.text', facts)] };
}

export function linkPage(link: LinkState, voice: Say): Page {
  if (link.kind === 'unknown') {
    return { status: 404, title: voice('page.unknown.title'), paragraphs: [voice('page.unknown.text')] };
  }
  const { kind } = link;
  const facts = { account: link.account.name, address: maskAddress(link.address) };
  const page = {
    status: STATUS[kind],
    title: voice(`page.${kind}.title`),
    paragraphs: [voice(`page.${kind}.text`, facts)],
  };
  if (kind !== 'open') return page;
  return { ...page, paragraphs: [...page.paragraphs, voice('page.open.ignore')], button: voice('page.open.button') };
}

const faultPage = (voice: Say): Page => ({
  status: 500,
  title: voice('page.fault.title'),
  paragraphs: [voice('page.fault.text')],
});
