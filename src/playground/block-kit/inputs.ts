import {
  type Fields,
  flag,
  integer,
  type Json,
  list,
  object,
  oneOf,
  problem,
  type Rule,
  string,
  typed,
  written,
} from './rule.ts';
import { id, placeholder } from './texts.ts';

const dispatch: Rule = object(
  {},
  { trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), { min: 1 }) },
);

/** What is typed; the app gets it with the form, or at once where the block dispatches. */
const shared: Fields = { action_id: id, placeholder, focus_on_load: flag, dispatch_action_config: dispatch };

const LONGEST = 3000;

/** Numbers travel as strings. */
const number = written('must be a number in a string', (text) => /^-?\d+(\.\d+)?$/.test(text));
const NUMBERS = ['initial_value', 'min_value', 'max_value'] as const;

const wholeUnlessDecimal = (element: Json, at: string): string[] =>
  element.is_decimal_allowed === false
    ? NUMBERS.filter((name) => String(element[name] ?? '').includes('.')).map((name) =>
        problem('must be a whole number', `${at}/${name}`),
      )
    : [];

const inOrder =
  (least: string, most: string) =>
  (element: Json, at: string): string[] =>
    Number(element[least]) > Number(element[most])
      ? [problem(`must not be greater than \`${most}\``, `${at}/${least}`)]
      : [];

export const inputs: Fields = {
  plain_text_input: typed(
    {},
    {
      ...shared,
      initial_value: string(),
      multiline: flag,
      min_length: integer({ min: 0, max: LONGEST }),
      max_length: integer({ min: 1, max: LONGEST }),
    },
    inOrder('min_length', 'max_length'),
  ),
  email_text_input: typed({}, { ...shared, initial_value: string() }),
  url_text_input: typed({}, { ...shared, initial_value: string() }),
  number_input: typed(
    { is_decimal_allowed: flag },
    { ...shared, initial_value: number, min_value: number, max_value: number },
    wholeUnlessDecimal,
    inOrder('min_value', 'max_value'),
  ),
};
