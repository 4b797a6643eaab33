import { beforeAll, describe, expect, test } from 'vitest';
import type { Member } from '../../src/domain/access.ts';
import type { Account } from '../../src/domain/account.ts';
import { grantAccess, revokeAccess } from '../../src/store/access.ts';
import { claimEndNotice, endingAccess, membersOfWorkspace, releaseEndNotice } from '../../src/store/members.ts';
import { settleRequest } from '../../src/store/requests.ts';
import type { Store } from '../../src/store/store.ts';
import { HOUR, later, member, NOW } from '../domain/build.ts';
import { newTeam, saved, stored } from './account.ts';
import { eachDatabase } from './databases.ts';
import { requested } from './request.ts';

const DAY = 24 * HOUR;
const AT_ONCE = Array.from({ length: 20 });

eachDatabase('members', (open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  const give = async (account: Account, given: Member) =>
    saved(await grantAccess(store, { account, member: given, by: 'UANA', now: NOW }));
  const timed = async (endsAt: Date) => give(await stored(store), member('UDIEGO', 'editor', endsAt));
  /** What is due a day before the end, of this account. */
  const ending = async (account: Account, now: Date, limit = 999) => {
    const toldBefore = new Date(now.getTime() + DAY);
    const found = await endingAccess(store, { now, toldBefore, limit });
    return found.filter(({ accountId }) => accountId === account.id);
  };
  const claim = (account: Account, told: Member) => claimEndNotice(store, { accountId: account.id, member: told });

  describe('A7: access that ends', () => {
    const end = later(3 * DAY);
    const diego = member('UDIEGO', 'editor', end);

    test('is found from a day before its end on, until it is told, and again when it has ended', async () => {
      const account = await timed(end);
      const found = [{ teamId: account.teamId, accountId: account.id, member: diego }];
      expect(await ending(account, later(2 * DAY - 1))).toEqual([]);
      expect(await ending(account, later(2 * DAY))).toEqual(found);
      expect(await claim(account, diego)).toBe(true);
      expect(await ending(account, later(2 * DAY))).toEqual([]);
      expect(await ending(account, later(3 * DAY - 1))).toEqual([]);
      expect(await ending(account, end)).toEqual(found);
      saved(await revokeAccess(store, { account, userId: 'UDIEGO', by: 'UANA', now: end }));
      expect(await ending(account, later(9 * DAY))).toEqual([]);
    });

    test('is not what has no end', async () => {
      const account = await give(await stored(store), member('UDIEGO'));
      expect(await ending(account, later(999 * DAY))).toEqual([]);
      const toldBefore = later(999 * DAY);
      for (const one of await endingAccess(store, { now: NOW, toldBefore, limit: 999 })) {
        expect(one.member.endsAt).not.toBeNull();
      }
    });

    test('is told by one of many at once', async () => {
      const account = await timed(end);
      const claims = await Promise.all(AT_ONCE.map(() => claim(account, diego)));
      expect(claims.filter(Boolean)).toHaveLength(1);
      expect(await claim(account, diego)).toBe(false);
    });

    test('is told by the next one if whoever claimed it could not tell', async () => {
      const account = await timed(end);
      await claim(account, diego);
      await releaseEndNotice(store, { accountId: account.id, member: diego });
      expect(await ending(account, later(2 * DAY))).toHaveLength(1);
      expect(await claim(account, diego)).toBe(true);
    });

    test.each<[string, Member, boolean]>([
      ['another end is told again', member('UDIEGO', 'editor', later(3.5 * DAY)), true],
      ['the same end is not told again, whatever the role', member('UDIEGO', 'viewer', end), false],
    ])('is given anew: %s', async (_, given, again) => {
      const account = await timed(end);
      await claim(account, diego);
      const after = await give(account, given);
      expect((await ending(after, later(3 * DAY - 1))).length).toBe(again ? 1 : 0);
      expect(await claim(after, given)).toBe(again);
    });

    test('is told again after access without an end was given in between', async () => {
      const account = await timed(end);
      await claim(account, diego);
      const after = await give(await give(account, member('UDIEGO', 'editor')), diego);
      expect(await claim(after, diego)).toBe(true);
    });

    test('is not told again when an approval leaves it as it is', async () => {
      const account = await timed(end);
      await claim(account, diego);
      const about = await requested(store, account, { role: 'viewer' });
      const settlement = { state: 'approved', note: null, member: diego } as const;
      saved(await settleRequest(store, { ...about, settlement, by: 'UANA', now: NOW }));
      expect(await ending(account, later(2 * DAY))).toEqual([]);
    });

    test('is not told of an end that was moved, nor is the claim on it taken back', async () => {
      const account = await timed(end);
      const moved = member('UDIEGO', 'editor', later(5 * DAY));
      const after = await give(account, moved);
      expect(await claim(account, diego)).toBe(false);
      expect(await claim(after, moved)).toBe(true);
      await releaseEndNotice(store, { accountId: account.id, member: diego });
      expect(await claim(after, moved)).toBe(false);
    });

    test('is found first where it ends first, in every workspace, and no more of it than asked for', async () => {
      const own = await open();
      for (const hours of [3, 1, 4, 2]) {
        const given = member(`U${hours}`, 'viewer', later(hours * HOUR));
        saved(await grantAccess(own, { account: await stored(own), member: given, by: 'UANA', now: NOW }));
      }
      const found = await endingAccess(own, { now: NOW, toldBefore: later(DAY), limit: 3 });
      expect(found.map((one) => one.member.userId)).toEqual(['U1', 'U2', 'U3']);
      expect(new Set(found.map(({ teamId }) => teamId)).size).toBe(3);
    });
  });

  test('R6: everybody with access to something in the workspace is found once, and nobody of another', async () => {
    const here = await give(await stored(store), member('UBRUNO'));
    const { teamId } = here;
    await give(await stored(store, { teamId }), member('UBRUNO', 'editor'));
    await give(await stored(store), member('UELSEWHERE'));
    const ended = await give(here, member('UENDED', 'viewer', later(1)));
    saved(
      await revokeAccess(store, { account: await give(ended, member('UGONE')), userId: 'UGONE', by: 'UANA', now: NOW }),
    );
    expect((await membersOfWorkspace(store, { teamId })).sort()).toEqual(['UANA', 'UBRUNO', 'UENDED']);
    expect(await membersOfWorkspace(store, { teamId: newTeam() })).toEqual([]);
  });
});
