import { type Account, type Brand, defaultBrand, expectedAlias, type NameProblem, readName } from './account.ts';
import { type AddressProblem, sameAddress } from './address.ts';
import { decideEdit, type EditDecision } from './edit.ts';
import { readAlias } from './new-account.ts';

export const MOST_BRANDS = 20;

/** What a person answers about a brand. */
export interface BrandAnswers {
  name: string;
  /** Its support alias; blank if it has none yet. */
  alias: string;
}

export type BrandProblem =
  | NameProblem
  | AddressProblem
  | { reason: 'alias-one' }
  | { reason: 'brand-taken' }
  | { reason: 'too-many-brands'; limit: number }
  /** The default brand always has an alias: it is what users are shown (R11). */
  | { reason: 'alias-needed' };

export type BrandProblems = { [answer in keyof BrandAnswers]?: BrandProblem };

export type BrandDecision =
  | { kind: 'accepted'; name: string; supportAlias: string | null }
  | { kind: 'refused'; problems: BrandProblems }
  /** The brand is not one of the account, or not any more. */
  | { kind: 'gone' };

/** Whether the brand that is added next becomes the default one: the first does, for there is always one (R11). */
export const becomesDefault = (account: Account): boolean => defaultBrand(account) === null;

/** May this brand be added? Names are unique in the account, whatever their case. */
export function decideNewBrand(account: Account, answers: BrandAnswers): BrandDecision {
  if (account.brands.length >= MOST_BRANDS) {
    return { kind: 'refused', problems: { name: { reason: 'too-many-brands', limit: MOST_BRANDS } } };
  }
  return decideAnswers(account, null, answers, becomesDefault(account));
}

/** May this brand be called so, and have this alias? */
export function decideBrand(account: Account, brandId: string, answers: BrandAnswers): BrandDecision {
  const brand = account.brands.find(({ id }) => id === brandId);
  if (!brand) return { kind: 'gone' };
  return decideAnswers(account, brand, answers, brand.id === account.defaultBrandId);
}

function decideAnswers(
  account: Account,
  brand: Brand | null,
  answers: BrandAnswers,
  needsAlias: boolean,
): BrandDecision {
  const problems: BrandProblems = {};
  const name = readName(answers.name);
  if (!name.ok) problems.name = name.problem;
  else if (account.brands.some((other) => other.id !== brand?.id && sameName(other.name, name.name))) {
    problems.name = { reason: 'brand-taken' };
  }
  const blank = answers.alias.trim() === '';
  const alias = blank ? null : readAlias(answers.alias);
  if (alias && !alias.ok) problems.alias = alias.problem;
  if (blank && needsAlias) problems.alias = { reason: 'alias-needed' };
  if (!name.ok || Object.keys(problems).length > 0) return { kind: 'refused', problems };
  return { kind: 'accepted', name: name.name, supportAlias: alias?.ok ? alias.alias : null };
}

const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

export type DefaultDecision =
  | { kind: 'accepted' }
  | { kind: 'refused'; reason: 'gone' | 'is-default' | 'alias-needed' };

/** May this brand be the default one? Users are shown its alias, so it needs one. */
export function decideDefault(account: Account, brandId: string): DefaultDecision {
  const brand = account.brands.find(({ id }) => id === brandId);
  if (!brand) return { kind: 'refused', reason: 'gone' };
  if (brand.id === account.defaultBrandId) return { kind: 'refused', reason: 'is-default' };
  return brand.supportAlias === null ? { kind: 'refused', reason: 'alias-needed' } : { kind: 'accepted' };
}

export type RemovalDecision = { kind: 'accepted' } | { kind: 'refused'; reason: 'gone' | 'last' | 'is-default' };

/** May this brand go? An account keeps its last brand, and its default one until another is. */
export function decideRemoval(account: Account, brandId: string): RemovalDecision {
  if (!account.brands.some(({ id }) => id === brandId)) return { kind: 'refused', reason: 'gone' };
  if (account.brands.length === 1) return { kind: 'refused', reason: 'last' };
  return brandId === account.defaultBrandId ? { kind: 'refused', reason: 'is-default' } : { kind: 'accepted' };
}

export type MendDecision =
  | Extract<EditDecision, { kind: 'accepted' }>
  /** The shared contact is the alias: somebody mended it already. */
  | { kind: 'in-order' }
  /** Another alias is expected than the person agreed to. */
  | { kind: 'moved' }
  | { kind: 'no-alias' };

/**
 * Shares the default brand's alias with users, as the person who saw the drift asked for (X5).
 * @param moved whether another alias is expected than the one that the person saw
 */
export function decideMend(account: Account, moved: boolean, now: Date): MendDecision {
  const expected = expectedAlias(account);
  if (expected === null) return { kind: 'no-alias' };
  const shared = account.sheet['ops-users'][0];
  if (shared !== undefined && sameAddress(shared, expected)) return { kind: 'in-order' };
  if (moved) return { kind: 'moved' };
  const decision = decideEdit(account, { 'ops-users': expected }, new Map(), now);
  if (decision.kind === 'refused') throw new Error('the alias of the default brand was refused');
  return decision;
}

/**
 * Lays answers that were begun on an older brand over the brand as it is: what this person left alone stays as others
 * made it, and what both changed to different answers is a conflict (R23).
 */
export function mergeBrand(
  { before, now }: { before: Brand; now: Brand },
  answers: BrandAnswers,
): { kind: 'merged'; answers: BrandAnswers } | { kind: 'conflict' } {
  const one = (mine: string, was: string, is: string): string | null => {
    const typed = mine.trim();
    if (was === is || typed === is) return mine;
    return typed === was ? is : null;
  };
  const name = one(answers.name, before.name, now.name);
  const alias = one(answers.alias, before.supportAlias ?? '', now.supportAlias ?? '');
  return name === null || alias === null ? { kind: 'conflict' } : { kind: 'merged', answers: { name, alias } };
}
