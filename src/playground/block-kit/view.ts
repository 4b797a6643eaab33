import { blocksOf } from './blocks.ts';
import { byType, type Fields, flag, isObject, type Json, problem, type Rule, string, typed } from './rule.ts';
import { plainText } from './texts.ts';

const LONGEST_ID = 255;
const LARGEST_BYTES = 250_000;

const shared: Fields = {
  callback_id: string({ max: LONGEST_ID }),
  external_id: string({ max: LONGEST_ID }),
  private_metadata: string({ max: 3000 }),
};

const words = plainText(24);

/** What is asked for has to be sent somehow. */
function inputsAreSubmitted(view: Json, at: string): string[] {
  if (Object.hasOwn(view, 'submit') || !Array.isArray(view.blocks)) return [];
  const asking = view.blocks.findIndex((block) => isObject(block) && block.type === 'input');
  if (asking < 0) return [];
  return [problem('must define `submit` to use an `input` block in modals', `${at}/blocks/${asking}/input`)];
}

const kinds = byType({
  modal: typed(
    { title: words, blocks: blocksOf('modal') },
    { ...shared, submit: words, close: words, clear_on_close: flag, notify_on_close: flag },
    inputsAreSubmitted,
  ),
  home: typed({ blocks: blocksOf('home') }, shared),
});

/** A modal or Home; `view_too_large` is the error that Slack gives by this name. */
export const view: Rule = (value, at) => [
  ...(Buffer.byteLength(JSON.stringify(value) ?? '') > LARGEST_BYTES
    ? [problem(`view_too_large: must be less than ${LARGEST_BYTES + 1} bytes`, at)]
    : []),
  ...kinds(value, at),
];
