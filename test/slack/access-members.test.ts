import type { ModalView } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { revokeAccess } from '../../src/store/access.ts';
import { buttonsOf, choice, type Desk, day, user, type Values, words } from './desk.ts';
import { bringIn, complete, lastCard, setUp, theAccount } from './journey.ts';
import { beginOnce } from './rewind.ts';

let desk: Desk;
let locked: ModalView;

beginOnce(async (fresh) => {
  desk = fresh;
  locked = await setUp(desk);
});

const members = async () => (await theAccount(desk)).members.map(({ userId, role }) => `${userId} ${role}`);

/** The users of the account, as somebody sees them. */
async function users(userId = 'UANA'): Promise<ModalView> {
  desk.take();
  await desk.command(userId, 'access');
  return desk.takeView();
}

/** The view of one member, as Ana opens it from the users. */
async function memberOf(userId: string): Promise<ModalView> {
  await desk.press('UANA', await users(), 'access.member', userId);
  return desk.takeView();
}

describe('A5: an admin', () => {
  it('R17: brings somebody in while the account is locked, who can at once open and complete it', async () => {
    const added = await bringIn(desk, 'UBRUNO', 'editor');
    expect(words(added)).toContain('<@UBRUNO> can now open the sheet of *Harvest Table* with /contacts.');
    const told = lastCard(desk, 'UBRUNO');
    expect(told.text).toBe(
      '<@UANA> deu a você acesso à ficha de contatos de Harvest Table como Editor. Digite /contacts para abrir.',
    );
    desk.take();
    await desk.press('UBRUNO', told, 'contact.open');
    const form = desk.takeView();
    expect(form.title.text).toBe('Dados obrigatórios');
    await complete(desk, form, 'UBRUNO');
    await desk.command('UANA', 'status');
    expect(words(desk.take())).toContain('Sandbox 6/6, complete');
  });

  it('R17: reaches the users from the locked form and from Home, and sees each with role and end', async () => {
    await bringIn(desk, 'UBRUNO', 'viewer', { until: '2026-03-31' });
    desk.take();
    await desk.press('UANA', locked, 'access.users');
    const view = desk.takeView();
    expect(words(view)).toContain('<@UANA> · Admin: also manages users and launch');
    expect(words(view)).toContain('<@UBRUNO> · Viewer: reads the sheet · until March 31, 2026');
    await desk.event({ type: 'app_home_opened', user: 'UANA', tab: 'home' });
    await desk.press('UANA', desk.takeView(), 'access.users');
    expect(desk.takeView().callback_id).toBe('access.grant');
  });

  it.each(['access grant', 'access revoke', 'users', 'acesso', 'membros'])(
    'finds all of it in one view, also by “/contacts %s”',
    async (word) => {
      desk.take();
      await desk.command('UANA', word);
      const view = desk.takeView();
      expect(view.callback_id).toBe('access.grant');
      expect(buttonsOf(view).map(({ action_id }) => action_id)).toContain('access.member');
    },
  );

  it('A7: gives access until a day, which is over where the admin is', async () => {
    await bringIn(desk, 'UBRUNO', 'viewer', { until: '2026-03-31' });
    const endsAt = new Date('2026-04-01T04:00:00Z');
    expect((await theAccount(desk)).members).toContainEqual({ userId: 'UBRUNO', role: 'viewer', endsAt });
    desk.now = endsAt;
    desk.take();
    await desk.command('UBRUNO');
    expect(desk.takeView().title.text).toBe('Sem acesso');
  });

  it.each([
    [
      'an end that is over',
      { until: day('2026-03-01') },
      { until: 'This day is over. Choose a later one, or leave it empty.' },
    ],
    [
      'an end after more than a year',
      { until: day('2027-06-01') },
      { until: 'Choose a day within a year, or leave it empty.' },
    ],
    ['a role that there is not', { role: choice('owner') }, { role: 'Choose a role.' }],
    ['nobody', { person: { selected_user: null } }, { person: 'Choose a person.' }],
    ['A9: a guest', { person: user('UGUEST') }, { person: 'Guests cannot get access.' }],
    ['A9: a stranger', { person: user('USTRANGER') }, { person: 'Only people of this workspace can get access.' }],
    ['a bot', { person: user('UBOT2') }, { person: 'An app cannot get access.' }],
    ['somebody who has left', { person: user('UGONE') }, { person: 'This person has left the workspace.' }],
    ['somebody whom Slack does not know', { person: user('UNOBODY') }, { person: 'Choose a person.' }],
    [
      'themselves less, as the only admin',
      { person: user('UANA') },
      { person: expect.stringContaining('the only admin') },
    ],
  ])('is refused %s on its field, and nothing changes', async (_, wrong, errors) => {
    const values = { person: user('UBRUNO'), role: choice('editor'), ...wrong };
    expect(await desk.submit('UANA', await users(), values)).toEqual({ response_action: 'errors', errors });
    expect(await members()).toEqual(['UANA admin']);
  });

  it('changes role and end of a member, who is told', async () => {
    await bringIn(desk, 'UBRUNO', 'viewer', { until: '2026-03-31' });
    const view = await memberOf('UBRUNO');
    expect(words(view)).toContain('"initial_date":"2026-03-31"');
    const kept = { selected_date: null };
    expect(await desk.submit('UANA', view, { role: choice('editor'), until: kept })).toBeUndefined();
    expect((await theAccount(desk)).members).toContainEqual({ userId: 'UBRUNO', role: 'editor', endsAt: null });
    expect(lastCard(desk, 'UBRUNO').text).toContain('como Editor');
  });

  it('does not bring back by a late change who was revoked meanwhile', async () => {
    await bringIn(desk, 'UBRUNO', 'viewer');
    const view = await memberOf('UBRUNO');
    const stale = await users();
    const account = await theAccount(desk);
    await revokeAccess(desk.store, { account, userId: 'UBRUNO', by: 'UDIEGO', now: desk.now });
    expect(await desk.submit('UANA', view, { role: choice('editor') })).toEqual({
      response_action: 'errors',
      errors: { role: 'They have no access any more.' },
    });
    await desk.press('UANA', stale, 'access.member', 'UBRUNO');
    expect(words(desk.takeView())).toContain('They have no access any more.');
    await desk.press('UANA', view, 'access.revoke');
    expect(words(desk.takeView())).toContain('They have no access any more.');
    expect(await members()).toEqual(['UANA admin']);
  });

  it.each(['editor', 'viewer'] as const)('is what it takes: a member who is %s cannot do any of it', async (role) => {
    await bringIn(desk, 'UBRUNO', role);
    const forms = [await users(), await memberOf('UBRUNO')];
    const own = await users('UBRUNO');
    expect(own.submit).toBeUndefined();
    expect(buttonsOf(own).map(({ action_id }) => action_id)).not.toContain('access.member');
    const values = { person: user('UBRUNO'), role: choice('admin') };
    for (const form of forms) {
      expect(words(await desk.submit('UBRUNO', form, values))).toContain('O seu papel nesta conta não permite isso.');
    }
    expect(await members()).toEqual(['UANA admin', `UBRUNO ${role}`]);
  });

  it('tells the colleague in vain when Slack refuses, and the access stands', async () => {
    desk.refusals.set('chat.postMessage UBRUNO', 'user_disabled');
    expect(words(await bringIn(desk, 'UBRUNO', 'editor'))).toContain('can now open the sheet');
    expect(await members()).toContain('UBRUNO editor');
  });
});

