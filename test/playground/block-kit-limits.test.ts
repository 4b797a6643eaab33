import { describe, expect, it } from 'vitest';
import { problemsOfMessage, problemsOfOptions, problemsOfView } from '../../src/playground/block-kit/validate.ts';
import * as kit from './block-kit-specimens.ts';

const { actions, button, confirm, divider, field, home, letters, many, modal, mrkdwn, option, plain, section, select } =
  kit;
const { refusal } = kit;

type Limit = [what: string, most: number, made: (count: number) => unknown, place: string];

const words = (count: number) => plain(letters(count));
const page = (count: number) => `https://a.co/${'p'.repeat(count - 'https://a.co/'.length)}`;
const go = (more: kit.Json) => section({ accessory: button(more) });
const sure = (more: kit.Json) => go({ confirm: confirm(more) });
const picture = (more: kit.Json) => ({ type: 'image', alt_text: 'A', image_url: page(30), ...more });
const offer = (option: kit.Json) => field(select({ options: [option] }));
const context = (...elements: unknown[]) => ({ type: 'context', elements });
const group = (label: kit.Json, options: unknown[] = [option()]) => ({ label, options });
const grouped = (option_groups: unknown[]) => field({ type: 'multi_static_select', option_groups });
const numbered = (count: number) => many(count, (place) => option(`${place}`));
const dividers = (count: number) => many(count, () => divider());
const typed = (more: kit.Json) => field({ type: 'plain_text_input', ...more });

const VIEWS: Limit[] = [
  ['a title', 24, (n) => modal([], { title: words(n) }), '/title/text'],
  ['a submit button', 24, (n) => modal([], { submit: words(n) }), '/submit/text'],
  ['a close button', 24, (n) => modal([], { close: words(n) }), '/close/text'],
  ['private metadata', 3000, (n) => modal([], { private_metadata: letters(n) }), '/private_metadata'],
  ['Home’s metadata', 3000, (n) => home([], { private_metadata: letters(n) }), '/private_metadata'],
  ['a callback id', 255, (n) => modal([], { callback_id: letters(n) }), '/callback_id'],
  ['an external id', 255, (n) => home([], { external_id: letters(n) }), '/external_id'],
];

const BLOCKS: Limit[] = [
  ['a block id', 255, (n) => divider({ block_id: letters(n) }), '/block_id'],
  ['an action id', 255, (n) => actions(button({ action_id: letters(n) })), '/elements/0/action_id'],
  ['a header', 150, (n) => ({ type: 'header', text: words(n) }), '/text/text'],
  ['a section', 3000, (n) => section({ text: mrkdwn(letters(n)) }), '/text/text'],
  ['a plain section', 3000, (n) => section({ text: words(n) }), '/text/text'],
  ['a field of a section', 2000, (n) => section({ fields: [mrkdwn(letters(n))] }), '/fields/0/text'],
  ['a context', 3000, (n) => context(words(n)), '/elements/0/text'],
  ['a label', 2000, (n) => field(select(), { label: words(n) }), '/label/text'],
  ['a hint', 2000, (n) => field(select(), { hint: words(n) }), '/hint/text'],
  ['a placeholder', 150, (n) => typed({ placeholder: words(n) }), '/element/placeholder/text'],
  ['an option', 75, (n) => offer({ text: words(n), value: 'v' }), '/element/options/0/text/text'],
  ['an option’s value', 75, (n) => offer({ text: plain(), value: letters(n) }), '/element/options/0/value'],
  ['a description', 75, (n) => offer(option('v', { description: words(n) })), '/element/options/0/description/text'],
  ['a group’s label', 75, (n) => grouped([group(words(n))]), '/element/option_groups/0/label/text'],
  ['a button', 75, (n) => go({ text: words(n) }), '/accessory/text/text'],
  ['a button’s value', 2000, (n) => go({ value: letters(n) }), '/accessory/value'],
  ['a button’s page', 3000, (n) => go({ url: page(n) }), '/accessory/url'],
  ['a button’s spoken label', 75, (n) => go({ accessibility_label: letters(n) }), '/accessory/accessibility_label'],
  ['a question’s title', 100, (n) => sure({ title: words(n) }), '/accessory/confirm/title/text'],
  ['a question', 300, (n) => sure({ text: mrkdwn(letters(n)) }), '/accessory/confirm/text/text'],
  ['a question’s yes', 30, (n) => sure({ confirm: words(n) }), '/accessory/confirm/confirm/text'],
  ['a question’s no', 30, (n) => sure({ deny: words(n) }), '/accessory/confirm/deny/text'],
  ['a picture’s words', 2000, (n) => picture({ alt_text: letters(n) }), '/alt_text'],
  ['a small picture’s words', 2000, (n) => context(picture({ alt_text: letters(n) })), '/elements/0/alt_text'],
  ['a picture’s title', 2000, (n) => picture({ title: words(n) }), '/title/text'],
  ['a picture’s address', 3000, (n) => context(picture({ image_url: page(n) })), '/elements/0/image_url'],
];

