import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { World } from '../world/world.ts';
import { readMail } from './message.ts';

export interface PostOffice {
  /** Where the app hands its mail in. */
  url: string;
  close(): Promise<void>;
}

/** Mailboxes that this Slack's mail server does not know: a mail to one comes back, as it would. */
const UNKNOWN = /^(bounce|unknown|nobody)[^@]*@/i;

const MOST_KEPT = 200;

/** A mail server on this computer, and on no other: what the app sends is shown in the mailbox and goes nowhere. */
export async function openPostOffice(world: World): Promise<PostOffice> {
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], disableReverseLookup: true, logger: false },
    ...{ closeTimeout: 200, size: 1_000_000 },
    onRcptTo({ address }, _session, done) {
      done(UNKNOWN.test(address) ? Object.assign(new Error('5.1.1 No such mailbox'), { responseCode: 550 }) : null);
    },
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const mail = readMail(Buffer.concat(parts).toString('latin1'));
        const at = new Date(world.clock.now()).toISOString();
        const to = envelope.rcptTo.map(({ address }) => address);
        world.mailbox = [...world.mailbox, { id: `mail-${world.count()}`, at, to, ...mail }].slice(-MOST_KEPT);
        world.changed();
        done();
      });
    },
  });
  // A connection that is cut concerns nobody here.
  server.on('error', () => {});
  await new Promise<void>((listening, failed) => {
    server.server.once('error', failed);
    server.listen(0, '127.0.0.1', listening);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
