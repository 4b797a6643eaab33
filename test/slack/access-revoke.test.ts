import type { ModalView } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { type Desk, users, words } from './desk.ts';
import { bringIn, complete, lastCard, setUp, theAccount } from './journey.ts';
import { beginOnce } from './rewind.ts';

let desk: Desk;

/** A complete account with Ana as its admin, Bruno as editor and Chloé as viewer. */
beginOnce(async (fresh) => {
  desk = fresh;
  await complete(desk, await setUp(desk));
  await bringIn(desk, 'UBRUNO', 'editor');
  await bringIn(desk, 'UCHLOE', 'viewer');
  desk.messages.splice(0);
});

async function launch(...alert: string[]): Promise<void> {
  desk.take();
  await desk.click('UANA', 'launch.open', { value: (await theAccount(desk)).id });
  await desk.submit('UANA', desk.takeView(), { alert: users(...alert) });
}

/** The dialog of a revoke, as an admin comes to it. */
async function dialogFor(userId: string): Promise<ModalView> {
  desk.take();
  await desk.command('UANA', 'access');
  await desk.press('UANA', desk.takeView(), 'access.member', userId);
  await desk.press('UANA', desk.takeView(), 'access.revoke');
  return desk.takeView();
}

/** The dialog in which a member leaves. */
async function leaveAs(userId: string): Promise<ModalView> {
  desk.take();
  await desk.command(userId, 'access');
  await desk.press(userId, desk.takeView(), 'access.revoke');
  return desk.takeView();
}

describe('A8: before a revoke, the dialog says what it breaks', () => {
  it.each([
    ['in sandbox, nothing', [], 'Nothing else changes: they are no alert contact.'],
    ['of one who is no alert contact, nothing', ['UANA'], 'Nothing else changes: they are no alert contact.'],
    [
      'of one alert contact among others',
      ['UANA', 'UBRUNO'],
      'They are an alert contact in production, and will no longer',
    ],
    ['of the last one', ['UBRUNO'], '*They are the last alert contact in production.*'],
  ])('%s', async (_, alert, said) => {
    if (alert.length > 0) await launch(...alert);
    const dialog = await dialogFor('UBRUNO');
    expect(words(dialog)).toContain('<@UBRUNO> will no longer see or change the contact sheet of *Harvest Table*.');
    expect(words(dialog)).toContain(said);
  });

  it('in the language of who leaves, too', async () => {
    await launch('UBRUNO');
    expect(words(await leaveAs('UBRUNO'))).toContain('*É o último contato de alerta em produção.*');
  });
});

describe('R6: a revoke', () => {
  it('takes the person off the alert contacts in the same step, and tells them and the admins', async () => {
    await launch('UBRUNO');
    const done = await desk.submit('UANA', await dialogFor('UBRUNO'));
    expect(words(done)).toContain('<@UBRUNO> no longer has access to *Harvest Table*.');
    const account = await theAccount(desk);
    expect(account.sheet.alert).toEqual([]);
    expect(account.members.map(({ userId }) => userId)).toEqual(['UANA', 'UCHLOE']);
    expect(lastCard(desk, 'UBRUNO').text).toBe('Seu acesso a Harvest Table foi revogado por <@UANA>.');
    const attention = lastCard(desk, 'UANA');
    expect(attention.text).toContain(
      'Harvest Table needs attention: <@UBRUNO> left, and production now lacks Alert contacts.',
    );
    // The same step can be put right from there.
    desk.take();
    await desk.press('UANA', attention, 'contact.open');
    expect(words(desk.takeView())).toContain('"block_id":"alert"');
    // Who may not decide is not told to.
    expect(desk.inbox('UCHLOE')).toEqual([]);
  });

  it('that leaves another alert contact needs nobody’s attention', async () => {
    await launch('UANA', 'UBRUNO');
    await desk.submit('UANA', await dialogFor('UBRUNO'));
    expect((await theAccount(desk)).sheet.alert).toEqual(['UANA']);
    expect(desk.inbox('UANA')).toEqual([]);
  });

  it('counts from the next click on: nothing of what the person has open works any more', async () => {
    desk.take();
    await desk.command('UBRUNO', 'edit');
    const form = desk.takeView();
    await desk.submit('UANA', await dialogFor('UBRUNO'));
    const before = await theAccount(desk);
    expect(words(await desk.submit('UBRUNO', form, { 'tech-emergency': { value: 'new@harvest.example' } }))).toContain(
      'Sem acesso',
    );
    expect(await theAccount(desk)).toEqual(before);
    // Home forgets the account, too.
    const homes = desk.calls.filter(({ method, args }) => method === 'views.publish' && args.user_id === 'UBRUNO');
    expect(words(homes.at(-1)?.args.view)).not.toContain('secret-escalation');
  });

  it('is told to nobody twice: the second dialog says that there is nothing to revoke', async () => {
    const dialog = await dialogFor('UBRUNO');
    await desk.submit('UANA', dialog);
    expect(words(await desk.submit('UANA', dialog))).toContain('They have no access any more.');
    expect(desk.inbox('UBRUNO')).toHaveLength(1);
  });
});

