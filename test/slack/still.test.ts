import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import { whileHolding } from '../../src/slack/access/still.ts';
import type { AccountTurn, Answer } from '../../src/slack/turn.ts';
import { revokeAccess } from '../../src/store/access.ts';
import { saveSheet } from '../../src/store/sheets.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { emptyDatabase } from '../store/databases.ts';
import { Desk, TEAM } from './desk.ts';
import { BRUNO, bringIn, EVERYBODY, setUp, theAccount } from './journey.ts';
import { person } from './scenes.ts';

let desk: Desk;
let store: Store;
let remove: () => Promise<void>;

beforeEach(async () => {
  const database = await emptyDatabase('sqlite');
  remove = database.remove;
  store = await openStore(database.url);
  desk = new Desk(store, EVERYBODY);
  await setUp(desk);
  await bringIn(desk, BRUNO.id, 'editor');
});

afterEach(async () => {
  await desk.close();
  await remove();
});

/** Bruno saves an emergency address; whatever overtakes him happens between his decision and his save. */
async function save(overtaking: (account: Account) => Promise<unknown>): Promise<Answer> {
  const account = await theAccount(desk);
  const turn = { deps: { store }, teamId: TEAM, person: person(BRUNO.id), account, now: desk.now } as AccountTurn;
  let first = true;
  return whileHolding(turn, 'editor', async (latest) => {
    if (first) await overtaking(latest);
    first = false;
    const sheet = { ...latest.sheet, 'tech-emergency': ['bruno@harvest.example'] };
    const saved = await saveSheet(store, { account: latest, sheet, by: BRUNO.id, now: desk.now });
    return saved.kind === 'conflict' ? saved : { kind: 'nothing' };
  });
}

it('A6: a save is made anew on what somebody else saved meanwhile', async () => {
  const answer = await save((account) => {
    const sheet = { ...account.sheet, 'ops-platform': ['ana@harvest.example'] };
    return saveSheet(store, { account, sheet, by: 'UANA', now: desk.now });
  });
  expect(answer.kind).toBe('nothing');
  expect((await theAccount(desk)).sheet).toMatchObject({
    'tech-emergency': ['bruno@harvest.example'],
    'ops-platform': ['ana@harvest.example'],
  });
});

it('A6: a save that is overtaken by the revoke of whoever saves is refused, and saves nothing', async () => {
  const answer = await save((account) => revokeAccess(store, { account, userId: BRUNO.id, by: 'UANA', now: desk.now }));
  expect(answer).toMatchObject({ kind: 'update', view: { callback_id: 'access.none' } });
  expect((await theAccount(desk)).sheet['tech-emergency']).toEqual([]);
});
