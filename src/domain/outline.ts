import { type Account, expectedAlias } from './account.ts';
import { sameAddress } from './address.ts';
import { type Answered, answeredOf, completeness } from './sheet.ts';
import { wordsOf } from './spelling.ts';

/** As much of an account as a list of hundreds shows: its name and how it stands, without one contact in it. */
export interface Outline extends Answered {
  id: string;
  name: string;
  /** Whether what is shared with users is no longer the default brand's alias (R11). */
  drifted: boolean;
}

export const outlineOf = (account: Account): Outline => ({
  ...answeredOf(account),
  id: account.id,
  name: account.name,
  drifted: hasDrifted(account.sheet['ops-users'][0] ?? null, expectedAlias(account)),
});

export const hasDrifted = (shared: string | null, expected: string | null): boolean =>
  shared !== null && (expected === null || !sameAddress(shared, expected));

const NAMES = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Those that lack most for where they are come first; then those that need attention; then by name. */
export function worstFirst(outlines: readonly Outline[]): Outline[] {
  const ranked = outlines.map((outline) => ({ outline, missing: completeness(outline).missing.length }));
  ranked.sort(
    (one, other) =>
      other.missing - one.missing ||
      Number(other.outline.drifted) - Number(one.outline.drifted) ||
      NAMES.compare(one.outline.name, other.outline.name) ||
      (one.outline.id < other.outline.id ? -1 : 1),
  );
  return ranked.map(({ outline }) => outline);
}

/** The accounts whose name has every word that was typed, whole or begun; those that begin with them first. */
export function searchNames<T extends { name: string }>(accounts: readonly T[], typed: string): T[] {
  const wanted = wordsOf(typed);
  const found = accounts.flatMap((account) => {
    const words = wordsOf(account.name);
    if (!wanted.every((word) => words.some((own) => own.startsWith(word)))) return [];
    return [{ account, begins: words.join(' ').startsWith(wanted.join(' ')) }];
  });
  return [...found.filter(({ begins }) => begins), ...found.filter(({ begins }) => !begins)].map(
    ({ account }) => account,
  );
}

export interface Page<T> {
  items: readonly T[];
  /** From 0. */
  page: number;
  pages: number;
}

/** One page of a list; a page that is not there becomes the last one. */
export function pageOf<T>(list: readonly T[], page: number, size: number): Page<T> {
  const pages = Math.max(1, Math.ceil(list.length / size));
  const shown = Math.min(Math.max(0, page), pages - 1);
  return { items: list.slice(shown * size, (shown + 1) * size), page: shown, pages };
}
