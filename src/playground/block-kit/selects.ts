import { chosenFromOptions, menuOption, menuOptions, optionGroups } from './options.ts';
import {
  either,
  type Fields,
  flag,
  integer,
  type Json,
  list,
  object,
  oneOf,
  problem,
  type Rule,
  string,
  typed,
} from './rule.ts';
import { confirm, id, placeholder } from './texts.ts';

const shared: Fields = { action_id: id, placeholder, confirm, focus_on_load: flag };
const several: Fields = { ...shared, max_selected_items: integer({ min: 1, max: Number.MAX_SAFE_INTEGER }) };

const ids = list(string({ min: 1 }));
const one = string({ min: 1 });

const offers: Fields = { options: menuOptions, option_groups: optionGroups(1) };
const chosen = list(menuOption, { min: 1 });

const searched: Fields = { min_query_length: integer({ min: 0, max: Number.MAX_SAFE_INTEGER }) };

const filter: Rule = object(
  {},
  {
    include: list(oneOf('im', 'mpim', 'private', 'public'), { min: 1 }),
    exclude_external_shared_channels: flag,
    exclude_bot_users: flag,
  },
  (value: Json, at) => (Object.keys(value).length > 0 ? [] : [problem('must provide at least 1 properties', at)]),
);
const conversations: Fields = { default_to_current_conversation: flag, filter };

/** Menus of one choice. */
export const selects: Fields = {
  static_select: typed(
    {},
    { ...shared, ...offers, initial_option: menuOption },
    either('options', 'option_groups'),
    chosenFromOptions,
  ),
  external_select: typed({}, { ...shared, ...searched, initial_option: menuOption }),
  users_select: typed({}, { ...shared, initial_user: one }),
  conversations_select: typed(
    {},
    { ...shared, ...conversations, initial_conversation: one, response_url_enabled: flag },
  ),
  channels_select: typed({}, { ...shared, initial_channel: one, response_url_enabled: flag }),
};

/** Menus of several choices. */
export const multiSelects: Fields = {
  multi_static_select: typed(
    {},
    { ...several, ...offers, initial_options: chosen },
    either('options', 'option_groups'),
    chosenFromOptions,
  ),
  multi_external_select: typed({}, { ...several, ...searched, initial_options: chosen }),
  multi_users_select: typed({}, { ...several, initial_users: ids }),
  multi_conversations_select: typed({}, { ...several, ...conversations, initial_conversations: ids }),
  multi_channels_select: typed({}, { ...several, initial_channels: ids }),
};
