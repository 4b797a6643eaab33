import { expect, it } from 'vitest';
import { problemsOfView } from '../../src/playground/block-kit/validate.ts';
import * as kit from './block-kit-specimens.ts';

const { bare, confirm, ELEMENTS, field, home, mrkdwn, option, PLACES, plain, section, without } = kit;
const { ARRAY, BOOLEAN, EMPTY, INTEGER, missing, NO_ITEMS, NOT_ONE, refusal, STRING, unknown, URL_WRONG } = kit;

type Refused = [what: string, type: string, more: kit.Json, words: string, place: string];

/** Puts an element into the first block that takes it, and says where it is then. */
const inAForm = (type: string) => PLACES.input.includes(type);
const put = (type: string, it: unknown) => home([inAForm(type) ? field(it) : section({ accessory: it })]);
const at = (type: string) => `/view/blocks/0/${inAForm(type) ? 'element' : 'accessory'}`;

const DATE = 'must be a date in the format YYYY-MM-DD';
const TIME = 'must be a time in the format HH:mm';
const NUMBER = 'must be a number in a string';
const confirmed = (more: kit.Json) => ({ confirm: confirm(more) });
const dispatched = (...trigger_actions_on: string[]) => ({ dispatch_action_config: { trigger_actions_on } });
const whole = (more: kit.Json) => ({ is_decimal_allowed: false, ...more });

const BUTTONS: Refused[] = [
  ['a text that is formatted', 'button', { text: mrkdwn() }, NOT_ONE, '/text/type'],
  ['an empty text', 'button', { text: plain('') }, EMPTY, '/text/text'],
  ['a style that there is not', 'button', { style: 'default' }, NOT_ONE, '/style'],
  ['a value that is a number', 'button', { value: 7 }, STRING, '/value'],
  ['an empty spoken label', 'button', { accessibility_label: '' }, EMPTY, '/accessibility_label'],
  ['the address of a mail', 'button', { url: 'mailto:a@b.co' }, URL_WRONG, '/url'],
  ['a script for an address', 'button', { url: 'javascript:alert(1)' }, URL_WRONG, '/url'],
  ['an address without a scheme', 'button', { url: 'example.com' }, URL_WRONG, '/url'],
  ...['title', 'text', 'confirm', 'deny'].map(
    (part): Refused => [
      `a question without its ${part}`,
      'button',
      { confirm: without(part, confirm()) },
      missing(part),
      '/confirm',
    ],
  ),
  ['a question’s title that is formatted', 'button', confirmed({ title: mrkdwn() }), NOT_ONE, '/confirm/title/type'],
  [
    'a question’s yes that is formatted',
    'overflow',
    confirmed({ confirm: mrkdwn() }),
    NOT_ONE,
    '/confirm/confirm/type',
  ],
  ['a question’s no that is empty', 'checkboxes', confirmed({ deny: plain('') }), EMPTY, '/confirm/deny/text'],
  ['an unknown key of a question', 'users_select', confirmed({ icon: 'x' }), unknown('icon'), '/confirm'],
  ['a question’s style that there is not', 'button', confirmed({ style: 'green' }), NOT_ONE, '/confirm/style'],
];

const MENUS: Refused[] = [
  ['a placeholder that is formatted', 'users_select', { placeholder: mrkdwn() }, NOT_ONE, '/placeholder/type'],
  ['an empty placeholder', 'users_select', { placeholder: plain('') }, EMPTY, '/placeholder/text'],
  ['a placeholder where none can be', 'radio_buttons', { placeholder: plain() }, unknown('placeholder'), ''],
  ['a cursor that is a word', 'users_select', { focus_on_load: 'yes' }, BOOLEAN, '/focus_on_load'],
  ['a cursor in a button', 'button', { focus_on_load: true }, unknown('focus_on_load'), ''],
  ['several people at first', 'users_select', { initial_user: ['U1'] }, STRING, '/initial_user'],
  ['a person of an empty name', 'users_select', { initial_user: '' }, EMPTY, '/initial_user'],
  ['people of empty names', 'multi_users_select', { initial_users: [''] }, EMPTY, '/initial_users/0'],
  ['one person for several', 'multi_users_select', { initial_user: 'U1' }, unknown('initial_user'), ''],
  ['people that are no list', 'multi_users_select', { initial_users: 'U1' }, ARRAY, '/initial_users'],
  ['channels that are numbers', 'multi_channels_select', { initial_channels: [1] }, STRING, '/initial_channels/0'],
  [
    'none at the most',
    'multi_users_select',
    { max_selected_items: 0 },
    'must be greater than 0',
    '/max_selected_items',
  ],
  ['a most of a select of one', 'users_select', { max_selected_items: 1 }, unknown('max_selected_items'), ''],
  [
    'a filter that filters nothing',
    'conversations_select',
    { filter: {} },
    'must provide at least 1 properties',
    '/filter',
  ],
  ['a filter of nothing', 'conversations_select', { filter: { include: [] } }, NO_ITEMS, '/filter/include'],
  [
    'a filter for what there is not',
    'conversations_select',
    { filter: { include: ['dm'] } },
    NOT_ONE,
    '/filter/include/0',
  ],
  ['a filter of channels', 'channels_select', { filter: { exclude_bot_users: true } }, unknown('filter'), ''],
  [
    'fewer letters than none',
    'external_select',
    { min_query_length: -1 },
    'must be greater than -1',
    '/min_query_length',
  ],
  ['half a letter', 'external_select', { min_query_length: 0.5 }, INTEGER, '/min_query_length'],
  ['options of its own', 'external_select', { options: [option()] }, unknown('options'), ''],
  ['a search in a list', 'static_select', { min_query_length: 1 }, unknown('min_query_length'), ''],
];

