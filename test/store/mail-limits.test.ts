import { beforeEach, describe, expect, it } from 'vitest';
import { countedMailbox, MAIL_LIMITS, roomAgain } from '../../src/domain/mail.ts';
import { forgetMails, type MailAsk, type Reservation, reserveMail } from '../../src/store/mail-limits.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { HOUR, later, NOW } from '../domain/build.ts';
import { newTeam } from './account.ts';
import { eachDatabase, emptyDatabase } from './databases.ts';
import { TEMPLATE } from './postgres-setup.ts';

const ask = (facts: Partial<MailAsk> = {}): MailAsk => ({
  ...{ teamId: 'T1', actorId: 'UANA', mailbox: 'oncall@harvest.example', now: NOW },
  ...facts,
});

const reserve = (store: Store, one: MailAsk): Promise<Reservation> =>
  store.client.$transaction((transaction) => reserveMail(store, transaction, one));

const many = (count: number, facts: (n: number) => Partial<MailAsk>) =>
  Array.from({ length: count }, (_, n) => ask(facts(n)));
const each = (n: number) => `contact${n}@harvest.example`;

eachDatabase('verification: the limits', (open) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });

  const sent = async (asks: readonly MailAsk[]) => {
    for (const one of asks) expect((await reserve(store, one)).kind).toBe('reserved');
  };

  it('let a person send 20 mails an hour, and say when there is room again', async () => {
    await sent(many(20, (n) => ({ mailbox: each(n), now: later(n * 60_000) })));
    const next = ask({ mailbox: each(20), now: later(20 * 60_000) });
    expect(await reserve(store, next)).toEqual({ kind: 'limited', of: 'actor', until: later(HOUR) });
    expect((await reserve(store, { ...next, now: later(HOUR - 1) })).kind).toBe('limited');
    await sent([ask({ mailbox: each(20), now: later(HOUR) }), ask({ mailbox: each(21), actorId: 'UBRUNO' })]);
  });

  it('let a mailbox get 3 an hour and 8 a day, whoever asks, in whatever workspace, and with whatever tag', async () => {
    const askers = [{ teamId: 'T1' }, { teamId: 'T2', actorId: 'UEVE' }, { mailbox: 'OnCall+shop@harvest.example' }];
    await sent(askers.map((one) => ask(one)));
    const limited = { kind: 'limited', of: 'mailbox' };
    expect(await reserve(store, ask({ teamId: 'T3', actorId: 'UZED' }))).toEqual({ ...limited, until: later(HOUR) });
    for (const hours of [1, 2]) {
      await sent(many(hours === 1 ? 3 : 2, () => ({ now: later(hours * HOUR), actorId: `U${hours}` })));
    }
    const ninth = ask({ actorId: 'UNEW', now: later(5 * HOUR) });
    expect(await reserve(store, ninth)).toEqual({ ...limited, until: later(24 * HOUR) });
    await sent([ask({ actorId: 'UNEW', now: later(24 * HOUR) })]);
  });

  it('let a workspace send 200 a day, and keep no other one back', async () => {
    await sent(many(200, (n) => ({ mailbox: each(n), actorId: `U${n}` })));
    const next = ask({ mailbox: each(200), actorId: 'U200' });
    expect(await reserve(store, next)).toEqual({ kind: 'limited', of: 'workspace', until: later(24 * HOUR) });
    await sent([{ ...next, teamId: 'T2' }]);
  });

  it('name the one that lasts longest, where several are reached', async () => {
    await sent(many(20, (n) => ({ mailbox: each(n) })));
    await sent(many(3, () => ({ actorId: 'UBRUNO', now: later(60_000) })));
    expect(await reserve(store, ask({ now: later(120_000) }))).toEqual({
      ...{ kind: 'limited', of: 'mailbox', until: later(HOUR + 60_000) },
    });
  });

  it('hold for everybody who asks at once', async () => {
    const asks = many(12, (n) => ({ actorId: `U${n}`, teamId: newTeam() }));
    const answers = await Promise.all(asks.map((one) => reserve(store, one)));
    expect(answers.filter(({ kind }) => kind === 'reserved')).toHaveLength(3);
  });

  it('forget what they no longer look back to', async () => {
    await sent([ask(), ask({ now: later(HOUR) })]);
    expect(await forgetMails(store, { now: later(24 * HOUR) })).toBe(0);
    expect(await forgetMails(store, { now: later(24 * HOUR + 1) })).toBe(1);
    expect(await store.client.mailSent.count()).toBe(1);
  });
});

describe('verification: the limits of two processes', () => {
  it('are the same ones: both together send no more than one could', async () => {
    const { url, remove } = await emptyDatabase('postgresql', TEMPLATE);
    const stores = await Promise.all([openStore(url), openStore(url)]);
    try {
      for (let round = 0; round < 10; round += 1) {
        const asks = many(8, (n) => ({
          mailbox: `round${round}@harvest.example`,
          actorId: `U${n}`,
          teamId: newTeam(),
        }));
        const answers = await Promise.all(asks.map((one, n) => reserve(stores[n % 2] as Store, one)));
        expect(answers.filter(({ kind }) => kind === 'reserved')).toHaveLength(3);
      }
    } finally {
      for (const store of stores) await store.close();
      await remove();
    }
  });
});

describe('what a limit counts', () => {
  it.each([
    ['oncall@harvest.example', 'oncall@harvest.example'],
    ['OnCall+a+b@Harvest.example', 'oncall@harvest.example'],
    ['+odd@harvest.example', '+odd@harvest.example'],
  ])('of %s is %s', (mailbox, counted) => {
    expect(countedMailbox(mailbox)).toBe(counted);
  });

  it('has room until it is full', () => {
    for (const limit of MAIL_LIMITS) {
      expect(roomAgain(Array(limit.most - 1).fill(NOW), limit)).toBe(null);
      expect(roomAgain(Array(limit.most).fill(NOW), limit)).toEqual(later(limit.within));
    }
  });
});
