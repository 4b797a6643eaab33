import type { InputBlock } from '@slack/types';
import { field } from '../block-kit.ts';

/** The `action_id` of what is kept while it is typed; numbers after it tell apart what was rendered anew. */
export const KEEP = 'draft.keep';
export const DISCARD = 'draft.discard';

export const keepId = (...numbers: readonly number[]): string => [KEEP, ...numbers].join('.');

/** The first number of such an id; null if it has none. */
export function numberOf(actionId: string): number | null {
  const [, number] = /^draft\.keep\.(\d{1,15})(?:\.|$)/.exec(actionId) ?? [];
  return number === undefined ? null : Number(number);
}

/** A field that Slack reports while it is filled in: with each letter of a text, with each choice of anything else (R24). */
export function keptField(...[name, label, element, more]: Parameters<typeof field>): InputBlock {
  const typed = element.type === 'plain_text_input';
  const config = typed && { dispatch_action_config: { trigger_actions_on: ['on_character_entered' as const] } };
  return { ...field(name, label, { ...element, ...config }, more), dispatch_action: true };
}
