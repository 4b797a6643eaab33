import { createHash } from 'node:crypto';
import { BEGINNING, rowHash } from './audit-hash.ts';
import { FIRST, type KeptRow, LAST_REVISION, PAGE, readPage, type Select } from './audit-rows.ts';
import type { Store } from './store.ts';

/** What is wrong with the first row of an account that is not as Callsheet wrote it. */
export type Flaw =
  /** The row, or its place, is not what the hash was made of. */
  | 'changed'
  /** There is no row of this revision. */
  | 'missing'
  /** Two rows claim the same revision, or one that there cannot be. */
  | 'out-of-order'
  /** The row has no hash. */
  | 'unsealed'
  /** Rows of this revision and later are gone: the account has seen them. */
  | 'cut'
  /** The row is not one that the account knows of. */
  | 'beyond'
  /** The last row is whole, and yet the account remembers another one. */
  | 'head-unlike';

export interface Broken {
  accountId: string;
  revision: number;
  /** Null for a row that is not there. */
  changeId: string | null;
  flaw: Flaw;
}

/** Where the log of an account ends, as the account remembers it. */
interface Head {
  accountId: string;
  revision: number;
  hash: string;
}

export interface AuditReport {
  accounts: number;
  rows: number;
  broken: number;
  /** Of all heads: noted elsewhere, it tells a log that was rewritten as a whole from the one that was there. */
  digest: string;
}

/**
 * Walks the whole audit log, a page at a time. Callsheet may go on writing meanwhile: rows are only ever added, so what an
 * account had when it was looked at stays comparable.
 */
export async function verifyAudit(store: Store, { found }: { found: (broken: Broken) => void }): Promise<AuditReport> {
  const report = { accounts: 0, rows: 0, broken: 0 };
  const digest = createHash('sha256');
  const pageOf = (after: string) =>
    store.client.account.findMany({
      where: { id: { gt: after } },
      orderBy: { id: 'asc' },
      select: { id: true },
      take: PAGE,
    });
  for (let page = await pageOf(''); page.length > 0; page = await pageOf(page.at(-1)?.id ?? '')) {
    for (const { id } of page) {
      const walked = await walk(store, id);
      report.accounts += 1;
      report.rows += walked.rows;
      if (walked.broken) {
        report.broken += 1;
        found(walked.broken);
      }
      digest.update(`${id} ${walked.head.revision} ${walked.head.hash}\n`);
    }
  }
  return { ...report, digest: digest.digest('hex') };
}

interface Walked {
  rows: number;
  head: Head;
  broken: Broken | null;
}

async function walk(store: Store, accountId: string): Promise<Walked> {
  let head = await headOf(store, accountId);
  let chain: Chain = { previous: BEGINNING, last: FIRST, rows: 0, flaw: null };
  for (;;) {
    chain = await follow(store, accountId, chain, head.revision);
    const more = await following(store, accountId, chain, LAST_REVISION);
    if (chain.flaw || more.length === 0) break;
    // Rows and head are written together: a row that came meanwhile has brought its head along.
    const now = await headOf(store, accountId);
    if (now.revision === head.revision) {
      chain = { ...chain, flaw: flawOf(more[0] as KeptRow, 'beyond') };
      break;
    }
    head = now;
  }
  const flaw = chain.flaw ?? flawAtEnd(chain, head);
  return { rows: chain.rows, head, broken: flaw && { accountId, ...flaw } };
}

type FoundFlaw = Omit<Broken, 'accountId'>;

/** A chain of rows that are whole, as far as it was followed. */
interface Chain {
  /** Hash of the last row. */
  previous: string;
  last: { revision: number; id: string };
  rows: number;
  flaw: FoundFlaw | null;
}

async function follow(store: Store, accountId: string, from: Chain, upTo: number): Promise<Chain> {
  let chain = from;
  for (;;) {
    const page = await following(store, accountId, chain, upTo);
    for (const kept of page) {
      const flaw = flawBetween(chain, kept);
      // The rest is counted, no longer judged: it hangs on what is broken.
      chain = {
        previous: kept.hash,
        last: { revision: kept.revision, id: kept.id },
        rows: chain.rows + 1,
        flaw: chain.flaw ?? flaw,
      };
    }
    if (page.length < PAGE) return chain;
  }
}

function flawBetween({ previous, last, rows, flaw }: Chain, kept: KeptRow): FoundFlaw | null {
  if (flaw) return flaw;
  const { revision, row, hash } = kept;
  if (rows > 0 && revision <= last.revision) return flawOf(kept, 'out-of-order');
  if (revision < 0) return flawOf(kept, 'out-of-order');
  if (rows > 0 && revision > last.revision + 1) return missing(last.revision + 1);
  if (hash === '') return flawOf(kept, 'unsealed');
  if (row && rowHash(previous, row) === hash) return null;
  // A log may begin later, if it is older than the first version: then its first row stands on nothing, and says so.
  return rows === 0 && revision > 0 ? missing(0) : flawOf(kept, 'changed');
}

function flawAtEnd({ rows, last, previous }: Chain, head: Head): FoundFlaw | null {
  if (rows === 0) return missing(0);
  if (last.revision < head.revision) return { revision: last.revision + 1, changeId: null, flaw: 'cut' };
  return previous === head.hash ? null : { revision: last.revision, changeId: last.id, flaw: 'head-unlike' };
}

const flawOf = ({ revision, id }: KeptRow, flaw: Flaw): FoundFlaw => ({ revision, changeId: id, flaw });

const missing = (revision: number): FoundFlaw => ({ revision, changeId: null, flaw: 'missing' });

async function headOf(store: Store, accountId: string): Promise<Head> {
  const where = { id: accountId };
  const account = await store.client.account.findUnique({ where, select: { revision: true, auditHead: true } });
  return { accountId, revision: account?.revision ?? 0, hash: account?.auditHead ?? '' };
}

function following({ client, provider }: Store, accountId: string, { last }: Chain, upTo: number): Promise<KeptRow[]> {
  const select: Select = (sql, parameters) => client.$queryRawUnsafe(sql, ...parameters);
  return readPage(provider, select, { accountId, after: last, upTo });
}
