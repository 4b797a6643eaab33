import { afterEach, describe, expect, it } from 'vitest';
import { type Letter, type Mailer, type MailServer, type MailWaits, newMailer } from '../../src/mail/mailer.ts';
import { type Behaviour, closedPort, oddServer, smtpDesk } from './smtp.ts';

const FROM = { name: 'Callsheet', address: 'callsheet@platform.example' };
const LETTER: Letter = {
  to: 'oncall@harvest.example',
  subject: 'Confirm',
  text: 'The code is 123456',
  html: '<p>123456</p>',
};
/** On a busy machine, a server that answers may take its time. */
const WAITS: MailWaits = { connection: 20_000, silence: 20_000, whole: 25_000 };
/** For servers that never will. */
const SHORT: MailWaits = { connection: 500, silence: 700, whole: 2500 };

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

function mailer(server: MailServer, from = FROM, waits = WAITS): Mailer {
  const made = newMailer(server, from, waits);
  closers.push(made.close);
  return made;
}

async function desk(behaviour: Behaviour = {}) {
  const made = await smtpDesk(behaviour);
  closers.push(made.close);
  return made;
}

const headersOf = (raw: string): string[] =>
  (raw.split('\r\n\r\n')[0] ?? '').replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n');

describe('verification: a mail', () => {
  it('arrives as text and as HTML, says that a machine wrote it, and has an id', async () => {
    const { server, arrived } = await desk();
    expect(await mailer(server).send(LETTER)).toEqual({ kind: 'accepted' });
    expect(arrived).toHaveLength(1);
    const [mail] = arrived;
    expect(mail).toMatchObject({ from: FROM.address, to: [LETTER.to] });
    const headers = headersOf(mail?.raw ?? '');
    expect(headers).toEqual(
      expect.arrayContaining([
        'From: Callsheet <callsheet@platform.example>',
        'To: oncall@harvest.example',
        'Subject: Confirm',
        'Auto-Submitted: auto-generated',
        expect.stringMatching(/^Message-ID: <[^<>\s]+@[^<>\s]+>$/),
        expect.stringMatching(/^Content-Type: multipart\/alternative/),
      ]),
    );
    expect(mail?.raw).toMatch(/text\/plain[\s\S]*The code is 123456[\s\S]*text\/html[\s\S]*<p>123456<\/p>/);
  });

  it.each<[string, Behaviour, object]>([
    ['takes it', {}, { kind: 'accepted' }],
    ['does not know the mailbox', { recipient: () => '550 No such user' }, { kind: 'refused' }],
    ['says so with a reason', { recipient: () => '550 5.1.1 No such user' }, { kind: 'refused' }],
    ['has closed the mailbox', { recipient: () => '554 5.2.1 Mailbox disabled' }, { kind: 'refused' }],
    [
      'asks to come again (greylisting)',
      { recipient: () => '451 4.7.1 Greylisted' },
      { kind: 'not-now', perhaps: false },
    ],
    ['has no room', { recipient: () => '452 4.2.2 Mailbox full' }, { kind: 'not-now', perhaps: false }],
    ['does not trust us', { recipient: () => '550 5.7.1 Relaying denied' }, { kind: 'not-now', perhaps: false }],
    ['wants us to log in', { recipient: () => '530 Authentication required' }, { kind: 'not-now', perhaps: false }],
    ['dislikes the message', { message: '554 5.6.0 Spam' }, { kind: 'not-now', perhaps: false }],
    ['takes no message now', { message: '451 4.3.0 Try later' }, { kind: 'not-now', perhaps: false }],
    [
      'takes nobody’s mail',
      { onMailFrom: (_a, _s, done) => done(new Error('no')) },
      { kind: 'not-now', perhaps: false },
    ],
    ['cuts the connection after the message', { message: 'cut' }, { kind: 'not-now', perhaps: true }],
    ['never answers the message', { message: 'silent' }, { kind: 'not-now', perhaps: true }],
  ])('is told apart when the server %s', async (_, behaviour, outcome) => {
    const { server } = await desk(behaviour);
    const waits = behaviour.message === 'silent' ? SHORT : WAITS;
    expect(await mailer(server, FROM, waits).send(LETTER)).toEqual(outcome);
  });

  it('is handed in once, whatever comes of it', async () => {
    for (const message of ['cut', 'silent', '451 Later'] as const) {
      const { server, messages } = await desk({ message });
      await mailer(server, FROM, message === 'silent' ? SHORT : WAITS).send(LETTER);
      expect(messages(), message).toBe(1);
    }
  });

  it.each<[string, () => Promise<MailServer>]>([
    ['is not there', closedPort],
    ['says nothing', () => odd(() => {})],
    ['hangs up at once', () => odd((socket) => socket.destroy())],
    [
      'hangs up before the message',
      () => odd((socket) => talk(socket, (line) => (line.startsWith('RCPT') ? null : '250 ok'))),
    ],
    ['speaks another language', () => odd((socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n'))],
    ['never ends its answer', () => odd((socket) => talk(socket, () => '250-and'))],
    ['has a name that leads nowhere', async () => ({ ...(await closedPort()), host: 'nowhere.invalid' })],
  ])('surely did not go when the server %s', async (_, server) => {
    expect(await mailer(await server(), FROM, SHORT).send(LETTER)).toEqual({ kind: 'not-now', perhaps: false });
  });

  it('goes over STARTTLS where it leaves the network, or not at all', async () => {
    const { server, arrived } = await desk();
    expect(await mailer({ ...server, near: false }).send(LETTER)).toEqual({ kind: 'not-now', perhaps: false });
    expect(arrived).toEqual([]);
    // A certificate that nobody vouches for is none.
    const withTls = await desk({ disabledCommands: ['AUTH'] });
    expect(await mailer({ ...withTls.server, near: false }).send(LETTER)).toEqual({ kind: 'not-now', perhaps: false });
    expect(await mailer(withTls.server).send(LETTER)).toEqual({ kind: 'accepted' });
  });

  it('is handed in with the user and the password', async () => {
    const seen: string[] = [];
    const { server, arrived } = await desk({
      ...{ authOptional: false, disabledCommands: ['STARTTLS'], allowInsecureAuth: true },
      onAuth({ username = '', password = '' }, _session, done) {
        seen.push(username);
        done(password === 'right' ? null : new Error('no'), { user: username });
      },
    });
    expect(await mailer({ ...server, user: 'me', password: 'wrong' }).send(LETTER)).toEqual({
      kind: 'not-now',
      perhaps: false,
    });
    expect(await mailer({ ...server, user: 'me', password: 'right' }).send(LETTER)).toEqual({ kind: 'accepted' });
    expect([seen, arrived.length]).toEqual([['me', 'me'], 1]);
  });

  it.each([
    ['the subject', { subject: 'Hello\r\nBcc: eve@evil.example\r\n\r\nbody' }, FROM],
    ['the subject, with other line ends', { subject: 'Hello\u2028Bcc: eve@evil.example\u0000\u202e' }, FROM],
    ['the sender', {}, { name: 'Me\r\nBcc: eve@evil.example', address: FROM.address }],
    ['the text', { text: '\r\n.\r\nRCPT TO:<eve@evil.example>\r\n' }, FROM],
  ])('lets nobody add a header or a recipient through %s', async (_, more, from) => {
    const { server, arrived } = await desk();
    await mailer(server, from).send({ ...LETTER, ...more });
    for (const { to, raw } of arrived) {
      expect(to).not.toContain('eve@evil.example');
      expect(to).toHaveLength(1);
      expect(headersOf(raw).filter((line) => /^bcc/i.test(line))).toEqual([]);
      expect(headersOf(raw).filter((line) => /^subject/i.test(line))).toHaveLength(1);
      expect(raw).not.toMatch(/\0|\u202e/);
    }
  });

  it.each([
    'a@b.example\r\nBcc: eve@evil.example',
    'a@b.example, eve@evil.example',
    '<a@b.example> eve@evil.example',
    'a@b.example> SIZE=1',
    'friends:a@b.example,eve@evil.example;',
    '"a b"@c.example',
    'a',
    '',
  ])('goes to one address, and “%s” is none', async (to) => {
    const { server, arrived } = await desk();
    await expect(mailer(server).send({ ...LETTER, to })).rejects.toThrow('something else than one address');
    expect(arrived).toEqual([]);
  });

  it('checks at the start whether the server is there', async () => {
    const { server } = await desk();
    await expect(mailer(server).check()).resolves.toBeUndefined();
    await expect(mailer(await closedPort()).check()).rejects.toThrow();
  });
});

async function odd(meet: Parameters<typeof oddServer>[0]): Promise<MailServer> {
  const made = await oddServer(meet);
  closers.push(made.close);
  return made.server;
}

/** Greets, and answers each line; null hangs up. */
function talk(socket: import('node:net').Socket, answer: (line: string) => string | null): void {
  socket.write('220 hello\r\n');
  socket.on('data', (data) => {
    for (const line of String(data).trim().split('\r\n')) {
      const said = answer(line);
      if (said === null) socket.destroy();
      else socket.write(`${said}\r\n`);
    }
  });
}
