import { isDeepStrictEqual } from 'node:util';
import { type Fields, isObject, type Json, list, object, problem, type Rule, string } from './rule.ts';
import { anyText, plainText, webAddress } from './texts.ts';

/** Slack's types say 75, its reference 150: what keeps to the smaller passes under either. */
const LONGEST_VALUE = 75;

const option = (text: Rule, more: Fields = {}): Rule =>
  object({ text, value: string({ min: 1, max: LONGEST_VALUE }) }, { description: text, ...more });

/** What a menu offers. */
export const menuOption = option(plainText(75));
/** What radio buttons and checkboxes offer: they may be formatted. */
export const boxOption = option(anyText(75));
/** What an overflow menu offers: it may lead to a page. */
export const overflowOption = option(plainText(75), { url: webAddress });

export const MOST_OPTIONS = 100;

export const menuOptions: Rule = list(menuOption, { min: 1, max: MOST_OPTIONS });

export const optionGroups = (fewest: number): Rule =>
  list(object({ label: plainText(75), options: list(menuOption, { min: 1, max: MOST_OPTIONS }) }), {
    min: fewest,
    max: MOST_OPTIONS,
  });

/** What is chosen at first is one of the options, equal in every part. */
export function chosenFromOptions(element: Json, at: string): string[] {
  const offered = offeredBy(element);
  const isOffered = (chosen: unknown) => offered.some((each) => isDeepStrictEqual(each, chosen));
  return ['initial_option', 'initial_options'].flatMap((name) => {
    if (!Object.hasOwn(element, name)) return [];
    const chosen = Array.isArray(element[name]) ? element[name] : [element[name]];
    return chosen.every(isOffered) ? [] : [problem('must be one of the provided options', `${at}/${name}`)];
  });
}

function offeredBy(element: Json): unknown[] {
  const groups = Array.isArray(element.option_groups) ? element.option_groups : [];
  const lists = [element.options, ...groups.map((group) => (isObject(group) ? group.options : []))];
  return lists.flatMap((options) => (Array.isArray(options) ? options : []));
}
