import type { WebClient } from '@slack/web-api';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import { mailboxesIn } from '../../src/domain/leak.ts';
import { ADDRESS_PURPOSES } from '../../src/domain/purpose.ts';
import { guard } from '../../src/slack/sink/guard.ts';
import type { Sender } from '../../src/slack/sink/sender.ts';
import { AudienceError } from '../../src/slack/surface.ts';
import { viewerOf } from '../../src/slack/viewer.ts';
import { LeakError } from '../../src/store/leak.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { internalAnswers, MARK } from '../domain/arbitrary.ts';
import { ALIAS, FULL_SHEET } from '../domain/build.ts';
import { PLACES, WRITTEN } from '../domain/written.ts';
import { answer, newTeam, saved, stored } from '../store/account.ts';
import { emptyDatabase } from '../store/databases.ts';
import { OUTLETS } from './outlets.ts';
import { NOW, person, SCENES } from './scenes.ts';

const ACCOUNTS = 25;
let store: Store;
let remove: () => Promise<void>;
let accounts: Account[];

/** A workspace with accounts of every kind of sheet. */
beforeAll(async () => {
  const database = await emptyDatabase('sqlite');
  remove = database.remove;
  store = await openStore(database.url);
  const teamId = newTeam();
  accounts = [];
  for (const internal of fc.sample(internalAnswers(), ACCOUNTS)) {
    const account = await stored(store, { teamId, by: 'UVIEWING' });
    // People who are alerted are members; the sink judges mentions apart.
    accounts.push(saved(await answer(store, account, { ...FULL_SHEET, ...internal, alert: [] }, 'UVIEWING')));
  }
});

afterAll(async () => {
  await store.close();
  await remove();
});

const logged: unknown[] = [];
const write = (...said: unknown[]) => logged.push(said);

async function passes(payload: unknown): Promise<boolean> {
  const sender: Sender = {
    ...{ store, client: null as unknown as WebClient, teamId: accounts[0]?.teamId ?? '', now: NOW },
    ...{ log: { info: write, error: write }, support: { email: null, url: null } },
  };
  try {
    await guard(sender, { audience: 'third-party' }, 'post', payload);
    return true;
  } catch (error) {
    if (error instanceof LeakError) return false;
    throw error;
  }
}

const chosen = fc.nat(ACCOUNTS - 1).map((place) => accounts[place] as Account);
const outlet = fc.constantFrom(...Object.entries(OUTLETS));

it('X2: whatever is handed over for a third party holds no internal contact, or is refused', async () => {
  let refused = 0;
  const property = fc.asyncProperty(
    chosen,
    outlet,
    fc.constantFrom('UVIEWING', 'UOUTSIDER'),
    fc.constantFrom('en-US', 'pt-BR'),
    async (account, [, render], userId, locale) => {
      const scene = { account, accounts: [account, SCENES.usual.account], now: NOW, notice: [] };
      let payload: unknown;
      try {
        payload = render(scene, viewerOf(person(userId, locale), account, NOW));
      } catch (error) {
        if (error instanceof AudienceError) return;
        throw error;
      }
      const internal = [...mailboxesIn(payload)].some((mailbox) => mailbox.startsWith(MARK));
      // Read in another way than the sink reads it: no internal address is overlooked, and nothing else is one.
      expect(JSON.stringify(payload).toLowerCase().includes(MARK)).toBe(internal);
      expect(await passes(payload)).toBe(!internal);
      if (internal) refused += 1;
    },
  );
  await fc.assert(property, { numRuns: 1500 });
  expect(refused).toBeGreaterThan(20);
  expect(JSON.stringify(logged).toLowerCase()).not.toContain(MARK);
}, 120_000);

it('X2: it is refused wherever and however a contact is written, and the shared one passes in the same way', async () => {
  const written = fc.constantFrom(...Object.values(WRITTEN));
  const place = fc.constantFrom(...Object.values(PLACES));
  const property = fc.asyncProperty(chosen, written, place, async (account, how, put) => {
    const internal = ADDRESS_PURPOSES.filter((purpose) => purpose !== 'ops-users').flatMap((one) => account.sheet[one]);
    for (const address of internal.slice(0, 2)) expect(await passes(put(how(address)))).toBe(false);
    expect(await passes(put(how(ALIAS)))).toBe(true);
  });
  await fc.assert(property, { numRuns: 400 });
}, 120_000);
