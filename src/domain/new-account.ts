import { type NameProblem, readName } from './account.ts';
import { type AddressProblem, readAddresses } from './address.ts';
import { isIntegrationType } from './integration.ts';

/** What a person answers to set an account up. */
export interface NewAccount {
  name: string;
  integrations: readonly string[];
  /** Name of the default brand. */
  brand: string;
  /** Its support e-mail alias. */
  alias: string;
}

export type NewAccountProblem =
  | NameProblem
  | AddressProblem
  | { reason: 'integrations-missing' }
  | { reason: 'alias-one' }
  | { reason: 'name-taken' };

export type NewAccountProblems = { [answer in keyof NewAccount]?: NewAccountProblem };

/** Reads the answers; each that will not do has its problem. @param taken names of the workspace's accounts. */
export function readNewAccount(
  answers: NewAccount,
  taken: readonly string[],
): { ok: true; account: NewAccount } | { ok: false; problems: NewAccountProblems } {
  const problems: NewAccountProblems = {};
  const name = readName(answers.name);
  if (!name.ok) problems.name = name.problem;
  else if (taken.some((other) => other.toLowerCase() === name.name.toLowerCase())) {
    problems.name = { reason: 'name-taken' };
  }
  const brand = readName(answers.brand);
  if (!brand.ok) problems.brand = brand.problem;
  const integrations = [...new Set(answers.integrations)].filter(isIntegrationType);
  if (integrations.length === 0) problems.integrations = { reason: 'integrations-missing' };
  const alias = readAlias(answers.alias);
  if (!alias.ok) problems.alias = alias.problem;
  if (!name.ok || !brand.ok || !alias.ok || Object.keys(problems).length > 0) return { ok: false, problems };
  return { ok: true, account: { name: name.name, brand: brand.name, integrations, alias: alias.alias } };
}

/** A support alias is exactly one address. */
export function readAlias(
  text: string,
): { ok: true; alias: string } | { ok: false; problem: AddressProblem | { reason: 'alias-one' } } {
  const read = readAddresses(text);
  if (!read.ok) return read;
  const [alias, ...more] = read.addresses;
  return alias !== undefined && more.length === 0
    ? { ok: true, alias }
    : { ok: false, problem: { reason: 'alias-one' } };
}
