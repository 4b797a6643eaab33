import { describe, expect, it } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import { grantAccess } from '../../src/store/access.ts';
import { LeakError, leaksOf, type Outgoing, refuseLeak } from '../../src/store/leak.ts';
import type { Store } from '../../src/store/store.ts';
import { ALIAS, FULL_SHEET, HOUR, later, member, NOW } from '../domain/build.ts';
import { answer, newTeam, saved, stored, storedTeam } from './account.ts';
import { eachDatabase } from './databases.ts';

const SECRET = 'secret-escalation@harvest.example';

eachDatabase('what may not leave', (open) => {
  let store: Store;
  let account: Account;

  const begin = async () => {
    store = await open();
    account = saved(await answer(store, await storedTeam(store), { ...FULL_SHEET, 'ops-platform': [SECRET] }));
  };
  const outgoing = (payload: unknown, facts: Partial<Outgoing> = {}): Outgoing => ({
    ...{ teamId: account.teamId, audience: 'third-party', now: NOW, payload },
    ...facts,
  });
  const leaks = (payload: unknown, facts: Partial<Outgoing> = {}) => leaksOf(store, outgoing(payload, facts));

  it('R12: is every contact that the account does not share, whoever wrote it how', async () => {
    await begin();
    expect(await leaks(`Call ${SECRET}`)).toEqual(['ops-platform']);
    expect(await leaks(`Call ${SECRET.toUpperCase()}`)).toEqual(['ops-platform']);
    expect((await leaks(FULL_SHEET)).sort()).toEqual(['ops-merchant', 'tech-emergency', 'tech-non-emergency']);
    expect(await leaks(`Users write to ${ALIAS}, everybody else to nobody@harvest.example`)).toEqual([]);
  });

  it('R12: is no contact of another workspace', async () => {
    await begin();
    expect(await leaks(SECRET, { teamId: newTeam() })).toEqual([]);
  });

  it('is refused with the purposes, and without a word of what it was', async () => {
    await begin();
    const refused = (await refuseLeak(store, outgoing(`Call ${SECRET}`)).catch((error) => error)) as LeakError;
    expect(refused).toBeInstanceOf(LeakError);
    expect(refused.purposes).toEqual(['ops-platform']);
    expect(`${refused.stack} ${JSON.stringify(refused)}`).not.toContain('escalation@');
    await expect(refuseLeak(store, outgoing(`Call ${ALIAS}`))).resolves.toBeUndefined();
  });

  it('costs a member nothing: no query is asked', async () => {
    await begin();
    const closed = { client: null } as unknown as Store;
    expect(await leaksOf(closed, outgoing(SECRET, { audience: 'internal' }))).toEqual([]);
    expect(await leaksOf(closed, outgoing('No address, no query.'))).toEqual([]);
  });

  it('is one query for as many addresses as there may be', async () => {
    await begin();
    let asked = 0;
    const query = {
      contact: {
        findMany: ({ args, query: ask }: { args: never; query: (args: never) => unknown }) => {
          asked += 1;
          return ask(args);
        },
      },
    };
    const counting = { ...store, client: store.client.$extends({ query } as object) as unknown as Store['client'] };
    const many = Array.from({ length: 2000 }, (_, place) => `someone-${place}@elsewhere.example`);
    expect(await leaksOf(counting, outgoing([many, SECRET]))).toEqual(['ops-platform']);
    expect(asked).toBe(1);
  });

  it('X2: is nothing of their own accounts to a colleague, and everything of the others', async () => {
    await begin();
    const other = await stored(store, { teamId: account.teamId, name: 'Other', by: 'UDIEGO' });
    await answer(store, other, { 'tech-emergency': ['other@oncall.example'] }, 'UDIEGO');
    const both = [SECRET, 'other@oncall.example'];
    expect(await leaks(both, { colleague: 'UBRUNO' })).toEqual(['tech-emergency']);
    expect(await leaks(both, { colleague: 'UDIEGO' })).toEqual(['ops-platform']);
    expect((await leaks(both, { colleague: 'USOMEBODY' })).sort()).toEqual(['ops-platform', 'tech-emergency']);
    const until = member('UELLA', 'viewer', later(HOUR));
    await grantAccess(store, { account, member: until, by: 'UANA', now: NOW });
    expect(await leaks(SECRET, { colleague: 'UELLA' })).toEqual([]);
    expect(await leaks(SECRET, { colleague: 'UELLA', now: later(2 * HOUR) })).toEqual(['ops-platform']);
  });

  it('R12: is what one account keeps to itself although another shares it, but for what tells of that other', async () => {
    await begin();
    const other = await stored(store, { teamId: account.teamId, name: 'Other' });
    await answer(store, other, { 'tech-emergency': [ALIAS] });
    expect(await leaks(`Write to ${ALIAS}`)).toEqual(['tech-emergency']);
    expect(await leaks(`Write to ${ALIAS}`, { about: account.id })).toEqual([]);
    expect(await leaks(`Write to ${ALIAS}`, { about: other.id })).toEqual(['tech-emergency']);
    // On its own sheet twice, once shared: no secret of that account any more.
    await answer(store, account, { 'ops-merchant': [ALIAS.toUpperCase()] });
    expect(await leaks(`Write to ${ALIAS}`, { about: account.id })).toEqual([]);
  });

  it('is not what the reader knows anyhow: the operator’s address, the mailbox that a mail goes to', async () => {
    await begin();
    expect(await leaks(`For ${SECRET}`, { allowed: [SECRET.toUpperCase(), null] })).toEqual([]);
    expect(await leaks([SECRET, 'oncall@harvest.example'], { allowed: [SECRET] })).toEqual(['tech-emergency']);
    expect(await leaks(`You wrote ${SECRET}`, { own: { reason: `I am ${SECRET}` } })).toEqual([]);
  });

  describe('R12: in what tells outsiders about the account', () => {
    it('is who is alerted, but no admin, and nobody who is named on purpose', async () => {
      await begin();
      account = saved(await answer(store, account, { alert: ['UANA', 'UBRUNO'] }));
      const about = account.id;
      expect(await leaks('Ask <@UANA>, an admin.', { about })).toEqual([]);
      expect(await leaks('Alerts reach <@UBRUNO>.', { about })).toEqual(['alert']);
      expect(await leaks('<@UBRUNO> covers tonight.', { about, names: ['UBRUNO'] })).toEqual([]);
      expect(await leaks('<@UCHLOE> is here.', { about })).toEqual([]);
      expect(await leaks('<@UBRUNO> asked for you.', { about, colleague: 'UDIEGO' })).toEqual([]);
      expect(await leaks('<@UBRUNO> asked for you.')).toEqual([]);
    });
  });
});
