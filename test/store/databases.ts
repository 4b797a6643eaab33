import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { afterAll, afterEach, beforeEach, describe, inject } from 'vitest';
import type { Provider } from '../../src/store/database-url.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { TEMPLATE } from './postgres-setup.ts';

const NAMES = { sqlite: 'SQLite', postgresql: 'PostgreSQL' } as const;

/**
 * Runs the tests on both databases. Each `open` is a fresh store: what is opened in a test or a `beforeEach` is closed
 * after the test, what is opened in a `beforeAll` at the end.
 */
export function eachDatabase(name: string, tests: (open: () => Promise<Store>, provider: Provider) => void): void {
  for (const provider of ['sqlite', 'postgresql'] as const) {
    describe(`${name} (${NAMES[provider]})`, () => {
      let inTest = false;
      const afterTest: (() => Promise<void>)[] = [];
      const atEnd: (() => Promise<void>)[] = [];
      const run = async (closers: (() => Promise<void>)[]) => {
        for (const close of closers.splice(0).reverse()) await close();
      };
      beforeEach(() => {
        inTest = true;
      });
      afterEach(async () => {
        inTest = false;
        await run(afterTest);
      });
      afterAll(() => run(atEnd));
      tests(async () => {
        const closers = inTest ? afterTest : atEnd;
        const { url, remove } = await emptyDatabase(provider, TEMPLATE);
        closers.push(remove);
        const store = await openStore(url);
        closers.push(store.close);
        return store;
      }, provider);
    });
  }
}

/** The address of a new database: of PostgreSQL, a copy of the template, or really empty. */
export async function emptyDatabase(
  provider: Provider,
  template?: string,
): Promise<{ url: string; remove: () => Promise<void> }> {
  if (provider === 'sqlite') {
    const folder = await mkdtemp(join(tmpdir(), 'callsheet-sqlite-'));
    const remove = () => rm(folder, { recursive: true, force: true });
    return { url: `file:${join(folder, 'callsheet.sqlite')}`, remove };
  }
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(`CREATE DATABASE "${name}"${template ? ` TEMPLATE "${template}"` : ''}`);
  return { url: `${inject('postgres')}/${name}`, remove: () => administer(`DROP DATABASE "${name}" WITH (FORCE)`) };
}

/** Runs one statement on the server itself. */
export async function administer(sql: string): Promise<void> {
  const server = await new PrismaPg({ connectionString: `${inject('postgres')}/postgres`, max: 1 }).connect();
  try {
    await server.executeRaw({ sql, args: [], argTypes: [] });
  } finally {
    await server.dispose();
  }
}
