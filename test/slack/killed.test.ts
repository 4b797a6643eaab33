import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cp } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, it } from 'vitest';
import { findAccount } from '../../src/store/accounts.ts';
import { recentChanges } from '../../src/store/changes.ts';
import type { Provider } from '../../src/store/database-url.ts';
import { findDraft } from '../../src/store/drafts.ts';
import { openStore } from '../../src/store/store.ts';
import { administer, emptyDatabase } from '../store/databases.ts';
import { Desk, TEAM, text } from './desk.ts';
import type { Errand } from './dying.ts';
import { complete, EVERYBODY, setUp, theAccount } from './journey.ts';

/** As many processes at once as keep a small machine busy. */
const AT_ONCE = 2;

const SCRIPT = fileURLToPath(new URL('dying.ts', import.meta.url));
const CACHE = new URL('../../src/start/compile-cache.mjs', import.meta.url).href;

/** Runs the errand in a process of its own; the signal that ended it, and what it complained of. */
function run(errand: Errand): Promise<{ signal: string | null; complaints: string }> {
  const child = spawn(process.execPath, ['--import', CACHE, SCRIPT, JSON.stringify(errand)]);
  const err: string[] = [];
  child.stderr.on('data', (chunk) => err.push(String(chunk)));
  return new Promise((done) => child.on('close', (_, signal) => done({ signal, complaints: err.join('') })));
}

/** Another database with the same in it. */
async function copyOf(provider: Provider, url: string): Promise<{ url: string; remove: () => Promise<void> }> {
  if (provider === 'sqlite') {
    const copy = await emptyDatabase('sqlite');
    await cp(dirname(url.slice('file:'.length)), dirname(copy.url.slice('file:'.length)), { recursive: true });
    return copy;
  }
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(`CREATE DATABASE "${name}" TEMPLATE "${url.split('/').at(-1)}"`);
  const remove = () => administer(`DROP DATABASE "${name}" WITH (FORCE)`);
  return { url: `${inject('postgres')}/${name}`, remove };
}

/** Looks again where the machine was too busy to answer in time: that is not what is tested here. */
async function patiently<T>(look: () => Promise<T>, tries = 5): Promise<T> {
  try {
    return await look();
  } catch (error) {
    if (tries === 1) throw error;
    return patiently(look, tries - 1);
  }
}

const TYPED = {
  'tech-emergency': text('pager@harvest.example'),
  'ops-platform': text('escalation@harvest.example, second@harvest.example'),
};
const OLD = { 'tech-emergency': ['oncall@harvest.example'], 'ops-platform': ['secret-escalation@harvest.example'] };
const NEW = {
  'tech-emergency': ['pager@harvest.example'],
  'ops-platform': ['escalation@harvest.example', 'second@harvest.example'],
};

/** An account whose form Ana has filled in anew, and not submitted. */
async function begun(provider: Provider) {
  const { url, remove } = await emptyDatabase(provider);
  const desk = new Desk(await openStore(url), EVERYBODY);
  await complete(desk, await setUp(desk));
  await desk.command('UANA', 'edit');
  const view = desk.takeView();
  await desk.type('UANA', view, 'ops-platform', { values: TYPED });
  const account = await theAccount(desk);
  await desk.close();
  return { url, remove, view, account };
}

describe.each(['sqlite', 'postgresql'] as const)('a process that is killed while it saves (%s)', (provider) => {
  it('R18, R24: leaves the old sheet and the draft, or the new sheet, wherever it was', {
    timeout: 240_000,
  }, async () => {
    const { url, remove, view, account } = await begun(provider);
    const key = { accountId: account.id, userId: 'UANA', surface: 'contact.save' };
    const endings: { after: number; sheet: 'old' | 'new'; killed: boolean }[] = [];

    const dieAfter = async (steps: number): Promise<void> => {
      const copy = await copyOf(provider, url);
      const ended = await run({ databaseUrl: copy.url, userId: 'UANA', view, values: TYPED, dieAfter: steps });
      expect(ended.complaints).toBe('');
      const store = await openStore(copy.url);
      const found = await patiently(() => findAccount(store, { teamId: TEAM, accountId: account.id }));
      const draft = (await findDraft(store, key))?.values as { edit: object } | undefined;
      const [latest] = await recentChanges(store, { accountId: account.id, limit: 1 });
      const saved = found?.revision === account.revision + 1;
      expect(found).toEqual({
        ...account,
        sheet: { ...account.sheet, ...(saved ? NEW : OLD) },
        revision: account.revision + (saved ? 1 : 0),
      });
      // The history says what the sheet says.
      expect(latest?.revision).toBe(found?.revision);
      if (saved) expect([latest?.after, draft]).toEqual([NEW, undefined]);
      else expect(draft?.edit).toMatchObject({ 'ops-platform': TYPED['ops-platform'].value });
      endings.push({ after: steps, sheet: saved ? 'new' : 'old', killed: ended.signal === 'SIGKILL' });
      await store.close();
      await copy.remove();
    };

    // Step by step, until the save was done when the process died: what follows can only be the new sheet.
    let next = 1;
    const killedLater = () => endings.some(({ killed, sheet }) => killed && sheet === 'new');
    const worker = async () => {
      while (!killedLater() && next < 60) await dieAfter(next++);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    await remove();
    expect(endings.filter(({ killed, sheet }) => killed && sheet === 'old').length).toBeGreaterThan(9);
    expect(killedLater()).toBe(true);
  });
});
