import { blocksOf } from './blocks.ts';
import { MOST_OPTIONS, menuOption, optionGroups } from './options.ts';
import { either, type Json, list, object, problem, type Rule, string } from './rule.ts';
import { view as viewRule } from './view.ts';

/** What Slack would refuse in a view: modal or Home, by its `type`. In Slack's words; empty when it would be shown. */
export const problemsOfView = (view: unknown): string[] => judged(viewRule, view, '/view');

/** What Slack would refuse in a message, and what our manners forbid. */
export const problemsOfMessage = (message: { text?: unknown; blocks?: unknown }): string[] =>
  judged(messageRule, { text: message.text, blocks: message.blocks }, '');

/** What Slack would refuse in the answer to a `block_suggestion`. */
export const problemsOfOptions = (answer: unknown): string[] => judged(offers, answer, '');

const LONGEST_MESSAGE = 40_000;

/** Whoever hears a message gets its text alone: that blocks need one is our own rule, and stricter than Slack's. */
function saysSomething({ text, blocks }: Json, at: string): string[] {
  if (text !== undefined && (typeof text !== 'string' || text.trim() !== '')) return [];
  const words = blocks === undefined ? 'no_text' : 'must say in a sentence what the blocks show';
  return [problem(words, `${at}/text`)];
}

const messageRule: Rule = object(
  {},
  { text: string({ max: LONGEST_MESSAGE }), blocks: blocksOf('message') },
  saysSomething,
);

/** Nothing found is an answer too. */
const offers: Rule = object(
  {},
  { options: list(menuOption, { max: MOST_OPTIONS }), option_groups: optionGroups(0) },
  either('options', 'option_groups'),
);

/** A value is judged as it would arrive: what JSON leaves out is not there. */
function judged(rule: Rule, value: unknown, at: string): string[] {
  let sent: unknown;
  try {
    sent = JSON.parse(JSON.stringify(value) ?? 'null');
  } catch {
    return [problem('must provide JSON', at)];
  }
  return rule(sent, at);
}
