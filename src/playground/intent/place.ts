import type { Container, JsonObject, StateValues } from '../protocol.ts';
import { objects } from '../world/blocks.ts';
import type { Person } from '../world/cast.ts';
import type { Conversation } from '../world/conversation.ts';
import { findMessage, type Message } from '../world/message.ts';
import { enter, initialValues } from '../world/state-values.ts';
import { fieldKey, topOf, type View } from '../world/view.ts';
import type { World } from '../world/world.ts';
import { choicesIn } from './choices.ts';

/** Where a person acts: a view or a message that is really before them. */
export type Place = { kind: 'view'; view: View } | { kind: 'message'; channel: Conversation; message: Message };

export function placeOf(world: World, person: Person, container: Container): Place | null {
  switch (container.kind) {
    case 'home': {
      const view = world.homes.get(person.id);
      return view ? { kind: 'view', view } : null;
    }
    case 'modal': {
      // Only what is on top can be reached.
      const view = topOf(world, person.id);
      return view?.id === container.viewId ? { kind: 'view', view } : null;
    }
    case 'message': {
      const channel = world.conversations.get(container.channel);
      if (!channel?.members.has(person.id)) return null;
      const { id } = channel;
      const message = findMessage(world, id, container.ts) ?? findMessage(world, id, container.ts, person.id);
      return message ? { kind: 'message', channel, message } : null;
    }
  }
}

export const blocksOf = (place: Place): JsonObject[] =>
  place.kind === 'view' ? objects(place.view.body.blocks) : place.message.blocks;

type Entered = { ok: true; values: StateValues } | { ok: false; error: string };

/** Takes in what the person entered. A view keeps it; a message does not, and Slack gives it along with the next action. */
export function enterAt(world: World, place: Place, given: StateValues | undefined): Entered {
  const blocks = blocksOf(place);
  if (place.kind === 'message') {
    const values = initialValues(blocks);
    return enter(blocks, values, given ?? {}, choicesIn(world, values, place.message.offered));
  }
  const { view } = place;
  const entered = enter(
    blocks,
    view.values,
    withoutFormer(view, given ?? {}),
    choicesIn(world, view.values, view.offered),
  );
  if (entered.ok && given) {
    view.values = entered.values;
    world.changed();
  }
  return entered;
}

/** What was on its way for a field when the app took the field away is dropped. */
function withoutFormer(view: View, given: StateValues): StateValues {
  const kept: StateValues = {};
  for (const [blockId, actions] of Object.entries(given)) {
    const there = Object.entries(actions).filter(
      ([actionId]) => view.values[blockId]?.[actionId] || !view.former.has(fieldKey(blockId, actionId)),
    );
    if (there.length > 0) kept[blockId] = Object.fromEntries(there);
  }
  return kept;
}
