import type { JsonObject, StateValues } from '../protocol.ts';
import { isObject, objects } from '../world/blocks.ts';
import type { Choices } from '../world/element.ts';
import { fieldKey } from '../world/view.ts';
import type { World } from '../world/world.ts';

/** What could be chosen in a field: what the app offered for it, what is chosen already, and who and what there is. */
export const choicesIn =
  (world: World, values: StateValues, offered: ReadonlyMap<string, JsonObject[]>) =>
  (blockId: string, actionId: string): Choices => {
    const now = values[blockId]?.[actionId];
    const chosen = [
      ...objects(now?.selected_options),
      ...(isObject(now?.selected_option) ? [now.selected_option] : []),
    ];
    return {
      offered: [...(offered.get(fieldKey(blockId, actionId)) ?? []), ...chosen],
      isPerson: (id) => world.people.has(id),
      isConversation: (id) => world.conversations.has(id),
    };
  };
