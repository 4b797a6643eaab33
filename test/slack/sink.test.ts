import type { WebClient } from '@slack/web-api';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import { section } from '../../src/slack/block-kit.ts';
import { checkAcknowledgement } from '../../src/slack/sink/acknowledgement.ts';
import { upload } from '../../src/slack/sink/file.ts';
import { type Readers, THIRD_PARTY } from '../../src/slack/sink/guard.ts';
import { post, postEphemeral, update, whisper } from '../../src/slack/sink/message.ts';
import type { Sender } from '../../src/slack/sink/sender.ts';
import { openView, publishHome, pushView, updateView } from '../../src/slack/sink/view.ts';
import { LeakError, refuseLeak } from '../../src/store/leak.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { FULL_SHEET, NOW } from '../domain/build.ts';
import { answer, saved, stored } from '../store/account.ts';
import { emptyDatabase } from '../store/databases.ts';

const SECRET = 'secret-escalation@harvest.example';

let store: Store;
let account: Account;
let sender: Sender;
let close: () => Promise<void>;
/** Everything that left, and everything that was logged. */
let left: unknown[];
let logged: [event: string, facts: unknown][];

beforeAll(async () => {
  const { url, remove } = await emptyDatabase('sqlite');
  store = await openStore(url);
  account = saved(await answer(store, await stored(store), { ...FULL_SHEET, 'ops-platform': [SECRET] }));
  close = async () => {
    await store.close();
    await remove();
  };
  return () => close();
});

beforeEach(() => {
  left = [];
  logged = [];
  const call = async (...args: unknown[]) => {
    left.push(args);
    return { ok: true, channel: 'C1', ts: '1.1' };
  };
  const client = {
    chat: { postMessage: call, update: call, postEphemeral: call },
    views: { open: call, push: call, update: call, publish: call },
    conversations: { open: async () => ({ channel: { id: 'DUANA' } }) },
    filesUploadV2: call,
  } as unknown as WebClient;
  const write = (event: string, facts?: unknown) => logged.push([event, facts]);
  const log = { info: write, error: write };
  const support = { email: 'support@platform.example', url: null };
  sender = { store, client, teamId: account.teamId, now: NOW, log, support };
});

afterEach(() => {
  expect(JSON.stringify(logged)).not.toContain('escalation');
});

const message = (text: string) => ({ text, blocks: [section(text)] });
const modal = (text: string, more: object = {}) =>
  ({ type: 'modal', title: { type: 'plain_text', text: 'x' }, blocks: [section(text)], ...more }) as never;
const place = { channel: 'C1', ts: '1.1' };
const respond = async (said: object) => left.push(said);

/** Every way out, with some words on it. */
const WAYS: Record<string, (readers: Readers, text: string) => Promise<unknown>> = {
  'a post': (readers, text) => post(sender, readers, { channel: 'C1', ...message(text) }),
  'an update': (readers, text) => update(sender, readers, { ...place, ...message(text) }),
  'an ephemeral': (readers, text) => postEphemeral(sender, readers, { channel: 'C1', user: 'U1', ...message(text) }),
  'a whisper': (readers, text) => whisper(sender, readers, respond, message(text)),
  'a modal': (readers, text) => openView(sender, readers, { triggerId: 't', view: modal(text) }),
  'a modal on top': (readers, text) => pushView(sender, readers, { triggerId: 't', view: modal(text) }),
  'another content of a modal': (readers, text) => updateView(sender, readers, { id: 'V1', view: modal(text) }),
  'a Home': (readers, text) => publishHome(sender, readers, { userId: 'U1', view: modal(text) }),
  'an acknowledgement': async (readers, text) => {
    await checkAcknowledgement(sender, readers, { kind: 'update', view: modal(text) });
    left.push(text);
  },
  'an error at a field': async (readers, text) => {
    await checkAcknowledgement(sender, readers, { kind: 'errors', errors: { alert: text } });
    left.push(text);
  },
  'a file': (readers, content) => upload(sender, readers, { channel: 'U1', name: 'a.csv', comment: 'Here.', content }),
};

describe('X2: the sink', () => {
  it.each(Object.entries(WAYS))('refuses an internal contact for a third party in %s', async (_, send) => {
    await expect(send(THIRD_PARTY, `Call ${SECRET}`)).rejects.toThrow(LeakError);
    expect(left).toEqual([]);
    expect(logged).toMatchObject([['leak.refused', { purposes: ['ops-platform'] }]]);
  });

  it.each(Object.entries(WAYS))('lets %s pass for a member, and what anybody may see for all', async (_, send) => {
    await send({ audience: 'internal' }, `Call ${SECRET}`);
    await send(THIRD_PARTY, 'Write to help@harvest.example, or to support@platform.example.');
    expect(left).toHaveLength(2);
    expect(logged).toEqual([]);
  });

  it.each(Object.entries(WAYS))('lets %s pass for a colleague whose own account it is about', async (_, send) => {
    await send({ audience: 'third-party', colleague: 'UANA' }, `Call ${SECRET}`);
    expect(left).toHaveLength(1);
    await expect(send({ audience: 'third-party', colleague: 'UBRUNO' }, `Call ${SECRET}`)).rejects.toThrow(LeakError);
  });

  it('asks the database nothing for a member, nor where no address is mentioned', async () => {
    sender = { ...sender, store: { client: null } as unknown as Store };
    for (const send of Object.values(WAYS)) {
      await send({ audience: 'internal' }, `Call ${SECRET}`);
      await send(THIRD_PARTY, 'Something went wrong. Reference: K7Q2MX');
    }
    expect(left).toHaveLength(2 * Object.keys(WAYS).length);
  });

  it('sends nothing while it cannot look', async () => {
    const broken = { findMany: () => Promise.reject(new Error('database is gone')) };
    sender = { ...sender, store: { client: { contact: broken } } as unknown as Store };
    await expect(WAYS['a post']?.(THIRD_PARTY, `Call ${SECRET}`)).rejects.toThrow('database is gone');
    expect(left).toEqual([]);
  });

  it('shows words to one person where they are, to nobody else, and puts nothing in their place', async () => {
    await whisper(sender, THIRD_PARTY, respond, message('Hello.'));
    expect(left).toMatchObject([{ response_type: 'ephemeral', replace_original: false }]);
  });

  it('sends a file to a person in their direct messages', async () => {
    await upload(sender, THIRD_PARTY, { channel: 'UANA', name: 'a.csv', comment: 'Here it is.', content: 'x' });
    expect(left).toMatchObject([[{ channel_id: 'DUANA', filename: 'a.csv', initial_comment: 'Here it is.' }]]);
  });
});

