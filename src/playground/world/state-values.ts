import type { JsonObject, StateValues } from '../protocol.ts';
import { findPlaced, objects, placed } from './blocks.ts';
import { type Choices, enteredCount, enteredText, hasState, initialValue, readValue } from './element.ts';

/** `state.values` as Slack gives it: every element that keeps a value, also where nothing was entered. */
export function initialValues(blocks: readonly JsonObject[]): StateValues {
  return collect(blocks, (_, __, element) => initialValue(element));
}

/** What was typed survives a new content only under the same block and action, in an element of the same type. */
export function survivingValues(blocks: readonly JsonObject[], before: StateValues): StateValues {
  return collect(blocks, (blockId, actionId, element) => {
    const value = before[blockId]?.[actionId];
    return value?.type === element.type && value ? value : initialValue(element);
  });
}

function collect(
  blocks: readonly JsonObject[],
  valueAt: (blockId: string, actionId: string, element: JsonObject) => JsonObject,
): StateValues {
  const values: StateValues = {};
  for (const { block, element } of placed(blocks)) {
    if (!hasState(element)) continue;
    const blockId = String(block.block_id);
    const actionId = String(element.action_id);
    values[blockId] = { ...values[blockId], [actionId]: valueAt(blockId, actionId, element) };
  }
  return values;
}

/** Puts what was entered over what is there. Whatever nobody could have entered there is refused as a whole. */
export function enter(
  blocks: readonly JsonObject[],
  values: StateValues,
  given: StateValues,
  choicesFor: (blockId: string, actionId: string) => Choices,
): { ok: true; values: StateValues } | { ok: false; error: string } {
  const entered: StateValues = structuredClone(values);
  for (const [blockId, actions] of Object.entries(given)) {
    for (const [actionId, value] of Object.entries(actions)) {
      const found = findPlaced(blocks, blockId, actionId);
      if (!found || !hasState(found.element)) return { ok: false, error: `There is no field ${blockId}/${actionId}.` };
      const read = readValue(found.element, value, choicesFor(blockId, actionId));
      if (!read) return { ok: false, error: `This cannot be entered into ${blockId}/${actionId}.` };
      entered[blockId] = { ...entered[blockId], [actionId]: read };
    }
  }
  return { ok: true, values: entered };
}

/** What Slack's own client says before it submits, by block. */
export function clientErrors(blocks: readonly JsonObject[], values: StateValues): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const block of objects(blocks as JsonObject[])) {
    if (block.type !== 'input') continue;
    const blockId = String(block.block_id);
    const element = block.element as JsonObject;
    const value = values[blockId]?.[String(element.action_id)];
    const error = clientError(
      element,
      enteredText(element, value),
      enteredCount(element, value),
      block.optional === true,
    );
    if (error) errors[blockId] = error;
  }
  return errors;
}

function clientError(element: JsonObject, text: string | null, count: number, optional: boolean): string | null {
  if (text === null) return optional ? null : 'Please complete this required field.';
  const { type, min_length, max_length, max_selected_items, min_value, max_value } = element;
  if (typeof min_length === 'number' && text.length < min_length)
    return `Please use at least ${min_length} characters.`;
  if (typeof max_length === 'number' && text.length > max_length) return `Please use at most ${max_length} characters.`;
  if (typeof max_selected_items === 'number' && count > max_selected_items)
    return `Please choose at most ${max_selected_items}.`;
  if (type === 'email_text_input' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text))
    return 'Please enter a valid email address.';
  if (type === 'url_text_input' && !URL.canParse(text)) return 'Please enter a valid URL.';
  if (type === 'number_input') {
    const whole = element.is_decimal_allowed === true ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
    if (!whole.test(text)) return 'Please enter a valid number.';
    if (min_value !== undefined && Number(text) < Number(min_value)) return `Please enter ${min_value} or more.`;
    if (max_value !== undefined && Number(text) > Number(max_value)) return `Please enter ${max_value} or less.`;
  }
  return null;
}
