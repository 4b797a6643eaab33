import type { ModalView } from '@slack/types';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { MailPost } from '../../src/domain/mail.ts';
import { LISTENERS } from '../../src/slack/listeners.ts';
import { viewerOf } from '../../src/slack/viewer.ts';
import { type Desk, text, type Values, words } from './desk.ts';
import { CONTACTS, complete, setUp, theAccount } from './journey.ts';
import { beginOnce } from './rewind.ts';
import { person } from './scenes.ts';
import { SURFACES } from './surfaces.ts';

let desk: Desk;
beginOnce(async (fresh) => {
  desk = fresh;
  await complete(desk, await setUp(desk));
});
afterEach(() => {
  vi.restoreAllMocks();
});

const SECRETS = Object.values(CONTACTS).flatMap(({ value }) => (value ?? '').split(', '));
const SECRET = 'secret-escalation@harvest.example';
/** What people type; their own words come back to them. */
const OWN = `not ${SECRET}`;
const found = (said: string): string[] =>
  said.replaceAll(OWN, '').match(new RegExp(`.{0,80}(?:${SECRETS.join('|')}|secret-escalation).{0,20}`, 'gi')) ?? [];

const SUBMISSIONS = LISTENERS.flatMap(({ source }) => (source.kind === 'submission' ? [source.id] : []));
const CLOSES = LISTENERS.flatMap(({ source }) => (source.kind === 'close' ? [source.id] : []));

/** Every form that there is, once, as a member is shown it. */
async function forms(): Promise<ModalView[]> {
  const account = await theAccount(desk);
  const scene = { account, accounts: [account], now: desk.now, notice: [] };
  const byId = new Map<string, ModalView>();
  for (const render of Object.values(SURFACES)) {
    const view = render(scene, viewerOf(person('UANA'), account, desk.now)) as ModalView;
    const id = String(view.callback_id);
    if (view.type === 'modal' && [...SUBMISSIONS, ...CLOSES].includes(id) && !byId.has(id)) byId.set(id, view);
  }
  return [...byId.values()];
}

/** Words that quote a contact, in every field that takes words. */
function typed(view: ModalView): Values {
  const names = view.blocks.flatMap((block) =>
    block.type === 'input' && 'element' in block && block.element.type === 'plain_text_input'
      ? [block.block_id ?? '']
      : [],
  );
  return Object.fromEntries(names.map((name) => [name, text(OWN)]));
}

/** Submits and closes every form; @returns all that the person got */
async function submitAll(userId: string, views: readonly ModalView[]): Promise<string> {
  desk.take();
  const answers: unknown[] = [];
  for (const view of views) {
    answers.push(await desk.submit(userId, view, typed(view), 'V1'));
    await desk.leave(userId, view, typed(view));
  }
  return words([answers, desk.take().filter(({ args }) => !args.channel || String(args.channel).includes(userId))]);
}

const quoting = () => Object.assign(new Error(`refused: ${SECRETS.join()}`), { response: `550 ${SECRETS.join()}` });

/** Faults whose messages quote contacts, as those of a database, of Slack and of a mail server do. */
const FAULTS: Record<string, () => void> = {
  'nothing is wrong': () => {},
  'Slack refuses everything and quotes it': () => {
    const messages = [`[ERROR] must be shorter: ${SECRETS.join()}`];
    const refusal = { error: 'invalid_arguments', response_metadata: { messages }, errors: messages };
    const methods = ['views.open', 'views.publish', 'views.push', 'views.update', 'chat.postMessage', 'chat.update'];
    for (const method of [...methods, 'files.getUploadURLExternal', 'conversations.info', 'users.lookupByEmail']) {
      desk.refusals.set(method, refusal);
    }
  },
  'the database fails and quotes what it was given': () => {
    const { client } = desk.store;
    const fail = (() => Promise.reject(quoting())) as never;
    for (const model of ['mailbox', 'sectionAsk', 'draft', 'change', 'channelLink', 'contact'] as const) {
      vi.spyOn(client[model], 'findMany').mockImplementation(fail);
      vi.spyOn(client[model], 'findFirst').mockImplementation(fail);
    }
    vi.spyOn(client, '$transaction').mockImplementation(fail);
  },
  'the mail server fails and quotes the address': () => {
    const { letters } = desk as unknown as { letters: MailPost };
    for (const mail of ['challenge', 'farewell'] as const) vi.spyOn(letters, mail).mockRejectedValue(quoting());
  },
};

it('has a form for every submission that the app listens to', async () => {
  const ids = (await forms()).map((view) => view.callback_id);
  expect([...new Set([...SUBMISSIONS, ...CLOSES])].filter((id) => !ids.includes(id))).toEqual([]);
});

describe.each(Object.entries(FAULTS))('R12: while %s', (_, begin) => {
  it('no form leads anything internal to the log, or to whoever has no access', async () => {
    const views = await forms();
    begin();
    for (const userId of ['UBRUNO', 'USTRANGER']) expect(found(await submitAll(userId, views))).toEqual([]);
    await submitAll('UANA', views);
    for (const action of ['verify.all', 'verify.send', 'section.fill', 'history.undo']) {
      await desk.click('UANA', action, { value: (await theAccount(desk).catch(() => ({ id: 'gone' }))).id });
    }
    await desk.chores.tick().catch(() => {});
    expect(found(desk.lines.join('\n'))).toEqual([]);
    expect(desk.lines.join('\n')).not.toContain('escalation');
    expect(found(words(desk.log))).toEqual([]);
  }, 60_000);
});
