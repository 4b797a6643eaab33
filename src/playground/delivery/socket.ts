import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Json } from '../protocol.ts';
import { isObject } from '../world/blocks.ts';
import { secret } from '../world/id.ts';
import type { World } from '../world/world.ts';
import { ACK_WITHIN, type Deadline, type Delivery, type Outcome, type Parcel } from './delivery.ts';

export interface SocketDelivery extends Delivery {
  /** A new address for one connection, good once and for half a minute. */
  ticketUrl(): string;
  /** Takes over a request that wants to become a connection; false if it is not one of ours. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Asks every connection to come again, as Slack does every few hours. */
  refresh(): void;
  close(): void;
}

const TICKET_LASTS = 30_000;
const PING_EVERY = 10_000;
const PATH = '/link/';

/** Socket Mode: the app comes to us, and everything goes over one of its connections. */
export function socketDelivery(world: World, deadline: Deadline): SocketDelivery {
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  const tickets = new Map<string, number>();
  const connections = new Set<WebSocket>();
  const waiting = new Map<string, (body: Json) => void>();
  const pings = setInterval(() => {
    for (const connection of connections) connection.ping('Ping from playground');
  }, PING_EVERY);
  pings.unref();

  function greet(connection: WebSocket): void {
    connections.add(connection);
    world.changed();
    connection.on('close', () => {
      connections.delete(connection);
      world.changed();
    });
    connection.on('error', () => connection.terminate());
    connection.on('message', (data) => acknowledge(String(data)));
    const debug_info = { host: 'applink-playground', build_number: 1, approximate_connection_time: 18_060 };
    const connection_info = { app_id: world.app.id };
    connection.send(JSON.stringify({ type: 'hello', num_connections: connections.size, debug_info, connection_info }));
  }

  function acknowledge(text: string): void {
    let read: unknown;
    try {
      read = JSON.parse(text);
    } catch {
      return;
    }
    if (!isObject(read) || typeof read.envelope_id !== 'string') return;
    const { payload } = read;
    const empty = payload === undefined || (isObject(payload) && Object.keys(payload).length === 0);
    waiting.get(read.envelope_id)?.(empty ? null : payload);
  }

  async function deliver({ kind, payload, retry }: Parcel): Promise<Outcome> {
    const connection = [...connections].findLast((one) => one.readyState === one.OPEN);
    if (!connection || world.faults.appUnreachable) return { kind: 'unreachable' };
    const envelope = {
      ...{ envelope_id: randomUUID(), type: kind, payload, accepts_response_payload: kind !== 'events_api' },
      ...(kind === 'events_api' && { retry_attempt: retry?.number ?? 0, retry_reason: retry?.reason ?? '' }),
    };
    return new Promise((resolve) => {
      const end = (outcome: Outcome) => {
        timeUp.removeEventListener('abort', late);
        waiting.delete(envelope.envelope_id);
        connection.off('close', lost);
        resolve(outcome);
      };
      const lost = () => end({ kind: 'unreachable' });
      const late = () => end({ kind: 'timeout' });
      const timeUp = deadline(ACK_WITHIN);
      timeUp.addEventListener('abort', late);
      waiting.set(envelope.envelope_id, (body) => end({ kind: 'acknowledged', body }));
      connection.on('close', lost);
      connection.send(JSON.stringify(envelope));
    });
  }

  return {
    transport: 'socket',
    connected: () => connections.size > 0 && !world.faults.appUnreachable,
    deliver,
    ticketUrl() {
      const ticket = secret();
      tickets.set(ticket, Date.now() + TICKET_LASTS);
      return `${world.url.replace(/^http/, 'ws')}${PATH}?ticket=${ticket}&app_id=${world.app.id}`;
    },
    upgrade(request, socket, head) {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const ticket = url.searchParams.get('ticket') ?? '';
      const lasts = tickets.get(ticket) ?? 0;
      tickets.delete(ticket);
      if (url.pathname !== PATH || lasts < Date.now()) return false;
      server.handleUpgrade(request, socket, head, greet);
      return true;
    },
    refresh() {
      for (const connection of connections) {
        connection.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: {} }));
      }
    },
    close() {
      clearInterval(pings);
      for (const connection of connections) connection.terminate();
      server.close();
    },
  };
}