const boxes = (type: string) => (count: number) => field({ type, options: numbered(count) });
const pressed = (count: number) => actions(...many(count, (place) => button({ action_id: `${place}` })));

const LISTS: Limit[] = [
  ['fields', 10, (n) => section({ fields: many(n, () => plain()) }), '/fields'],
  ['elements of a context', 10, (n) => context(...many(n, () => plain())), '/elements'],
  ['actions in a row', 25, pressed, '/elements'],
  ['options', 100, boxes('static_select'), '/element/options'],
  ['options for several choices', 100, boxes('multi_static_select'), '/element/options'],
  ['checkboxes', 10, boxes('checkboxes'), '/element/options'],
  ['radio buttons', 10, boxes('radio_buttons'), '/element/options'],
  ['entries', 5, (n) => section({ accessory: { type: 'overflow', options: numbered(n) } }), '/accessory/options'],
  ['groups', 100, (n) => grouped(many(n, () => group(plain()))), '/element/option_groups'],
  ['options of a group', 100, (n) => grouped([group(plain(), numbered(n))]), '/element/option_groups/0/options'],
];

const when = (initial_date_time: number) => field({ type: 'datetimepicker', initial_date_time });

const NUMBERS: Limit[] = [
  ['a shortest length', 3000, (n) => typed({ min_length: n }), '/element/min_length'],
  ['a longest length', 3000, (n) => typed({ max_length: n }), '/element/max_length'],
  ['an instant', 9_999_999_999, when, '/element/initial_date_time'],
];

const short = (most: number) => `must be less than ${most + 1} characters`;
const few = (most: number) => `no more than ${most} items allowed`;
const low = (most: number) => `must be less than ${most + 1}`;

describe('what Slack limits', () => {
  it.each(VIEWS)('%s has up to %i characters', (_, most, made, place) => {
    expect(problemsOfView(made(most))).toEqual([]);
    expect(problemsOfView(made(most + 1))).toEqual([refusal(short(most), `/view${place}`)]);
  });

  it.each([
    ...BLOCKS.map((limit) => [...limit, short] as const),
    ...LISTS.map((limit) => [...limit, few] as const),
    ...NUMBERS.map((limit) => [...limit, low] as const),
  ])('%s: up to %i', (_, most, made, place, said) => {
    expect(problemsOfView(home([made(most)]))).toEqual([]);
    expect(problemsOfView(home([made(most + 1)]))).toEqual([refusal(said(most), `/view/blocks/0${place}`)]);
  });

  it.each([modal, home])('a view has up to 100 blocks', (view) => {
    expect(problemsOfView(view(dividers(100)))).toEqual([]);
    expect(problemsOfView(view(dividers(101)))).toEqual([refusal(few(100), '/view/blocks')]);
  });

  it('a message has up to 50 blocks', () => {
    expect(problemsOfMessage({ text: 'Lines.', blocks: dividers(50) })).toEqual([]);
    expect(problemsOfMessage({ text: 'Lines.', blocks: dividers(51) })).toEqual([refusal(few(50), '/blocks')]);
  });

  it('a message has up to 40,000 characters', () => {
    expect(problemsOfMessage({ text: letters(40_000) })).toEqual([]);
    expect(problemsOfMessage({ text: letters(40_001) })).toEqual([refusal(short(40_000), '/text')]);
  });

  it('a search answers with up to 100 options, or groups', () => {
    const groups = (count: number) => many(count, () => group(plain()));
    expect(problemsOfOptions({ options: numbered(100) })).toEqual([]);
    expect(problemsOfOptions({ options: numbered(101) })).toEqual([refusal(few(100), '/options')]);
    expect(problemsOfOptions({ option_groups: groups(100) })).toEqual([]);
    expect(problemsOfOptions({ option_groups: groups(101) })).toEqual([refusal(few(100), '/option_groups')]);
  });

  it('a view has up to 250 kB, counted in bytes as they are sent', () => {
    const view = (initial_value: string) => home([typed({ initial_value })]);
    const room = 250_000 - Buffer.byteLength(JSON.stringify(view('')));
    const tooLarge = [refusal('view_too_large: must be less than 250001 bytes', '/view')];
    expect(problemsOfView(view('x'.repeat(room)))).toEqual([]);
    expect(problemsOfView(view('x'.repeat(room + 1)))).toEqual(tooLarge);
    expect(problemsOfView(view('é'.repeat(room / 2 + 1)))).toEqual(tooLarge);
  });

  it('a character counts once, however many code units it takes', () => {
    expect(problemsOfView(modal([], { title: plain('🗓'.repeat(24)) }))).toEqual([]);
    expect(problemsOfView(modal([], { title: plain('🗓'.repeat(25)) }))).toEqual([
      refusal(short(24), '/view/title/text'),
    ]);
  });
});