describe('A6: a member', () => {
  it('leaves by themselves, and the admins hear of it only if something is lost', async () => {
    const done = await desk.submit('UBRUNO', await leaveAs('UBRUNO'));
    expect(words(done)).toContain('Você não tem mais acesso a *Harvest Table*.');
    expect((await theAccount(desk)).members.map(({ userId }) => userId)).toEqual(['UANA', 'UCHLOE']);
    expect(desk.messages).toEqual([]);
  });

  it('who was the last alert contact leaves production in need of attention', async () => {
    await launch('UBRUNO');
    await desk.submit('UBRUNO', await leaveAs('UBRUNO'));
    expect(lastCard(desk, 'UANA').text).toContain('production now lacks Alert contacts');
  });

  it('who is no admin revokes nobody else, not even with the dialog of an admin', async () => {
    const dialog = await dialogFor('UCHLOE');
    const refused = 'Só um administrador da conta pode revogar acessos.';
    expect(words(await desk.submit('UBRUNO', dialog))).toContain(refused);
    desk.take();
    await desk.click('UBRUNO', 'access.revoke', { view: dialog });
    expect(words(desk.takeView())).toContain(refused);
    expect((await theAccount(desk)).members).toHaveLength(3);
  });
});

describe('R5: alert contacts are members of this account', () => {
  it.each([
    ['a stranger', 'USTRANGER', 'ustranger is not from this workspace and cannot be an alert contact.'],
    ['a member of another account', 'UDIEGO', 'udiego has no access to this account. Add them under Users first.'],
    ['a bot', 'UBOT2', 'ubot2 is an app, not a person.'],
    ['a deactivated user', 'UGONE', 'ugone has left this workspace.'],
    ['a guest', 'UGUEST', 'uguest is a guest of this workspace and cannot be an alert contact.'],
    ['a revoked member', 'UBRUNO', 'ubruno has no access to this account. Add them under Users first.'],
  ])('%s is refused by name and with the reason on that field', async (_, userId, said) => {
    await setUpOther();
    await launch('UANA');
    await desk.submit('UANA', await dialogFor('UBRUNO'));
    desk.take();
    await desk.command('UANA', 'edit');
    const answer = await desk.submit('UANA', desk.takeView(), { alert: users('UANA', userId) });
    expect(answer).toEqual({ response_action: 'errors', errors: { alert: said } });
    expect((await theAccount(desk)).sheet.alert).toEqual(['UANA']);
  });

  /** Diego has an account of his own. */
  async function setUpOther(): Promise<void> {
    desk.take();
    await desk.click('UDIEGO', 'account.open');
    const name = { value: 'Zebra Diner' };
    const integrations = { selected_options: [{ value: 'menu-feed' }] };
    await desk.submit('UDIEGO', desk.takeView(), {
      name,
      brand: name,
      alias: { value: 'oi@zebra.example' },
      integrations,
    });
  }
});
