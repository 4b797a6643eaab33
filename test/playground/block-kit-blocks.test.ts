import { describe, expect, it } from 'vitest';
import { problemsOfView } from '../../src/playground/block-kit/validate.ts';
import * as kit from './block-kit-specimens.ts';

const { actions, BLOCKS, bare, button, ELEMENTS, field, home, modal, mrkdwn, PLACES, plain, section, select, without } =
  kit;
const { BOOLEAN, EMPTY, missing, NO_ITEMS, NOT_ONE, refusal, STRING, unknown, unsupported, URL_WRONG } = kit;

const picture = bare('image');
const context = (...elements: unknown[]) => ({ type: 'context', elements });
const rich = (part: kit.Json) => ({ type: 'rich_text', elements: [part] });
const line = (...elements: unknown[]) => rich({ type: 'rich_text_section', elements });
const TYPES = ['section', 'header', 'divider', 'context', 'image', 'input', 'rich_text'];

type Refused = [what: string, block: unknown, words: string, place: string];

const BAD: Refused[] = [
  ['no type', {}, missing('type'), ''],
  ['a type that there is not', { type: 'carrousel' }, unsupported('carrousel'), '/type'],
  ['a type that is a number', { type: 7 }, STRING, '/type'],
  ['being a file in a view', { type: 'file', source: 'remote', external_id: 'x' }, unsupported('file'), '/type'],

  ['a section of nothing', { type: 'section' }, missing('text'), ''],
  ['a section of a button alone', { type: 'section', accessory: button() }, missing('text'), ''],
  ['an empty section', section({ text: mrkdwn('') }), EMPTY, '/text/text'],
  ['a text of no type', section({ text: { text: 'Words' } }), missing('type'), '/text'],
  ['a text of another type', section({ text: { type: 'html', text: 'W' } }), unsupported('html'), '/text/type'],
  ['a text without words', section({ text: { type: 'mrkdwn' } }), missing('text'), '/text'],
  ['a text that is a number', section({ text: { type: 'mrkdwn', text: 5 } }), STRING, '/text/text'],
  ['formatted text with emoji', section({ text: { ...mrkdwn(), emoji: true } }), unknown('emoji'), '/text'],
  ['plain text with verbatim', section({ text: { ...plain(), verbatim: true } }), unknown('verbatim'), '/text'],
  ['an emoji switch that is a word', section({ text: { ...plain(), emoji: 'no' } }), BOOLEAN, '/text/emoji'],
  ['no fields', section({ fields: [] }), NO_ITEMS, '/fields'],
  ['an empty field', section({ fields: [plain(), plain('')] }), EMPTY, '/fields/1/text'],

  ['a header that is formatted', { type: 'header', text: mrkdwn() }, NOT_ONE, '/text/type'],
  ['a header of nothing', { type: 'header' }, missing('text'), ''],
  ['an empty header', { type: 'header', text: plain('') }, EMPTY, '/text/text'],

  ['a context of nothing', context(), NO_ITEMS, '/elements'],
  ['an empty text in a context', context(plain('')), EMPTY, '/elements/0/text'],
  ['a small picture without words', context(without('alt_text', picture)), missing('alt_text'), '/elements/0'],

  ['a row of no actions', actions(), NO_ITEMS, '/elements'],
  ['a row without a list', { type: 'actions' }, missing('elements'), ''],
  [
    'an action id that comes again in a row',
    actions(button({ action_id: 'go' }), button({ action_id: 'go' })),
    '`action_id` "go" already exists',
    '/elements/1/action_id',
  ],

  ['a field without a label', without('label', field(select())), missing('label'), ''],
  ['a field without an element', without('element', field(select())), missing('element'), ''],
  ['a label that is formatted', field(select(), { label: mrkdwn() }), NOT_ONE, '/label/type'],
  ['an empty label', field(select(), { label: plain('') }), EMPTY, '/label/text'],
  ['a hint that is formatted', field(select(), { hint: mrkdwn() }), NOT_ONE, '/hint/type'],
  ['an empty hint', field(select(), { hint: plain('') }), EMPTY, '/hint/text'],
  ['an optional that is a word', field(select(), { optional: 'yes' }), BOOLEAN, '/optional'],
  ['a dispatch that is a word', field(select(), { dispatch_action: 'yes' }), BOOLEAN, '/dispatch_action'],

  ['a picture without words', without('alt_text', picture), missing('alt_text'), ''],
  ['a picture of empty words', { ...picture, alt_text: '' }, EMPTY, '/alt_text'],
  ['a picture from nowhere', without('image_url', picture), 'must define `image_url` or `slack_file`', ''],
  [
    'a picture from two places',
    { ...picture, slack_file: { id: 'F1' } },
    'must not define both `image_url` and `slack_file`',
    '',
  ],
  ['a picture in its own address', { ...picture, image_url: 'data:image/png;base64,AA==' }, URL_WRONG, '/image_url'],
  ['a picture whose title is formatted', { ...picture, title: mrkdwn() }, NOT_ONE, '/title/type'],
  [
    'a file of no name',
    { ...without('image_url', picture), slack_file: {} },
    'must define `id` or `url`',
    '/slack_file',
  ],

  [
    'rich text of an unknown part',
    rich({ type: 'rich_text_table' }),
    unsupported('rich_text_table'),
    '/elements/0/type',
  ],
  ['an unknown piece of rich text', line({ type: 'sound' }), unsupported('sound'), '/elements/0/elements/0/type'],
  ['an empty piece of rich text', line({ type: 'text', text: '' }), EMPTY, '/elements/0/elements/0/text'],
  [
    'a border of two',
    rich({ type: 'rich_text_quote', elements: [], border: 2 }),
    'must be less than 2',
    '/elements/0/border',
  ],
  [
    'an unknown style',
    line({ type: 'text', text: 'a', style: { huge: true } }),
    unknown('huge'),
    '/elements/0/elements/0/style',
  ],
  [
    'an indent to the left',
    rich({ type: 'rich_text_list', style: 'bullet', indent: -1, elements: [] }),
    'must be greater than -1',
    '/elements/0/indent',
  ],
  ['a mention of an empty name', line({ type: 'user', user_id: '' }), EMPTY, '/elements/0/elements/0/user_id'],
  ['a mention of nobody', line({ type: 'user' }), missing('user_id'), '/elements/0/elements/0'],
  ['a list without a style', rich({ type: 'rich_text_list', elements: [] }), missing('style'), '/elements/0'],
  ...TYPES.map(
    (type): Refused => [`an unknown key of ${type}`, { ...BLOCKS[type], colour: 'red' }, unknown('colour'), ''],
  ),
];

