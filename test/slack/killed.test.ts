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
import { brokenIn } from '../store/audit-life.ts';
import { administer, emptyDatabase } from '../store/databases.ts';
import { Desk, TEAM, text } from './desk.ts';
import type { Errand } from './dying.ts';
import { complete, EVERYBODY, setUp, theAccount } from './journey.ts';

/** As many processes at once as keep a small machine busy. */
const AT_ONCE = 2;

const SCRIPT = fileURLToPath(new URL('dying.ts', import.meta.url));
const CACHE = new URL('../../src/start/compile-cache.mjs', import.meta.url).href;

/** Runs the errand in a process of its own; the signal that ended it, its steps, and what it complained of. */
function run(errand: Errand): Promise<{ signal: string | null; steps: string[]; complaints: string }> {
  const child = spawn(process.execPath, ['--import', CACHE, SCRIPT, JSON.stringify(errand)]);
  const err: string[] = [];
  const out: string[] = [];
  child.stdout.on('data', (chunk) => out.push(String(chunk)));
  child.stderr.on('data', (chunk) => err.push(String(chunk)));
  return new Promise((done) =>
    child.on('close', (_, signal) => {
      done({ signal, steps: out.join('').trim().split('\n'), complaints: err.join('') });
    }),
  );
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
/** What the form had told before, letter by letter. */
const BEFORE = { 'ops-platform': text('escalation@harvest.example') };
const editOf = (typed: Partial<typeof TYPED>) =>
  Object.fromEntries(Object.entries(typed).map(([purpose, { value }]) => [purpose, value]));
/** Confirmed, and taken off the sheet by the save: it is due to be told. */
const LEAVES = 'oncall@harvest.example';
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
  await desk.type('UANA', view, 'ops-platform', { values: BEFORE });
  const account = await theAccount(desk);
  const confirmed = { accountId: account.id, mailbox: LEAVES, state: 'verified', changedAt: desk.now };
  await desk.store.client.mailbox.create({ data: confirmed });
  await desk.close();
  return { url, remove, view, account };
}

/** Before anything, and after each statement of a submission up to the commit. */
const STEPS = [
  ...['nothing', 'Draft.updateMany'],
  ...['Account.updateMany', 'Contact.deleteMany', 'Contact.createMany', 'AdvicePassed.deleteMany'],
  ...['Farewell.createMany', 'Mailbox.deleteMany', 'Draft.updateMany', 'Draft.updateMany'],
  ...['Change.create', 'Account.update'],
];

describe.each(['sqlite', 'postgresql'] as const)('a process that is killed while it saves (%s)', (provider) => {
  // Each death is a process that loads the app: a second or two, and many times that where others want the machine too.
  it('R18, R24: leaves the old sheet and the draft, or the new sheet, wherever it was', {
    timeout: 600_000,
  }, async () => {
    const { url, remove, view, account } = await begun(provider);
    const key = { accountId: account.id, userId: 'UANA', surface: 'contact.save' };
    const endings: { step: string; sheet: 'old' | 'new'; killed: boolean }[] = [];

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
      else expect(draft?.edit).toMatchObject(editOf(ended.steps.includes('Draft.updateMany') ? TYPED : BEFORE));
      // So do the mailboxes, and those who are to be told that their address is gone.
      const farewells = await store.client.farewell.findMany({ where: { accountId: account.id } });
      expect(farewells.map(({ address }) => address)).toEqual(saved ? [LEAVES] : []);
      expect(await store.client.mailbox.count({ where: { accountId: account.id } })).toBe(saved ? 0 : 1);
      expect(await brokenIn(store)).toEqual(new Map());
      const step = ended.steps.at(-1) ?? '';
      endings[steps] = { step, sheet: saved ? 'new' : 'old', killed: ended.signal === 'SIGKILL' };
      await store.close();
      await copy.remove();
    };

    // Step by step, until the save was done when the process died: what follows can only be the new sheet.
    let next = 1;
    const killedLater = () => endings.some((ending) => ending?.killed && ending.sheet === 'new');
    const worker = async () => {
      while (!killedLater() && next < 60) await dieAfter(next++);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    await remove();
    const early = endings.filter((ending) => ending?.killed && ending.sheet === 'old').map(({ step }) => step);
    // Who is asked of Slack on the way, and what is remembered of them, is not what is saved.
    expect(early.filter((step) => step !== 'Slack' && !step.startsWith('Person.'))).toEqual(STEPS);
    expect(killedLater()).toBe(true);
  });
});
