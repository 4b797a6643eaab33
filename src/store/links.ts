import { addressOnSheet, mailboxOf } from '../domain/mailbox.ts';
import { toAccount, WHOLE } from './account-row.ts';
import { hashToken } from './challenge.ts';
import type { Store } from './store.ts';

/** What a link leads to: `used` by whoever was first, `ended` by wrong codes, `expired`, or unknown to us. */
export type LinkState =
  | { kind: 'unknown' }
  | {
      kind: 'open' | 'used' | 'ended' | 'expired';
      account: ReturnType<typeof toAccount>;
      address: string;
      linkHash: string;
    };

/** A link that was replaced by a later one is unknown, and so is one whose address left the sheet. */
export const findLink = (store: Store, { token, now }: { token: string; now: Date }): Promise<LinkState> =>
  linkState(store, { linkHash: hashToken(token), now });

export async function linkState(store: Store, { linkHash, now }: { linkHash: string; now: Date }): Promise<LinkState> {
  const row = await store.client.mailbox.findUnique({ where: { linkHash }, include: { account: { include: WHOLE } } });
  if (!row) return { kind: 'unknown' };
  const account = toAccount(row.account);
  const address = addressOnSheet(account, row.mailbox);
  if (address === null || mailboxOf(address) !== row.mailbox) return { kind: 'unknown' };
  const found = { account, address, linkHash };
  if (row.codeHash === null) return { kind: row.state === 'verified' ? 'used' : 'ended', ...found };
  return { kind: row.expiresAt && row.expiresAt > now ? 'open' : 'expired', ...found };
}
