import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openStore, type Store } from '../src/store/store.ts';
import { lived, unguard } from './store/audit-life.ts';
import { emptyDatabase } from './store/databases.ts';
import { TEMPLATE } from './store/postgres-setup.ts';

const VERIFY = fileURLToPath(new URL('../src/audit-verify.ts', import.meta.url));

/** As npm run audit:verify does it: with the environment, and nothing else. */
function verify(databaseUrl: string | null, ...options: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = databaseUrl === null ? {} : { DATABASE_URL: databaseUrl };
  const child = spawn(process.execPath, [VERIFY, ...options], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', err: '' };
  child.stdout.on('data', (data) => {
    said.out += data;
  });
  child.stderr.on('data', (data) => {
    said.err += data;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code: code ?? -1, ...said })));
}

const digestIn = (out: string): string => /Digest of all heads: ([0-9a-f]{64})/.exec(out)?.[1] ?? '';

describe.each(['sqlite', 'postgresql'] as const)('npm run audit:verify on %s', (provider) => {
  const withStore = async (work: (store: Store, url: string) => Promise<void>) => {
    const { url, remove } = await emptyDatabase(provider, TEMPLATE);
    const store = await openStore(url);
    await work(store, url).finally(async () => {
      await store.close();
      await remove();
    });
  };

  it('finds every log whole while Callsheet runs, and the digest that it found before', { timeout: 90_000 }, () =>
    withStore(async (store, url) => {
      await lived(store);
      const first = await verify(url);
      expect(first).toMatchObject({ code: 0, err: '' });
      expect(first.out).toContain('1 account, 6 changes: every audit log is whole.');
      expect(await verify(url, '--expect', digestIn(first.out))).toEqual(first);
      await lived(store);
      const second = await verify(url, '--expect', digestIn(first.out));
      expect(second.code).toBe(1);
      expect(second.out).toContain('not the digest that was expected');
    }),
  );

  it('names the first broken row of each account, and no contact', { timeout: 90_000 }, () =>
    withStore(async (store, url) => {
      const [one, other] = [await lived(store), await lived(store)];
      await unguard(store);
      const at = (accountId: string, revision: number) => ({ where: { accountId, revision } });
      const row = await store.client.change.findFirst(at(one.id, 2));
      await store.client.change.updateMany({ ...at(one.id, 2), data: { actorId: 'UEVE' } });
      await store.client.change.deleteMany(at(other.id, 3));
      const { code, out, err } = await verify(url);
      expect([code, err]).toEqual([1, '']);
      expect(out).toContain(`Broken: account ${one.id}, revision 2, change ${row?.id}: changed`);
      expect(out).toContain(`Broken: account ${other.id}, revision 3: missing`);
      expect(out).toContain('2 accounts, 11 changes: 2 broken.');
      expect(out).not.toMatch(/@|UEVE|UANA|Harvest/);
    }),
  );
});

describe('npm run audit:verify', () => {
  it.each([
    ['an option that it does not know', ['--fast'], 'file:./x.sqlite', '--expect'],
    ['a digest that is none', ['--expect', 'abc'], 'file:./x.sqlite', 'takes a digest'],
    ['a database that it does not know', [], 'mysql://root:hush@db/a', 'DATABASE_URL must be'],
    ['a file that is not there', [], 'file:./nowhere/callsheet.sqlite', 'There is no database'],
    ['a server that is not there', [], 'postgres://callsheet:hush@127.0.0.1:1/callsheet', 'cannot be reached'],
  ])('ends with 2 on %s, and says what is the matter', async (_, options, url, said) => {
    const { code, out, err } = await verify(url, ...options);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(said);
    expect(err).not.toContain('hush');
  });
});