const TIMES: Refused[] = [
  ['a day in words', 'datepicker', { initial_date: 'tomorrow' }, DATE, '/initial_date'],
  ['a day in another order', 'datepicker', { initial_date: '28.02.2026' }, DATE, '/initial_date'],
  ['a day that there is not', 'datepicker', { initial_date: '2026-02-29' }, DATE, '/initial_date'],
  ['a time of one digit', 'timepicker', { initial_time: '9:00' }, TIME, '/initial_time'],
  ['a time with seconds', 'timepicker', { initial_time: '09:00:00' }, TIME, '/initial_time'],
  ['the end of the day', 'timepicker', { initial_time: '24:00' }, TIME, '/initial_time'],
  ['a zone that there is not', 'timepicker', { timezone: 'Mars/Olympus' }, 'must be a time zone', '/timezone'],
  ['an instant in a string', 'datetimepicker', { initial_date_time: '1772452800' }, INTEGER, '/initial_date_time'],
  [
    'nine digits',
    'datetimepicker',
    { initial_date_time: 999_999_999 },
    'must be greater than 999999999',
    '/initial_date_time',
  ],
];

const TYPING: Refused[] = [
  ['a text that is a number', 'plain_text_input', { initial_value: 5 }, STRING, '/initial_value'],
  ['several lines in a word', 'plain_text_input', { multiline: 'yes' }, BOOLEAN, '/multiline'],
  ['several lines of mail', 'email_text_input', { multiline: true }, unknown('multiline'), ''],
  ['none at the most', 'plain_text_input', { max_length: 0 }, 'must be greater than 0', '/max_length'],
  ['less than none at the least', 'plain_text_input', { min_length: -1 }, 'must be greater than -1', '/min_length'],
  [
    'lengths that leave nothing',
    'plain_text_input',
    { min_length: 5, max_length: 4 },
    'must not be greater than `max_length`',
    '/min_length',
  ],
  ['a dispatch on nothing', 'plain_text_input', dispatched(), NO_ITEMS, '/dispatch_action_config/trigger_actions_on'],
  [
    'a dispatch on a blur',
    'url_text_input',
    dispatched('on_blur'),
    NOT_ONE,
    '/dispatch_action_config/trigger_actions_on/0',
  ],
  ['a dispatch of a menu', 'users_select', dispatched('on_enter_pressed'), unknown('dispatch_action_config'), ''],
  ['a number that is none', 'number_input', { initial_value: 'ten' }, NUMBER, '/initial_value'],
  ['a number outside a string', 'number_input', { min_value: 1 }, STRING, '/min_value'],
  ['half a whole number', 'number_input', whole({ max_value: '2.5' }), 'must be a whole number', '/max_value'],
  [
    'numbers that leave nothing',
    'number_input',
    whole({ min_value: '10', max_value: '9' }),
    'must not be greater than `max_value`',
    '/min_value',
  ],
];

const EVERY: Refused[] = Object.entries(ELEMENTS).flatMap(([type, specimen]) => [
  ['an unknown key', type, { ...specimen, size: 'big' }, unknown('size'), ''] satisfies Refused,
  ...('action_id' in specimen
    ? [['an empty action id', type, { ...specimen, action_id: '' }, EMPTY, '/action_id'] satisfies Refused]
    : []),
]);

it.each([...BUTTONS, ...MENUS, ...TIMES, ...TYPING, ...EVERY])('%s is refused in %s', (_, type, more, words, place) => {
  expect(problemsOfView(put(type, more.type ? more : { ...bare(type), ...more }))).toEqual([
    refusal(words, at(type) + place),
  ]);
});

it.each([
  ['button', 'text'],
  ['overflow', 'options'],
  ['checkboxes', 'options'],
  ['radio_buttons', 'options'],
  ['number_input', 'is_decimal_allowed'],
])('%s is refused without its %s', (type, name) => {
  expect(problemsOfView(put(type, without(name, bare(type))))).toEqual([refusal(missing(name), at(type))]);
});
