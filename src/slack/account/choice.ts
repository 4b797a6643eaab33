import type { SubCommand } from '../command.ts';

/** What is done with an account once it is known which one is meant. */
export interface Meant {
  command: SubCommand | 'home';
  /** What the command was told, as an id; never words that somebody typed. */
  detail?: string;
}

/** `status.acc1`, `who.refund.acc1`; without an account, what every choice of a block begins with. */
export const writeChoice = ({ command, detail }: Meant, accountId?: string): string =>
  [command, ...(detail ? [detail] : []), ...(accountId ? [accountId] : [])].join('.');

/** Reads a choice that came back through the client; null for what is none. Who may do it is decided elsewhere. */
export function readChoice(value: string | null): { command: string; detail: string | null; accountId: string } | null {
  const [command, ...rest] = (value ?? '').split('.');
  const accountId = rest.pop();
  if (!command || !accountId || rest.length > 1) return null;
  return { command, detail: rest[0] ?? null, accountId };
}
