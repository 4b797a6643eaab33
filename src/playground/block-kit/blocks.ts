import { accessory, action, fromOneSource, input, pictured, small } from './elements.ts';
import { richTextParts } from './rich-text.ts';
import {
  byType,
  type Fields,
  flag,
  isObject,
  type Json,
  list,
  oneOf,
  problem,
  type Rule,
  string,
  typed,
} from './rule.ts';
import { anyText, id, plainText } from './texts.ts';

export type Surface = 'message' | 'modal' | 'home';

const MOST_BLOCKS: Record<Surface, number> = { message: 50, modal: 100, home: 100 };

const named: Fields = { block_id: id };

const section = typed(
  {},
  { ...named, text: anyText(3000), fields: list(anyText(2000), { min: 1, max: 10 }), accessory, expand: flag },
  (block, at) =>
    Object.hasOwn(block, 'text') || Object.hasOwn(block, 'fields') ? [] : [problem('missing required field: text', at)],
);

const actions = typed({ elements: list(action, { min: 1, max: 25 }) }, named, (block, at) =>
  doubles(block.elements, 'action_id', `${at}/elements`),
);

const everywhere: Fields = {
  section,
  actions,
  header: typed({ text: plainText(150) }, named),
  divider: typed({}, named),
  context: typed({ elements: list(small, { min: 1, max: 10 }) }, named),
  image: typed(
    { alt_text: string({ min: 1, max: 2000 }) },
    { ...named, ...pictured, title: plainText(2000) },
    fromOneSource,
  ),
  input: typed(
    { label: plainText(2000), element: input },
    { ...named, hint: plainText(2000), optional: flag, dispatch_action: flag },
  ),
  rich_text: typed({ elements: richTextParts }, named),
};

/** Files from elsewhere can be shared in messages alone. */
const file = typed({ source: oneOf('remote'), external_id: string({ min: 1 }) }, named);

const block: Record<Surface, Rule> = {
  message: byType({ ...everywhere, file }),
  modal: byType(everywhere),
  home: byType(everywhere),
};

export const blocksOf =
  (surface: Surface): Rule =>
  (value, at) => [
    ...list(block[surface], { max: MOST_BLOCKS[surface] })(value, at),
    ...doubles(value, 'block_id', at),
    ...focusedTwice(value, at),
  ];

/** A name stands for one thing: each one that comes again is named. */
function doubles(things: unknown, name: 'block_id' | 'action_id', at: string): string[] {
  if (!Array.isArray(things)) return [];
  const seen = new Set<unknown>();
  return things.flatMap((thing, place) => {
    const given = isObject(thing) ? thing[name] : undefined;
    if (typeof given !== 'string') return [];
    if (seen.has(given)) return [problem(`\`${name}\` "${given}" already exists`, `${at}/${place}/${name}`)];
    seen.add(given);
    return [];
  });
}

/** One element of a surface may ask for the cursor. */
function focusedTwice(blocks: unknown, at: string): string[] {
  if (!Array.isArray(blocks)) return [];
  const focused = blocks
    .flatMap((each, place) => elementsOf(each, `${at}/${place}`))
    .filter(({ element }) => element.focus_on_load === true);
  return focused.slice(1).map(({ at }) => problem('only one element can be focused on load', `${at}/focus_on_load`));
}

function elementsOf(block: unknown, at: string): { element: Json; at: string }[] {
  if (!isObject(block)) return [];
  const row = Array.isArray(block.elements) ? block.elements : [];
  const found = [
    { element: block.accessory, at: `${at}/accessory` },
    { element: block.element, at: `${at}/element` },
    ...row.map((element: unknown, place) => ({ element, at: `${at}/elements/${place}` })),
  ];
  return found.flatMap(({ element, at }) => (isObject(element) ? [{ element, at }] : []));
}
