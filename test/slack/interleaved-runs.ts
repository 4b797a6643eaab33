import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import { grantAccess } from '../../src/store/access.ts';
import { type Flaw, verifyAudit } from '../../src/store/audit.ts';
import type { Provider } from '../../src/store/database-url.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { FULL_SHEET } from '../domain/build.ts';
import { answer, saved, stored } from '../store/account.ts';
import { brokenIn, unguard } from '../store/audit-life.ts';
import { emptyDatabase } from '../store/databases.ts';
import { TEMPLATE } from '../store/postgres-setup.ts';
import { Desk, TEAM } from './desk.ts';
import { play, steps } from './interleaved.ts';
import { revisionOf } from './interleaved-model.ts';
import { ANA, BRUNO } from './people.ts';

/**
 * A failure prints its seed and the path to its steps: `SEED=… STEPS=… npx vitest run test/slack/interleaved` does those
 * alone, and looks for the shortest that fail; without STEPS it does all of that run again. INTERLEAVINGS says how many: 1000 of them take some six minutes on each database.
 */
const { SEED = `${Date.now() % 2 ** 31}`, STEPS, INTERLEAVINGS = '60' } = process.env;
/** Milliseconds. Some two minutes of work, and many times that where others want the machine too. */
const LONGEST = 30 * 60_000;
const RUNS = {
  seed: Number(SEED),
  numRuns: Number(INTERLEAVINGS),
  ...(STEPS ? { path: STEPS } : { endOnFailure: true }),
};

const PATIENT = vi.hoisted(() => 60_000);

/** Drawing Home takes as long as everything else, and what it shows has tests of its own. */
vi.mock('../../src/slack/home/handlers.ts', async (original) => ({
  ...(await original<object>()),
  refreshHomes: async () => {},
}));

/** In the app a database that is slow fails in time for Slack; how busy this machine is, is not what is tested here. */
vi.mock('../../src/store/transaction.ts', async (original) => ({
  ...(await original<object>()),
  LONGEST_WAIT: PATIENT,
  LONGEST_QUERY: PATIENT,
  LONGEST_TRANSACTION: PATIENT,
  TRANSACTION: { maxWait: PATIENT, timeout: PATIENT },
}));

/** A complete account that Ana and Bruno may change. */
async function begun(store: Store, now: Date): Promise<Account> {
  const account = await stored(store, { teamId: TEAM, integrations: ['ordering-redirect'] });
  const member = { userId: BRUNO.id, role: 'editor', endsAt: null } as const;
  const shared = saved(await grantAccess(store, { account, member, by: ANA.id, now }));
  const answers = { 'tech-emergency': ['o@x.co'], 'ops-merchant': [], 'ops-platform': ['p@x.co', 'q@x.co'] };
  return saved(await answer(store, shared, { ...FULL_SHEET, ...answers }));
}

/** What must happen to somebody, somewhere in so many runs; otherwise they prove little. */
const HAPPENS = [
  'open: resumed form',
  'open: resumed asked to choose',
  'discard: form',
  'save: saved',
  'save: nothing different',
  'save: asked to choose',
  'save: errors',
  'undo: undone',
  'undo: undone-already',
  'undo: changed-since',
];

type Tampering = (
  sql: (text: string) => Promise<unknown>,
  row: (revision: number) => string,
  at: number,
) => Promise<unknown>;

/** Each with what is found at the first row that it touches. */
const TAMPERINGS: [Flaw, Tampering][] = [
  ['changed', (sql, row, at) => sql(`UPDATE "Change" SET "actorId" = 'UEVE' ${row(at)}`)],
  ['missing', (sql, row, at) => sql(`DELETE FROM "Change" ${row(at)}`)],
  [
    'changed',
    async (sql, row, at) => {
      await sql(`UPDATE "Change" SET "revision" = 9999 ${row(at)}`);
      await sql(`UPDATE "Change" SET "revision" = ${at} ${row(at + 1)}`);
      await sql(`UPDATE "Change" SET "revision" = ${at + 1} ${row(9999)}`);
    },
  ],
  ['cut', (sql, row, at) => sql(`DELETE FROM "Change" ${row(at).replace(/=(?= \d+$)/, '>=')}`)],
];

export function interleave(provider: Provider): void {
  describe(`two editors who open, type, save, close, resume and undo by chance (${provider})`, () => {
    it('R23, R24: lose no update and no draft, and the history tells all of it', { timeout: LONGEST }, async () => {
      const { url, remove } = await emptyDatabase(provider, TEMPLATE);
      const store = await openStore(url);
      const desk = new Desk(store, [ANA, { ...BRUNO, locale: 'en-US' }]);
      console.info(`SEED=${RUNS.seed}: ${RUNS.numRuns} interleavings (${provider})`);
      const happened = new Map<string, number>();
      const tally = (what: string) => happened.set(what, (happened.get(what) ?? 0) + 1);
      const ends: { id: string; revision: number }[] = [];
      // The same for what has to be answered in Slack's three seconds.
      const { setTimeout: after } = globalThis;
      const patiently = (work: () => void, milliseconds = 0) =>
        after(work, milliseconds < 500 ? milliseconds : milliseconds * 30);
      vi.spyOn(globalThis, 'setTimeout').mockImplementation(patiently as typeof setTimeout);
      const property = fc.asyncProperty(steps(), async (list) => {
        const account = await begun(store, desk.now);
        const world = await play(desk, account, list, tally);
        ends.push({ id: account.id, revision: revisionOf(world) });
      });
      await fc.assert(property, RUNS);
      console.info(
        [...happened]
          .sort()
          .map(([what, times]) => `${times} ${what}`)
          .join(', '),
      );
      for (const what of RUNS.numRuns < 1000 ? [] : HAPPENS) expect(happened.get(what) ?? 0, what).toBeGreaterThan(0);

      expect(await verifyAudit(store, { found: () => {} })).toMatchObject({ accounts: ends.length, broken: 0 });
      await unguard(store);
      const sql = (text: string) => store.client.$executeRawUnsafe(text);
      const expected = new Map<string, object>();
      for (const [n, { id, revision }] of ends.entries()) {
        const [flaw, tamper] = TAMPERINGS[n % TAMPERINGS.length] as [Flaw, Tampering];
        // The last row has none after it to change places with; without the first, nothing is left.
        const at = flaw === 'cut' ? 1 + (n % revision) : n % revision;
        await tamper(sql, (one) => `WHERE "accountId" = '${id}' AND "revision" = ${one}`, at);
        expected.set(id, { revision: at, flaw });
      }
      const found = [...(await brokenIn(store))].map(([id, { revision, flaw }]) => [id, { revision, flaw }] as const);
      expect(new Map(found)).toEqual(expected);
      vi.restoreAllMocks();
      await desk.close();
      await remove();
    });
  });
}
