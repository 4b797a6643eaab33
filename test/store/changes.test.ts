import { beforeAll, expect, test } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import { mergeEdit } from '../../src/domain/merge.ts';
import { grantAccess, revokeAccess } from '../../src/store/access.ts';
import { launchAccount, saveBrandAlias, saveIntegrations } from '../../src/store/accounts.ts';
import { changesSince, recentChanges } from '../../src/store/changes.ts';
import type { Store } from '../../src/store/store.ts';
import { HOUR, later, member, supportWindow } from '../domain/build.ts';
import { answer, reread, saved, stored, storedTeam } from './account.ts';
import { eachDatabase } from './databases.ts';

eachDatabase('changes', (open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });

  /** One change of every kind, by three people, while the clock of the last one is behind. */
  async function lived(): Promise<Account> {
    let account = await stored(store);
    const by = (userId: string, hours: number) => ({ account, by: userId, now: later(hours * HOUR) });
    account = saved(await grantAccess(store, { ...by('UANA', 1), member: member('UBRUNO', 'editor') }));
    account = saved(await answer(store, account, { 'ops-platform': ['escalation@harvest.example'] }, 'UBRUNO'));
    account = saved(await saveIntegrations(store, { ...by('UANA', 2), integrations: ['waitlist'] }));
    const brandId = account.defaultBrandId ?? '';
    account = saved(await saveBrandAlias(store, { ...by('UANA', 3), brandId, supportAlias: null }));
    account = saved(await launchAccount(store, { ...by('UANA', 4), alert: ['UBRUNO', 'UANA'] }));
    return saved(await revokeAccess(store, { ...by('UCHLOE', -5), userId: 'UBRUNO' }));
  }

  test('the history comes last change first, by revision, whatever the clocks say, and is cut where asked', async () => {
    const account = await lived();
    const history = await recentChanges(store, { accountId: account.id, limit: 99 });
    expect(history.map(({ revision, kind, by }) => [revision, kind, by])).toEqual([
      [6, 'access.revoked', 'UCHLOE'],
      [5, 'account.launched', 'UANA'],
      [4, 'brand.alias', 'UANA'],
      [3, 'account.integrations', 'UANA'],
      [2, 'sheet.saved', 'UBRUNO'],
      [1, 'access.granted', 'UANA'],
      [0, 'account.created', 'UANA'],
    ]);
    expect(history[0]?.at).toEqual(later(-5 * HOUR));
    expect(account.revision).toBe(6);
    expect(await recentChanges(store, { accountId: account.id, limit: 2 })).toEqual(history.slice(0, 2));
  });

  test('R2: the history of an account is its own', async () => {
    const [one, other] = [await lived(), await stored(store)];
    const history = await recentChanges(store, { accountId: other.id, limit: 99 });
    expect(history.map(({ kind }) => kind)).toEqual(['account.created']);
    expect(await changesSince(store, { accountId: other.id, revision: 0 })).toEqual([]);
    expect(await recentChanges(store, { accountId: `${one.id}x`, limit: 99 })).toEqual([]);
  });

  test('R23: the changes since a revision are those of contacts, oldest first, by whomever and however they came', async () => {
    const account = await lived();
    const since = (revision: number) => changesSince(store, { accountId: account.id, revision });
    const all = [
      { purpose: 'ops-platform', by: 'UBRUNO', revision: 2, before: [] },
      { purpose: 'alert', by: 'UANA', revision: 5, before: [] },
      { purpose: 'alert', by: 'UCHLOE', revision: 6, before: ['UBRUNO', 'UANA'] },
    ];
    expect(await since(0)).toEqual(all);
    expect(await since(2)).toEqual(all.slice(1));
    expect(await since(5)).toEqual(all.slice(2));
    expect(await since(6)).toEqual([]);
  });

  test('R23: two purposes of one save are two, and the hours are one of them', async () => {
    const account = await stored(store);
    const both = {
      'ops-users': ['a@x.example'],
      'tech-emergency': ['b@x.example'],
      'support-hours': [supportWindow()],
    };
    saved(await answer(store, account, both));
    const since = await changesSince(store, { accountId: account.id, revision: 0 });
    expect(since.map(({ purpose }) => purpose).sort()).toEqual(['ops-users', 'support-hours', 'tech-emergency']);
  });

  test('R23: with them, two who edit at once keep each other’s answers, and are told of the one that both changed', async () => {
    const old = await storedTeam(store);
    const theirs = saved(await answer(store, old, { 'tech-emergency': ['pager@harvest.example'] }, 'UBRUNO'));
    const since = await changesSince(store, { accountId: old.id, revision: old.revision });
    const untouched = { 'tech-emergency': '', 'ops-platform': 'escalation@harvest.example' };
    expect(mergeEdit(theirs, untouched, since)).toEqual({
      kind: 'merged',
      edit: { 'ops-platform': 'escalation@harvest.example' },
      left: ['tech-emergency'],
    });
    expect(mergeEdit(theirs, { 'tech-emergency': 'phone@harvest.example' }, since)).toMatchObject({
      kind: 'conflict',
      conflicts: [{ purpose: 'tech-emergency', by: 'UBRUNO', before: [], theirs: ['pager@harvest.example'] }],
      left: [],
    });
    expect(await reread(store, old)).toEqual(theirs);
  });
});
