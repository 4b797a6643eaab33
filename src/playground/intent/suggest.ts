import { problemsOfOptions } from '../block-kit/validate.ts';
import { suggestion } from '../delivery/payload.ts';
import { interact, type Slack } from '../delivery/slack.ts';
import type { Intent, IntentAnswer } from '../protocol.ts';
import { findPlaced, isObject, keptOptions, objects } from '../world/blocks.ts';
import type { Person } from '../world/cast.ts';
import { fieldKey } from '../world/view.ts';
import { no } from './answer.ts';
import { blocksOf, placeOf } from './place.ts';

type Suggest = Extract<Intent, { type: 'suggest' }>;

/** Asks the app for the options of an external select. What it offers may be chosen from then on. */
export async function suggest(slack: Slack, person: Person, intent: Suggest): Promise<IntentAnswer> {
  const { world } = slack;
  const { container, blockId, actionId, query } = intent;
  const place = placeOf(world, person, container);
  if (!place) return no('This is not there any more.');
  const element = findPlaced(blocksOf(place), blockId, actionId)?.element;
  if (!String(element?.type).endsWith('external_select'))
    return no(`There is nothing to search at ${blockId}/${actionId}.`);
  const least = typeof element?.min_query_length === 'number' ? element.min_query_length : 3;
  if (query.length < least) return { ok: true, options: [] };
  const payload = suggestion(world, person, place.kind === 'view' ? { view: place.view } : place, {
    blockId,
    actionId,
    query,
  });
  const outcome = await interact(slack, `block_suggestion ${actionId}`, payload);
  if (outcome.kind !== 'acknowledged' || !isObject(outcome.body) || problemsOfOptions(outcome.body).length > 0) {
    return no('Something went wrong while loading the options. Try again.');
  }
  const options = keptOptions(outcome.body.options);
  const groups = keptOptions(outcome.body.option_groups);
  const { offered } = place.kind === 'view' ? place.view : place.message;
  const key = fieldKey(blockId, actionId);
  offered.set(
    key,
    [...(offered.get(key) ?? []), ...options, ...groups.flatMap((group) => objects(group.options))].slice(-1000),
  );
  return { ok: true, ...(groups.length > 0 ? { optionGroups: groups } : { options }) };
}
