import { expect, it } from 'vitest';
import { problemsOfView } from '../../src/playground/block-kit/validate.ts';
import * as kit from './block-kit-specimens.ts';

const { field, home, mrkdwn, option, plain, section, without } = kit;
const { EMPTY, missing, NO_ITEMS, NOT_ONE, OBJECT, refusal, unknown, URL_WRONG } = kit;

const NOT_OFFERED = 'must be one of the provided options';
const options = [option('a'), option('b')];
const formatted = { text: mrkdwn('a'), value: 'a' };
const grouped = (more: kit.Json) => ({ option_groups: [{ label: plain(), options, ...more }] });
const chosen = (initial_option: unknown) => ({ options, initial_option });
const ticked = (...initial_options: unknown[]) => ({ options, initial_options });

it.each([
  ['no options', 'static_select', { options: [] }, NO_ITEMS, '/options'],
  ['no options', 'radio_buttons', { options: [] }, NO_ITEMS, '/options'],
  ['no options', 'checkboxes', { options: [] }, NO_ITEMS, '/options'],
  ['neither options nor groups', 'static_select', {}, 'must define `options` or `option_groups`', ''],
  ['neither options nor groups', 'multi_static_select', {}, 'must define `options` or `option_groups`', ''],
  [
    'options and groups at once',
    'static_select',
    { options, ...grouped({}) },
    'must not define both `options` and `option_groups`',
    '',
  ],
  ['groups', 'radio_buttons', { options, ...grouped({}) }, unknown('option_groups'), ''],
  ['no groups', 'static_select', { option_groups: [] }, NO_ITEMS, '/option_groups'],
  ['a group of nothing', 'static_select', grouped({ options: [] }), NO_ITEMS, '/option_groups/0/options'],
  ['a group without a label', 'static_select', { option_groups: [{ options }] }, missing('label'), '/option_groups/0'],
  ['a label that is formatted', 'static_select', grouped({ label: mrkdwn() }), NOT_ONE, '/option_groups/0/label/type'],
  ['an empty label', 'multi_static_select', grouped({ label: plain('') }), EMPTY, '/option_groups/0/label/text'],
  ['an option that is a word', 'static_select', { options: ['a'] }, OBJECT, '/options/0'],
  ['an option without a value', 'static_select', { options: [{ text: plain() }] }, missing('value'), '/options/0'],
  ['an option of empty value', 'static_select', { options: [{ ...option(), value: '' }] }, EMPTY, '/options/0/value'],
  ['an option without a text', 'static_select', { options: [{ value: 'a' }] }, missing('text'), '/options/0'],
  ['an empty option', 'checkboxes', { options: [{ text: plain(''), value: 'a' }] }, EMPTY, '/options/0/text/text'],
  ['an option that is formatted', 'static_select', { options: [formatted] }, NOT_ONE, '/options/0/text/type'],
  ['an option that is formatted', 'multi_static_select', { options: [formatted] }, NOT_ONE, '/options/0/text/type'],
  [
    'a description that is formatted',
    'static_select',
    { options: [option('a', { description: mrkdwn() })] },
    NOT_ONE,
    '/options/0/description/type',
  ],
  ['a page', 'static_select', { options: [option('a', { url: 'https://a.co' })] }, unknown('url'), '/options/0'],
  ['a page', 'checkboxes', { options: [option('a', { url: 'https://a.co' })] }, unknown('url'), '/options/0'],
  ['a choice that is not offered', 'static_select', chosen(option('c')), NOT_OFFERED, '/initial_option'],
  [
    'a choice in other words',
    'static_select',
    chosen({ text: plain('A'), value: 'a' }),
    NOT_OFFERED,
    '/initial_option',
  ],
  [
    'a choice with a description more',
    'static_select',
    chosen(option('a', { description: plain() })),
    NOT_OFFERED,
    '/initial_option',
  ],
  [
    'a choice with a switch more',
    'static_select',
    chosen({ text: { ...plain('a'), emoji: true }, value: 'a' }),
    NOT_OFFERED,
    '/initial_option',
  ],
  [
    'a choice that no group offers',
    'static_select',
    { ...grouped({}), initial_option: option('c') },
    NOT_OFFERED,
    '/initial_option',
  ],
  ['a choice that is not offered', 'radio_buttons', chosen(option('c')), NOT_OFFERED, '/initial_option'],
  ['one choice of two not offered', 'checkboxes', ticked(option('a'), option('c')), NOT_OFFERED, '/initial_options'],
  [
    'one choice of two not offered',
    'multi_static_select',
    ticked(option('c'), option('a')),
    NOT_OFFERED,
    '/initial_options',
  ],
  ['no choices at first', 'multi_static_select', ticked(), NO_ITEMS, '/initial_options'],
  ['no choices at first', 'checkboxes', ticked(), NO_ITEMS, '/initial_options'],
  ['no choices at first', 'multi_external_select', { initial_options: [] }, NO_ITEMS, '/initial_options'],
  ['one choice for several', 'multi_static_select', chosen(option('a')), unknown('initial_option'), ''],
  [
    'a choice without a value',
    'external_select',
    { initial_option: { text: plain() } },
    missing('value'),
    '/initial_option',
  ],
])('%s is refused in %s', (_, type, more, words, place) => {
  expect(problemsOfView(home([field({ type, ...more })]))).toEqual([refusal(words, `/view/blocks/0/element${place}`)]);
});

it.each([
  ['no entries', [], NO_ITEMS, ''],
  ['an entry that is formatted', [formatted], NOT_ONE, '/0/text/type'],
  ['an entry without a value', [without('value', option())], missing('value'), '/0'],
  ['an entry that leads nowhere', [option('a', { url: 'a.co' })], URL_WRONG, '/0/url'],
])('%s is refused in an overflow menu', (_, entries, words, place) => {
  const view = home([section({ accessory: { type: 'overflow', options: entries } })]);
  expect(problemsOfView(view)).toEqual([refusal(words, `/view/blocks/0/accessory/options${place}`)]);
});

it.each([
  ['its keys come in another order', 'static_select', chosen({ value: 'a', text: { text: 'a', type: 'plain_text' } })],
  [
    'it is in the second group',
    'static_select',
    {
      option_groups: [
        { label: plain(), options },
        { label: plain(), options: [option('c')] },
      ],
      initial_option: option('c'),
    },
  ],
  ['nothing is offered before the search', 'external_select', { initial_option: option('anything') }],
])('a choice is taken where %s', (_, type, more) => {
  expect(problemsOfView(home([field({ type, ...more })]))).toEqual([]);
});
