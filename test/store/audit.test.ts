import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import type { Flaw } from '../../src/store/audit.ts';
import { verifyAudit } from '../../src/store/audit.ts';
import { rowHash } from '../../src/store/audit-hash.ts';
import { onLatest } from '../../src/store/save.ts';
import type { Store } from '../../src/store/store.ts';
import { answer, reread, stored, storedTeam } from './account.ts';
import { brokenIn, DEEDS, happen, lived, unguard } from './audit-life.ts';
import { eachDatabase } from './databases.ts';

/** Somebody who may do anything to the database does this to an account with the revisions 0 to 5, and to another one. */
type Tampering = (sql: (text: string) => Promise<unknown>, id: string, other: string) => Promise<unknown>;

const row = (id: string, revision: number) => `WHERE "accountId" = '${id}' AND "revision" = ${revision}`;
const set =
  (what: string, revision: number): Tampering =>
  (sql, id) =>
    sql(`UPDATE "Change" SET ${what} ${row(id, revision)}`);
const drop =
  (...revisions: number[]): Tampering =>
  async (sql, id) => {
    for (const revision of revisions) await sql(`DELETE FROM "Change" ${row(id, revision)}`);
  };
const hashOf = (id: string, revision: number) => `(SELECT "hash" FROM "Change" ${row(id, revision)})`;
/** Two rows change places: whatever of them is named goes with the other one’s revision. */
const swap =
  (one: number, other: number): Tampering =>
  async (sql, id) => {
    await sql(`UPDATE "Change" SET "revision" = 99 ${row(id, one)}`);
    await sql(`UPDATE "Change" SET "revision" = ${one} ${row(id, other)}`);
    await sql(`UPDATE "Change" SET "revision" = ${other} ${row(id, 99)}`);
  };
const insert = (revision: string, hash: string) => (id: string) =>
  `INSERT INTO "Change" ("id", "accountId", "revision", "at", "actorId", "kind", "before", "after", "hash")
   SELECT 'planted-' || "accountId", "accountId", ${revision}, "at", 'UEVE', 'access.granted', "before", "after", ${hash}
   FROM "Change" ${row(id, 3)}`;

/** Each with the first broken row and what is wrong with it. */
const TAMPERINGS: [string, Tampering, number, Flaw][] = [
  ['an id is another one', set(`"id" = "id" || 'x'`, 2), 2, 'changed'],
  ['somebody else did it', set(`"actorId" = 'UEVE'`, 2), 2, 'changed'],
  ['it was done at another time', set(`"at" = '2020-01-01T00:00:00.000Z'`, 4), 4, 'changed'],
  ['another thing was done', set(`"kind" = 'account.launched'`, 5), 5, 'changed'],
  ['the first row says another name', set(`"after" = '{"name":"Blue Fig"}'`, 0), 0, 'changed'],
  ['something else was there before', set(`"before" = '{"ops-platform":["eve@x.example"]}'`, 1), 1, 'changed'],
  ['something else was there after', set(`"after" = '{}'`, 1), 1, 'changed'],
  ['a hash is another one', set(`"hash" = '${'0'.repeat(64)}'`, 3), 3, 'changed'],
  ['a hash is taken away', set(`"hash" = ''`, 3), 3, 'unsealed'],
  ['a revision is another one', set('"revision" = 77', 3), 3, 'missing'],
  ['a row comes before the first', set('"revision" = -1', 3), -1, 'out-of-order'],
  ['the first row is deleted', drop(0), 0, 'missing'],
  ['a row in the middle is deleted', drop(3), 3, 'missing'],
  ['two rows in the middle are deleted', drop(2, 3), 2, 'missing'],
  ['every row is deleted', drop(0, 1, 2, 3, 4, 5), 0, 'missing'],
  ['the last row is deleted', drop(5), 5, 'cut'],
  ['the end is cut off', drop(3, 4, 5), 3, 'cut'],
  [
    'the end is cut off, and the head set back',
    async (sql, id, other) => {
      await drop(4, 5)(sql, id, other);
      await sql(`UPDATE "Account" SET "auditHead" = ${hashOf(id, 3)} WHERE "id" = '${id}'`);
    },
    4,
    'cut',
  ],
  [
    'the end is cut off, and the revision set back',
    async (sql, id, other) => {
      await drop(4, 5)(sql, id, other);
      await sql(`UPDATE "Account" SET "revision" = 3 WHERE "id" = '${id}'`);
    },
    3,
    'head-unlike',
  ],
  [
    'the head alone is set back',
    (sql, id) => sql(`UPDATE "Account" SET "auditHead" = ${hashOf(id, 4)} WHERE "id" = '${id}'`),
    5,
    'head-unlike',
  ],
  [
    'the revision alone is set back',
    (sql, id) => sql(`UPDATE "Account" SET "revision" = 4 WHERE "id" = '${id}'`),
    5,
    'beyond',
  ],
  ['two neighbours change places', swap(2, 3), 2, 'changed'],
  ['two rows far apart change places', swap(1, 4), 1, 'changed'],
  ['a row is put in twice', (sql, id) => sql(insert('3', '"hash"')(id)), 3, 'out-of-order'],
  ['a row is put in at the end', (sql, id) => sql(insert('6', '"hash"')(id)), 6, 'beyond'],
  ['a row is put in far beyond the end', (sql, id) => sql(insert('1000', '"hash"')(id)), 1000, 'beyond'],
  [
    'a row is replaced by another account’s',
    async (sql, id, other) => {
      await sql(`DELETE FROM "Change" ${row(id, 2)}`);
      await sql(`UPDATE "Change" SET "accountId" = '${id}' ${row(other, 2)}`);
    },
    2,
    'changed',
  ],
];

