import type { Prisma } from './generated/sqlite/client.ts';

/** Either the client or the transaction that is open. */
export type Transaction = Prisma.TransactionClient;

/**
 * Milliseconds. Slack waits three seconds for the answer to a submission; a database in trouble must fail before, also
 * when a connection had to be waited for.
 */
export const LONGEST_WAIT = 1500;
export const LONGEST_QUERY = 1000;
export const LONGEST_TRANSACTION = 1500;

export const TRANSACTION = { maxWait: LONGEST_WAIT, timeout: LONGEST_TRANSACTION };

/** A row that this one must belong to is not there. */
export const isForeignKeyViolation = (error: unknown): boolean => codeOf(error) === 'P2003';

/** Somebody else was faster with the same key. */
export const isUniqueViolation = (error: unknown): boolean => codeOf(error) === 'P2002';

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code;
