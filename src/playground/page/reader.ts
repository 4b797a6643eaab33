import { useEffect, useMemo, useReducer } from 'preact/hooks';
import type { Reader } from './text/date-words.ts';
import { useWorld } from './world.ts';

/** Dates are written for the person whose eyes one sees with, by the playground's own clock. */
export function useReader(): Reader {
  const { snapshot, words } = useWorld();
  return { locale: words.locale, zone: snapshot.me.zone, now: new Date(snapshot.clock.now) };
}

const TICK = 10_000;

/** The same, where the time itself is shown: the clock goes on between two snapshots. */
export function useTickingReader(): Reader {
  const reader = useReader();
  const ahead = useMemo(() => reader.now.getTime() - Date.now(), [reader.now.getTime()]);
  const [, tick] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const timer = setInterval(() => tick(0), TICK);
    return () => clearInterval(timer);
  }, []);
  return { ...reader, now: new Date(Date.now() + ahead) };
}
