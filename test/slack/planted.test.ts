import type { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Audience } from '../../src/domain/access.ts';
import type { Account } from '../../src/domain/account.ts';
import { NO_PLAN } from '../../src/domain/coverage/plan.ts';
import { mailboxesIn } from '../../src/domain/leak.ts';
import { maskAddress } from '../../src/domain/mailbox.ts';
import { pageHtml } from '../../src/http/page.ts';
import { donePage } from '../../src/http/verify-page.ts';
import { say } from '../../src/i18n/say.ts';
import { boltLogger, newLog } from '../../src/log.ts';
import { type Letter, newMailer } from '../../src/mail/mailer.ts';
import { handIn } from '../../src/mail/sink.ts';
import { section } from '../../src/slack/block-kit.ts';
import { faultMessage } from '../../src/slack/fault/fault.ts';
import { STRANGER } from '../../src/slack/respond.ts';
import { shareCard } from '../../src/slack/share/card.ts';
import { checkAcknowledgement } from '../../src/slack/sink/acknowledgement.ts';
import { upload } from '../../src/slack/sink/file.ts';
import { post, update, whisper } from '../../src/slack/sink/message.ts';
import type { Sender } from '../../src/slack/sink/sender.ts';
import { openView, publishHome } from '../../src/slack/sink/view.ts';
import { LeakError } from '../../src/store/leak.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { FULL_SHEET, NOW } from '../domain/build.ts';
import { type SmtpDesk, smtpDesk } from '../mail/smtp.ts';
import { answer, saved, stored } from '../store/account.ts';
import { emptyDatabase } from '../store/databases.ts';

const SECRET = 'secret-escalation@harvest.example';

let store: Store;
let account: Account;
let smtp: SmtpDesk;
const closers: (() => unknown)[] = [];
/** Everything that left for Slack. */
const left: unknown[] = [];
const lines: string[] = [];

beforeAll(async () => {
  const { url, remove } = await emptyDatabase('sqlite');
  store = await openStore(url);
  account = saved(await answer(store, await stored(store), { ...FULL_SHEET, 'ops-platform': [SECRET] }));
  smtp = await smtpDesk();
  closers.push(
    () => smtp.close(),
    remove,
    () => store.close(),
  );
});
afterAll(async () => {
  for (const close of closers.reverse()) await close();
});
beforeEach(() => {
  for (const list of [left, lines, smtp.arrived]) list.splice(0);
});

const log = newLog('debug', (line) => lines.push(line));
const call = async (...args: unknown[]) => {
  left.push(args);
  return { ok: true, channel: { id: 'D1' }, ts: '1.1' };
};
const client = {
  chat: { postMessage: call, update: call },
  views: { open: call, publish: call },
  conversations: { open: call },
  filesUploadV2: call,
} as unknown as WebClient;

type Plant = (sender: Sender, readers: { audience: Audience; about?: string }) => Promise<unknown>;

const modal = (more: object = {}) =>
  ({ type: 'modal', title: { type: 'plain_text', text: 'x' }, blocks: [section('x')], ...more }) as never;
const said = { text: 'x', blocks: [section('x')] };
const csv = (cell: string) => `\ufeffpurpose,address\r\nOperations,"'${cell}"\r\n`;
const json = (value: string) => JSON.stringify({ accounts: [{ answers: [{ addresses: [value] }] }] });
const send = (sender: Sender, readers: { audience: Audience }, file: object) =>
  upload(sender, readers, { channel: 'UANA', name: 'x.csv', comment: 'x', content: 'x', ...file });
const button = (value: string) => ({ type: 'actions', elements: [{ type: 'button', action_id: 'a.b', value }] });

/** What a mistake might let out, each in another place. */
const IN_SLACK: Record<string, Plant> = {
  'a sentence': (to, who) => post(to, who, { channel: 'C1', ...said, text: `Call ${SECRET}` }),
  'the metadata of a message': (to, who) =>
    post(to, who, { channel: 'C1', ...said, metadata: { event_type: 'x', event_payload: { to: SECRET } } }),
  'the value of a button': (to, who) =>
    update(to, who, { channel: 'C1', ts: '1', text: 'x', blocks: [button(SECRET) as never] }),
  private_metadata: (to, who) =>
    openView(to, who, { triggerId: 't', view: modal({ private_metadata: JSON.stringify({ to: SECRET }) }) }),
  'the Home': (to, who) =>
    publishHome(to, who, { userId: 'U1', view: modal({ type: 'home', blocks: [section(SECRET)] }) }),
  'the share card': (to, who) =>
    post(to, who, {
      channel: 'C1',
      ...shareCard.render(
        { account: { ...account, sheet: { ...account.sheet, 'ops-users': [SECRET] } }, plan: NO_PLAN, now: NOW },
        { say: say('en') },
      ),
    }),
  'the words of an error': (to, who) =>
    whisper(to, who, call, faultMessage.render({ reference: `failed on ${SECRET}` }, STRANGER)),
  'the error at a field': async (to, who) => {
    await checkAcknowledgement(to, who, { kind: 'errors', errors: { note: `${SECRET} is taken` } });
    left.push(SECRET);
  },
  'a cell of a CSV file': (to, who) => send(to, who, { content: csv(SECRET) }),
  'a JSON file': (to, who) => send(to, who, { name: 'x.json', content: Buffer.from(json(SECRET)) }),
  'the name of a file': (to, who) => send(to, who, { name: `${SECRET}.csv` }),
  'the title of a file': (to, who) => send(to, who, { title: `For ${SECRET}` }),
  'the comment on a file': (to, who) => send(to, who, { comment: `From ${SECRET}` }),
};