describe('A6: an account never has no admin', () => {
  it('the only one cannot become less, get an end, leave or be revoked', async () => {
    const view = await memberOf('UANA');
    for (const wish of [{ role: choice('editor') }, { until: day('2026-03-31') }] as Values[]) {
      const answer = await desk.submit('UANA', view, wish);
      expect(answer).toMatchObject({ errors: { role: 'They are the only admin. Make somebody else an admin first.' } });
    }
    await desk.press('UANA', view, 'access.revoke');
    expect(words(desk.takeView())).toContain('Make somebody else an admin first.');
    expect(await members()).toEqual(['UANA admin']);
  });

  it('an admin whose access ends is not enough to stay', async () => {
    await bringIn(desk, 'UDIEGO', 'admin', { until: '2026-03-31' });
    const answer = await desk.submit('UANA', await memberOf('UANA'), { role: choice('viewer') });
    expect(answer).toMatchObject({ errors: { role: expect.stringContaining('only admin') } });
  });

  it('with another one who stays, an admin can become less and leave', async () => {
    await bringIn(desk, 'UDIEGO', 'admin');
    await desk.submit('UANA', await memberOf('UANA'), { role: choice('viewer') });
    expect(await members()).toEqual(['UANA viewer', 'UDIEGO admin']);
  });

  it('two dialogs that revoke the two admins leave one', async () => {
    await bringIn(desk, 'UDIEGO', 'admin');
    const open = async (by: string, of: string) => {
      await desk.press(by, await users(by), 'access.member', of);
      await desk.press(by, desk.takeView(), 'access.revoke');
      return desk.takeView();
    };
    const [one, other] = [await open('UANA', 'UDIEGO'), await open('UDIEGO', 'UANA')];
    await Promise.all([desk.submit('UANA', one), desk.submit('UDIEGO', other)]);
    expect((await theAccount(desk)).members).toHaveLength(1);
  });
});

it('A6: who sets the account up is its first admin', async () => {
  expect((await theAccount(desk)).members).toEqual([{ userId: 'UANA', role: 'admin', endsAt: null }]);
});
