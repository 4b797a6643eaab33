/** The playground's time: real time, moved forward by whoever plays with it. Milliseconds since 1970. */
export interface Clock {
  now(): number;
  offsetMinutes(): number;
  /** Time in Slack never goes back: what it has stamped stays in order. */
  advance(minutes: number): boolean;
}

export function newClock(real: () => number): Clock {
  let offset = 0;
  return {
    now: () => real() + offset * 60_000,
    offsetMinutes: () => offset,
    advance(minutes) {
      if (!Number.isFinite(minutes) || minutes < 0) return false;
      offset += minutes;
      return true;
    },
  };
}
