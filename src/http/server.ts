import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type PageHandler, VERIFY_METHODS } from './verify-page.ts';

const MOST_SECONDS = 10;

/** Serves the app's own pages where no receiver does it: with Socket Mode. Whatever else is asked for is not there. */
export async function servePages(port: number, page: PageHandler): Promise<{ port: number; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    if (VERIFY_METHODS.includes(request.method ?? '')) return void page(request, response);
    request.resume();
    response.writeHead(405, { allow: VERIFY_METHODS.join(', ') }).end();
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