eachDatabase('the audit log', (open, provider) => {
  let store: Store;
  const sql = (text: string) => store.client.$executeRawUnsafe(text);
  beforeAll(async () => {
    store = await open();
  });

  test('R2: an untouched log is whole, whatever was done, and every account has its own', async () => {
    const accounts = [await lived(store), await lived(store), await stored(store), await storedTeam(store)];
    const report = await verifyAudit(store, { found: (broken) => expect(broken).toBeNull() });
    expect(report).toMatchObject({ accounts: accounts.length, rows: 6 + 6 + 1 + 3, broken: 0 });
    expect(report.digest).toMatch(/^[0-9a-f]{64}$/);
    expect((await verifyAudit(store, { found: () => {} })).digest).toBe(report.digest);
    await answer(store, await reread(store, accounts[2] as Account), { 'ops-platform': ['new@x.example'] });
    expect((await verifyAudit(store, { found: () => {} })).digest).not.toBe(report.digest);
  });

  const REFUSED: [string, string | null][] = [
    ['change a row', `UPDATE "Change" SET "actorId" = 'UEVE'`],
    ['take a hash away', `UPDATE "Change" SET "hash" = ''`],
    ['delete a row', 'DELETE FROM "Change"'],
    ['delete an account with its rows', 'DELETE FROM "Account"'],
    ['put in a row without a hash', null],
  ];
  if (provider === 'postgresql') REFUSED.push(['empty the table', 'TRUNCATE "Change"']);

  test.each(REFUSED)('is append-only: the database refuses to %s', async (_, statement) => {
    const { id } = await lived(store);
    await expect(sql(statement ?? insert('6', `''`)(id))).rejects.toThrow(/append-only/);
    expect(await brokenIn(store)).toEqual(new Map());
  });

  test('many who save at once keep the chain whole', async () => {
    const account = await stored(store);
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let round = 0; round < 5; round += 1) {
        await onLatest(account, (latest) =>
          happen(store, latest, { what: 'address', nth: writer * 100 + round * 3 + 1 }),
        );
      }
    });
    // Whoever verifies meanwhile finds nothing wrong: what is written is never half there.
    const verified = async () => {
      for (let round = 0; round < 5; round += 1) expect(await brokenIn(store)).toEqual(new Map());
    };
    await Promise.all([verified(), Promise.allSettled(writers)]);
    expect((await reread(store, account)).revision).toBeGreaterThan(10);
    expect(await brokenIn(store)).toEqual(new Map());
  });

  test('histories by chance, of thousands of changes, are whole', { timeout: 120_000 }, async () => {
    const before = await verifyAudit(store, { found: () => {} });
    const deed = fc.record({ what: fc.constantFrom(...DEEDS), nth: fc.integer({ min: 0, max: 9999 }) });
    let revisions = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 80, maxLength: 120 }), async (deeds) => {
        let account = await stored(store);
        for (const one of deeds) account = (await happen(store, account, one)).account;
        revisions += account.revision + 1;
      }),
      { numRuns: 15, endOnFailure: true },
    );
    const after = await verifyAudit(store, { found: (broken) => expect(broken).toBeNull() });
    expect(after.rows - before.rows).toBe(revisions);
    expect(revisions).toBeGreaterThan(1000);
  });

  describe('that was tampered with', () => {
    beforeAll(async () => {
      store = await open();
      await unguard(store);
    });

    test.each(TAMPERINGS)('is found out: %s', async (_, tamper, revision, flaw) => {
      const [one, other] = [await lived(store), await lived(store)];
      const rows = await store.client.change.findMany({ where: { accountId: one.id } });
      await tamper(sql, one.id, other.id);
      const found = (await brokenIn(store)).get(one.id);
      // Of two rows with one number, either may come first: the copy, which is changed, or the row itself.
      const twice = flaw === 'out-of-order' && found?.flaw === 'changed';
      expect(found).toMatchObject({ revision, flaw: twice ? 'changed' : flaw });
      const is = await store.client.change.findMany({ where: { accountId: one.id, revision } });
      const named = found?.changeId;
      if (flaw === 'missing' || flaw === 'cut') expect(named).toBeNull();
      else expect([...is, ...rows].map(({ id }) => id)).toContain(named);
    });

    test('in a history by chance, is found out at the first row that it touches', { timeout: 60_000 }, async () => {
      const deed = fc.record({ what: fc.constantFrom(...DEEDS), nth: fc.integer({ min: 0, max: 9999 }) });
      const harm = fc.constantFrom<[Flaw, string]>(
        ['changed', `UPDATE "Change" SET "actorId" = 'UEVE'`],
        // Nothing that happens leaves this behind.
        ['changed', `UPDATE "Change" SET "after" = '{"ops-platform":["eve@evil.example"]}'`],
        ['missing', 'DELETE FROM "Change"'],
      );
      await fc.assert(
        fc.asyncProperty(
          ...[fc.array(deed, { minLength: 3, maxLength: 15 }), fc.nat(), harm],
          async (deeds, place, [flaw, statement]) => {
            let account = await stored(store);
            for (const one of deeds) account = (await happen(store, account, one)).account;
            const revision = place % (account.revision + 1);
            await sql(`${statement} ${row(account.id, revision)}`);
            const cut = flaw === 'missing' && revision === account.revision && revision > 0;
            const found = (await brokenIn(store)).get(account.id);
            expect(found).toMatchObject({ revision, flaw: cut ? 'cut' : flaw });
          },
        ),
        { numRuns: 15, endOnFailure: true },
      );
    });

    test('between two accounts that exchange a row, is found out in both', async () => {
      const [one, other] = [await lived(store), await lived(store)];
      await sql(`UPDATE "Change" SET "revision" = 99 ${row(other.id, 2)}`);
      await sql(`UPDATE "Change" SET "accountId" = '${other.id}' ${row(one.id, 2)}`);
      await sql(`UPDATE "Change" SET "accountId" = '${one.id}', "revision" = 2 ${row(other.id, 99)}`);
      const found = await brokenIn(store);
      for (const { id } of [one, other]) expect(found.get(id)).toMatchObject({ revision: 2, flaw: 'changed' });
    });

    test('in a column that nobody else can read, is found out', async () => {
      if (provider === 'postgresql') return;
      const { id } = await lived(store);
      await sql(`UPDATE "Change" SET "before" = 'no JSON' ${row(id, 2)}`);
      expect((await brokenIn(store)).get(id)).toMatchObject({ revision: 2, flaw: 'changed' });
      await sql(`UPDATE "Change" SET "revision" = 'many' ${row(id, 1)}`);
      expect((await brokenIn(store)).get(id)).toMatchObject({ revision: 1, flaw: 'missing' });
    });

    test('by whoever writes the whole chain anew, is whole, and has another digest', async () => {
      const { id } = await lived(store);
      const { digest } = await verifyAudit(store, { found: () => {} });
      await sql(`UPDATE "Change" SET "actorId" = 'UEVE' ${row(id, 3)}`);
      let previous = '';
      const rows = await store.client.change.findMany({ where: { accountId: id }, orderBy: { revision: 'asc' } });
      for (const one of rows) {
        previous = rowHash(previous, one);
        await sql(`UPDATE "Change" SET "hash" = '${previous}' WHERE "id" = '${one.id}'`);
      }
      await sql(`UPDATE "Account" SET "auditHead" = '${previous}' WHERE "id" = '${id}'`);
      expect((await brokenIn(store)).get(id)).toBeUndefined();
      expect((await verifyAudit(store, { found: () => {} })).digest).not.toBe(digest);
    });
  });
});