/** Leaks of different kinds, each handed over for somebody outside as a slip would do it. */
const PLANTED: Record<string, () => Promise<unknown>> = {
  'in the text of a post': () => post(sender, THIRD_PARTY, { channel: 'C1', text: `Call ${SECRET}`, blocks: [] }),
  'in a block under a harmless text': () =>
    post(sender, THIRD_PARTY, { channel: 'C1', text: 'Call us.', blocks: [section(SECRET)] }),
  'in the fallback text of harmless blocks': () =>
    update(sender, THIRD_PARTY, { ...place, text: SECRET, blocks: [section('Call us.')] }),
  'in the value of a button': () => {
    const button = { type: 'button', text: { type: 'plain_text', text: 'x' }, action_id: 'x', value: SECRET } as const;
    return post(sender, THIRD_PARTY, { channel: 'C1', text: 'x', blocks: [{ type: 'actions', elements: [button] }] });
  },
  'in private_metadata': () => {
    const private_metadata = JSON.stringify({ account: account.id, sheet: account.sheet });
    return openView(sender, THIRD_PARTY, { triggerId: 't', view: modal('x', { private_metadata }) });
  },
  'in the option of a select': () => {
    const options = [{ text: { type: 'plain_text', text: SECRET }, value: '1' }];
    const element = { type: 'static_select', action_id: 'value', options };
    return pushView(sender, THIRD_PARTY, {
      triggerId: 't',
      view: modal('x', { blocks: [{ type: 'input', element }] }),
    });
  },
  'in the value of a field': () => {
    const element = { type: 'plain_text_input', action_id: 'value', initial_value: `x, ${SECRET}` };
    return updateView(sender, THIRD_PARTY, { id: 'V', view: modal('x', { blocks: [{ type: 'input', element }] }) });
  },
  'in capitals': () => whisper(sender, THIRD_PARTY, respond, message(SECRET.toUpperCase())),
  'in a mailto: link': () => whisper(sender, THIRD_PARTY, respond, message(`<mailto:${SECRET}|Write to us>`)),
  'as HTML entities': () =>
    publishHome(sender, THIRD_PARTY, { userId: 'U', view: modal(SECRET.replace('@', '&#64;')) }),
  'percent-encoded in a link': () =>
    post(sender, THIRD_PARTY, { channel: 'C1', ...message(`https://x.example/?to=${encodeURIComponent(SECRET)}`) }),
  'split by spaces of no width': () =>
    post(sender, THIRD_PARTY, { channel: 'C1', ...message(SECRET.replace('@', '\u200b@\u200b')) }),
  'in the metadata of a message': () => {
    const metadata = { event_type: 'reminder', event_payload: { to: SECRET } };
    return post(sender, THIRD_PARTY, { channel: 'C1', ...message('x'), metadata });
  },
  'in the error at a field': () =>
    checkAcknowledgement(sender, THIRD_PARTY, { kind: 'errors', errors: { alert: `not ${SECRET}` } }),
  'in the content of a file': () =>
    upload(sender, THIRD_PARTY, {
      ...{ channel: 'U1', name: 'contacts.csv', comment: 'Here.' },
      content: Buffer.from(`\ufeffpurpose,address\r\nops-platform,'${SECRET}\r\n`),
    }),
  'in the name of a file': () =>
    upload(sender, THIRD_PARTY, { channel: 'U1', name: `${SECRET}.csv`, comment: 'Here.', content: 'x' }),
  'in the header of a mail': () =>
    refuseLeak(store, {
      ...{ teamId: account.teamId, audience: 'third-party', now: NOW, allowed: ['help@harvest.example'] },
      payload: { to: 'help@harvest.example', headers: { 'Reply-To': `Harvest <${SECRET}>` }, text: 'Hello.' },
    }),
  'in the quoted-printable body of a mail': () =>
    refuseLeak(store, {
      ...{ teamId: account.teamId, audience: 'third-party', now: NOW },
      payload: `Content-Transfer-Encoding: quoted-printable\r\n\r\nCall secret-esc=\r\nalation=40harvest.example`,
    }),
};

describe('R12: a planted leak', () => {
  it.each(Object.entries(PLANTED))('%s is caught', async (_, send) => {
    await expect(send()).rejects.toThrow(LeakError);
    expect(left).toEqual([]);
  });
});
