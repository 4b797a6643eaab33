import { beforeAll, describe, expect, test } from 'vitest';
import type { SupportWindow } from '../../src/domain/hours.ts';
import { PURPOSES } from '../../src/domain/purpose.ts';
import { EMPTY_SHEET, type Sheet } from '../../src/domain/sheet.ts';
import { recentChanges } from '../../src/store/changes.ts';
import type { SaveOutcome } from '../../src/store/save.ts';
import type { Store } from '../../src/store/store.ts';
import { FULL_SHEET, largest, NOW, supportWindow } from '../domain/build.ts';
import { answer, failingAt, reread, saved, stored, storedTeam } from './account.ts';
import { eachDatabase } from './databases.ts';

/** Many saves, each of which waits for the disk. */
const PATIENT = { timeout: 30_000 };

const FIRST: Sheet = { ...FULL_SHEET, alert: ['UCHLOE', 'UANA'] };

/** Another answer to everything. */
const SECOND: Sheet = {
  alert: ['UBRUNO'],
  'tech-emergency': ['pager@harvest.example', 'oncall@harvest.example'],
  'tech-non-emergency': [],
  'ops-merchant': ['zoe@harvest.example', 'adam@harvest.example', 'merchants@harvest.example'],
  'ops-platform': ['escalation+eu@harvest.example'],
  'ops-users': ['HELP@harvest.example'],
  'support-hours': [supportWindow({ zone: 'Asia/Kolkata', start: 60, end: 30 }), supportWindow()],
};

const HOURS: [string, SupportWindow[]][] = [
  ['several windows a day', [supportWindow({ start: 480, end: 720 }), supportWindow({ start: 780, end: 1080 })]],
  ['several zones', [supportWindow({ zone: 'Asia/Tokyo' }), supportWindow({ zone: 'America/Sao_Paulo' })]],
  ['overnight', [supportWindow({ days: [5, 6, 7], start: 22 * 60, end: 6 * 60 })]],
  ['around the clock', [supportWindow({ days: [1, 2, 3, 4, 5, 6, 7], start: 0, end: 0 })]],
  ['a zone off by a quarter of an hour, to the last minute', [supportWindow({ zone: 'Asia/Kathmandu', end: 1439 })]],
  ['an older name of a zone', [supportWindow({ zone: 'Asia/Calcutta', days: [7] })]],
  ['not in the order of the day', [supportWindow({ start: 1000 }), supportWindow({ start: 0 }), supportWindow()]],
];

