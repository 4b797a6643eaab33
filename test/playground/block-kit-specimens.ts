/** Block Kit objects that Slack takes, and the few words that the tests build others with. */
export type Json = Record<string, unknown>;

export const plain = (text = 'Words'): Json => ({ type: 'plain_text', text });
export const mrkdwn = (text = '*Words*'): Json => ({ type: 'mrkdwn', text });
export const letters = (count: number): string => 'é'.repeat(count);
export const many = <T>(count: number, make: (place: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

export const option = (value = 'a', more: Json = {}): Json => ({ text: plain(value), value, ...more });
export const confirm = (more: Json = {}): Json => ({
  ...{ title: plain('Sure?'), text: mrkdwn('It is *final*.'), confirm: plain('Yes'), deny: plain('No') },
  ...more,
});
export const button = (more: Json = {}): Json => ({ type: 'button', text: plain('Press'), ...more });
export const select = (more: Json = {}): Json => ({
  type: 'static_select',
  options: [option('a'), option('b')],
  ...more,
});

export const section = (more: Json = {}): Json => ({ type: 'section', text: mrkdwn(), ...more });
export const beside = (accessory: unknown): Json => section({ accessory });
export const actions = (...elements: unknown[]): Json => ({ type: 'actions', elements });
export const field = (element: unknown, more: Json = {}): Json => ({ type: 'input', label: plain(), element, ...more });
export const divider = (more: Json = {}): Json => ({ type: 'divider', ...more });

export const modal = (blocks: unknown = [], more: Json = {}): Json => ({
  ...{ type: 'modal', title: plain('Title'), submit: plain('Save'), blocks },
  ...more,
});
export const home = (blocks: unknown = [], more: Json = {}): Json => ({ type: 'home', blocks, ...more });

const group = (...values: string[]): Json => ({ label: plain('Group'), options: values.map((value) => option(value)) });
const menu: Json = { action_id: 'menu', placeholder: plain('Choose'), confirm: confirm(), focus_on_load: false };
const menus: Json = { ...menu, max_selected_items: 3 };
const typing: Json = {
  ...{ action_id: 'typed', placeholder: plain('Type'), focus_on_load: false },
  dispatch_action_config: { trigger_actions_on: ['on_enter_pressed', 'on_character_entered'] },
};
const filter: Json = { include: ['im', 'public'], exclude_bot_users: true, exclude_external_shared_channels: true };

/** Each element with everything that it may carry. */
export const ELEMENTS: Record<string, Json> = {
  button: button({
    ...{
      action_id: 'press',
      value: 'v',
      url: 'https://example.com/a?b=c',
      style: 'primary',
      confirm: confirm({ style: 'danger' }),
    },
    accessibility_label: 'Press this one',
  }),
  overflow: {
    ...{ type: 'overflow', action_id: 'more', confirm: confirm() },
    options: [option('a', { description: plain('More') }), option('b', { url: 'https://example.com' })],
  },
  image: { type: 'image', alt_text: 'A week', image_url: 'https://example.com/week.png' },
  checkboxes: {
    ...{ type: 'checkboxes', action_id: 'tick', confirm: confirm(), focus_on_load: false },
    options: [{ ...option('a'), text: mrkdwn('*a*'), description: mrkdwn('_more_') }, option('b')],
    initial_options: [{ value: 'a', text: mrkdwn('*a*'), description: mrkdwn('_more_') }],
  },
  radio_buttons: {
    ...{ type: 'radio_buttons', action_id: 'pick', confirm: confirm(), focus_on_load: false },
    ...{ options: [option('a'), option('b')], initial_option: option('b') },
  },
  datepicker: { ...menu, type: 'datepicker', initial_date: '2028-02-29' },
  timepicker: { ...menu, type: 'timepicker', initial_time: '23:59', timezone: 'America/Sao_Paulo' },
  static_select: { ...menu, ...select({ initial_option: option('b') }) },
  external_select: { ...menu, type: 'external_select', min_query_length: 0, initial_option: option('anything') },
  users_select: { ...menu, type: 'users_select', initial_user: 'U1' },
  conversations_select: {
    ...{ ...menu, type: 'conversations_select', initial_conversation: 'C1', filter },
    ...{ default_to_current_conversation: true, response_url_enabled: true },
  },
  channels_select: { ...menu, type: 'channels_select', initial_channel: 'C1', response_url_enabled: true },
  multi_static_select: {
    ...{ ...menus, type: 'multi_static_select', option_groups: [group('a', 'b'), group('c')] },
    initial_options: [option('c'), option('a')],
  },
  multi_external_select: { ...menus, type: 'multi_external_select', min_query_length: 3, initial_options: [option()] },
  multi_users_select: { ...menus, type: 'multi_users_select', initial_users: ['U1', 'U2'] },
  multi_conversations_select: {
    ...{ ...menus, type: 'multi_conversations_select', initial_conversations: ['C1'], filter },
    default_to_current_conversation: true,
  },
  multi_channels_select: { ...menus, type: 'multi_channels_select', initial_channels: ['C1'] },
  datetimepicker: {
    ...{ type: 'datetimepicker', action_id: 'when', confirm: confirm(), focus_on_load: false },
    initial_date_time: 1_772_452_800,
  },
  plain_text_input: {
    ...{ ...typing, type: 'plain_text_input', multiline: true, initial_value: letters(9000) },
    ...{ min_length: 1, max_length: 3000 },
  },
  email_text_input: { ...typing, type: 'email_text_input', initial_value: 'oncall@example.com' },
  url_text_input: { ...typing, type: 'url_text_input', initial_value: 'https://example.com' },
  number_input: {
    ...{ ...typing, type: 'number_input', is_decimal_allowed: true },
    ...{ initial_value: '-2.5', min_value: '-10', max_value: '9.75' },
  },
};

const ONLY_IN_FORMS = ['plain_text_input', 'email_text_input', 'url_text_input', 'number_input'];
const types = Object.keys(ELEMENTS);

/** Where each element may stand. */
export const PLACES = {
  section: types.filter((type) => !ONLY_IN_FORMS.includes(type) && type !== 'datetimepicker'),
  actions: types.filter((type) => !ONLY_IN_FORMS.includes(type) && type !== 'image'),
  input: types.filter((type) => !['button', 'overflow', 'image'].includes(type)),
  context: ['image'],
};

const bold = { bold: true, italic: true, strike: true, code: true, underline: true };
const PIECES: Json[] = [
  { type: 'text', text: 'Call ', style: bold },
  { type: 'link', url: 'https://example.com', text: 'here', unsafe: false },
  { type: 'user', user_id: 'U1' },
  { type: 'usergroup', usergroup_id: 'S1' },
  { type: 'channel', channel_id: 'C1' },
  { type: 'team', team_id: 'T1' },
  { type: 'broadcast', range: 'here' },
  { type: 'emoji', name: 'wave', unicode: '1f44b' },
  { type: 'color', value: '#1f3a5f' },
  { type: 'date', timestamp: 1_772_452_800, format: '{date}', fallback: 'Monday' },
];

/** Each block with everything that it may carry, and every element in every block that takes it. */
export const BLOCKS: Record<string, Json> = {
  section: section({ block_id: 's', fields: [plain('One'), mrkdwn('_Two_')], expand: true }),
  'section of fields': { type: 'section', fields: [plain()] },
  'text with switches': section({ text: { ...mrkdwn(), verbatim: true }, fields: [{ ...plain(), emoji: false }] }),
  header: { type: 'header', block_id: 'h', text: plain() },
  divider: divider({ block_id: 'd' }),
  context: { type: 'context', block_id: 'c', elements: [plain(), mrkdwn(), ELEMENTS.image] },
  image: { type: 'image', block_id: 'i', alt_text: 'A week', title: plain(), image_url: 'http://example.com/week.png' },
  'image of a file': { type: 'image', alt_text: 'A week', slack_file: { id: 'F1' } },
  input: field(select(), { block_id: 'f', hint: plain(), optional: true, dispatch_action: true }),
  rich_text: {
    ...{ type: 'rich_text', block_id: 'r' },
    elements: [
      { type: 'rich_text_section', elements: PIECES },
      { type: 'rich_text_quote', elements: PIECES, border: 1 },
      { type: 'rich_text_preformatted', elements: PIECES.slice(0, 2), border: 0 },
      {
        ...{ type: 'rich_text_list', style: 'ordered', indent: 1, offset: 2, border: 0 },
        elements: [{ type: 'rich_text_section', elements: PIECES }],
      },
    ],
  },
  ...Object.fromEntries(PLACES.section.map((type) => [`${type} beside a section`, beside(ELEMENTS[type])])),
  ...Object.fromEntries(PLACES.actions.map((type) => [`${type} in a row of actions`, actions(ELEMENTS[type])])),
  ...Object.fromEntries(PLACES.input.map((type) => [`${type} in a form`, field(ELEMENTS[type])])),
};

/** What a bare element of each type needs. */
export const bare = (type: string): Json => {
  const needed: Json = {
    button: { text: plain() },
    image: { alt_text: 'A', image_url: 'https://example.com/a.png' },
    overflow: { options: [option('a'), option('b')] },
    checkboxes: { options: [option('a'), option('b')] },
    radio_buttons: { options: [option('a'), option('b')] },
    static_select: { options: [option('a'), option('b')] },
    multi_static_select: { options: [option('a'), option('b')] },
    number_input: { is_decimal_allowed: true },
  };
  return { type, ...((needed[type] as Json | undefined) ?? {}) };
};

export const without = (name: string, from: Json): Json =>
  Object.fromEntries(Object.entries(from).filter(([key]) => key !== name));

/** Slack's words for what is wrong. */
export const EMPTY = 'must be more than 0 characters';
export const NO_ITEMS = 'must provide at least 1 items';
export const NOT_ONE = 'must be a valid enum value';
export const STRING = 'must provide a string';
export const ARRAY = 'must provide an array';
export const OBJECT = 'must provide an object';
export const BOOLEAN = 'must be a boolean';
export const INTEGER = 'must provide an integer';
export const URL_WRONG = 'invalid url';
export const missing = (name: string): string => `missing required field: ${name}`;
export const unknown = (name: string): string => `invalid additional property: ${name}`;
export const unsupported = (type: string): string => `unsupported type: ${type}`;
export const refusal = (words: string, place: string): string => `[ERROR] ${words} [json-pointer:${place}]`;
