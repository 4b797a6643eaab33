import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Person } from '../../src/domain/person.ts';
import { findPeople, findPerson, rememberPerson } from '../../src/store/people.ts';
import type { Store } from '../../src/store/store.ts';
import { newTeam } from './account.ts';
import { eachDatabase } from './databases.ts';

const ana: Person = {
  userId: 'U1',
  name: 'Ana Conceição',
  standing: 'member',
  locale: 'pt-BR',
  zone: 'America/Sao_Paulo',
  isOwner: true,
};
const monday = new Date('2026-03-02T09:00:00.123Z');
const tuesday = new Date('2026-03-03T09:00:00.000Z');

eachDatabase('people', (open) => {
  let store: Store;
  let teamId: string;
  beforeAll(async () => {
    store = await open();
  });
  beforeEach(() => {
    teamId = newTeam();
  });

  test('a person comes back as Slack described them, with the moment of it', async () => {
    await rememberPerson(store, { teamId, person: ana, now: monday });
    expect(await findPerson(store, { teamId, userId: 'U1' })).toEqual({ person: ana, checkedAt: monday });
  });

  test('what Slack says later replaces what it said before', async () => {
    await rememberPerson(store, { teamId, person: ana, now: monday });
    const gone: Person = { ...ana, name: 'Ana', standing: 'deactivated', isOwner: false };
    await rememberPerson(store, { teamId, person: gone, now: tuesday });
    expect(await findPerson(store, { teamId, userId: 'U1' })).toEqual({ person: gone, checkedAt: tuesday });
  });

  test('a person nobody has heard of, or whom only another workspace knows, is not found', async () => {
    await rememberPerson(store, { teamId, person: ana, now: monday });
    expect(await findPerson(store, { teamId: 'T2', userId: 'U1' })).toBeNull();
    expect(await findPeople(store, { teamId: 'T2', userIds: ['U1'] })).toEqual(new Map());
  });

  test('people are found by their user ids, and who is unknown is left out', async () => {
    const ben: Person = { ...ana, userId: 'U2', name: 'Ben', isOwner: false };
    await rememberPerson(store, { teamId, person: ana, now: monday });
    await rememberPerson(store, { teamId, person: ben, now: monday });
    const found = await findPeople(store, { teamId, userIds: ['U2', 'U9', 'U1', 'U2'] });
    expect(found).toEqual(
      new Map([
        ['U1', ana],
        ['U2', ben],
      ]),
    );
    expect(await findPeople(store, { teamId, userIds: [] })).toEqual(new Map());
  });

  test('several who hear of the same person at once do not disturb each other', async () => {
    const heard = Array.from({ length: 30 }, (_, n) => ({ ...ana, name: `Ana ${n}` }));
    await Promise.all(heard.map((person) => rememberPerson(store, { teamId, person, now: monday })));
    const found = await findPerson(store, { teamId, userId: 'U1' });
    expect(heard).toContainEqual(found?.person);
  });
});
