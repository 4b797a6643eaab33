import type { Json, JsonObject } from '../protocol.ts';
import { beginExchange } from '../world/traffic.ts';
import type { World } from '../world/world.ts';
import { type Answer, type Method, RETRY_AFTER, refuse } from './answer.ts';
import { readArguments, readBody } from './arguments.ts';
import { AUTH } from './auth.ts';
import { CHAT } from './chat.ts';
import { CONVERSATIONS } from './conversations.ts';
import { FILES } from './files.ts';
import { USERS } from './users.ts';
import { VIEWS } from './views.ts';

const METHODS: Record<string, Method> = { ...AUTH, ...USERS, ...VIEWS, ...CHAT, ...CONVERSATIONS, ...FILES };

/** Methods for the token of the app, not of its bot. */
export type AppMethods = Record<'apps.connections.open', Method>;

/** Answers one call of the Web API: who calls, with which scopes, and then the method itself. */
export async function answerCall(
  world: World,
  appMethods: AppMethods,
  method: string,
  request: Request,
): Promise<Response> {
  const raw = await readBody(request);
  const { token: inForm, ...args } = raw;
  const exchange = beginExchange(world, 'from-app', method, readable(args));
  const fault = world.faults.take(method);
  if (fault && 'hang' in fault) {
    await new Promise((gone) => request.signal.addEventListener('abort', gone));
    exchange.end('failed', 'no answer');
    return new Response(null, { status: 499 });
  }
  if (fault && 'status' in fault) {
    exchange.end('failed', `HTTP ${fault.status}`);
    return new Response('The service is not available.', { status: fault.status });
  }
  const token = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? inForm;
  const answer = fault ? refuse(fault.error) : run(world, appMethods, method, token, args);
  const { [RETRY_AFTER]: retryAfter, ...body } = answer;
  exchange.end(body.ok ? 'ok' : 'failed', body as JsonObject);
  return Response.json(body, {
    status: retryAfter === undefined ? 200 : 429,
    headers: {
      'x-oauth-scopes': world.manifest.scopes.join(','),
      ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
    },
  });
}

function run(world: World, appMethods: AppMethods, method: string, token: Json | undefined, raw: JsonObject): Answer {
  const { app, manifest } = world;
  const args = readArguments(raw);
  const forApp = (appMethods as Record<string, Method>)[method];
  const forBot = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
  if (!forApp && !forBot) return { ...refuse('unknown_method'), req_method: method };
  if (typeof token !== 'string' || token === '') return refuse('not_authed');
  if (token !== app.botToken && token !== app.appToken) return refuse('invalid_auth');
  if ((token === app.appToken) !== (forApp !== undefined)) return refuse('not_allowed_token_type');
  if (forApp) return forApp(world, args);
  const kind = world.conversations.get(args.text('channel') ?? '')?.kind;
  const unscoped = manifest.refuses(method, raw, kind);
  if (unscoped) return { ok: false, ...unscoped };
  return forBot ? forBot(world, args) : refuse('unknown_method');
}

/** For the inspector: JSON in a form is shown as what it says. */
const readable = (args: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(args).map(([name, value]) => {
      if (typeof value !== 'string' || !/^[[{]/.test(value)) return [name, value];
      try {
        return [name, JSON.parse(value) as Json];
      } catch {
        return [name, value];
      }
    }),
  );
