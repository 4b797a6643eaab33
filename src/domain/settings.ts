import { type Account, type NameProblem, readName } from './account.ts';
import { isIntegrationType, type MerchantRule, merchantChange } from './integration.ts';
import { completeness, isLocked } from './sheet.ts';

export type RenameDecision =
  | { kind: 'accepted'; name: string }
  | { kind: 'refused'; problem: NameProblem | { reason: 'name-taken' } };

/** May the account be called so? @param others names of the workspace's other accounts. */
export function decideRename(text: string, others: readonly string[]): RenameDecision {
  const read = readName(text);
  if (!read.ok) return { kind: 'refused', problem: read.problem };
  const taken = others.some((other) => other.toLowerCase() === read.name.toLowerCase());
  return taken ? { kind: 'refused', problem: { reason: 'name-taken' } } : { kind: 'accepted', name: read.name };
}

export type IntegrationsDecision =
  | { kind: 'refused'; problem: { reason: 'integrations-missing' } }
  | {
      kind: 'accepted';
      integrations: readonly string[];
      /** What it means for the contact for merchant issues; null if nothing. */
      merchant: { from: MerchantRule; to: MerchantRule } | null;
      /** What it means for the account: a sheet in sandbox is locked until the contact is there, a launched one is not (R22). */
      effect: 'nothing' | 'locks' | 'attention' | 'unlocks';
    };

/** An account has at least one integration; a type that we do not know stays as long as it is chosen (R4). */
export function decideIntegrations(account: Account, chosen: readonly string[]): IntegrationsDecision {
  const integrations = [...new Set(chosen)].filter(
    (type) => isIntegrationType(type) || account.integrations.includes(type),
  );
  if (integrations.length === 0) return { kind: 'refused', problem: { reason: 'integrations-missing' } };
  const merchant = merchantChange(account.integrations, integrations);
  return { kind: 'accepted', integrations, merchant, effect: consequence(account, { ...account, integrations }) };
}

function consequence(before: Account, after: Account): Extract<IntegrationsDecision, { kind: 'accepted' }>['effect'] {
  if (isLocked(before) !== isLocked(after)) return isLocked(after) ? 'locks' : 'unlocks';
  const lost = completeness(before).complete && !completeness(after).complete;
  return lost ? 'attention' : 'nothing';
}
