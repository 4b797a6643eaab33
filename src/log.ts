import type { Logger, LogLevel } from '@slack/bolt';
import { LEVELS, type Level } from './config.ts';
import { describeFault } from './slack/fault/fault.ts';
import type { Log } from './slack/turn.ts';

/** One JSON object a line. An error is described by name, code and place: its message may quote a contact. */
export function newLog(level: Level, write: (line: string) => void, now = () => new Date()): Log {
  const line =
    (of: Level) =>
    (event: string, facts: Record<string, unknown> = {}) => {
      if (LEVELS.indexOf(of) < LEVELS.indexOf(level)) return;
      const { error, ...others } = facts;
      const head = { at: now().toISOString(), level: of, event };
      const fault = error === undefined ? {} : { error: describeFault(error) };
      write(JSON.stringify({ ...head, ...others, ...fault, ...head }));
    };
  return { info: line('info'), error: line('error') };
}

/**
 * Bolt's own lines say only that something happened, where, and Slack's code for it: whatever else it would print may be
 * a payload. A request that it turns away is worth a line, because a wrong signing secret looks like this and like nothing else.
 */
export function boltLogger(log: Log): Logger {
  const quiet = () => {};
  return {
    debug: quiet,
    info: quiet,
    warn(...said: unknown[]) {
      if (/verify/.test(String(said[0]))) {
        log.error('request.refused', { reason: /stale/.test(String(said[0])) ? 'too old' : 'signature' });
      }
    },
    error(...said: unknown[]) {
      const code = /An API error occurred: ([a-z_]+)/.exec(said.join(' '))?.[1];
      log.error('bolt', { error: said.find((one) => one instanceof Error) ?? Object.assign(new Error(), { code }) });
    },
    getLevel: () => 'error' as LogLevel,
    setLevel: quiet,
    setName: quiet,
  };
}
