import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line to PostgreSQL on which it can be made to fall silent: connections stay open, and nothing comes through any more. */
export interface Line {
  url: string;
  /** From now on, or from the moment at which this word is sent. */
  silence(from?: string): void;
  /** New connections work again; what was sent in the silence is lost. */
  restore(): void;
  /** Cuts all connections; new ones can be made. */
  cut(): void;
  close(): void;
}

export async function lineTo(url: string): Promise<Line> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let silent = false;
  let word: string | undefined;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    let deaf = false;
    const pass = (from: Socket, to: Socket) => {
      sockets.add(from);
      from.on('data', (data) => {
        if (word !== undefined && data.includes(word)) silent = true;
        deaf ||= silent;
        if (!deaf) to.write(data);
      });
      from.on('error', () => {});
      from.on('close', () => {
        sockets.delete(from);
        // Of one that hangs up, the other side hears nothing either.
        if (!deaf) to.destroy();
      });
    };
    pass(near, far);
    pass(far, near);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  const through = new URL(url);
  through.port = String((server.address() as AddressInfo).port);
  return {
    url: through.href,
    cut,
    close() {
      cut();
      server.close();
    },
    silence(from) {
      word = from;
      silent = from === undefined;
    },
    restore() {
      word = undefined;
      silent = false;
    },
  };
}
