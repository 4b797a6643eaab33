import { describe, expect, it } from 'vitest';
import { buttonsOf, type Colleague, type Desk, users, words } from './desk.ts';
import { ask, bringIn, complete, lastCard, setUp, theAccount } from './journey.ts';
import { beginOnce } from './rewind.ts';

let desk: Desk;

/** In production, with Bruno as the only alert contact; Ana and Diego are admins. */
beginOnce(async (fresh) => {
  desk = fresh;
  await complete(desk, await setUp(desk));
  await bringIn(desk, 'UBRUNO', 'editor');
  await bringIn(desk, 'UDIEGO', 'admin');
  desk.take();
  await desk.click('UANA', 'launch.open', { value: (await theAccount(desk)).id });
  await desk.submit('UANA', desk.takeView(), { alert: users('UBRUNO') });
  // The first sweep finds everybody where they are.
  await desk.chores.tick();
  desk.messages.splice(0);
  desk.take();
});

const becomes = (userId: string, facts: Partial<Colleague>) => desk.people.set(userId, { id: userId, ...facts });
const members = async () => (await theAccount(desk)).members.map(({ userId }) => userId);

const LEAVING: [string, Partial<Colleague>][] = [
  ['is deactivated', { deleted: true }],
  ['becomes a guest', { is_restricted: true }],
  ['moves to another workspace', { team_id: 'T2OTHER' }],
];

describe.each(LEAVING)('R6: an alert contact who %s', (_, facts) => {
  it('leaves the alert contacts and the account at the event, and the admins are told, each in their language', async () => {
    becomes('UBRUNO', facts);
    await desk.event({ type: 'user_change', user: { id: 'UBRUNO' } });
    const account = await theAccount(desk);
    expect(account.sheet.alert).toEqual([]);
    expect(account.members.map(({ userId }) => userId)).toEqual(['UANA', 'UDIEGO']);
    expect(lastCard(desk, 'UANA').text).toContain('<@UBRUNO> left, and production now lacks Alert contacts.');
    expect(lastCard(desk, 'UDIEGO').text).toContain('<@UBRUNO> saiu, e agora falta em produção: Contatos de alerta.');
    expect(desk.messages).toHaveLength(2);
  });

  it('leaves by the daily sweep, if the event was missed, and not before a day is over', async () => {
    becomes('UBRUNO', facts);
    desk.now = new Date(desk.now.getTime() + 23 * 60 * 60_000);
    await desk.chores.tick();
    expect(await members()).toContain('UBRUNO');
    desk.now = new Date(desk.now.getTime() + 2 * 60 * 60_000);
    await desk.chores.tick();
    expect(await members()).toEqual(['UANA', 'UDIEGO']);
    expect((await theAccount(desk)).sheet.alert).toEqual([]);
    expect(lastCard(desk, 'UANA').text).toContain('needs attention');
  });

  it('A9: gets the third-party view from then on, whatever they come by', async () => {
    becomes('UBRUNO', facts);
    await desk.event({ type: 'user_change', user: { id: 'UBRUNO' } });
    const { id } = await theAccount(desk);
    desk.take();
    await desk.command('UBRUNO');
    await desk.click('UBRUNO', 'contact.open', { value: id });
    await desk.event({ type: 'app_home_opened', user: 'UBRUNO', tab: 'home' });
    const seen = words(desk.take());
    expect(seen).toContain('Callsheet is for people of this workspace.');
    expect(seen).not.toMatch(/oncall@|api@|merchants@|secret-escalation@|UANA/);
  });
});

describe('R6: the account that loses its last alert contact', () => {
  it('shows on Home that it needs attention, and is not locked', async () => {
    becomes('UBRUNO', { deleted: true });
    await desk.event({ type: 'user_change', user: { id: 'UBRUNO' } });
    desk.take();
    await desk.event({ type: 'app_home_opened', user: 'UANA', tab: 'home' });
    const home = words(desk.takeView());
    expect(home).toContain('*Needs attention*');
    expect(home).toContain('missing Alert contacts');
    expect(home).not.toContain('is locked');
  });

  it('is told of it to every other admin although Slack refuses the DM of one', async () => {
    becomes('UBRUNO', { deleted: true });
    desk.refusals.set('chat.postMessage UANA', 'user_disabled');
    await desk.event({ type: 'user_change', user: { id: 'UBRUNO' } });
    expect(lastCard(desk, 'UDIEGO').text).toContain('precisa de atenção');
  });

  it('is written into the history as what it was', async () => {
    becomes('UBRUNO', { deleted: true });
    await desk.event({ type: 'user_change', user: { id: 'UBRUNO' } });
    desk.take();
    await desk.command('UANA', 'history');
    expect(words(desk.take())).toContain('<@UBRUNO> left the workspace and lost access.');
  });
});

describe('a change of a person', () => {
  it('who stays a member takes nothing away and tells nobody', async () => {
    becomes('UBRUNO', { locale: 'en-US' });
    const before = await theAccount(desk);
    await desk.event({ type: 'user_change', user: { id: 'UBRUNO' } });
    expect(await theAccount(desk)).toEqual(before);
    expect(desk.messages).toEqual([]);
    // But the language is the new one at once.
    desk.take();
    await desk.command('UBRUNO', 'status');
    expect(words(desk.take())).toContain('Production 7/7, complete');
  });

  it('that comes twice, or also by the sweep, counts once', async () => {
    becomes('UBRUNO', { deleted: true });
    for (let times = 0; times < 2; times += 1) await desk.event({ type: 'user_change', user: { id: 'UBRUNO' } });
    desk.now = new Date(desk.now.getTime() + 25 * 60 * 60_000);
    await desk.chores.tick();
    expect(desk.inbox('UANA')).toHaveLength(1);
    expect(await desk.store.client.change.count({ where: { kind: 'access.left' } })).toBe(1);
  });

  it('who asked for access ends the request: nobody can approve it, and its card has no buttons', async () => {
    await ask(desk, 'UCHLOE');
    becomes('UCHLOE', { deleted: true });
    await desk.event({ type: 'user_change', user: { id: 'UCHLOE' } });
    desk.now = new Date(desk.now.getTime() + 5 * 60_000);
    desk.now = new Date(desk.now.getTime() + 5 * 60_000);
    await desk.chores.tick();
    expect(await desk.store.client.accessRequest.findFirst()).toMatchObject({ state: 'withdrawn' });
    expect(buttonsOf(lastCard(desk, 'UANA')).map(({ action_id }) => action_id)).not.toContain('access.approve');
  });

  it('of whom Slack says nothing takes nothing away', async () => {
    becomes('UBRUNO', { deleted: true });
    desk.refusals.set('users.info UBRUNO', 'internal_error');
    await desk.event({ type: 'user_change', user: { id: 'UBRUNO' } });
    expect(await members()).toContain('UBRUNO');
    expect(desk.log.map(({ event }) => event)).toContain('request.failed');
  });
});
