import { expect, it } from 'vitest';
import { problemsOfMessage, problemsOfOptions, problemsOfView } from '../../src/playground/block-kit/validate.ts';
import * as kit from './block-kit-specimens.ts';

const { BLOCKS, divider, ELEMENTS, field, home, modal, option, plain, section, select } = kit;

const everything = { callback_id: 'c', external_id: 'e', private_metadata: '{}' };

it.each(Object.entries(BLOCKS))('takes %s, with everything it may carry, on every surface', (_, block) => {
  expect(problemsOfView(modal([block]))).toEqual([]);
  expect(problemsOfView(home([block]))).toEqual([]);
  expect(problemsOfMessage({ text: 'A block.', blocks: [block] })).toEqual([]);
});

it.each([
  [
    'with everything a modal may carry',
    modal([], { ...everything, close: plain(), clear_on_close: true, notify_on_close: true }),
  ],
  ['that asks nothing and has no submit button', { type: 'modal', title: plain(), blocks: [divider()] }],
  ['with everything that Home may carry', home([divider()], everything)],
  ['that is an empty Home', home([])],
  ['with empty metadata and callback id', modal([], { private_metadata: '', callback_id: '' })],
  ['that asks in Home, without a submit button', home([field(ELEMENTS.plain_text_input)])],
  [
    'with the same action id in two blocks',
    home([field(select({ action_id: 'v' })), field(select({ action_id: 'v' }))]),
  ],
  ['with what JSON leaves out', modal([section({ accessory: undefined })], { close: undefined })],
])('takes a view %s', (_, view) => {
  expect(problemsOfView(view)).toEqual([]);
});

it('takes a message of text alone, and a file from elsewhere', () => {
  expect(problemsOfMessage({ text: 'Hello.' })).toEqual([]);
  const file = { type: 'file', block_id: 'f', source: 'remote', external_id: 'x' };
  expect(problemsOfMessage({ text: 'A file.', blocks: [file] })).toEqual([]);
});

it('takes suggestions in a list, in groups, and none', () => {
  const options = [option('a', { description: plain() })];
  expect(problemsOfOptions({ options })).toEqual([]);
  expect(problemsOfOptions({ option_groups: [{ label: plain(), options }] })).toEqual([]);
  expect(problemsOfOptions({ options: [] })).toEqual([]);
});
