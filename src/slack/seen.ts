import type { Account } from '../domain/account.ts';

/** What a person saw when they were offered a button: what they agree to is that, and nothing that came later. */
export interface Seen {
  account: string;
  /** The account's revision then; null if the value does not say it. */
  revision: number | null;
  /** Places in a list of that revision which the button is about. */
  places: readonly number[];
}

export const seenValue = ({ id, revision }: Account, places: readonly number[] = []): string =>
  [id, revision, ...places].join('.');

/** Reads the value back. It came through a client: whatever is not as we wrote it says nothing. */
export function readSeen(value: string | null): Seen {
  const [account = '', ...numbers] = (value ?? '').slice(0, 500).split('.');
  // No account lives to see more revisions than nine digits can count.
  const [revision = null, ...places] = numbers.every((text) => /^\d{1,9}$/.test(text)) ? numbers.map(Number) : [];
  return { account, revision, places };
}
