import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { recentChanges } from '../../src/store/changes.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { answer, reread, saved, stored } from './account.ts';
import { emptyDatabase } from './databases.ts';

const HOLDER = fileURLToPath(new URL('./holder.ts', import.meta.url));
const PATIENT = { timeout: 30_000 };

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function newFile(): Promise<string> {
  const { url, remove } = await emptyDatabase('sqlite');
  cleanups.push(remove);
  return url;
}

async function openFile(url: string): Promise<Store> {
  const store = await openStore(url);
  cleanups.push(store.close);
  return store;
}

/** Another process that opens the file, and what it says, line by line. */
function hold(
  url: string,
  ...task: string[]
): { child: ChildProcess; kill: () => Promise<void>; next: () => Promise<string> } {
  const child = spawn(process.execPath, [HOLDER, url, ...task], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  cleanups.push(kill);
  return { child, kill, next: async () => String((await lines.next()).value) };
}

describe('SQLite', () => {
  test('writes ahead, waits for the disk at every commit, and keeps what belongs together', async () => {
    const store = await openFile(await newFile());
    const setting = async (name: string) =>
      Object.values((await store.client.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`))[0] ?? {})[0];
    expect(await setting('journal_mode')).toBe('wal');
    expect(Number(await setting('synchronous'))).toBe(2);
    expect(Number(await setting('foreign_keys'))).toBe(1);
  });

  test('makes the folder that is not there yet', async () => {
    const url = await newFile();
    const store = await openFile(url.replace('callsheet.sqlite', 'data/new/callsheet.sqlite'));
    expect(await stored(store)).toMatchObject({ revision: 0 });
  });

  test('refuses what cannot be a file, and says what to do', async () => {
    const url = await newFile();
    const folder = join(dirname(url.slice('file:'.length)), 'folder');
    await mkdir(folder);
    const refused = openStore(`file:${folder}`);
    await expect(refused).rejects.toThrow(
      /folder, which is not a file that can be made or opened\. Name another file\./,
    );
    await expect(openStore('file:/dev/null/callsheet.sqlite')).rejects.toThrow('Name another file.');
  });

  test('refuses what is no database, and leaves it as it is', async () => {
    const url = await newFile();
    const file = url.slice('file:'.length);
    await writeFile(file, 'Dear diary, '.repeat(1000));
    await expect(openStore(url)).rejects.toThrow(/cannot be brought up to date: .*not a database/);
    expect(await readFile(file, 'utf8')).toMatch(/^(Dear diary, )+$/);
  });
});

describe('a SQLite file belongs to one process', () => {
  test('a second process is refused, and told who holds the file', PATIENT, async () => {
    const url = await newFile();
    const first = hold(url);
    expect(await first.next()).toBe('open');
    const refusal = `is in use by process ${first.child.pid} on ${hostname()}. `;
    await expect(openStore(url)).rejects.toThrow(refusal);
    expect(await hold(url).next()).toContain(refusal);
  });

  test('so is the same process, by whatever name it calls the file', async () => {
    const url = await newFile();
    await openFile(url);
    const other = url.replace('callsheet.sqlite', 'link.sqlite');
    await symlink('callsheet.sqlite', other.slice('file:'.length));
    for (const name of [url, `${url}?mode=rwc`, url.replace('callsheet.sqlite', './/callsheet.sqlite'), other]) {
      await expect(openStore(name)).rejects.toThrow(`in use by process ${process.pid} on`);
    }
  });

  test('of several that open it at once, one gets it', async () => {
    const url = await newFile();
    const opened = await Promise.allSettled(Array.from({ length: 6 }, () => openFile(url)));
    expect(opened.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of opened) if (one.status === 'rejected') expect(one.reason.message).toContain('in use by');
  });

  test('it is free again when it is closed', async () => {
    const url = await newFile();
    const account = await openStore(url).then(async (store) => stored(store).finally(store.close));
    expect(await reread(await openFile(url), account)).toEqual(account);
  });

  test(
    'it is free again when the holder is killed, with every save that was answered, and no half of one',
    PATIENT,
    async () => {
      const url = await newFile();
      const before = await openStore(url);
      const account = await stored(before, { teamId: 'T1HOME' });
      await before.close();
      const { next, kill } = hold(url, 'save');
      expect(await next()).toBe('open');
      let answered = 0;
      while (answered < 20) answered = Number(await next());
      await kill();
      const store = await openFile(url);
      const { revision, sheet } = await reread(store, account);
      expect(revision).toBeGreaterThanOrEqual(answered);
      expect(sheet['tech-emergency']).toEqual([
        `first-${revision}@harvest.example`,
        `second-${revision}@harvest.example`,
      ]);
      expect(sheet['ops-platform']).toEqual([`platform-${revision}@harvest.example`]);
      const history = await recentChanges(store, { accountId: account.id, limit: revision + 9 });
      expect(history.map((change) => change.revision)).toEqual([...Array(revision + 1).keys()].reverse());
    },
  );
});

describe('on the one connection of SQLite, queries and transactions take turns', () => {
  const undone = async (store: Store, during: (id: string) => Promise<unknown>) => {
    const account = await stored(store);
    const { id } = account;
    let meanwhile: Promise<unknown> | undefined;
    const transaction = store.client.$transaction(async (inside) => {
      await inside.account.update({ where: { id }, data: { name: 'Not so' } });
      // Prisma asks nothing before somebody waits for the answer.
      meanwhile = Promise.resolve(during(id));
      // Time enough for what came meanwhile to run, if it were let.
      for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
      expect(await inside.account.findUnique({ where: { id }, select: { name: true } })).toEqual({ name: 'Not so' });
      throw new Error('changed my mind');
    });
    await expect(transaction).rejects.toThrow('changed my mind');
    return { account, answer: await meanwhile };
  };

  test('a query in the middle of a transaction does not see what is not committed', async () => {
    const store = await openFile(await newFile());
    const read = (id: string) => store.client.account.findMany({ where: { id }, select: { name: true } });
    expect((await undone(store, read)).answer).toEqual([{ name: 'Harvest Table' }]);
  });

  test('a write in the middle of a transaction is not undone with it', async () => {
    const store = await openFile(await newFile());
    const link = { teamId: 'T1', channelId: 'C1' };
    await undone(store, (accountId) => store.client.channelLink.create({ data: { ...link, accountId } }));
    expect(await store.client.channelLink.count({ where: link })).toBe(1);
  });

  test('a transaction in the middle of another waits for it', async () => {
    const store = await openFile(await newFile());
    let other: Awaited<ReturnType<typeof stored>> | undefined;
    const { account } = await undone(store, async () => {
      other = saved(await answer(store, await stored(store), { 'ops-platform': ['escalation@harvest.example'] }));
    });
    expect(await reread(store, account)).toEqual(account);
    expect(other && (await reread(store, other))).toEqual(other);
  });

  test('one that is given up on lets the next one through', async () => {
    const store = await openFile(await newFile());
    const account = await stored(store);
    const hung = store.client.$transaction(
      async (inside) => {
        await inside.account.update({ where: { id: account.id }, data: { name: 'Not so' } });
        await new Promise(() => {});
      },
      { timeout: 50 },
    );
    hung.catch(() => {});
    expect(await reread(store, account)).toEqual(account);
  });
});
