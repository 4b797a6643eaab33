import type { Member } from '../domain/access.ts';
import { dropCoversOf, promisedBy } from './covers.ts';
import { answerRequests, putMember } from './members.ts';
import { dropRequestsOf } from './requests.ts';
import { Overtaken, type SaveOutcome, type Saving, save, saveNothing } from './save.ts';
import type { Store } from './store.ts';

/** Gives a person access, or another role (A5); an owner who takes an account over is written down as such (A6). */
export async function grantAccess(
  store: Store,
  saving: Saving & { member: Member; kind?: 'access.granted' | 'access.recovered' },
): Promise<SaveOutcome> {
  const { account, by, now, member, kind = 'access.granted' } = saving;
  const known = account.members.find(({ userId }) => userId === member.userId) ?? null;
  if (known?.role === member.role && known.endsAt?.getTime() === member.endsAt?.getTime()) {
    return saveNothing(store, saving);
  }
  const change = { kind, before: { member: known }, after: { member } };
  return save(store, saving, change, async (transaction) => {
    await putMember(transaction, { account, member, by, now });
    await answerRequests(transaction, { accountId: account.id, member, by, now });
  });
}

/**
 * Takes a person's access away. Whoever is no member is no alert contact either: the database sees to it (R6). What they
 * have promised to cover is a gap again (C4).
 */
export async function revokeAccess(
  store: Store,
  saving: Saving & { userId: string; kind?: 'access.revoked' | 'access.ended' | 'access.left' },
): Promise<SaveOutcome> {
  const { account, userId, now, kind = 'access.revoked' } = saving;
  const accountId = account.id;
  const known = account.members.find((member) => member.userId === userId);
  if (!known) return saveNothing(store, saving);
  const { alert } = account.sheet;
  const left = alert.filter((contact) => contact !== userId);
  // Read after the account: had somebody taken or returned one since, this save would be overtaken.
  const covers = await promisedBy(store, { accountId, userId, now });
  const change = {
    kind,
    before: { member: known, ...(left.length < alert.length && { alert }), ...(covers.length > 0 && { covers }) },
    after: {
      member: null,
      ...(left.length < alert.length && { alert: left }),
      ...(covers.length > 0 && { covers: [] }),
    },
  };
  return save(store, saving, change, async (transaction) => {
    const { count } = await transaction.member.deleteMany({ where: { accountId, userId } });
    if (count === 0) throw new Overtaken();
    await dropCoversOf(transaction, { accountId, userId, now });
    if (kind === 'access.left') await dropRequestsOf(transaction, { accountId, userId, now });
  });
}

/** Chooses where the account's access requests are shown; null means a DM to each admin (A2). */
export async function saveAdminChannel(
  store: Store,
  saving: Saving & { channelId: string | null },
): Promise<SaveOutcome> {
  const { account, channelId } = saving;
  if (account.adminChannelId === channelId) return saveNothing(store, saving);
  const change = {
    kind: 'access.channel',
    set: { adminChannelId: channelId },
    before: { channelId: account.adminChannelId },
    after: { channelId },
  } as const;
  return save(store, saving, change, async () => {});
}
