import { afterEach, describe, expect, it, vi } from 'vitest';
import { noAccessModal } from '../../src/slack/access/no-access.ts';
import { outcomeMessage } from '../../src/slack/access/outcome.ts';
import { pendingModal } from '../../src/slack/access/pending.ts';
import { section } from '../../src/slack/block-kit.ts';
import { form } from '../../src/slack/contact/form.ts';
import { home } from '../../src/slack/home/home.ts';
import { LISTENERS } from '../../src/slack/listeners.ts';
import { helpMessage } from '../../src/slack/support/help.ts';
import { supportModal } from '../../src/slack/support/support.ts';
import { type Desk, words } from './desk.ts';
import { ask, bringIn, CONTACTS, complete, decideOn, lastCard, setUp, theAccount } from './journey.ts';
import { beginOnce } from './rewind.ts';

let desk: Desk;

/** A complete account with two members; nobody else has access. */
beginOnce(async (fresh) => {
  desk = fresh;
  await complete(desk, await setUp(desk));
  await bringIn(desk, 'UDIEGO', 'admin');
});

afterEach(() => {
  vi.restoreAllMocks();
});

const SECRETS = Object.values(CONTACTS).flatMap(({ value }) => (value ?? '').split(', '));
const SECRET = 'secret-escalation@harvest.example';
/** Where anything internal stands in a text, with what stands around it. */
const found = (text: string): string[] => text.match(INTERNAL) ?? [];
const INTERNAL = new RegExp(`.{0,60}(?:${SECRETS.join('|')}|secret-escalation).{0,20}`, 'gi');
/** What nobody understands. */
const OWN = `not ${SECRET}`;
const OUTSIDERS = ['UBRUNO', 'UGUEST', 'USTRANGER'];
const COMMANDS = LISTENERS.flatMap(({ source }) => (source.kind === 'command' ? [source.id as string] : []));
const BUTTONS = LISTENERS.flatMap(({ source }) => (source.kind === 'action' ? [source.id] : []));

/** Everything that a person can begin with: each command, each button, the shortcut and Home. */
async function doEverything(userId: string): Promise<void> {
  const value = (await theAccount(desk).catch(() => ({ id: 'gone' }))).id;
  for (const name of COMMANDS) await desk.command(userId, name === 'open' ? '' : name);
  await desk.command(userId, OWN);
  for (const id of BUTTONS) await desk.click(userId, id, { value });
  await desk.shortcut(userId, 'contact.open');
  await desk.event({ type: 'app_home_opened', user: userId, tab: 'home' });
}

/** Faults whose messages quote contacts, as a database's and Slack's own do. */
const FAULTS: Record<string, () => void> = {
  'nothing is wrong': () => {},
  'Slack refuses every view and quotes it': () => {
    const messages = [`[ERROR] must be shorter: ${SECRETS.join()} [json-pointer:/view/blocks/1]`];
    const refusal = { error: 'invalid_arguments', response_metadata: { messages }, errors: messages };
    for (const method of ['views.open', 'views.publish', 'views.push', 'views.update', 'chat.postMessage']) {
      desk.refusals.set(method, refusal);
    }
  },
  'the database fails and quotes what it was given': () => {
    const fault = Object.assign(new Error(`Unique constraint failed on ${SECRETS.join()}`), { code: 'P2002' });
    for (const model of ['account', 'contact', 'accessRequest', 'change'] as const) {
      vi.spyOn(desk.store.client[model], 'findMany').mockImplementation((() => Promise.reject(fault)) as never);
    }
  },
  'a renderer fails over a sheet': () => {
    for (const surface of [form, home, noAccessModal, helpMessage]) {
      vi.spyOn(surface as unknown as { render: () => never }, 'render').mockImplementation(() => {
        throw new TypeError(`Cannot read properties of ${SECRETS.join()}`);
      });
    }
  },
};

describe.each(Object.entries(FAULTS))('R12: while %s', (_, begin) => {
  it('the log says nothing internal at any level, whoever does whatever', async () => {
    begin();
    for (const userId of ['UANA', ...OUTSIDERS]) await doEverything(userId);
    await desk.chores.tick().catch(() => {});
    await desk.chores.personChanged('T1HOME', 'UANA').catch(() => {});
    expect(found(desk.lines.join('\n'))).toEqual([]);
    expect(found(words(desk.log))).toEqual([]);
  }, 60_000);

  it('nobody outside the account is shown anything internal, and no metadata or value holds an address', async () => {
    begin();
    desk.take();
    for (const userId of OUTSIDERS) await doEverything(userId);
    const shown = desk.take();
    // Their own words come back to them, and are theirs.
    expect(found(words(shown).replaceAll(OWN, ''))).toEqual([]);
    await doEverything('UANA');
    expect(hiddenIn(desk.take()).filter((text) => text.includes('@'))).toEqual([]);
  }, 60_000);
});

/** What travels through the client without being seen: metadata, values of buttons and options, ids of blocks. */
function hiddenIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    HIDDEN.includes(name) && typeof part === 'string' ? [part] : hiddenIn(part),
  );
}

const HIDDEN = ['private_metadata', 'metadata', 'value', 'block_id', 'action_id', 'callback_id', 'external_id'];

