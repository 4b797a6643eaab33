import type { Member } from '../domain/access.ts';
import { Overtaken, type SaveOutcome, type Saving, save, saveNothing } from './save.ts';
import type { Store } from './store.ts';

/** Gives a person access, or another role (A5). */
export async function grantAccess(store: Store, saving: Saving & { member: Member }): Promise<SaveOutcome> {
  const { account, by, now } = saving;
  const { userId, role, endsAt } = saving.member;
  const known = account.members.find((member) => member.userId === userId) ?? null;
  if (known?.role === role && known.endsAt?.getTime() === endsAt?.getTime()) return saveNothing(store, saving);
  const change = {
    kind: 'access.granted',
    before: { member: known },
    after: { member: { userId, role, endsAt } },
  } as const;
  const accountId = account.id;
  return save(store, saving, change, (transaction) =>
    transaction.member.upsert({
      where: { accountId_userId: { accountId, userId } },
      create: { accountId, userId, role, endsAt, addedBy: by, addedAt: now },
      update: { role, endsAt },
    }),
  );
}

/** Takes a person's access away. Whoever is no member is no alert contact either: the database sees to it (R6). */
export async function revokeAccess(store: Store, saving: Saving & { userId: string }): Promise<SaveOutcome> {
  const { account, userId } = saving;
  const known = account.members.find((member) => member.userId === userId);
  if (!known) return saveNothing(store, saving);
  const { alert } = account.sheet;
  const left = alert.filter((contact) => contact !== userId);
  const change = {
    kind: 'access.revoked',
    before: { member: known, ...(left.length < alert.length && { alert }) },
    after: { member: null, ...(left.length < alert.length && { alert: left }) },
  } as const;
  return save(store, saving, change, async (transaction) => {
    const { count } = await transaction.member.deleteMany({ where: { accountId: account.id, userId } });
    if (count === 0) throw new Overtaken();
  });
}
