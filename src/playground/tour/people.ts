import type { Playground } from '../playground.ts';
import { ANA, BRUNO, GIL, MARCUS, OLIVIA, PRIYA, SOFIA, TOM } from '../world/cast.ts';
import { type Actor, actor, type Print } from './actor.ts';

/** Who is in the story. */
export type People = Record<'olivia' | 'priya' | 'ana' | 'bruno' | 'tom' | 'marcus' | 'gil' | 'sofia', Actor>;

export function peopleOf(playground: Playground, print: Print): People {
  const act = (userId: string, name: string) => actor(playground, print, { userId, name });
  return {
    olivia: act(OLIVIA, 'Olivia'),
    priya: act(PRIYA, 'Priya'),
    ana: act(ANA, 'Ana'),
    bruno: act(BRUNO, 'Bruno'),
    tom: act(TOM, 'Tom'),
    marcus: act(MARCUS, 'Marcus'),
    gil: act(GIL, 'Gil'),
    sofia: act(SOFIA, 'Sofia'),
  };
}

export const user = (userId: string) => ({ type: 'users_select', selected_user: userId });

export const ALIAS = 'help@harvest.example';
/** What nobody but the account's own people may see. */
export const INTERNAL = ['pager', 'plantao', 'escalations', 'merchants'].map((name) => `${name}@harvest.example`);