describe('X2: a slip in a renderer', () => {
  const said = { text: `Call ${SECRET}`, blocks: [section(SECRET)] };
  const slip = (surface: object, how: object) =>
    vi.spyOn(surface as { render: () => unknown }, 'render').mockReturnValue({ ...how });
  const modal = { type: 'modal', title: { type: 'plain_text', text: 'x' }, blocks: [section(SECRET)] };
  const references = () => desk.log.flatMap(({ facts }) => (facts.reference ? [String(facts.reference)] : []));
  const refused = () => desk.log.filter(({ event }) => event === 'leak.refused').map(({ facts }) => facts);

  afterEach(() => {
    expect(desk.lines.join('\n')).not.toContain(SECRET);
  });

  it('that answers a command ends as a fault with a reference, where the person is', async () => {
    slip(helpMessage, said);
    desk.take();
    await desk.command('UGUEST', 'help');
    const told = desk.take().at(-1);
    expect(told).toMatchObject({ method: 'respond', args: { text: expect.stringContaining(references()[0] ?? '-') } });
    expect(words(told)).not.toContain(SECRET);
    expect(refused()).toEqual([{ way: 'whisper', purposes: ['ops-platform'] }]);
  });

  it('that opens a modal opens none', async () => {
    slip(supportModal, modal);
    desk.take();
    await desk.click('UBRUNO', 'support.open');
    expect(words(desk.take())).not.toContain(SECRET);
    expect(refused()).toEqual([{ way: 'view', purposes: ['ops-platform'] }]);
  });

  it('that publishes Home publishes nothing, and the person is told', async () => {
    slip(home, { ...modal, type: 'home' });
    desk.take();
    await desk.event({ type: 'app_home_opened', user: 'USTRANGER', tab: 'home' });
    const calls = desk.take();
    expect(calls.map(({ method }) => method)).not.toContain('views.publish');
    expect(words(calls)).not.toContain(SECRET);
    expect(calls.at(-1)).toMatchObject({ method: 'chat.postMessage', args: { channel: 'USTRANGER' } });
  });

  it('that answers a submission keeps the form open, and what was saved is announced all the same', async () => {
    await desk.command('UBRUNO');
    await desk.press('UBRUNO', desk.takeView(), 'access.ask');
    const request = desk.takeView();
    slip(pendingModal, modal);
    const answer = (await desk.submit('UBRUNO', request, { reason: { value: 'Why' } })) as { errors: object };
    expect(words(answer)).toMatch(/Referência: \w{6}/);
    expect(words(answer)).not.toContain(SECRET);
    expect(lastCard(desk, 'UANA').text).toContain('Why');
  });

  it('that writes to a person writes nothing, and is not tried for ever', async () => {
    await ask(desk, 'UBRUNO');
    desk.messages.splice(0);
    slip(outcomeMessage, said);
    await decideOn(desk, 'UANA', 'deny', { card: { ...(await cardAgain()) } });
    expect(desk.inbox('UBRUNO')).toEqual([]);
    // Nor without the note of whoever decided.
    const refusal = { way: 'post', purposes: ['ops-platform'] };
    expect(refused()).toEqual([refusal, refusal]);
    await desk.chores.tick();
    expect(refused()).toHaveLength(2);
  });

  it('shows a member what is theirs, and a member of another account nothing of it', async () => {
    slip(helpMessage, said);
    desk.take();
    await desk.command('UANA', 'help');
    expect(words(desk.take())).toContain(SECRET);
    await setUp(desk, 'Second').catch(() => {});
    await desk.command('UCHLOE', 'help');
    expect(words(desk.take())).not.toContain(SECRET);
  });
});

/** The card of the only request, as an admin sees it now. */
async function cardAgain() {
  const [request] = await desk.store.client.accessRequest.findMany();
  const button = { type: 'button', action_id: 'access.deny', value: request?.id ?? '' };
  return { channel: 'DUANA', ts: '1.0', text: '', blocks: [{ type: 'actions', elements: [button] }] as never };
}

describe('R12: a card whose reason quotes a contact', () => {
  const OURS = { id: 'COURS', is_member: true };

  async function chooseChannel(): Promise<void> {
    desk.channels.set('COURS', OURS);
    await desk.command('UANA', 'access');
    await desk.press('UANA', desk.takeView(), 'access.channel');
    await desk.submit('UANA', desk.takeView(), { channel: { selected_conversation: 'COURS' } }, 'V1');
    desk.take();
    desk.messages.splice(0);
  }

  it('goes to the admins and not into their channel, which others may read', async () => {
    await chooseChannel();
    await ask(desk, 'UBRUNO', { reason: `I am ${SECRET}` });
    expect(desk.inbox('COURS')).toEqual([]);
    expect(lastCard(desk, 'UANA').text).toContain(SECRET);
    expect(lastCard(desk, 'UDIEGO').text).toContain(SECRET);
  });

  it('has no note that quotes one when it is decided in the channel, and no buttons', async () => {
    await chooseChannel();
    await ask(desk, 'UBRUNO', { reason: 'On call' });
    await decideOn(desk, 'UDIEGO', 'deny', { card: lastCard(desk, 'COURS'), note: `Ask ${SECRET}` });
    const left = words(lastCard(desk, 'COURS'));
    expect(left).toContain('Denied by <@UDIEGO>');
    expect(left).not.toMatch(/escalation|access\.approve/);
    // Whoever asked hears how it ended all the same.
    expect(lastCard(desk, 'UBRUNO').text).toContain('recusado por <@UDIEGO>');
    expect(words(lastCard(desk, 'UBRUNO'))).not.toContain('escalation');
  });

  it('X2: keeps no detail in a channel that has been shared since', async () => {
    await chooseChannel();
    await ask(desk, 'UBRUNO', { reason: 'On call' });
    desk.channels.set('COURS', { ...OURS, is_ext_shared: true });
    await decideOn(desk, 'UDIEGO', 'approve', { card: lastCard(desk, 'COURS') });
    const left = words(lastCard(desk, 'COURS'));
    expect(left).toContain('Approved by <@UDIEGO>');
    expect(left).not.toMatch(/On call|Harvest Table|access\.approve/);
  });
});
