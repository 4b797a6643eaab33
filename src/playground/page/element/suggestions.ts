import { useEffect, useState } from 'preact/hooks';
import { useSurface } from '../block/surface.ts';
import { type Choice, optionChoices } from './choice.ts';

export type SearchState = 'ready' | 'loading' | 'short' | 'failed';

interface Suggestions {
  found: Choice[];
  state: SearchState;
}

const PAUSE = 200;

/** The options that the app offers for what is typed into an external select. */
export function useSuggestions(
  blockId: string,
  actionId: string,
  query: string,
  least: number,
  asked: boolean,
): Suggestions {
  const surface = useSurface();
  const [suggestions, setSuggestions] = useState<Suggestions>({ found: [], state: 'loading' });
  const short = query.length < least;
  useEffect(() => {
    if (!asked || short) return;
    let current = true;
    setSuggestions(({ found }) => ({ found, state: 'loading' }));
    const timer = setTimeout(
      async () => {
        const answer = await surface.suggest(blockId, actionId, query);
        if (!current) return;
        setSuggestions(
          answer.ok
            ? { found: optionChoices(answer.options, answer.optionGroups), state: 'ready' }
            : { found: [], state: 'failed' },
        );
      },
      query === '' ? 0 : PAUSE,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [asked, short, query, blockId, actionId]);
  return short ? { found: [], state: 'short' } : suggestions;
}
