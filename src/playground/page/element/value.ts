import type { ElementValue, Json, JsonObject } from '../../protocol.ts';

interface ElementLike {
  type: string;
  action_id: string;
}

/** Where each kind of element starts, and under which name Slack reports what it holds. */
const STATE: Record<string, { holds: string; starts: string; empty: Json }> = {
  plain_text_input: { holds: 'value', starts: 'initial_value', empty: null },
  email_text_input: { holds: 'value', starts: 'initial_value', empty: null },
  url_text_input: { holds: 'value', starts: 'initial_value', empty: null },
  number_input: { holds: 'value', starts: 'initial_value', empty: null },
  static_select: { holds: 'selected_option', starts: 'initial_option', empty: null },
  external_select: { holds: 'selected_option', starts: 'initial_option', empty: null },
  radio_buttons: { holds: 'selected_option', starts: 'initial_option', empty: null },
  users_select: { holds: 'selected_user', starts: 'initial_user', empty: null },
  conversations_select: { holds: 'selected_conversation', starts: 'initial_conversation', empty: null },
  channels_select: { holds: 'selected_channel', starts: 'initial_channel', empty: null },
  multi_static_select: { holds: 'selected_options', starts: 'initial_options', empty: [] },
  multi_external_select: { holds: 'selected_options', starts: 'initial_options', empty: [] },
  checkboxes: { holds: 'selected_options', starts: 'initial_options', empty: [] },
  multi_users_select: { holds: 'selected_users', starts: 'initial_users', empty: [] },
  multi_conversations_select: { holds: 'selected_conversations', starts: 'initial_conversations', empty: [] },
  multi_channels_select: { holds: 'selected_channels', starts: 'initial_channels', empty: [] },
  datepicker: { holds: 'selected_date', starts: 'initial_date', empty: null },
  timepicker: { holds: 'selected_time', starts: 'initial_time', empty: null },
  datetimepicker: { holds: 'selected_date_time', starts: 'initial_date_time', empty: null },
};

export const isStateful = (type: string): boolean => type in STATE;

export function initialValue(element: ElementLike): ElementValue {
  const state = STATE[element.type];
  if (!state) return { type: element.type };
  const start = (element as unknown as JsonObject)[state.starts] ?? state.empty;
  return { type: element.type, [state.holds]: start };
}

/** The part that differs from kind to kind, by the name that Slack gives it. */
export const heldBy = (element: ElementLike, value: ElementValue): Json =>
  value[STATE[element.type]?.holds ?? ''] ?? STATE[element.type]?.empty ?? null;

export const holding = (element: ElementLike, held: Json): ElementValue => ({
  type: element.type,
  [STATE[element.type]?.holds ?? 'value']: held,
});

/** Every element of the blocks that has a place in Slack's `state.values`. */
export function* statefulElements(blocks: readonly JsonObject[]): Generator<[string, ElementLike]> {
  for (const block of blocks) {
    const within = [block.element, block.accessory, ...(Array.isArray(block.elements) ? block.elements : [])];
    for (const element of within) {
      if (isElement(element) && isStateful(element.type)) yield [String(block.block_id ?? ''), element];
    }
  }
}

const isElement = (value: unknown): value is ElementLike =>
  typeof value === 'object' && value !== null && 'type' in value && 'action_id' in value;
