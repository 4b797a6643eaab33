import { describe, expect, it } from 'vitest';
import { buttonsOf, type Desk, type Posted, users, words } from './desk.ts';
import { ask, bringIn, complete, lastCard, OLGA, setUp, theAccount } from './journey.ts';
import { beginOnce } from './rewind.ts';

let desk: Desk;

/** Ana and Diego are admins; Olga owns the workspace, and has been seen. */
beginOnce(async (fresh) => {
  desk = fresh;
  await complete(desk, await setUp(desk));
  await bringIn(desk, 'UDIEGO', 'admin');
  await desk.command(OLGA.id, 'help');
  await desk.chores.tick();
});

const HOUR = 60 * 60_000;

/** Time passes, and the app wakes up once. */
async function pass(hours: number): Promise<void> {
  desk.now = new Date(desk.now.getTime() + hours * HOUR);
  await desk.chores.tick();
}

const actionsOf = (message: Posted) => buttonsOf(message).map(({ action_id }) => action_id);

describe('A4: a request that nobody answers', () => {
  it('is reminded of after 4 hours, a day and 3 days, the last time to the owners of the workspace too', async () => {
    await ask(desk, 'UBRUNO');
    const counts: number[][] = [];
    for (const hours of [3, 1, 20, 48]) {
      await pass(hours);
      counts.push(['UANA', 'UDIEGO', 'UOLGA'].map((userId) => desk.inbox(userId).length));
    }
    expect(counts).toEqual([
      [1, 1, 0],
      [2, 2, 0],
      [3, 3, 0],
      [4, 4, 1],
    ]);
    expect(lastCard(desk, 'UANA').text).toBe(
      '<@UBRUNO> has been waiting since March 2, 2026 for access to Harvest Table. This is reminder number 3.',
    );
    const owner = lastCard(desk, 'UOLGA');
    expect(owner.text).toContain('You own this workspace, and the admins of Harvest Table have not answered yet.');
    expect(words(owner)).not.toMatch(/On call from Monday|access\.approve/);
  });

  it('expires after 7 days: the requester is told in their language and asks again, and the card says so', async () => {
    await ask(desk, 'UBRUNO');
    await pass(7 * 24);
    const told = lastCard(desk, 'UBRUNO');
    expect(told.text).toContain('Ninguém respondeu ao seu pedido de acesso a Harvest Table em 7 dias');
    expect(lastCard(desk, 'UANA').text).toContain('Expired on March 9, 2026: nobody answered.');
    for (const message of desk.inbox('UDIEGO')) expect(actionsOf(message)).not.toContain('access.approve');
    desk.take();
    await desk.press('UBRUNO', told, 'access.ask');
    expect(desk.takeView().callback_id).toBe('access.request');
    expect((await ask(desk, 'UBRUNO')).title.text).toBe('Pedido enviado');
  });

  it('of somebody proposed is told to both when it expires', async () => {
    await bringIn(desk, 'UBRUNO', 'viewer');
    desk.take();
    await desk.click('UBRUNO', 'access.propose', { value: (await theAccount(desk)).id });
    await desk.submit('UBRUNO', desk.takeView(), {
      person: { selected_user: 'UCHLOE' },
      role: { selected_option: { value: 'editor' } },
      reason: { value: 'Why' },
    });
    await pass(7 * 24);
    expect(lastCard(desk, 'UBRUNO').text).toContain('à sua indicação de <@UCHLOE>');
    expect(lastCard(desk, 'UCHLOE').text).toContain('Nobody answered your request for access to Harvest Table');
  });
});

describe('A7: access for a time', () => {
  it('is told of a day before it ends, once, and ends by itself', async () => {
    await bringIn(desk, 'UBRUNO', 'editor', { until: '2026-03-05' });
    desk.messages.splice(0);
    // The end is midnight in New York, at 05:00 UTC on the 6th.
    await pass(63);
    expect(desk.inbox('UBRUNO')).toEqual([]);
    await pass(3);
    await pass(1);
    expect(desk.inbox('UBRUNO').map(({ text }) => text)).toEqual([
      'Seu acesso a Harvest Table como Editor termina em 6 de março de 2026. Se precisar por mais tempo, fale com um administrador.',
    ]);
    await pass(24);
    const ended = lastCard(desk, 'UBRUNO');
    expect(ended.text).toContain('Seu acesso a Harvest Table como Editor terminou, como combinado.');
    expect((await theAccount(desk)).members.map(({ userId }) => userId)).toEqual(['UANA', 'UDIEGO']);
    desk.take();
    await desk.press('UBRUNO', ended, 'access.ask');
    expect(desk.takeView().callback_id).toBe('access.request');
  });

  it('R6: takes the last alert contact with it, and the admins are told', async () => {
    await bringIn(desk, 'UBRUNO', 'editor', { until: '2026-03-05' });
    desk.take();
    await desk.click('UANA', 'launch.open', { value: (await theAccount(desk)).id });
    await desk.submit('UANA', desk.takeView(), { alert: users('UBRUNO') });
    await pass(5 * 24);
    expect((await theAccount(desk)).sheet.alert).toEqual([]);
    expect(lastCard(desk, 'UANA').text).toContain('Harvest Table needs attention');
    expect(lastCard(desk, 'UDIEGO').text).toContain('Harvest Table precisa de atenção');
  });

  it('is prolonged by an admin, and the end that was is forgotten', async () => {
    await bringIn(desk, 'UBRUNO', 'editor', { until: '2026-03-05' });
    desk.take();
    await desk.command('UANA', 'access');
    await desk.press('UANA', desk.takeView(), 'access.member', 'UBRUNO');
    await desk.submit('UANA', desk.takeView(), { until: { selected_date: '2026-03-20' } });
    desk.messages.splice(0);
    await pass(5 * 24);
    expect(desk.inbox('UBRUNO')).toEqual([]);
    expect((await theAccount(desk)).members.map(({ userId }) => userId)).toContain('UBRUNO');
  });
});
