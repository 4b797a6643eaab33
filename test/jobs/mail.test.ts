import { beforeEach, expect, it } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import type { FarewellMail, MailOutcome } from '../../src/domain/mail.ts';
import type { Sheet } from '../../src/domain/sheet.ts';
import { tickMail } from '../../src/jobs/mail.ts';
import { beginChallenge, confirmMailbox } from '../../src/store/mailboxes.ts';
import { rememberPerson } from '../../src/store/people.ts';
import type { Store } from '../../src/store/store.ts';
import { ALIAS, BRUNO, HOUR, later, NOW } from '../domain/build.ts';
import { answer, failingAt, reread, saved, stored } from '../store/account.ts';
import { eachDatabase } from '../store/databases.ts';

const OLD = 'Old@harvest.example';
const MINUTE = 60_000;

eachDatabase('verification: an address that leaves the sheet', (open) => {
  let store: Store;
  let account: Account;
  let sent: FarewellMail[];
  let logged: string[];
  let outcomes: MailOutcome[];

  beforeEach(async () => {
    store = await open();
    [sent, logged, outcomes] = [[], [], []];
    account = await stored(store);
    await put({ 'tech-emergency': [OLD], 'ops-platform': [OLD], 'ops-users': [ALIAS] });
    await rememberPerson(store, { teamId: account.teamId, person: BRUNO, now: NOW });
  });

  const put = async (answers: Partial<Sheet>, by = 'UANA', at = store) => {
    account = saved(await answer(at, await reread(store, account), answers, by));
  };
  const verify = async (address: string) => {
    const mailbox = address.toLowerCase();
    const begun = await beginChallenge(store, { account, mailbox, by: 'UANA', now: NOW });
    if (begun.kind !== 'begun') throw new Error(begun.kind);
    const facts = { mailbox, linkHash: begun.linkHash, how: 'link', by: 'UANA', now: NOW } as const;
    account = saved(await confirmMailbox(store, { account, ...facts }));
  };
  const tick = (now = NOW, more: object = {}) =>
    tickMail({
      ...{ store, now, log: (event: string) => void logged.push(event) },
      post: {
        challenge: () => Promise.reject(new Error('nobody asked')),
        async farewell(mail) {
          sent.push(mail);
          return outcomes.shift() ?? { kind: 'accepted' };
        },
      },
      ...more,
    });
  const due = () => store.client.farewell.count();

  it('is told once: of which purposes, by whom and when, in the language of whoever did it', async () => {
    await verify(OLD);
    await put({ 'tech-emergency': ['new@harvest.example'], 'ops-platform': ['new@harvest.example'] }, 'UBRUNO');
    await Promise.all([tick(), tick()]);
    await tick(later(24 * HOUR));
    expect(sent).toEqual([
      {
        ...{ address: OLD, purposes: ['tech-emergency', 'ops-platform'] },
        account: { id: account.id, teamId: account.teamId, name: 'Harvest Table' },
        ...{ by: 'Bruno Reis', at: NOW, locale: 'pt-BR' },
      },
    ]);
    expect([await due(), logged]).toEqual([0, ['farewell.sent']]);
  });

  it('R12: is told without the name of who did it, where that quotes a contact', async () => {
    await verify(OLD);
    await put({ 'tech-emergency': ['new@harvest.example'], 'ops-platform': ['new@harvest.example'] }, 'UBRUNO');
    outcomes = [{ kind: 'withheld' }];
    await tick();
    expect(sent.map(({ by }) => by)).toEqual(['Bruno Reis', null]);
    expect([await due(), logged]).toEqual([0, ['farewell.sent']]);
  });

  it('R12: is dropped for good, and logged, if nothing can be said', async () => {
    await verify(OLD);
    await put({ 'tech-emergency': [], 'ops-platform': [] }, 'UBRUNO');
    outcomes = [{ kind: 'withheld' }, { kind: 'withheld' }];
    await tick();
    await tick(later(24 * HOUR));
    expect(sent).toHaveLength(2);
    expect([await due(), logged]).toEqual([0, ['farewell.withheld']]);
  });

  it('is told of one purpose while it keeps another', async () => {
    await verify(OLD);
    await put({ 'tech-emergency': [] });
    await tick();
    expect(sent).toMatchObject([{ purposes: ['tech-emergency'], by: null }]);
  });

  it('is told nothing if nobody ever confirmed it: it may be anybody’s', async () => {
    await put({ 'tech-emergency': [], 'ops-platform': [] });
    expect(await due()).toBe(0);
  });

  it('is told nothing if it is only spelled, or ordered, otherwise', async () => {
    await verify(OLD);
    await put({ 'tech-emergency': ['x@harvest.example', OLD.toLowerCase()] });
    expect(await due()).toBe(0);
  });

  it('is told nothing if it was put back before anybody told it', async () => {
    await verify(OLD);
    const before = { 'tech-emergency': [OLD], 'ops-platform': [OLD] };
    await put({ 'tech-emergency': [], 'ops-platform': [] });
    await put(before);
    await tick();
    expect([sent, await due()]).toEqual([[], 0]);
  });

  it('is due with the save or not at all', async () => {
    await verify(OLD);
    await expect(put({ 'tech-emergency': [] }, 'UANA', failingAt(store, 'change', 'create'))).rejects.toThrow();
    expect(await due()).toBe(0);
    await expect(put({ 'tech-emergency': [] }, 'UANA', failingAt(store, 'farewell', 'createMany'))).rejects.toThrow();
    expect((await reread(store, account)).sheet['tech-emergency']).toEqual([OLD]);
  });

  it('is told later, ever more patiently, while the mail server takes nothing, and given up after six tries', async () => {
    await verify(OLD);
    await put({ 'tech-emergency': [] });
    outcomes = Array.from({ length: 10 }, () => ({ kind: 'not-now', perhaps: false }));
    let now = 0;
    const at: number[] = [];
    for (; now < 72 * 60; now += 5) {
      const before = sent.length;
      await tick(later(now * MINUTE));
      if (sent.length > before) at.push(now);
    }
    expect(at).toEqual([0, 15, 75, 315, 1035, 2475]);
    expect(logged).toEqual([...Array(5).fill('farewell.postponed'), 'farewell.given-up']);
    expect(await due()).toBe(0);
  });

  it.each<[MailOutcome, string]>([
    [{ kind: 'refused' }, 'farewell.refused'],
    [{ kind: 'not-now', perhaps: true }, 'farewell.unknown'],
  ])('is not written to again after %j', async (outcome, event) => {
    await verify(OLD);
    await put({ 'tech-emergency': [] });
    outcomes = [outcome];
    await tick();
    await tick(later(HOUR));
    expect([sent.length, await due(), logged]).toEqual([1, 0, [event]]);
  });

  it('gets no second mail from whoever comes after a process that died with one on its way', async () => {
    await verify(OLD);
    await put({ 'tech-emergency': [] });
    const dies = { challenge: () => Promise.reject(), farewell: () => Promise.reject(new Error('killed')) };
    await expect(tick(NOW, { post: dies })).rejects.toThrow('killed');
    await tick(later(MINUTE));
    expect(await due()).toBe(1);
    await tick(later(5 * MINUTE));
    expect([sent, await due(), logged]).toEqual([[], 0, ['farewell.unknown']]);
  });

  it('waits while no mail server is configured, and for a week at most', async () => {
    await verify(OLD);
    await put({ 'tech-emergency': [] });
    await tick(NOW, { post: null });
    await tick(later(7 * 24 * HOUR), { post: null });
    expect(await due()).toBe(1);
    await tick(later(7 * 24 * HOUR + 1), { post: null });
    expect([sent, await due(), logged]).toEqual([[], 0, ['farewell.too-late']]);
  });
});
