import { beforeEach, describe, expect, it } from 'vitest';
import { grantAccess } from '../../src/store/access.ts';
import { buttonsOf, type Colleague, type Desk, words } from './desk.ts';
import { bringIn, complete, lastCard, setUp, theAccount } from './journey.ts';
import { beginOnce } from './rewind.ts';

let desk: Desk;

/** Ana is the only admin; Bruno edits. Olga owns the workspace, and is a member of no account. */
beginOnce(async (fresh) => {
  desk = fresh;
  await complete(desk, await setUp(desk));
  await bringIn(desk, 'UBRUNO', 'editor');
  desk.messages.splice(0);
});

const becomes = (userId: string, facts: Partial<Colleague>) => desk.people.set(userId, { id: userId, ...facts });

/** Slack says of a person what they are now, and the app hears it. */
async function heard(userId: string, facts: Partial<Colleague>): Promise<void> {
  becomes(userId, facts);
  await desk.event({ type: 'user_change', user: { id: userId } });
  desk.messages.splice(0);
}

/** What a person sees when they come by the command. */
async function entered(userId: string) {
  desk.take();
  await desk.command(userId);
  return desk.takeView();
}

const admins = async () =>
  (await theAccount(desk)).members.filter(({ role }) => role === 'admin').map(({ userId }) => userId);

describe('A6: an account whose only admin has left', () => {
  beforeEach(() => heard('UANA', { deleted: true }));

  it('is taken over by an owner of the workspace with two clicks, who can then open everything', async () => {
    const refusal = await entered('UOLGA');
    expect(words(refusal)).toContain('None of the admins of *Harvest Table* can be reached.');
    await desk.press('UOLGA', refusal, 'access.recover');
    const dialog = desk.takeView();
    expect(words(dialog)).toContain('It is written into the history of the account.');
    const done = await desk.submit('UOLGA', dialog);
    expect(words(done)).toContain('<@UOLGA> is now Admin of *Harvest Table*.');
    expect(await admins()).toEqual(['UOLGA']);
    expect((await entered('UOLGA')).title.text).toBe('Contact details');
    await desk.command('UOLGA', 'history');
    expect(words(desk.take())).toContain('<@UOLGA>, an owner of the workspace, took the account over.');
  });

  it('is offered to no other colleague, and refused to whoever forges it', async () => {
    for (const userId of ['UCHLOE', 'UBRUNO']) {
      desk.take();
      await desk.command(userId, 'access request');
      expect(buttonsOf(desk.takeView()).map(({ action_id }) => action_id)).not.toContain('access.recover');
      await desk.click(userId, 'access.recover', { value: (await theAccount(desk)).id });
      expect(words(desk.takeView())).toMatch(/Only an owner|Só um proprietário/);
    }
    expect(await admins()).toEqual([]);
  });

  it.each([
    ['a guest', { is_owner: true, is_restricted: true }],
    ['of another company', { is_owner: true, team_id: 'T2OTHER' }],
    ['no owner any more', { is_owner: false }],
  ])('is not taken over by an owner who is now %s, whatever was true before', async (_, facts) => {
    await desk.press('UOLGA', await entered('UOLGA'), 'access.recover');
    const dialog = desk.takeView();
    becomes('UOLGA', facts);
    expect(words(await desk.submit('UOLGA', dialog))).not.toContain('is now Admin');
    expect(await admins()).toEqual([]);
  });

  it('is not offered any more once somebody took it over, and the second owner is told', async () => {
    desk.people.set('UCHLOE', { id: 'UCHLOE', is_owner: true });
    const dialogs = [];
    for (const owner of ['UOLGA', 'UCHLOE']) {
      await desk.press(owner, await entered(owner), 'access.recover');
      dialogs.push(desk.takeView());
    }
    await desk.submit('UOLGA', dialogs[0] as never);
    const late = await desk.submit('UCHLOE', dialogs[1] as never);
    expect(words(late)).toContain('This account has an admin who can be reached. Ask them instead.');
    expect(await admins()).toEqual(['UOLGA']);
  });

  it('keeps what a member had when they are the owner: they become admin', async () => {
    becomes('UBRUNO', { is_owner: true, locale: 'pt-BR' });
    await desk.event({ type: 'user_change', user: { id: 'UBRUNO' } });
    desk.take();
    await desk.click('UBRUNO', 'access.recover', { value: (await theAccount(desk)).id });
    expect(words(await desk.submit('UBRUNO', desk.takeView()))).toContain('<@UBRUNO> agora é Administrador');
    expect(await admins()).toEqual(['UBRUNO']);
  });
});

describe('A6: an account with an admin', () => {
  it('who can be reached is not taken over, not even by a forged button', async () => {
    expect(buttonsOf(await entered('UOLGA')).map(({ action_id }) => action_id)).not.toContain('access.recover');
    await desk.click('UOLGA', 'access.recover', { value: (await theAccount(desk)).id });
    const refusal = words(desk.takeView());
    expect(refusal).toContain('This account has an admin who can be reached. Ask them instead.');
    expect(refusal).not.toMatch(/harvest\.example/);
  });

  it('is judged by what Slack says right now: an admin who is back keeps it', async () => {
    await desk.store.client.person.updateMany({ where: { userId: 'UANA' }, data: { standing: 'deactivated' } });
    await desk.press('UOLGA', await entered('UOLGA'), 'access.recover');
    expect(words(desk.takeView())).toContain('This account has an admin who can be reached.');
    expect(await admins()).toEqual(['UANA']);
  });

  it('who left without our hearing is taken over, and that admin is told', async () => {
    const account = await theAccount(desk);
    const diego = { userId: 'UDIEGO', role: 'admin', endsAt: null } as const;
    await grantAccess(desk.store, { account, member: diego, by: 'UANA', now: desk.now });
    becomes('UANA', { deleted: true });
    becomes('UDIEGO', { is_restricted: true, locale: 'pt-BR' });
    desk.take();
    await desk.click('UOLGA', 'access.recover', { value: account.id });
    await desk.submit('UOLGA', desk.takeView());
    expect(lastCard(desk, 'UDIEGO').text).toBe(
      '<@UOLGA> é proprietário deste workspace e assumiu Harvest Table como administrador: nenhum dos administradores pôde ser encontrado.',
    );
    expect(await admins()).toContain('UOLGA');
  });

  it('stays as it is when Slack does not say who can be reached', async () => {
    desk.refusals.set('users.info UANA', 'internal_error');
    desk.take();
    await desk.click('UOLGA', 'access.recover', { value: (await theAccount(desk)).id });
    expect(words(desk.take())).toContain('reference');
    expect(await admins()).toEqual(['UANA']);
  });
});

describe('A9: whoever is no full member of the workspace', () => {
  it.each(['UGUEST', 'USTRANGER'])('learns nothing of an account by a forged take-over: %s', async (userId) => {
    await heard('UANA', { deleted: true });
    desk.take();
    await desk.click(userId, 'access.recover', { value: (await theAccount(desk)).id });
    const view = desk.takeView();
    expect(view.callback_id).toBe('access.none');
    expect(words(view)).not.toContain('Harvest');
    expect(await admins()).toEqual([]);
  });

  it('nor does a take-over of an account that there is not say more than that', async () => {
    desk.take();
    await desk.click('UOLGA', 'access.recover', { value: 'acc0000000000000' });
    expect(desk.takeView().callback_id).toBe('access.none');
  });
});
