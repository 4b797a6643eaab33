import type { Readable } from 'node:stream';
import nodemailer from 'nodemailer';
import type { MailOutcome } from '../domain/mail.ts';
import { outcomeOf } from './outcome.ts';

/** Where mail is handed in. */
export interface MailServer {
  host: string;
  port: number;
  /** TLS from the first byte (`smtps:`). */
  secure: boolean;
  /** A server on this computer or in its own network: it may do without TLS, and with a certificate of its own making. */
  near: boolean;
  user: string | null;
  password: string | null;
}

export interface MailSender {
  name: string | null;
  address: string;
}

/** One mail to one mailbox. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
  html: string;
}

export interface Mailer {
  send(letter: Letter): Promise<MailOutcome>;
  /** Whether the server is there and lets us in; rejects if it does not. */
  check(): Promise<void>;
  close(): void;
}

/** Along with a mail: what it is read from. */
interface Traced {
  trace: { stream?: Readable };
}

/** Milliseconds. A person may be waiting, so a mail that takes longer than the last of them is given up. */
export interface MailWaits {
  connection: number;
  silence: number;
  whole: number;
}

const WAITS: MailWaits = { connection: 5000, silence: 8000, whole: 15_000 };

/** Control characters end a header and begin another one; what shows text the wrong way round has no place in one either. */
const ONE_ADDRESS = /^[^\s\p{C}<>()[\]:;@\\,"]+@[^\s\p{C}<>():;@\\,"]+$/u;
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/**
 * Hands mail in, over a few connections that are kept for a moment. A mail is tried once: who asks for another try must
 * know that it could be a second mail (`perhaps`). Nothing of nodemailer's own log is kept: it holds addresses and contents.
 */
export function newMailer(server: MailServer, from: MailSender, waits: MailWaits = WAITS): Mailer {
  const { host, port, secure, near, user, password } = server;
  const transport = nodemailer.createTransport({
    ...{ host, port, secure, pool: true, maxConnections: 3, maxRequeues: 0, idleTimeout: 10_000, logger: false },
    ...(user !== null && { auth: { user, pass: password ?? '' } }),
    requireTLS: !secure && !near,
    tls: { rejectUnauthorized: !near },
    connectionTimeout: waits.connection,
    greetingTimeout: waits.connection,
    dnsTimeout: waits.connection,
    socketTimeout: waits.silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // The message is read when the server says that it may come: what was never read never went.
  transport.use('stream', ({ data, message }, done) => {
    const read = message.createReadStream.bind(message);
    message.createReadStream = (...options) => {
      const stream = read(...options);
      (data as Traced).trace.stream = stream;
      return stream;
    };
    done();
  });
  const sender = from.name === null ? from.address : { name: line(from.name), address: from.address };
  return {
    async send({ to, subject, text, html }) {
      // The sheet takes nothing else; nodemailer would read it as a list, and write to everybody in it.
      if (!ONE_ADDRESS.test(to)) throw new Error('a mail to something else than one address');
      const trace: Traced['trace'] = {};
      try {
        await transport.sendMail({
          ...{ trace },
          from: sender,
          to: { name: '', address: to },
          envelope: { from: from.address, to: [to] },
          subject: line(subject),
          ...{ text, html },
          // Nobody answers a machine, and a machine least of all.
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
          signal: AbortSignal.timeout(waits.whole),
        });
        return { kind: 'accepted' };
      } catch (error) {
        return outcomeOf(error, { begun: trace.stream?.readableDidRead ?? false });
      }
    },
    async check() {
      await transport.verify();
    },
    close: () => transport.close({ force: true }),
  };
}

const line = (text: string): string => text.replace(UNSAFE, ' ').trim();
