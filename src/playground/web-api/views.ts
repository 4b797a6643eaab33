import { problemsOfView } from '../block-kit/validate.ts';
import type { JsonObject } from '../protocol.ts';
import { HOME } from '../world/cast.ts';
import { exchangeTrigger, type Trigger } from '../world/trigger.ts';
import {
  findByExternalId,
  findView,
  openView,
  publishHome,
  pushView,
  replaceBody,
  stackOf,
  viewJson,
} from '../world/view.ts';
import type { World } from '../world/world.ts';
import { type Answer, done, type Method, missing, refuse } from './answer.ts';
import type { Arguments } from './arguments.ts';
import type { Found } from './channel.ts';

const LARGEST = 250_000;

export const VIEWS: Record<string, Method> = {
  'views.open': (world, args) => {
    const asked = modalAndTrigger(world, args);
    if (!asked.ok) return asked.answer;
    const { body, trigger } = asked.value;
    return done({ view: viewJson(world, openView(world, trigger.userId, body)) });
  },

  'views.push': (world, args) => {
    const asked = modalAndTrigger(world, args);
    if (!asked.ok) return asked.answer;
    const { body, trigger } = asked.value;
    // It goes on top of the modal that the person acted in, and of no other.
    const from = stackOf(world, trigger.userId).some((view) => view.id === trigger.viewId);
    if (!from) return refuse('not_found');
    const view = pushView(world, trigger.userId, body);
    return view ? done({ view: viewJson(world, view) }) : refuse('push_limit_reached');
  },

  'views.update': (world, args) => {
    const viewId = args.text('view_id');
    const externalId = args.text('external_id');
    if (!viewId && !externalId) return missing('view_id');
    const view = viewId ? findView(world, viewId) : findByExternalId(world, externalId ?? '');
    const body = bodyOf(world, args, view?.body.type === 'home' ? 'home' : 'modal', view?.id);
    if (!body.ok) return body.answer;
    if (!view) return refuse('not_found');
    const hash = args.text('hash');
    if (hash && hash !== view.hash) return refuse('hash_conflict');
    replaceBody(world, view, body.value);
    return done({ view: viewJson(world, view) });
  },

  'views.publish': (world, args) => {
    const userId = args.text('user_id');
    if (!userId) return missing('user_id');
    const person = world.people.get(userId);
    if (!world.manifest.homeTab) return refuse('not_enabled');
    const before = world.homes.get(userId);
    const body = bodyOf(world, args, 'home', before?.id);
    if (!body.ok) return body.answer;
    if (!person || person.deleted || person.teamId !== HOME.id) return refuse('user_not_found');
    const hash = args.text('hash');
    if (hash && before && hash !== before.hash) return refuse('hash_conflict');
    return done({ view: viewJson(world, publishHome(world, userId, body.value)) });
  },
};

function modalAndTrigger(world: World, args: Arguments): Found<{ body: JsonObject; trigger: Trigger }> {
  const triggerId = args.text('trigger_id') ?? args.text('interactivity_pointer');
  if (!triggerId) return { ok: false, answer: missing('trigger_id') };
  const body = bodyOf(world, args, 'modal');
  if (!body.ok) return body;
  const exchanged = exchangeTrigger(world, triggerId);
  if (!exchanged.ok) return { ok: false, answer: refuse(exchanged.error) };
  return { ok: true, value: { body: body.value, trigger: exchanged.trigger } };
}

function bodyOf(world: World, args: Arguments, type: 'modal' | 'home', own?: string): Found<JsonObject> {
  const view = args.object('view');
  if (!view) return { ok: false, answer: missing('view') };
  const refused = refusalOfView(view, type);
  if (refused) return { ok: false, answer: refused };
  const externalId = view.external_id;
  const taken = typeof externalId === 'string' && externalId !== '' && findByExternalId(world, externalId);
  if (taken && taken.id !== own) return { ok: false, answer: refuse('duplicate_external_id') };
  return { ok: true, value: view };
}

/** What Slack answers to a view that it will not show; null if it will. */
export function refusalOfView(view: JsonObject, type: 'modal' | 'home'): Answer | null {
  if (Buffer.byteLength(JSON.stringify(view)) > LARGEST) return refuse('view_too_large');
  if (view.type !== type) {
    return refuse('invalid_arguments', [`[ERROR] must be a view of type ${type} [json-pointer:/view/type]`]);
  }
  const problems = problemsOfView(view);
  return problems.length > 0 ? refuse('invalid_arguments', problems) : null;
}
