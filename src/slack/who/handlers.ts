import { isSituation, understand } from '../../domain/situation.ts';
import { planOf } from '../../store/plans.ts';
import type { AccountTurn, Answer } from '../turn.ts';
import { whoMessage } from './answer.ts';

/** Characters of what was typed that are shown again. */
const MOST_SHOWN = 100;

/** Says whom to call, or asks what happened. A third party may ask too: the answer is rendered for their audience. */
export async function sayWho({ deps, account, viewer, now, value }: AccountTurn): Promise<Answer> {
  const words = value ?? '';
  // A choice is named with the account that it is about.
  const [chosen = ''] = words.split('.');
  const understood = isSituation(chosen)
    ? ({ kind: 'clear', situation: chosen, others: [] } as const)
    : understand(words);
  const state =
    understood.kind === 'clear'
      ? { situation: understood.situation, guesses: understood.others, unclear: null }
      : { situation: null, guesses: understood.guesses, unclear: unclear(words) };
  const plan = await planOf(deps.store, { accountId: account.id, now });
  return { kind: 'say', message: whoMessage.render({ account, plan, now, ...state }, viewer) };
}

const unclear = (words: string): string | null =>
  words.trim() === '' ? null : [...words.trim()].slice(0, MOST_SHOWN).join('');
