import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import { revokeAccess } from '../../src/store/access.ts';
import { deleteDrafts, discardDraft, findDraft, keepDraft, mayDraft } from '../../src/store/drafts.ts';
import { saveSheet } from '../../src/store/sheets.ts';
import type { Store } from '../../src/store/store.ts';
import { later, NOW } from '../domain/build.ts';
import { failingAt, reread, saved, storedTeam } from './account.ts';
import { eachDatabase } from './databases.ts';
import { newStage, step } from './interleaving.ts';

const SURFACE = 'contact.save';
const MINUTE = 60_000;

eachDatabase('drafts', (open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });

  const keyOf = ({ id }: Account, userId = 'UANA') => ({ accountId: id, userId, surface: SURFACE });
  const keep = (account: Account, text: string, at = NOW, userId = 'UANA') =>
    keepDraft(store, { ...keyOf(account, userId), revision: account.revision, values: { text }, at });
  const kept = async (account: Account, userId = 'UANA') =>
    ((await findDraft(store, keyOf(account, userId)))?.values as { text: string } | undefined)?.text;

  test('R24: a draft comes back as it was kept, to the person whose it is and for the form that it is of', async () => {
    const [account, other] = [await storedTeam(store), await storedTeam(store)];
    const values = { text: 'ana@', list: ['a', null], windows: [{ start: null }] };
    await keepDraft(store, { ...keyOf(account), revision: 3, values, at: later(MINUTE) });
    expect(await findDraft(store, keyOf(account))).toEqual({ revision: 3, values, savedAt: later(MINUTE) });
    expect(await kept(account, 'UBRUNO')).toBeUndefined();
    expect(await kept(other)).toBeUndefined();
    expect(await findDraft(store, { ...keyOf(account), surface: 'hours.save' })).toBeNull();
  });

  test('R24: whatever a person types can be kept', async () => {
    const account = await storedTeam(store);
    const text = `ção 🧑‍🍳 "'\\ \u0001\n<&>${'x'.repeat(3000)}`;
    await keep(account, `${text}\0\ud800`);
    expect(await kept(account)).toBe(`${text}\ufffd`);
  });

  test('R24: the latest is kept, whatever the order in which all of it arrives', async () => {
    const account = await storedTeam(store);
    const places = Array.from({ length: 20 }, (_, place) => (place * 7) % 20);
    await Promise.all(places.map((place) => keep(account, `${place}`, later(place))));
    expect(await kept(account)).toBe('19');
    expect(await keep(account, 'late', later(5))).toBe(false);
    expect(await keep(account, 'again', later(19))).toBe(true);
  });

  test('R24: a save ends the draft of who saves, of that form, in its own transaction', async () => {
    const account = await storedTeam(store);
    for (const userId of ['UANA', 'UBRUNO']) await keep(account, userId, NOW, userId);
    const sheet = { ...account.sheet, 'ops-platform': ['p@x.co'] };
    const saving = { account, sheet, by: 'UANA', now: later(MINUTE), form: SURFACE };
    for (const [model, operation] of [
      ['change', 'create'],
      ['draft', 'updateMany'],
    ] as const) {
      await expect(saveSheet(failingAt(store, model, operation), saving)).rejects.toThrow('on purpose');
      expect([await kept(account), (await reread(store, account)).sheet]).toEqual(['UANA', account.sheet]);
    }
    expect(saved(await saveSheet(store, saving)).sheet).toEqual(sheet);
    expect([await kept(account), await kept(account, 'UBRUNO')]).toEqual([undefined, 'UBRUNO']);
    expect(await keep(account, 'a letter that was on its way', later(MINUTE - 1))).toBe(false);
    expect(await keep(account, 'typed anew', later(MINUTE))).toBe(true);
  });

  test('R24: a save that changes nothing ends the draft too; one that was overtaken does not', async () => {
    const account = await storedTeam(store);
    const saving = { account, sheet: account.sheet, by: 'UANA', now: NOW, form: SURFACE };
    await keep(account, 'typed');
    await saveSheet(store, saving);
    expect(await kept(account)).toBeUndefined();
    await keep(account, 'typed');
    const theirs = { ...account.sheet, 'ops-platform': ['p@x.co'] };
    saved(await saveSheet(store, { ...saving, sheet: theirs, by: 'UBRUNO' }));
    expect((await saveSheet(store, saving)).kind).toBe('conflict');
    expect(await kept(account)).toBe('typed');
  });

  test('R24: discarded is what was typed until then', async () => {
    const account = await storedTeam(store);
    await keep(account, 'typed', later(5));
    await discardDraft(store, { ...keyOf(account), at: later(4) });
    expect(await kept(account)).toBe('typed');
    await discardDraft(store, { ...keyOf(account), at: later(6) });
    expect([await keep(account, 'late', later(5)), await kept(account)]).toEqual([false, undefined]);
  });

  test('R24: with their access goes what a person has typed, and nothing comes after it', async () => {
    const account = await storedTeam(store);
    for (const userId of ['UANA', 'UBRUNO']) await keep(account, userId, NOW, userId);
    saved(await revokeAccess(store, { account, userId: 'UBRUNO', by: 'UANA', now: NOW }));
    expect([await kept(account), await kept(account, 'UBRUNO')]).toEqual(['UANA', undefined]);
    expect(await keep(account, 'late', later(1), 'UBRUNO')).toBe(false);
  });

  test('R24: who may keep a draft is a member of this workspace’s account who can change the sheet now', async () => {
    const account = await storedTeam(store);
    const may = (userId: string, more = {}) =>
      mayDraft(store, {
        ...{ teamId: account.teamId, accountId: account.id, userId, role: 'editor', now: NOW },
        ...more,
      });
    expect([await may('UANA'), await may('UBRUNO'), await may('UCHLOE'), await may('UDIEGO')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(await may('UANA', { teamId: 'TELSEWHERE' })).toBe(false);
    await store.client.member.updateMany({ where: { accountId: account.id, userId: 'UBRUNO' }, data: { endsAt: NOW } });
    expect(await may('UBRUNO')).toBe(false);
  });

  test('R24: what is old is deleted, and only that', async () => {
    const [old, fresh] = [await storedTeam(store), await storedTeam(store)];
    await keep(old, 'old', new Date('2020-01-01T00:00:00Z'));
    await keep(fresh, 'fresh', new Date('2020-01-03T00:00:00Z'));
    expect(await deleteDrafts(store, { before: new Date('2020-01-02T00:00:00Z') })).toBe(1);
    expect([await kept(old), await kept(fresh)]).toEqual([undefined, 'fresh']);
  });

  describe('two people who open, type, save, discard and close by chance', () => {
    test('R23, R24: lose no update, and no draft that was not saved or discarded', { timeout: 120_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step(), { minLength: 5, maxLength: 25 }), async (steps) => {
          const stage = newStage(store, await storedTeam(store));
          for (const who of ['UANA', 'UBRUNO'] as const) await stage.take({ does: 'open', who });
          for (const one of steps) await stage.take(one);
          await stage.end();
        }),
        { numRuns: 40 },
      );
    });
  });
});
