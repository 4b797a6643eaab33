import type { Logger, LogLevel } from '@slack/bolt';
import { describeFault } from './slack/fault/fault.ts';
import type { Log } from './slack/turn.ts';

export type Level = 'debug' | 'info' | 'warn' | 'error';

const LEVELS: readonly Level[] = ['debug', 'info', 'warn', 'error'];

/** One JSON object a line. An error is described by name, code and place: its message may quote a contact. */
export function newLog(level: Level, write: (line: string) => void): Log & { level: Level } {
  const line =
    (of: Level) =>
    (event: string, facts: Record<string, unknown> = {}) => {
      if (LEVELS.indexOf(of) < LEVELS.indexOf(level)) return;
      const { error, ...others } = facts;
      const fault = error === undefined ? {} : { error: describeFault(error) };
      write(JSON.stringify({ at: new Date().toISOString(), level: of, event, ...others, ...fault }));
    };
  return { level, info: line('info'), error: line('error') };
}

/** Bolt's own lines say only that something happened: whatever it would print along may be a payload. */
export function boltLogger(log: Log): Logger {
  const quiet = () => {};
  return {
    debug: quiet,
    info: quiet,
    warn: quiet,
    error: (...said: unknown[]) =>
      log.error('bolt', { error: said.find((one) => one instanceof Error) ?? new Error() }),
    getLevel: () => 'error' as LogLevel,
    setLevel: quiet,
    setName: quiet,
  };
}
