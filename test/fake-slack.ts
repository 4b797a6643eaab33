import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type WebSocket, WebSocketServer } from 'ws';

export interface FakeSlack {
  port: number;
  apiUrl: string;
  responseUrl: string;
  /** Answers other than the usual, by method: a body, a status, or none at all. */
  answers: Map<string, object | number | 'cut'>;
  /** The `Authorization` of each call, by method. */
  tokens: Map<string, string[]>;
  responses: object[];
  connections: WebSocket[];
  /** The first thing that was said to a person, as soon as it is there. */
  response: () => Promise<object>;
  called: (method: string, times: number) => Promise<void>;
  connected: (times: number) => Promise<void>;
  close: () => Promise<void>;
}

/** As much of Slack as a start and a command need, on a port of its own. */
export async function fakeSlack(): Promise<FakeSlack> {
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const usual: Record<string, object> = {
    'auth.test': { ok: true, team_id: 'T1', bot_id: 'B1', user_id: 'UBOT' },
    'users.info': { ok: true, user: { id: 'UANA', team_id: 'T1', name: 'ana', locale: 'en-US', tz: 'UTC' } },
    'users.list': { ok: true, members: [] },
    'apps.connections.open': { ok: true, url: `ws://127.0.0.1:${port}/link` },
  };
  const answers: FakeSlack['answers'] = new Map();
  const tokens: FakeSlack['tokens'] = new Map();
  const responses: object[] = [];
  const connections: WebSocket[] = [];
  const until = async (met: () => boolean) => {
    while (!met()) await once(server, 'seen');
  };
  server.on('request', async (request, response) => {
    const body = await text(request);
    const method = (request.url ?? '').replace('/api/', '');
    if (method === '/respond') responses.push(JSON.parse(body));
    else tokens.set(method, [...(tokens.get(method) ?? []), request.headers.authorization ?? '']);
    const answer = answers.get(method) ?? usual[method] ?? { ok: true };
    if (answer === 'cut') request.socket.destroy();
    else if (typeof answer === 'number') response.writeHead(answer).end();
    else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    server.emit('seen');
  });
  sockets.on('connection', (connection) => {
    connections.push(connection);
    connection.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
    server.emit('seen');
  });
  return {
    ...{ port, answers, tokens, responses, connections },
    apiUrl: `http://127.0.0.1:${port}/api/`,
    responseUrl: `http://127.0.0.1:${port}/respond`,
    async response() {
      await until(() => responses.length > 0);
      return responses[0] as object;
    },
    called: (method, times) => until(() => (tokens.get(method)?.length ?? 0) >= times),
    connected: (times) => until(() => connections.length >= times),
    async close() {
      for (const connection of connections) connection.terminate();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
