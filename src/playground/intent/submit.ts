import { closing, submission } from '../delivery/payload.ts';
import { interact, type Slack } from '../delivery/slack.ts';
import type { IntentAnswer, Json, JsonObject, StateValues } from '../protocol.ts';
import { refusalOfView } from '../web-api/views.ts';
import { isObject, objects } from '../world/blocks.ts';
import type { Person } from '../world/cast.ts';
import { clientErrors } from '../world/state-values.ts';
import { closeViews, pushView, replaceBody, stackOf, topOf, type View } from '../world/view.ts';
import { no, OK, TROUBLE } from './answer.ts';
import { enterAt } from './place.ts';

/** Submits the modal on top. What Slack's own client refuses does not reach the app. */
export async function submit(
  slack: Slack,
  person: Person,
  { viewId, values }: { viewId: string; values?: StateValues },
): Promise<IntentAnswer> {
  const { world } = slack;
  const view = topOf(world, person.id);
  if (view?.id !== viewId) return no('This is not there any more.');
  if (view.busy) return no('This is being submitted already.');
  if (view.body.submit === null) return no('This cannot be submitted.');
  const entered = enterAt(world, { kind: 'view', view }, values);
  if (!entered.ok) return no(entered.error);
  view.fault = null;
  view.errors = clientErrors(objects(view.body.blocks), view.values);
  world.changed();
  if (Object.keys(view.errors).length > 0) return OK;

  view.busy = true;
  const outcome = await interact(slack, `view_submission ${view.body.callback_id}`, submission(world, person, view));
  view.busy = false;
  world.changed();
  if (!stackOf(world, person.id).includes(view)) return OK;
  if (outcome.kind !== 'acknowledged' || !answered(slack, person, view, outcome.body)) view.fault = TROUBLE;
  return OK;
}

/** Does what the acknowledgement says; false where Slack could not make sense of it. */
function answered({ world }: Slack, person: Person, view: View, body: Json): boolean {
  if (body === null || body === '') {
    closeViews(world, person.id, [view]);
    return true;
  }
  if (!isObject(body)) return false;
  switch (body.response_action) {
    case 'errors': {
      const errors = fieldErrors(view, body.errors);
      if (!errors) return false;
      view.errors = errors;
      return true;
    }
    case 'update': {
      const next = showable(body.view);
      if (next) replaceBody(world, view, next);
      return next !== null;
    }
    case 'push': {
      const next = showable(body.view);
      return next !== null && pushView(world, person.id, next) !== null;
    }
    case 'clear':
      closeViews(world, person.id, stackOf(world, person.id));
      return true;
    case undefined:
      closeViews(world, person.id, [view]);
      return true;
    default:
      return false;
  }
}

/** Errors stand below input blocks only. */
function fieldErrors(view: View, errors: Json | undefined): Record<string, string> | null {
  const entries = isObject(errors) ? Object.entries(errors) : [];
  const fields = objects(view.body.blocks).filter((block) => block.type === 'input');
  const inPlace = entries.every(
    ([blockId, words]) =>
      typeof words === 'string' && words !== '' && fields.some((block) => block.block_id === blockId),
  );
  return entries.length > 0 && inPlace ? (Object.fromEntries(entries) as Record<string, string>) : null;
}

const showable = (view: Json | undefined): JsonObject | null =>
  isObject(view) && refusalOfView(view, 'modal') === null ? view : null;

/** Closes the modal on top, or all of them. The app hears of those that asked for it. */
export async function close(
  slack: Slack,
  person: Person,
  { viewId, all = false }: { viewId: string; all?: boolean },
): Promise<IntentAnswer> {
  const { world } = slack;
  const stack = stackOf(world, person.id);
  const top = stack.at(-1);
  if (top?.id !== viewId) return no('This is not there any more.');
  const everything = all || top.body.clear_on_close === true;
  const closed = everything ? stack.toReversed() : [top];
  closeViews(world, person.id, closed);
  for (const view of closed) {
    if (view.body.notify_on_close !== true) continue;
    await interact(slack, `view_closed ${view.body.callback_id}`, closing(world, person, view, everything));
  }
  return OK;
}
