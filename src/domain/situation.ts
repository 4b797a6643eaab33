import type { Purpose } from './purpose.ts';
import { ABOUT_WHOM, SYNONYMS, UNSAID } from './situation-words.ts';
import { slips, wordsOf } from './spelling.ts';

/** What can have happened to somebody who asks whom to call (X4). */
export const SITUATIONS = [
  'integration-down',
  'api-migration',
  'matching',
  'merchant-order',
  'merchant-removal',
  'escalation',
  'users-told',
  'support-open',
  'alerts',
] as const;

export type Situation = (typeof SITUATIONS)[number];

/** The purposes that answer a situation, the right one first; the others stand in where an account has none of it. */
export const ANSWERED_BY = {
  'integration-down': ['tech-emergency'],
  'api-migration': ['tech-non-emergency'],
  matching: ['tech-non-emergency'],
  'merchant-order': ['ops-merchant', 'ops-platform'],
  'merchant-removal': ['ops-merchant', 'ops-platform'],
  escalation: ['ops-platform'],
  'users-told': ['ops-users'],
  'support-open': ['support-hours'],
  alerts: ['alert', 'tech-emergency'],
} as const satisfies Record<Situation, readonly [Purpose, ...Purpose[]]>;

export type Understood =
  /** The best one, and the others that the words also speak of, best first. */
  | { kind: 'clear'; situation: Situation; others: readonly Situation[] }
  /** Nothing, or several things equally well: best guesses first, none if no word was known. */
  | { kind: 'unclear'; guesses: readonly Situation[] };

export const isSituation = (text: string): text is Situation => SITUATIONS.some((known) => known === text);

/** What somebody means who types what happened, in English or Portuguese, with slips of the finger. */
export function understand(text: string): Understood {
  const typed = wordsOf(text).slice(0, MOST_WORDS);
  const scored = SITUATIONS.map((situation) => ({ situation, score: scoreOf(situation, typed) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score);
  const ranked = scored.map(({ situation }) => situation);
  const [best, next] = scored;
  if (!best) return { kind: 'unclear', guesses: [] };
  // Two situations with the same contact need no question: either answer is right.
  const rivals = scored.filter(({ score }) => score === best.score).map(({ situation }) => ANSWERED_BY[situation][0]);
  if (next && new Set(rivals).size > 1) return { kind: 'unclear', guesses: ranked.slice(0, MOST_GUESSES) };
  return { kind: 'clear', situation: best.situation, others: ranked.slice(1, MOST_GUESSES) };
}

const MOST_WORDS = 40;
const MOST_GUESSES = 3;

/**
 * The synonym that says most counts, and the others decide where situations would be equal. Words together say more than
 * they do alone: "remove a merchant" is more than "remove" and "merchant". A word about whom it is says least.
 */
function scoreOf(situation: Situation, typed: readonly string[]): number {
  let best = 0;
  let echoes = -1;
  for (const words of SYNONYMS[situation]) {
    const exact = words.every((word) => typed.includes(word));
    if (!exact && !words.every((word) => typed.some((given) => same(given, word)))) continue;
    const [first = ''] = words;
    const said = words.length === 1 && ABOUT_WHOM.has(first) ? 1 : words.length * words.length * 2;
    best = Math.max(best, exact ? said : said - 0.5);
    if (exact) echoes += 1;
  }
  return best === 0 ? 0 : best + Math.min(Math.max(echoes, 0), MOST_ECHOES) / (4 * MOST_ECHOES);
}

/** So many further synonyms decide between situations that would be equal otherwise. */
const MOST_ECHOES = 4;

/** The same word, another form of it, or a slip of the finger away; short words may only have two letters swapped. */
function same(typed: string, word: string): boolean {
  if (typed === word) return true;
  if (word.length < 4 || typed.length < 4 || UNSAID.has(typed) || typed[0] !== word[0]) return false;
  if (word.length === 4) return typed.length === 4 && sorted(typed) === sorted(word) && slips(typed, word) === 1;
  if (typed.startsWith(word) && typed.length - word.length <= 3) return true;
  const allowed = word.length <= 7 ? 1 : 2;
  return Math.abs(typed.length - word.length) <= allowed && slips(typed, word) <= allowed;
}

const sorted = (word: string): string => [...word].sort().join('');
