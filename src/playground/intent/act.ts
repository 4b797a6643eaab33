import { messageActions, seconds, viewActions } from '../delivery/payload.ts';
import { interact, type Slack } from '../delivery/slack.ts';
import type { Intent, IntentAnswer, JsonObject, StateValues } from '../protocol.ts';
import { findPlaced } from '../world/blocks.ts';
import type { Person } from '../world/cast.ts';
import { hasState, readValue } from '../world/element.ts';
import { fieldKey } from '../world/view.ts';
import { notify } from '../world/world.ts';
import { actionFault, no, OK, TROUBLE } from './answer.ts';
import { choicesIn } from './choices.ts';
import { blocksOf, enterAt, placeOf } from './place.ts';

type Act = Extract<Intent, { type: 'act' }>;

/** A click or a choice: `block_actions`, with all that was entered around it. */
export async function act(slack: Slack, person: Person, intent: Act): Promise<IntentAnswer> {
  const { world } = slack;
  const { container, blockId, actionId } = intent;
  const place = placeOf(world, person, container);
  if (!place) return no('This is not there any more.');
  const found = findPlaced(blocksOf(place), blockId, actionId);
  if (!found) {
    const former = place.kind === 'view' && place.view.former.has(fieldKey(blockId, actionId));
    // It was on its way when the app took the field away: what else was typed stays.
    return former && enterAt(world, place, intent.values).ok
      ? OK
      : no(`There is nothing to act on at ${blockId}/${actionId}.`);
  }
  const { element, block } = found;
  const stateful = hasState(element);
  const own: StateValues = stateful ? { [blockId]: { [actionId]: intent.value } } : {};
  const entered = enterAt(world, place, merged(intent.values ?? {}, own));
  if (!entered.ok) return no(entered.error);
  const offered = place.kind === 'view' ? place.view.offered : place.message.offered;
  const chosen = stateful
    ? entered.values[blockId]?.[actionId]
    : readValue(element, intent.value, choicesIn(world, entered.values, offered)(blockId, actionId));
  if (!chosen) return no(`This cannot be chosen at ${blockId}/${actionId}.`);
  // A field of a form says nothing before it is submitted, unless the app asked for it.
  if (block.type === 'input' && block.dispatch_action !== true) return OK;

  const action = { ...described(element), block_id: blockId, ...chosen, action_ts: seconds(world) };
  const payload =
    place.kind === 'view'
      ? viewActions(world, person, place.view, action)
      : messageActions(world, person, { ...place, values: entered.values }, action);
  const outcome = await interact(slack, `block_actions ${actionId}`, payload);
  if (outcome.kind === 'acknowledged') return OK;
  if (container.kind === 'modal' && place.kind === 'view') place.view.fault = TROUBLE;
  else notify(world, person.id, actionFault(outcome));
  world.changed();
  return OK;
}

const TOLD = ['text', 'value', 'style', 'url', 'confirm', 'placeholder'];

/** What Slack repeats of the element itself. */
function described(element: JsonObject): JsonObject {
  const kept = Object.entries(element).filter(([name]) => TOLD.includes(name) || name.startsWith('initial_'));
  return { type: element.type ?? null, action_id: element.action_id ?? null, ...Object.fromEntries(kept) };
}

function merged(one: StateValues, other: StateValues): StateValues {
  const both: StateValues = { ...one };
  for (const [blockId, actions] of Object.entries(other)) both[blockId] = { ...both[blockId], ...actions };
  return both;
}
