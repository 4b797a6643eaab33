// npm run audit:verify: walks the audit logs of all accounts and names the first broken row of each.
import { parseArgs } from 'node:util';
import { readDatabaseSetting } from './config.ts';
import { type Broken, type Flaw, verifyAudit } from './store/audit.ts';
import { openForReading } from './store/reading.ts';
import { type Store, StoreError } from './store/store.ts';

const HELP = `npm run audit:verify -- [--expect digest]

  --expect  the digest that an earlier verification has printed; nothing may have been changed since

Ends with 0 if every log is whole, 1 if one is not or the digest is another one, 2 if the logs could not be read.
`;

const WHOLE = 0;
const BROKEN = 1;
const UNREADABLE = 2;

/** What is wrong with the row that is named. */
const FLAWS: Record<Flaw, string> = {
  changed: 'changed: it is not what was written, or not where it was written',
  missing: 'missing: a row is gone',
  'out-of-order': 'out of order: no row belongs there',
  unsealed: 'without a hash',
  cut: 'cut off: this row and all after it are gone',
  beyond: 'not one that the account knows of',
  'head-unlike': 'not the last row that the account remembers',
};

const print = (line: string) => process.stdout.write(`${line}\n`);

function refuse(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(UNREADABLE);
}

function readExpected(): string | null {
  try {
    const { values } = parseArgs({ options: { expect: { type: 'string' }, help: { type: 'boolean' } } });
    if (values.help) {
      process.stdout.write(HELP);
      process.exit(WHOLE);
    }
    const { expect } = values;
    if (expect !== undefined && !/^[0-9a-f]{64}$/i.test(expect))
      throw new Error('--expect takes a digest of 64 digits.');
    return expect?.toLowerCase() ?? null;
  } catch (error) {
    return refuse(`${(error as Error).message}\n\n${HELP}`);
  }
}

const lineOf = ({ accountId, revision, changeId, flaw }: Broken): string =>
  `Broken: account ${accountId}, revision ${revision}${changeId ? `, change ${changeId}` : ''}: ${FLAWS[flaw]}.`;

async function verify(store: Store, expected: string | null): Promise<number> {
  const { accounts, rows, broken, digest } = await verifyAudit(store, { found: (one) => print(lineOf(one)) });
  const logs = `${accounts} ${accounts === 1 ? 'account' : 'accounts'}, ${rows} ${rows === 1 ? 'change' : 'changes'}`;
  print(`${logs}: ${broken === 0 ? 'every audit log is whole.' : `${broken} broken.`}`);
  print(`Digest of all heads: ${digest}`);
  if (expected !== null && expected !== digest) {
    print('This is not the digest that was expected: something was changed since, by whomever.');
    return BROKEN;
  }
  return broken === 0 ? WHOLE : BROKEN;
}

/** Only our own errors are written to be read: a database's may quote what it holds. */
const advice = (error: unknown): string => {
  if (error instanceof StoreError) return error.message;
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  return `The audit log cannot be read (${String(code ?? name)}). Has this version of Callsheet been started on this database once?`;
};

const expected = readExpected();
const setting = readDatabaseSetting(process.env);
if (!setting.ok) refuse(setting.problems.join('\n'));
try {
  const store = await openForReading(setting.databaseUrl);
  process.exitCode = await verify(store, expected).finally(() => store.close());
} catch (error) {
  refuse(advice(error));
}
