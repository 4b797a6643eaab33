import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const MOST_SECONDS = 10;

/** Serves the app's own pages where no receiver does it: with Socket Mode. Whatever else is asked for is not there. */
export async function servePages(
  port: number,
  { methods, page }: { methods: readonly string[]; page: Handler },
): Promise<{ port: number; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    if (methods.includes(request.method ?? '')) return void page(request, response);
    request.resume();
    response.writeHead(405, { allow: methods.join(', ') }).end();
  });
  server.requestTimeout = MOST_SECONDS * 1000;
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, listening);
  });
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
