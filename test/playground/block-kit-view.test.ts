import { expect, it } from 'vitest';
import { problemsOfMessage, problemsOfOptions, problemsOfView } from '../../src/playground/block-kit/validate.ts';
import * as kit from './block-kit-specimens.ts';

const { modal, home, plain, mrkdwn, divider, field, select, section, actions, option, without } = kit;
const { ARRAY, BOOLEAN, EMPTY, missing, NO_ITEMS, NOT_ONE, OBJECT, refusal, STRING, unknown, unsupported } = kit;

const focused = select({ focus_on_load: true });
const ids = (...blockIds: string[]) => home(blockIds.map((block_id) => divider({ block_id })));

it.each([
  ['nothing', null, OBJECT, ''],
  ['a list', [], OBJECT, ''],
  ['a view of no type', without('type', home()), missing('type'), ''],
  ['a view of a type that there is not', { ...home(), type: 'dialog' }, unsupported('dialog'), '/type'],
  ['a type that every object inherits', { ...home(), type: 'constructor' }, unsupported('constructor'), '/type'],
  ['a type that is a number', { ...home(), type: 1 }, STRING, '/type'],
  ['a modal without a title', without('title', modal()), missing('title'), ''],
  ['a modal without blocks', without('blocks', modal()), missing('blocks'), ''],
  ['Home without blocks', { type: 'home' }, missing('blocks'), ''],
  ['blocks that are no list', home({}), ARRAY, '/blocks'],
  ['a block that is no object', home(['block']), OBJECT, '/blocks/0'],
  ['an unknown key of a modal', modal([], { submit_disabled: true }), unknown('submit_disabled'), ''],
  ['a title of Home', home([], { title: plain() }), unknown('title'), ''],
  ['a submit button of nothing', modal([], { submit: null }), OBJECT, '/submit'],
  ['a title that is formatted', modal([], { title: mrkdwn() }), NOT_ONE, '/title/type'],
  ['a submit button that is formatted', modal([], { submit: mrkdwn() }), NOT_ONE, '/submit/type'],
  ['a title that is a string', modal([], { title: 'Title' }), OBJECT, '/title'],
  ['an empty title', modal([], { title: plain('') }), EMPTY, '/title/text'],
  ['an empty close button', modal([], { close: plain('') }), EMPTY, '/close/text'],
  ['a switch that is a word', modal([], { notify_on_close: 'true' }), BOOLEAN, '/notify_on_close'],
  ['metadata that is no string', modal([], { private_metadata: { id: 1 } }), STRING, '/private_metadata'],
  ['an empty block id', ids(''), EMPTY, '/blocks/0/block_id'],
  ['a block id that is a number', home([divider({ block_id: 7 })]), STRING, '/blocks/0/block_id'],
  ['a block id that comes again', ids('a', 'b', 'a'), '`block_id` "a" already exists', '/blocks/2/block_id'],
  [
    'a modal that asks and has no submit button',
    without('submit', modal([divider(), field(select())])),
    'must define `submit` to use an `input` block in modals',
    '/blocks/1/input',
  ],
  [
    'two elements that want the cursor',
    home([field(focused), divider(), actions(select({ action_id: 'a' }), focused)]),
    'only one element can be focused on load',
    '/blocks/2/elements/1/focus_on_load',
  ],
])('a view is refused for %s', (_, view, words, place) => {
  expect(problemsOfView(view)).toEqual([refusal(words, `/view${place}`)]);
});

it.each([
  ['no text and no blocks', {}, 'no_text', '/text'],
  ['an empty text', { text: '' }, 'no_text', '/text'],
  ['blocks and no text', { blocks: [divider()] }, 'must say in a sentence what the blocks show', '/text'],
  ['a blank text', { text: ' \n', blocks: [divider()] }, 'must say in a sentence what the blocks show', '/text'],
  ['a text that is a number', { text: 5, blocks: [divider()] }, STRING, '/text'],
  ['blocks that are no list', { text: 'A.', blocks: '[]' }, ARRAY, '/blocks'],
  ['a bad block', { text: 'A.', blocks: [section({ text: mrkdwn('') })] }, EMPTY, '/blocks/0/text/text'],
  [
    'a file of Slack',
    { text: 'A.', blocks: [{ type: 'file', source: 'x', external_id: 'x' }] },
    NOT_ONE,
    '/blocks/0/source',
  ],
  [
    'a file of no name',
    { text: 'A.', blocks: [{ type: 'file', source: 'remote' }] },
    missing('external_id'),
    '/blocks/0',
  ],
])('a message is refused for %s', (_, message, words, place) => {
  expect(problemsOfMessage(message)).toEqual([refusal(words, place)]);
});

it.each([
  ['nothing', null, OBJECT, ''],
  ['neither options nor groups', {}, 'must define `options` or `option_groups`', ''],
  ['both', { options: [], option_groups: [] }, 'must not define both `options` and `option_groups`', ''],
  ['options that are no list', { options: {} }, ARRAY, '/options'],
  ['an option without a value', { options: [option(), { text: plain() }] }, missing('value'), '/options/1'],
  ['an option that is formatted', { options: [{ text: mrkdwn(), value: 'a' }] }, NOT_ONE, '/options/0/text/type'],
  ['an unknown key', { options: [], next: 1 }, unknown('next'), ''],
])('suggestions are refused for %s', (_, answer, words, place) => {
  expect(problemsOfOptions(answer)).toEqual([refusal(words, place)]);
});

it('names every problem there is, each in its place', () => {
  const view = modal([section({ text: mrkdwn('') }), actions()], { title: plain('') });
  expect(problemsOfView(view)).toEqual([
    refusal(EMPTY, '/view/title/text'),
    refusal(EMPTY, '/view/blocks/0/text/text'),
    refusal(NO_ITEMS, '/view/blocks/1/elements'),
  ]);
});

it('refuses what cannot be sent as JSON', () => {
  const endless: kit.Json = home();
  endless.blocks = [endless];
  for (const unsendable of [endless, home([divider({ block_id: 1n })])]) {
    expect(problemsOfView(unsendable)).toEqual([refusal('must provide JSON', '/view')]);
  }
});
