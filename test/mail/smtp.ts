import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { MailServer } from '../../src/mail/mailer.ts';

/** A mail as the server got it. */
export interface Arrived {
  from: string;
  to: string[];
  raw: string;
}

export interface SmtpDesk {
  server: MailServer;
  arrived: Arrived[];
  /** How often somebody came as far as the message. */
  messages: () => number;
  close(): Promise<void>;
}

/** What the server does otherwise than take everything. */
export interface Behaviour extends SMTPServerOptions {
  /** Answer to a recipient: null takes it, a text refuses with its code. */
  recipient?: (address: string) => string | null;
  /** Answer to a message; `silent` never answers, `cut` ends the connection when all of it has come. */
  message?: string | 'silent' | 'cut';
}

const refusal = (answer: string): Error =>
  Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) });

/** A real SMTP server at a port of its own. */
export async function smtpDesk({ recipient, message, ...options }: Behaviour = {}): Promise<SmtpDesk> {
  const arrived: Arrived[] = [];
  const sockets = new Set<Socket>();
  let messages = 0;
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], disableReverseLookup: true, logger: false },
    closeTimeout: 100,
    onRcptTo({ address }, _session, done) {
      const refused = recipient?.(address);
      done(refused ? refusal(refused) : null);
    },
    onData(stream, session, done) {
      messages += 1;
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (message === 'silent') return;
        if (message === 'cut') {
          for (const socket of sockets) socket.destroy();
          return;
        }
        if (message) return done(refusal(message));
        const { mailFrom, rcptTo } = session.envelope;
        arrived.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(parts).toString('utf8'),
        });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => {});
  server.server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.server.address() as AddressInfo;
  return {
    ...{ arrived, messages: () => messages },
    server: { ...near(port) },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((closed) => server.close(closed));
    },
  };
}

export const near = (port: number): MailServer => ({
  ...{ host: '127.0.0.1', port, secure: false, near: true, user: null, password: null },
});

/** A port at which something listens that is no SMTP server: it does with a connection what the test says. */
export async function oddServer(
  meet: (socket: Socket) => void,
): Promise<{ server: MailServer; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const listener: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    meet(socket);
  });
  await new Promise<void>((listening) => listener.listen(0, '127.0.0.1', listening));
  return {
    server: near((listener.address() as AddressInfo).port),
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => listener.close(closed));
    },
  };
}

/** A port at which nothing listens any more. */
export async function closedPort(): Promise<MailServer> {
  const { server, close } = await oddServer(() => {});
  await close();
  return server;
}
