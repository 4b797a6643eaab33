import type { Source } from './turn.ts';

/**
 * What still works while the sheet is incomplete: the sheet, its users, support and help (R15). Everything that is about
 * an account and not on this list answers with the required-information modal: what is new is locked until it is put here.
 */
export const OPEN_WHILE_LOCKED: ReadonlySet<string> = new Set([
  'command open',
  'command edit',
  'command hours',
  'command access',
  'command support',
  'command help',
  'shortcut contact.open',
  'action contact.open',
  'action hours.open',
  'action hours.add',
  'action hours.remove',
  'action hours.preset',
  'action hours.copy',
  'action hours.midnight',
  'action draft.discard',
  'action brand.open',
  'action section.ask',
  'submission section.send',
  'action section.withdraw',
  'action brand.mend',
  'action advice.keep',
  'action access.users',
  'submission contact.save',
  'submission hours.save',
  'submission brand.save',
  'submission access.grant',
  'action access.member',
  'submission access.change',
  'action access.revoke',
  'submission access.take',
  'action access.channel',
  'submission access.route',
  'action access.propose',
  'action access.approve',
  'action access.deny',
  'action access.review',
  'submission access.decide',
]);

export const nameOf = ({ kind, id }: Source): string => `${kind} ${id}`;
