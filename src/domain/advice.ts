import { looksPersonal } from './address.ts';

/**
 * The addresses of which advice speaks (R10): they read like one person's mailbox or are known to be one, and nobody has
 * passed the advice over. Advice is never a refusal.
 * @param owned addresses that belong to people of the workspace
 * @param passed mailboxes, in lower case, whose advice was passed over
 */
export const adviseOn = (
  addresses: readonly string[],
  { owned, passed }: { owned: ReadonlySet<string>; passed: ReadonlySet<string> },
): string[] =>
  addresses.filter((address) => (looksPersonal(address) || owned.has(address)) && !passed.has(address.toLowerCase()));
