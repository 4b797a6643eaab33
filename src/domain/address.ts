import { z } from 'zod';

export const MOST_ADDRESSES = 10;
/** Characters of the whole field; ten of the longest addresses fit. */
export const LONGEST_LIST = 3000;

export type AddressProblem =
  | { reason: 'list-too-long'; limit: number; given: number }
  | { reason: 'hidden-characters' }
  | { reason: 'not-an-address'; text: string }
  | { reason: 'duplicate-address'; text: string }
  | { reason: 'too-many-addresses'; limit: number; given: number };

/** Invisible characters, among them the marks that turn the direction of text: they make one address look like another. */
const HIDDEN = /[\p{Cf}\p{Co}\p{Cs}]|(?![\n\r\t])\p{Cc}/u;
const address = z.email().max(254);

/**
 * Reads what a person typed into an address field: separated by commas, semicolons, spaces or line breaks.
 * An empty text is an empty list. The first problem is named with the words that the person typed.
 */
export function readAddresses(
  text: string,
): { ok: true; addresses: string[] } | { ok: false; problem: AddressProblem } {
  const given = [...text].length;
  if (given > LONGEST_LIST) return { ok: false, problem: { reason: 'list-too-long', limit: LONGEST_LIST, given } };
  if (HIDDEN.test(text)) return { ok: false, problem: { reason: 'hidden-characters' } };
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const addresses: string[] = [];
  const seen = new Set<string>();
  for (const word of words) {
    const bare = word.replace(/^<(?:mailto:)?([^<>|]+)(?:\|[^<>]*)?>$/, '$1').replace(/^mailto:/i, '');
    if (!address.safeParse(bare).success)
      return { ok: false, problem: { reason: 'not-an-address', text: shown(word) } };
    const key = bare.toLowerCase();
    if (seen.has(key)) return { ok: false, problem: { reason: 'duplicate-address', text: bare } };
    seen.add(key);
    addresses.push(normalAddress(bare));
  }
  if (addresses.length > MOST_ADDRESSES) {
    return { ok: false, problem: { reason: 'too-many-addresses', limit: MOST_ADDRESSES, given: addresses.length } };
  }
  return { ok: true, addresses };
}

/** The domain of an address does not know case; the part before it might. */
const normalAddress = (text: string): string => {
  const at = text.lastIndexOf('@');
  return text.slice(0, at) + text.slice(at).toLowerCase();
};

const shown = (word: string): string => (word.length > 60 ? `${word.slice(0, 57)}…` : word);

export const sameAddress = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

/** Reads like first.last: a person's mailbox rather than an alias that pages whoever is on call (R10). */
export function looksPersonal(text: string): boolean {
  const local = text.slice(0, text.lastIndexOf('@')).toLowerCase();
  const [first, last, ...more] = local.split(/[._]/);
  const functional =
    /^(on|24x7|alerts?|api|dev|devops|duty|emergency|eng|help|incidents?|infra|integrations?|it|noc|oncall|ops|pager|partners?|platform|sre|support|suporte|team|tech|plantao|emergencia)$/;
  const word = /^\p{L}{2,}$/u;
  if (!first || !last || more.length > 0) return false;
  return word.test(first) && word.test(last) && !functional.test(first) && !functional.test(last);
}