it.each(BAD)('a block is refused for %s', (_, block, words, place) => {
  for (const view of [home([block]), modal([block])]) {
    expect(problemsOfView(view)).toEqual([refusal(words, `/view/blocks/0${place}`)]);
  }
});

describe('where elements may stand', () => {
  const everywhere = [
    { place: 'section', at: 'accessory', put: (it: unknown) => section({ accessory: it }) },
    { place: 'actions', at: 'elements/0', put: (it: unknown) => actions(it) },
    { place: 'input', at: 'element', put: (it: unknown) => field(it) },
    { place: 'context', at: 'elements/0', put: (it: unknown) => context(it) },
  ].flatMap(({ place, at, put }) =>
    Object.keys(ELEMENTS).map((type) => ({
      ...{ place, type, at, view: home([put(bare(type))]) },
      allowed: PLACES[place as keyof typeof PLACES].includes(type),
    })),
  );

  it.each(everywhere.filter(({ allowed }) => allowed))('takes $type in $place', ({ view }) => {
    expect(problemsOfView(view)).toEqual([]);
  });

  it.each(everywhere.filter(({ allowed }) => !allowed))('refuses $type in $place', ({ type, at, view }) => {
    expect(problemsOfView(view)).toEqual([refusal(unsupported(type), `/view/blocks/0/${at}/type`)]);
  });
});
