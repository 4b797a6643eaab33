import type { Reader } from './text/date-words.ts';
import { useWorld } from './world.ts';

/** Dates are written for the person whose eyes one sees with, by the playground's own clock. */
export function useReader(): Reader {
  const { snapshot, words } = useWorld();
  return { locale: words.locale, zone: snapshot.me.zone, now: new Date(snapshot.clock.now) };
}
