import type { Person, Standing } from '../domain/person.ts';
import type { Person as PersonRow } from './generated/sqlite/client.ts';
import type { Store } from './store.ts';

/** Remembers what Slack says of a person now. */
export async function rememberPerson(
  store: Store,
  { teamId, person, now }: { teamId: string; person: Person; now: Date },
): Promise<void> {
  const { userId, name, standing, locale, zone, isOwner } = person;
  const said = { name, standing, locale, zone, isOwner, checkedAt: now };
  // One statement in both databases, so that nobody comes in between.
  await store.client.person.upsert({
    where: { teamId_userId: { teamId, userId } },
    create: { teamId, userId, ...said },
    update: said,
  });
}

/** What Slack last said of the person, and when. */
export async function findPerson(
  store: Store,
  { teamId, userId }: { teamId: string; userId: string },
): Promise<{ person: Person; checkedAt: Date } | null> {
  const row = await store.client.person.findUnique({ where: { teamId_userId: { teamId, userId } } });
  return row && { person: toPerson(row), checkedAt: row.checkedAt };
}

/** Those of the people that we have heard of, by user id. */
export async function findPeople(
  store: Store,
  { teamId, userIds }: { teamId: string; userIds: readonly string[] },
): Promise<Map<string, Person>> {
  const rows = await store.client.person.findMany({ where: { teamId, userId: { in: [...new Set(userIds)] } } });
  return new Map(rows.map((row) => [row.userId, toPerson(row)]));
}

/** The owners of the workspace that we have heard of. */
export async function ownersOf(store: Store, { teamId }: { teamId: string }): Promise<Person[]> {
  const rows = await store.client.person.findMany({
    where: { teamId, isOwner: true, standing: 'member' },
    orderBy: { userId: 'asc' },
  });
  return rows.map(toPerson);
}

const toPerson = ({ userId, name, standing, locale, zone, isOwner }: PersonRow): Person => ({
  ...{ userId, name, locale, zone, isOwner },
  standing: standing as Standing,
});
