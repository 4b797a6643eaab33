import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request that reached the app, taken apart by hand. */
export interface Received {
  headers: IncomingHttpHeaders;
  /** The body as it came over the wire. */
  raw: string;
  /** The fields of a form, of which `payload` is one; empty for JSON. */
  form: Record<string, string>;
  /** What it says: the payload, the event's wrapper, or the fields of a command. */
  // biome-ignore lint/suspicious/noExplicitAny: whatever Slack sends; the tests look into it
  payload: any;
}

export type Reply = { status?: number; body?: unknown } | 'silence';

export interface Receiver {
  url: string;
  received: Received[];
  /** How the next requests are answered; without it, with an empty 200. */
  reply: (request: Received) => Reply;
  close(): Promise<void>;
}

/** An app in thirty lines: it notes what reaches it and answers as it is told. @param onSilence where it does not answer at all */
export async function startReceiver(onSilence: () => void): Promise<Receiver> {
  const received: Received[] = [];
  const receiver: Receiver = { url: '', received, reply: () => ({}), close: async () => {} };
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks).toString();
    const isForm = request.headers['content-type'] === 'application/x-www-form-urlencoded';
    const form = isForm ? Object.fromEntries(new URLSearchParams(raw)) : {};
    const payload = isForm ? (form.payload ? JSON.parse(form.payload) : form) : JSON.parse(raw);
    const one: Received = { headers: request.headers, raw, form, payload };
    received.push(one);
    const reply = receiver.reply(one);
    if (reply === 'silence') return onSilence();
    response.writeHead(reply.status ?? 200, { 'content-type': 'application/json' });
    response.end(reply.body === undefined ? '' : JSON.stringify(reply.body));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  receiver.close = async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  };
  return receiver;
}

/** Slack's signature as its documentation describes it, computed independently of the playground and of Bolt. */
export function isSignedBy(secret: string, { headers, raw }: Received): boolean {
  const given = Buffer.from(String(headers['x-slack-signature'] ?? ''));
  const base = ['v0', headers['x-slack-request-timestamp'], raw].join(':');
  const own = Buffer.from(`v0=${createHmac('sha256', secret).update(base, 'utf8').digest('hex')}`);
  return given.length === own.length && timingSafeEqual(given, own);
}
