import type { ElementValue, Json, JsonObject } from '../protocol.ts';
import { isObject, objects } from './blocks.ts';

/** How Slack writes what a person put into an element: under which key, and what the app may have put there first. */
interface Shape {
  key: string;
  initial?: string;
  of: 'text' | 'rich' | 'option' | 'user' | 'conversation' | 'channel' | 'date' | 'time' | 'instant' | 'file';
  many?: boolean;
}

const text: Shape = { key: 'value', initial: 'initial_value', of: 'text' };
const option: Shape = { key: 'selected_option', initial: 'initial_option', of: 'option' };
const options: Shape = { key: 'selected_options', initial: 'initial_options', of: 'option', many: true };

const SHAPES: Record<string, Shape> = {
  plain_text_input: text,
  email_text_input: text,
  url_text_input: text,
  number_input: text,
  rich_text_input: { key: 'rich_text_value', initial: 'initial_value', of: 'rich' },
  static_select: option,
  external_select: option,
  radio_buttons: option,
  users_select: { key: 'selected_user', initial: 'initial_user', of: 'user' },
  conversations_select: { key: 'selected_conversation', initial: 'initial_conversation', of: 'conversation' },
  channels_select: { key: 'selected_channel', initial: 'initial_channel', of: 'channel' },
  checkboxes: options,
  multi_static_select: options,
  multi_external_select: options,
  multi_users_select: { key: 'selected_users', initial: 'initial_users', of: 'user', many: true },
  multi_conversations_select: {
    ...{ key: 'selected_conversations', initial: 'initial_conversations', of: 'conversation', many: true },
  },
  multi_channels_select: { key: 'selected_channels', initial: 'initial_channels', of: 'channel', many: true },
  datepicker: { key: 'selected_date', initial: 'initial_date', of: 'date' },
  timepicker: { key: 'selected_time', initial: 'initial_time', of: 'time' },
  datetimepicker: { key: 'selected_date_time', initial: 'initial_date_time', of: 'instant' },
  file_input: { key: 'files', of: 'file', many: true },
};

/** Chosen from, and forgotten at once: no state. */
const OVERFLOW = option;

export const hasState = (element: JsonObject): boolean => String(element.type) in SHAPES;

const shapeOf = (element: JsonObject): Shape | undefined =>
  element.type === 'overflow' ? OVERFLOW : SHAPES[String(element.type)];

export function initialValue(element: JsonObject): ElementValue {
  const shape = shapeOf(element);
  if (!shape) return { type: element.type ?? null };
  const given = shape.initial ? element[shape.initial] : undefined;
  return { type: element.type ?? null, [shape.key]: given ?? (shape.many ? [] : null) };
}

/** What a person could choose: what they were offered, and who and what there is. */
export interface Choices {
  /** Options that the app offered for an external select. */
  offered: readonly JsonObject[];
  isPerson(id: string): boolean;
  isConversation(id: string): boolean;
}

/** What a person entered, in Slack's shape; null if nobody could have entered it, such as an option that is not there. */
export function readValue(element: JsonObject, given: JsonObject, choices: Choices): ElementValue | null {
  const shape = shapeOf(element);
  if (!shape) return {};
  const entered = given[shape.key];
  const type = element.type ?? null;
  if (shape.many) {
    const read = (Array.isArray(entered) ? entered : []).map((one) => readOne(element, shape, one, choices));
    const distinct = new Set(read.map((one) => JSON.stringify(one))).size === read.length;
    return distinct && read.every((one) => one !== null) ? { type, [shape.key]: read } : null;
  }
  if (entered === undefined || entered === null || entered === '') return { type, [shape.key]: null };
  const read = readOne(element, shape, entered, choices);
  return read === null ? null : { type, [shape.key]: read };
}

function readOne(element: JsonObject, shape: Shape, entered: Json, choices: Choices): Json {
  const matches = (pattern: RegExp) => (typeof entered === 'string' && pattern.test(entered) ? entered : null);
  switch (shape.of) {
    case 'text':
      return typeof entered === 'string' ? entered : null;
    case 'date':
      return matches(/^\d{4}-(0[1-9]|1[0-2])-([012]\d|3[01])$/);
    case 'time':
      return matches(/^([01]\d|2[0-3]):[0-5]\d$/);
    case 'instant':
      return Number.isSafeInteger(entered) ? entered : null;
    case 'user':
      return typeof entered === 'string' && choices.isPerson(entered) ? entered : null;
    case 'conversation':
    case 'channel':
      return typeof entered === 'string' && choices.isConversation(entered) ? entered : null;
    case 'rich':
    case 'file':
      return isObject(entered) ? entered : null;
    case 'option': {
      const value = isObject(entered) ? entered.value : entered;
      return optionsOf(element, choices.offered).find((one) => one.value === value) ?? null;
    }
  }
}

const optionsOf = (element: JsonObject, offered: readonly JsonObject[]): JsonObject[] => [
  ...objects(element.options),
  ...objects(element.option_groups).flatMap((group) => objects(group.options)),
  ...(isObject(element.initial_option) ? [element.initial_option] : []),
  ...objects(element.initial_options),
  ...offered,
];

/** The words of an entered value, for the checks that Slack's own client makes; null where nothing was entered. */
export function enteredText(element: JsonObject, value: ElementValue | undefined): string | null {
  const entered = value?.[shapeOf(element)?.key ?? ''];
  if (entered === undefined || entered === null || (Array.isArray(entered) && entered.length === 0)) return null;
  return typeof entered === 'string' ? entered : JSON.stringify(entered);
}

export function enteredCount(element: JsonObject, value: ElementValue | undefined): number {
  const entered = value?.[shapeOf(element)?.key ?? ''];
  return Array.isArray(entered) ? entered.length : 0;
}
