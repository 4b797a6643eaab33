import { expect, test } from 'vitest';
import type { Person } from '../../src/domain/person.ts';
import { findPeople, findPerson, rememberPerson } from '../../src/store/people.ts';
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
  test('a person comes back as Slack described them, with the moment of it', async () => {
    const store = await open();
    await rememberPerson(store, { teamId: 'T1', person: ana, now: monday });
    expect(await findPerson(store, { teamId: 'T1', userId: 'U1' })).toEqual({ person: ana, checkedAt: monday });
  });

  test('what Slack says later replaces what it said before', async () => {
    const store = await open();
    await rememberPerson(store, { teamId: 'T1', person: ana, now: monday });
    const gone: Person = { ...ana, name: 'Ana', standing: 'deactivated', isOwner: false };
    await rememberPerson(store, { teamId: 'T1', person: gone, now: tuesday });
    expect(await findPerson(store, { teamId: 'T1', userId: 'U1' })).toEqual({ person: gone, checkedAt: tuesday });
  });

  test('a person nobody has heard of, or whom only another workspace knows, is not found', async () => {
    const store = await open();
    await rememberPerson(store, { teamId: 'T1', person: ana, now: monday });
    expect(await findPerson(store, { teamId: 'T2', userId: 'U1' })).toBeNull();
    expect(await findPeople(store, { teamId: 'T2', userIds: ['U1'] })).toEqual(new Map());
  });

  test('people are found by their user ids, and who is unknown is left out', async () => {
    const store = await open();
    const ben: Person = { ...ana, userId: 'U2', name: 'Ben', isOwner: false };
    await rememberPerson(store, { teamId: 'T1', person: ana, now: monday });
    await rememberPerson(store, { teamId: 'T1', person: ben, now: monday });
    const found = await findPeople(store, { teamId: 'T1', userIds: ['U2', 'U9', 'U1', 'U2'] });
    expect(found).toEqual(
      new Map([
        ['U1', ana],
        ['U2', ben],
      ]),
    );
    expect(await findPeople(store, { teamId: 'T1', userIds: [] })).toEqual(new Map());
  });

  test('several who hear of the same person at once do not disturb each other', async () => {
    const store = await open();
    const heard = Array.from({ length: 30 }, (_, n) => ({ ...ana, name: `Ana ${n}` }));
    await Promise.all(heard.map((person) => rememberPerson(store, { teamId: 'T1', person, now: monday })));
    const found = await findPerson(store, { teamId: 'T1', userId: 'U1' });
    expect(heard).toContainEqual(found?.person);
  });
});