describe.each(Object.entries(IN_SLACK))('X2: a leak planted in %s', (_, plant) => {
  const sender = (): Sender => ({
    ...{ store, client, teamId: account.teamId, now: NOW, log },
    support: { email: null, url: null },
  });

  it('is caught for a third party: nothing leaves, and the log says that it was refused', async () => {
    await expect(plant(sender(), { audience: 'third-party' })).rejects.toThrow(LeakError);
    expect(JSON.stringify(left)).not.toContain(SECRET);
    expect(lines.join()).toContain('"leak.refused"');
    expect(lines.join()).not.toContain('escalation');
  });

  it('would leave if nobody looked', async () => {
    await plant(sender(), { audience: 'internal' });
    const files = left.flat().flatMap((one) => ((one as { file?: Buffer }).file ?? '').toString());
    expect(JSON.stringify(left) + files.join()).toContain(SECRET);
  });
});

const READER = 'reader@elsewhere.example';
const LONG = `${'Ünïcödé '.repeat(40)}`;
const letterOf = (more: Partial<Letter>): Letter => ({
  to: READER,
  subject: 'x',
  text: 'x',
  html: '<p>x</p>',
  ...more,
});

/** Letters, and how the server got what was planted in them. */
const IN_MAIL: [string, Letter, RegExp][] = [
  ['the subject', letterOf({ subject: `About ${SECRET}` }), /^Subject: /m],
  ['a subject that is encoded', letterOf({ subject: `Über ${SECRET}` }), /^Subject: =\?UTF-8\?/m],
  ['a text that is quoted-printable', letterOf({ text: `${'x'.repeat(90)} ü ${SECRET}` }), /quoted-printable/],
  ['a text in base64', letterOf({ text: `${LONG}${SECRET}` }), /base64|quoted-printable/],
  ['its HTML, as an entity', letterOf({ html: `<p>${SECRET.replace('@', '&#64;')}</p>` }), /text\/html/],
  ['the target of a link', letterOf({ html: `<a href="mailto:${encodeURIComponent(SECRET)}">x</a>` }), /mailto:/],
];

describe.each(IN_MAIL)('X2: a leak planted in a mail, in %s', (_, letter, how) => {
  const office = () => {
    const mailer = newMailer(smtp.server, { name: null, address: 'callsheet@operator.example' });
    closers.push(mailer.close);
    return { store, mailer, now: () => NOW, log };
  };
  const head = { support: { email: null } };

  it('is withheld: nothing reaches the mail server, and the log says that it was refused', async () => {
    expect(await handIn(office(), head, account, letter)).toEqual({ kind: 'withheld' });
    expect([smtp.arrived, lines.join().includes('"leak.refused"')]).toEqual([[], true]);
    expect(lines.join()).not.toContain('escalation');
  });

  it('would arrive if nobody looked, and be found in what arrived', async () => {
    expect(await office().mailer.send(letter)).toEqual({ kind: 'accepted' });
    const [{ raw } = { raw: '' }] = smtp.arrived;
    expect(raw).toMatch(how);
    expect(mailboxesIn(raw)).toContain(SECRET);
  });

  it('is no secret to the one whose address it is', async () => {
    expect(await handIn(office(), head, account, { ...letter, to: SECRET })).toEqual({ kind: 'accepted' });
  });
});

describe('R12: a leak planted where nothing is sent', () => {
  const error = Object.assign(new Error(`Unique constraint failed: ${SECRET}`), {
    data: { error: SECRET, response_metadata: { messages: [SECRET] } },
    response: `550 <${SECRET}>: user unknown`,
  });

  it('in an error is not in the log, at any level', () => {
    log.error('x', { error });
    log.info('x', { error });
    const bolt = boltLogger(log);
    for (const level of ['debug', 'info', 'warn', 'error'] as const) bolt[level](SECRET, error);
    expect(lines.length).toBeGreaterThan(2);
    expect(mailboxesIn(lines).size).toBe(0);
    expect(mailboxesIn(JSON.stringify({ said: error.message }))).toContain(SECRET);
  });

  it('in the page behind a link is masked, and found if it were not', () => {
    const voice = say('en');
    expect(mailboxesIn(pageHtml(donePage({ account, address: SECRET }, voice), voice))).not.toContain(SECRET);
    expect(maskAddress(SECRET)).toBe('s•••@harvest.example');
    const planted = pageHtml({ status: 200, title: 'x', paragraphs: [`<b>${SECRET}</b>`] }, voice);
    expect(mailboxesIn(planted)).toContain(SECRET);
  });
});
