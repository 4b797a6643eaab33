import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Deadline } from './delivery/delivery.ts';
import { httpDelivery } from './delivery/http.ts';
import type { Slack } from './delivery/slack.ts';
import { socketDelivery } from './delivery/socket.ts';
import { perform } from './intent/perform.ts';
import { changePerson } from './intent/visit.ts';
import { openPostOffice } from './mail/post-office.ts';
import type { Manifest } from './manifest.ts';
import type { Intent, IntentAnswer, Snapshot } from './protocol.ts';
import { isOurs } from './server/guard.ts';
import { routes } from './server/routes.ts';
import { snapshotOf } from './snapshot.ts';
import { until } from './until.ts';
import type { Person } from './world/cast.ts';
import { newCredentials } from './world/credentials.ts';
import type { Faults } from './world/fault.ts';
import { newWorld } from './world/world.ts';

export interface PlaygroundOptions {
  manifest: Manifest;
  transport: 'http' | 'socket';
  /** 0, the default, is any that is free. */
  port?: number;
  now?: () => number;
  /** When Slack has waited long enough for an acknowledgement. */
  deadline?: Deadline;
  /** Milliseconds before an unacknowledged event is sent again: Slack's three times. */
  retryAfter?: readonly number[];
}

export interface Playground {
  url: string;
  /** Base address of the Web API, with the slash at its end. */
  apiUrl: string;
  botToken: string;
  appToken: string;
  signingSecret: string;
  /** Where the app can hand in mail: it ends in the mailbox of the page. */
  smtpUrl: string;
  faults: Faults;
  /** Where the app listens, for HTTP: its request URL. @param ahead milliseconds by which the app's clock is ahead of ours */
  connect(appUrl: string | null, ahead?: number): void;
  /** Asks the connections of Socket Mode to come again. */
  refresh(): void;
  send(userId: string, intent: Intent): Promise<IntentAnswer>;
  snapshot(userId: string): Snapshot;
  /** The first snapshot of which `look` makes something; an error after `within` milliseconds without one. */
  until<T>(userId: string, look: (snapshot: Snapshot) => T | null | undefined | false, within?: number): Promise<T>;
  /** Slack changes a person, as an admin of the workspace would: deactivates, makes a guest. The app hears of it. */
  change(userId: string, change: Partial<Pick<Person, 'deleted' | 'kind' | 'locale' | 'zone' | 'name'>>): Promise<void>;
  /** An admin archives a channel, or the app is invited or thrown out. */
  changeChannel(channelId: string, change: { archived?: boolean; hasApp?: boolean }): void;
  close(): Promise<void>;
}

/** A Slack on this computer, and on no other: it listens on 127.0.0.1 alone. */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { manifest, transport, now = Date.now, deadline = AbortSignal.timeout } = options;
  const { retryAfter = [1000, 60_000, 300_000] } = options;
  const credentials = newCredentials();
  const world = newWorld({ manifest, credentials, now });
  const http = transport === 'http' ? httpDelivery(world, deadline) : null;
  const socket = transport === 'socket' ? socketDelivery(world, deadline) : null;
  const delivery = http ?? socket;
  if (!delivery) throw new Error(`there is no transport ${transport}`);
  const timers = new Set<NodeJS.Timeout>();
  const later = (milliseconds: number, work: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, milliseconds);
    timers.add(timer);
  };
  const slack: Slack = { world, delivery, retryAfter, later };

  let port = 0;
  const app = routes(slack, socket, () => port);
  const server = await listen((request) => app.fetch(request), options.port ?? 0);
  port = (server.address() as AddressInfo).port;
  world.url = `http://127.0.0.1:${port}`;
  const mail = await openPostOffice(world);
  server.on('upgrade', (request, stream, head) => {
    const ours = isOurs(request.headers.host, request.headers.origin, port);
    if (!ours || !socket?.upgrade(request, stream, head)) stream.destroy();
  });

  const snapshot = (userId: string) => snapshotOf(world, delivery, userId);
  return {
    url: world.url,
    apiUrl: `${world.url}/api/`,
    ...credentials,
    smtpUrl: mail.url,
    faults: world.faults,
    connect: (appUrl, ahead) => http?.connect(appUrl, ahead),
    refresh: () => socket?.refresh(),
    send: (userId, intent) => perform(slack, userId, intent),
    snapshot,
    until: (userId, look, within = 5000) => until(world.onChange, () => look(snapshot(userId)), within),
    async change(userId, change) {
      const person = world.people.get(userId);
      if (!person) throw new Error(`there is no person ${userId}`);
      await changePerson(slack, person, change);
    },
    changeChannel(channelId, { archived, hasApp }) {
      const conversation = world.conversations.get(channelId);
      if (!conversation) throw new Error(`there is no channel ${channelId}`);
      if (archived !== undefined) conversation.archived = archived;
      if (hasApp === true) conversation.members.add(world.app.userId);
      if (hasApp === false) conversation.members.delete(world.app.userId);
      world.changed();
    },
    async close() {
      for (const timer of timers) clearTimeout(timer);
      socket?.close();
      await mail.close();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

type Server = import('node:http').Server;

function listen(fetch: (request: Request) => Response | Promise<Response>, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname: '127.0.0.1' }, () => resolve(server)) as Server;
    server.once('error', reject);
  });
}
