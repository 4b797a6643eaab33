import type { Interval } from '../../domain/coverage/interval.ts';

/** What the buttons of a gap and of a cover carry: the account last, so that they work in any message. */

export const gapValue = ({ from, to }: Interval, accountId: string): string => `${from}.${to}.${accountId}`;

export const coverValue = (coverId: string, accountId: string): string => `${coverId}.${accountId}`;

export const accountOfCover = (value: string): string => value.slice(value.lastIndexOf('.') + 1);

/** Reads a gap back. It came through a client: whatever is not as we wrote it is none, and is refused as such. */
export function readGap(value: string | null): Interval {
  const [, from, to] = /^(\d{1,9})\.(\d{1,9})\.[^.]*$/.exec(value ?? '') ?? [];
  return { from: Number(from ?? 0), to: Number(to ?? 0) };
}

export const readCover = (value: string | null): string => (value ?? '').split('.')[0] ?? '';
