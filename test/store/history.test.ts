import { beforeAll, expect, test } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import { saveBrandAlias, saveIntegrations } from '../../src/store/accounts.ts';
import type { ChangeEntry } from '../../src/store/changes.ts';
import { recentChanges } from '../../src/store/changes.ts';
import { changeAt, changesOf, historyPage } from '../../src/store/history.ts';
import { saveSheet } from '../../src/store/sheets.ts';
import type { Store } from '../../src/store/store.ts';
import { NOW } from '../domain/build.ts';
import { answer, reread, saved, stored } from './account.ts';
import { brokenIn, lived } from './audit-life.ts';
import { eachDatabase } from './databases.ts';

async function inPages(pages: ReturnType<typeof changesOf>): Promise<ChangeEntry[][]> {
  const read: ChangeEntry[][] = [];
  for await (const one of pages) read.push(one);
  return read;
}

eachDatabase('the history', (open) => {
  let store: Store;
  let account: Account;
  let other: Account;
  /** Revisions 0 to 5, the last one first. */
  let all: ChangeEntry[];
  beforeAll(async () => {
    store = await open();
    [account, other] = [await lived(store), await stored(store)];
    all = await recentChanges(store, { accountId: account.id, limit: 99 });
  });

  const revisions = (changes: readonly ChangeEntry[]) => changes.map(({ revision }) => revision);
  const page = (from: Parameters<typeof historyPage>[1]['from'], limit = 2) =>
    historyPage(store, { accountId: account.id, limit, from });

  test.each([
    ['the latest', null, [5, 4], true, false],
    ['those before', { before: 4 }, [3, 2], true, true],
    ['the first of all', { before: 2 }, [1, 0], false, true],
    ['none before the first', { before: 0 }, [], false, true],
    ['those after', { after: 1 }, [3, 2], true, true],
    ['the last of all', { after: 3 }, [5, 4], true, false],
  ] as const)('is read a page at a time: %s', async (_, from, shown, older, newer) => {
    const found = await page(from);
    expect([revisions(found.changes), found.older, found.newer]).toEqual([shown, older, newer]);
  });

  test.each([1, 2, 3, 6, 7, 200])('is read as a whole, the oldest first, %i at a time', async (limit) => {
    const pages = await inPages(changesOf(store, { accountId: account.id, limit }));
    expect(pages.flat()).toEqual([...all].reverse());
    expect(pages.every(({ length }) => length > 0 && length <= limit)).toBe(true);
    const later = await inPages(changesOf(store, { accountId: account.id, after: 3, limit }));
    expect(revisions(later.flat())).toEqual([4, 5]);
  });

  test('R2: of an account is its own', async () => {
    const pages = await inPages(changesOf(store, { accountId: other.id }));
    expect(pages.flat().map(({ kind }) => kind)).toEqual(['account.created']);
    expect(await changeAt(store, { accountId: other.id, revision: 3 })).toBeNull();
    expect(await changeAt(store, { accountId: account.id, revision: 3 })).toEqual(all[2]);
  });

  test('an undo is written down as one, with what it took back, and the chain stays whole', async () => {
    const before = await stored(store);
    const changed = saved(await answer(store, before, { 'ops-platform': ['a@x.example'] }, 'UBRUNO'));
    const undoes = { revision: 1, kind: 'sheet.saved', by: 'UBRUNO', at: NOW.toISOString() };
    const saving = { by: 'UANA', now: NOW, undoes };
    let now = saved(await saveSheet(store, { ...saving, account: changed, sheet: before.sheet }));
    const brandId = now.defaultBrandId ?? '';
    now = saved(await saveBrandAlias(store, { ...saving, account: now, brandId, supportAlias: 'b@x.example' }));
    now = saved(await saveIntegrations(store, { ...saving, account: now, integrations: ['waitlist'] }));
    const [integrations, alias, sheet] = await recentChanges(store, { accountId: now.id, limit: 3 });
    expect(sheet).toMatchObject({
      ...{ kind: 'change.undone', by: 'UANA', before: { 'ops-platform': ['a@x.example'] } },
      after: { 'ops-platform': [], undoes },
    });
    expect(alias).toMatchObject({ kind: 'change.undone', after: { brandId, supportAlias: 'b@x.example', undoes } });
    expect(integrations).toMatchObject({ kind: 'change.undone', after: { integrations: ['waitlist'], undoes } });
    expect((await reread(store, now)).sheet).toEqual(before.sheet);
    expect(await brokenIn(store)).toEqual(new Map());
  });
});
