import type { Account } from '../../domain/account.ts';
import { defaultBrand, expectedAlias } from '../../domain/account.ts';
import type { AddressProblem } from '../../domain/address.ts';
import type { Refusal } from '../../domain/edit.ts';
import type { FormPurpose } from '../../domain/merge.ts';
import type { Purpose } from '../../domain/purpose.ts';
import { escapeMrkdwn, type Markup, mention, type Say } from '../../i18n/say.ts';

/** The seven purposes and what can be wrong with an answer, as sentences. */
export const purposeName = (purpose: Purpose, say: Say): string => say(`purpose.${purpose}`);

export const purposeNames = (purposes: readonly Purpose[], say: Say): string =>
  say.list(purposes.map((purpose) => purposeName(purpose, say)));

/** An answer in a sentence: addresses, or people. */
export const answerText = (purpose: FormPurpose, answer: readonly string[], say: Say): Markup => {
  const shown = purpose === 'alert' ? answer.map((userId) => mention(userId).mrkdwn) : answer.map(escapeMrkdwn);
  return { mrkdwn: shown.join(', ') || say.mrkdwn('conflict.nothing') };
};

/** What a purpose is for, with an example (R14); for the shared contact, with the address that this account needs. */
export function purposeHint(purpose: Purpose, say: Say, account: Account | null = null): string {
  if (purpose === 'support-hours') return say('hint.support-hours');
  if (purpose === 'ops-users') {
    const brand = account && defaultBrand(account)?.name;
    const alias = account && expectedAlias(account);
    return brand && alias ? say('hint.ops-users', { brand, alias }) : say('hint.ops-users.any');
  }
  return say(`hint.${purpose}`);
}

export type SaidRefusal = Refusal | AddressProblem | { reason: 'alert-missing' };

/** A refusal in words, for the field that it belongs to. */
export function refusalText(refusal: SaidRefusal, say: Say): string {
  switch (refusal.reason) {
    case 'not-a-member': {
      const name = refusal.name ?? say('problem.somebody');
      return say(`problem.not-a-member.${refusal.standing}`, { name });
    }
    case 'list-too-long':
    case 'too-many-addresses':
      return say(`problem.${refusal.reason}`, { limit: refusal.limit, given: refusal.given });
    case 'not-an-address':
    case 'duplicate-address':
      return say(`problem.${refusal.reason}`, { text: refusal.text });
    case 'not-the-alias':
      return say('problem.not-the-alias', { expected: refusal.expected });
    default:
      return say(`problem.${refusal.reason}`);
  }
}