eachDatabase('sheets', (open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  const history = (accountId: string) => recentChanges(store, { accountId, limit: 99 });

  test('a sheet is saved as a whole, every list in the order in which it was given', async () => {
    const account = await storedTeam(store);
    const first = saved(await answer(store, account, FIRST));
    expect(first).toEqual({ ...account, revision: account.revision + 1, sheet: FIRST });
    const second = saved(await answer(store, first, SECOND));
    expect(second).toEqual({ ...account, revision: account.revision + 2, sheet: SECOND });
    expect(await reread(store, account)).toEqual(second);
    expect(saved(await answer(store, second, EMPTY_SHEET)).sheet).toEqual(EMPTY_SHEET);
  });

  test('the largest sheet comes back as it was given', async () => {
    const { sheet } = largest();
    const account = await stored(store);
    expect(saved(await answer(store, account, { ...sheet, alert: [] })).sheet).toEqual({ ...sheet, alert: [] });
  });

  test.each(HOURS)('R13: windows come back exactly as selected: %s', async (_, windows) => {
    const account = saved(await answer(store, await stored(store), { 'support-hours': windows }));
    expect(account.sheet['support-hours']).toEqual(windows);
    expect(await reread(store, account)).toEqual(account);
  });

  test('every save writes one audit row with only what it changed', async () => {
    let account = saved(await answer(store, await storedTeam(store), FIRST));
    for (const purpose of PURPOSES) {
      account = saved(await answer(store, account, { [purpose]: SECOND[purpose] }, 'UBRUNO'));
      const rows = await history(account.id);
      expect(rows).toHaveLength(account.revision + 1);
      expect(rows[0]).toMatchObject({ kind: 'sheet.saved', revision: account.revision, by: 'UBRUNO', at: NOW });
      expect(rows[0]?.before).toEqual({ [purpose]: FIRST[purpose] });
      expect(rows[0]?.after).toEqual({ [purpose]: SECOND[purpose] });
    }
    expect(account.sheet).toEqual(SECOND);
  });

  test('the same answers leave no trace; another order of them is a change', async () => {
    const account = saved(await answer(store, await storedTeam(store), FIRST));
    expect(saved(await answer(store, account, structuredClone(FIRST)))).toEqual(account);
    const turned = saved(await answer(store, account, { alert: FIRST.alert.toReversed() }));
    expect(turned.sheet.alert).toEqual(['UANA', 'UCHLOE']);
    expect(turned.revision).toBe(account.revision + 1);
  });

  describe('R23', () => {
    test('a save from an old revision is a conflict: it changes nothing, and gets what is there now', async () => {
      const old = await storedTeam(store);
      const now = saved(await answer(store, old, FIRST));
      const rows = await history(old.id);
      expect(await answer(store, old, SECOND)).toEqual({ kind: 'conflict', account: now });
      expect(await answer(store, old, {})).toEqual({ kind: 'conflict', account: now });
      expect(await reread(store, old)).toEqual(now);
      expect(await history(old.id)).toEqual(rows);
    });

    test(
      'of fifty saves from the same revision exactly one wins, and the others get what it saved',
      PATIENT,
      async () => {
        const account = await storedTeam(store);
        const mine = (n: number): Partial<Sheet> => ({ ...SECOND, 'tech-emergency': [`pager-${n}@harvest.example`] });
        const attempt = (n: number) =>
          answer(store, account, mine(n), `U${n}`).catch((error): SaveOutcome | null => {
            // On a busy machine, the last in the queue may get no connection in time.
            if (error.code !== 'P2028') throw error;
            return null;
          });
        const outcomes = await Promise.all(Array.from({ length: 50 }, (_, n) => attempt(n)));
        const winner = outcomes.findIndex((outcome) => outcome?.kind === 'saved');
        const now = { ...account, revision: account.revision + 1, sheet: { ...account.sheet, ...mine(winner) } };
        expect(outcomes.filter((outcome) => outcome?.kind === 'saved')).toHaveLength(1);
        for (const outcome of outcomes) if (outcome) expect(outcome.account).toEqual(now);
        expect(await reread(store, account)).toEqual(now);
        expect((await history(account.id)).filter(({ kind }) => kind === 'sheet.saved')).toHaveLength(1);
      },
    );

    test(
      'ten people who save on, each on what is there after a conflict, all get their change in',
      PATIENT,
      async () => {
        const account = await storedTeam(store);
        const write = async (n: number) => {
          for (let from = account; ; ) {
            const mine = [...from.sheet['ops-merchant'], `${n}@harvest.example`];
            const outcome = await answer(store, from, { 'ops-merchant': mine });
            if (outcome.kind === 'saved') return;
            from = outcome.account;
          }
        };
        await Promise.all(Array.from({ length: 10 }, (_, n) => write(n)));
        const now = await reread(store, account);
        expect(now.revision).toBe(account.revision + 10);
        expect(now.sheet['ops-merchant'].map((address) => Number.parseInt(address, 10)).sort()).toEqual([
          ...Array(10).keys(),
        ]);
        expect((await history(account.id)).map(({ revision }) => revision)).toEqual(
          [...Array(now.revision + 1).keys()].reverse(),
        );
      },
    );
  });

  describe('a write that fails in the middle leaves the old sheet whole', () => {
    test.each([
      ['contact', 'createMany'],
      ['alertContact', 'createMany'],
      ['supportWindow', 'deleteMany'],
      ['supportWindow', 'createMany'],
      ['change', 'create'],
    ])('%s.%s', async (model, operation) => {
      const account = saved(await answer(store, await storedTeam(store), FIRST));
      const rows = await history(account.id);
      await expect(answer(failingAt(store, model, operation), account, SECOND)).rejects.toThrow('failed on purpose');
      expect(await reread(store, account)).toEqual(account);
      expect(await history(account.id)).toEqual(rows);
      expect(saved(await answer(store, account, SECOND)).sheet).toEqual(SECOND);
    });

    test('also when the database itself refuses it', async () => {
      const account = saved(await answer(store, await storedTeam(store), FIRST));
      const twice = ['oncall@harvest.example', 'oncall@harvest.example'];
      await expect(answer(store, account, { ...SECOND, 'ops-users': twice })).rejects.toThrow(/unique/i);
      expect(await reread(store, account)).toEqual(account);
    });
  });

  test(
    'an account that is read while others save is never half of one revision and half of another',
    PATIENT,
    async () => {
      let account = saved(await answer(store, await storedTeam(store), FIRST));
      const even = account.revision;
      const whole = (revision: number) => (revision % 2 === even % 2 ? FIRST : SECOND);
      const end = even + 30;
      const write = async () => {
        while (account.revision < end) account = saved(await answer(store, account, whole(account.revision + 1)));
      };
      const watch = async () => {
        for (let revision = even; revision < end; ) {
          const now = await reread(store, account);
          expect(now.sheet).toEqual(whole(now.revision));
          revision = now.revision;
        }
      };
      await Promise.all([write(), watch(), watch()]);
    },
  );
});
