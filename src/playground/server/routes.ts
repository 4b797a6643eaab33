import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Slack } from '../delivery/slack.ts';
import type { SocketDelivery } from '../delivery/socket.ts';
import { perform } from '../intent/perform.ts';
import type { Intent } from '../protocol.ts';
import { snapshotOf } from '../snapshot.ts';
import { done, refuse } from '../web-api/answer.ts';
import { type AppMethods, answerCall } from '../web-api/call.ts';
import { takeResponse } from '../web-api/respond.ts';
import { isObject } from '../world/blocks.ts';
import { giveFile, takeUpload } from './files.ts';
import { guard } from './guard.ts';
import { libraryFile, pageFile } from './page.ts';
import { stateStream } from './state.ts';

const LARGEST = 25_000_000;

/** Everything that is served on one port: Slack for the app, and the page with its state for the person. */
export function routes(slack: Slack, socket: SocketDelivery | null, port: () => number): Hono {
  const { world, delivery } = slack;
  const first = [...world.people.keys()][0] ?? '';
  const appMethods: AppMethods = {
    'apps.connections.open': () => (socket ? done({ url: socket.ticketUrl() }) : refuse('socket_mode_not_enabled')),
  };
  const app = new Hono();
  app.use(guard(port));
  app.use(bodyLimit({ maxSize: LARGEST }));

  app.all('/api/:method', ({ req }) => answerCall(world, appMethods, req.param('method'), req.raw));
  app.post('/commands/*', ({ req }) => takeResponse(world, req.path, req.raw));
  app.post('/actions/*', ({ req }) => takeResponse(world, req.path, req.raw));
  app.post('/upload/*', ({ req }) => takeUpload(world, req.path, req.raw));
  app.get('/files/:id/:name', ({ req }) => giveFile(world, req.param('id')));

  app.get('/playground/state', ({ req }) => {
    const as = req.query('as') ?? '';
    const viewer = isPlayable(slack, as) ? as : first;
    return stateStream(world, () => snapshotOf(world, delivery, viewer), req.raw.signal);
  });
  app.post('/playground/intents', async (context) => {
    if (!context.req.header('content-type')?.startsWith('application/json')) return context.text('JSON only.', 415);
    const body: unknown = await context.req.json().catch(() => null);
    if (!isObject(body) || typeof body.as !== 'string' || !isObject(body.intent)) {
      return context.json({ ok: false, error: 'An intent is {as, intent}.' }, 400);
    }
    try {
      return context.json(await perform(slack, body.as, body.intent as unknown as Intent));
    } catch {
      return context.json({ ok: false, error: 'This intent cannot be read.' }, 400);
    }
  });

  app.get('/', () => pageFile('index.html'));
  app.get('/page/*', ({ req }) => pageFile(req.path.slice('/page/'.length)));
  app.get('/vendor/:name', ({ req }) => libraryFile(req.param('name')));
  app.get('/favicon.ico', () => new Response(null, { status: 204 }));
  return app;
}

const isPlayable = ({ world }: Slack, userId: string): boolean => {
  const person = world.people.get(userId);
  return person !== undefined && !person.deleted && person.kind !== 'bot';
};
