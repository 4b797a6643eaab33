import type { Json, JsonObject } from '../protocol.ts';
import { newBlockId } from './id.ts';

/** An element that a person can act on, and the block that it stands in. */
export interface Placed {
  block: JsonObject;
  element: JsonObject;
}

export const objects = (value: Json | undefined): JsonObject[] =>
  Array.isArray(value) ? value.filter((one): one is JsonObject => isObject(one)) : [];

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The blocks as Slack keeps them: every block and every element with an id, every text with its defaults. */
export function keptBlocks(blocks: Json | undefined): JsonObject[] {
  return objects(blocks).map((given) => {
    const block = withDefaults(given) as JsonObject;
    block.block_id ||= newBlockId();
    if (block.type === 'input') {
      block.optional ??= false;
      block.dispatch_action ??= false;
    }
    for (const { element } of placed([block])) element.action_id ||= newBlockId();
    return block;
  });
}

export function keptText(text: Json | undefined): Json {
  return text === undefined ? null : withDefaults(text);
}

/** Options as Slack keeps them. */
export const keptOptions = (options: Json | undefined): JsonObject[] => objects(withDefaults(options ?? []));

function withDefaults(value: Json): Json {
  if (Array.isArray(value)) return value.map(withDefaults);
  if (!isObject(value)) return value;
  const copy = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withDefaults(inner)]),
  ) as JsonObject;
  if (copy.type === 'plain_text' && typeof copy.text === 'string') copy.emoji ??= true;
  if (copy.type === 'mrkdwn' && typeof copy.text === 'string') copy.verbatim ??= false;
  return copy;
}

const NOT_FOR_ACTING = new Set(['image', 'mrkdwn', 'plain_text']);

export function placed(blocks: readonly JsonObject[]): Placed[] {
  return blocks.flatMap((block) => {
    const elements =
      block.type === 'input'
        ? [block.element]
        : block.type === 'section'
          ? [block.accessory]
          : block.type === 'actions'
            ? objects(block.elements)
            : [];
    return elements
      .filter((element): element is JsonObject => isObject(element) && !NOT_FOR_ACTING.has(String(element.type)))
      .map((element) => ({ block, element }));
  });
}

export const findPlaced = (blocks: readonly JsonObject[], blockId: string, actionId: string): Placed | undefined =>
  placed(blocks).find(({ block, element }) => block.block_id === blockId && element.action_id === actionId);
