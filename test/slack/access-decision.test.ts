import { describe, expect, it } from 'vitest';
import { grantAccess, revokeAccess } from '../../src/store/access.ts';
import { buttonsOf, choice, type Desk, text, words } from './desk.ts';
import { ask, bringIn, complete, decideOn, lastCard, setUp, theAccount } from './journey.ts';
import { beginOnce } from './rewind.ts';

let desk: Desk;

/** The account has two admins: Ana reads English, Diego Portuguese; so does Bruno, who asks. */
beginOnce(async (fresh) => {
  desk = fresh;
  await complete(desk, await setUp(desk));
  await bringIn(desk, 'UDIEGO', 'admin');
  desk.messages.splice(0);
});

const members = async () => (await theAccount(desk)).members.map(({ userId, role }) => `${userId} ${role}`);
const theRequest = () => desk.store.client.accessRequest.findFirstOrThrow();

describe('A2: an admin', () => {
  it('approves with two clicks from seeing the card; the requester opens the sheet from the confirmation', async () => {
    await ask(desk, 'UBRUNO', { role: 'editor' });
    desk.take();
    await desk.press('UANA', lastCard(desk, 'UANA'), 'access.approve');
    const done = await desk.submit('UANA', desk.takeView());
    expect(words(done)).toContain('<@UBRUNO> now has access to *Harvest Table* as Editor, and is told.');
    expect(await members()).toContain('UBRUNO editor');
    const told = lastCard(desk, 'UBRUNO');
    expect(told.text).toBe(
      '<@UANA> aprovou o seu acesso a Harvest Table como Editor. Você já pode abrir a ficha de contatos.',
    );
    desk.take();
    await desk.press('UBRUNO', told, 'contact.open');
    expect(desk.takeView()).toMatchObject({ callback_id: 'contact.save', title: { text: 'Dados de contato' } });
  });

  it('denies with a note, which the requester reads with the outcome and a way to ask again', async () => {
    await ask(desk, 'UBRUNO');
    const done = await decideOn(desk, 'UDIEGO', 'deny', { note: ' Peça em <abril> & depois ' });
    expect(words(done)).toContain('O pedido foi recusado, e <@UBRUNO> é avisado.');
    const told = lastCard(desk, 'UBRUNO');
    expect(told.text).toBe(
      'Seu pedido de acesso a Harvest Table foi recusado por <@UDIEGO>. *Observação:* Peça em &lt;abril&gt; &amp; depois',
    );
    expect(await members()).toEqual(['UANA admin', 'UDIEGO admin']);
    desk.take();
    await desk.press('UBRUNO', told, 'access.ask');
    expect(desk.takeView().callback_id).toBe('access.request');
  });

  it('may change their mind in the dialog, and comes to it from the list of users too', async () => {
    await ask(desk, 'UBRUNO');
    desk.take();
    await desk.command('UANA', 'access');
    const users = desk.takeView();
    expect(words(users)).toContain('<@UBRUNO> asks to be Editor · March 2, 2026');
    await desk.press('UANA', users, 'access.review');
    const dialog = desk.takeView();
    expect(await desk.submit('UANA', dialog)).toEqual({
      response_action: 'errors',
      errors: { verdict: 'Approve or deny.' },
    });
    await desk.submit('UANA', dialog, { verdict: choice('deny') });
    expect((await theRequest()).state).toBe('denied');
  });

  it('is told of a note that is too long, and nothing is decided', async () => {
    await ask(desk, 'UBRUNO');
    const answer = await decideOn(desk, 'UANA', 'deny', { note: 'x'.repeat(501) });
    expect(answer).toMatchObject({ errors: { note: 'A note can have 500 characters at most.' } });
    expect((await theRequest()).state).toBe('pending');
  });

  it('A7: gives no more than was asked for, until the end that was asked for', async () => {
    await ask(desk, 'UBRUNO', { role: 'viewer', until: '2026-03-31' });
    desk.take();
    await desk.press('UANA', lastCard(desk, 'UANA'), 'access.approve');
    const dialog = desk.takeView();
    expect(words(dialog)).toContain('Approve: Viewer until March 31, 2026');
    await desk.submit('UANA', dialog);
    const endsAt = new Date('2026-04-01T03:00:00Z');
    expect((await theAccount(desk)).members).toContainEqual({ userId: 'UBRUNO', role: 'viewer', endsAt });
  });

  it('takes nothing away by an approval: a stronger role that was given meanwhile stays', async () => {
    await ask(desk, 'UBRUNO', { role: 'viewer' });
    await bringIn(desk, 'UBRUNO', 'admin');
    await decideOn(desk, 'UANA', 'approve', { card: desk.inbox('UANA')[0] as never });
    expect(await members()).toContain('UBRUNO admin');
  });
});

describe('A3: nobody', () => {
  it('decides their own request, as an admin neither', async () => {
    await ask(desk, 'UBRUNO');
    const { id } = await theRequest();
    const account = await theAccount(desk);
    // Access for a day is no answer to a request without an end.
    const endsAt = new Date(desk.now.getTime() + 24 * 60 * 60_000);
    const member = { userId: 'UBRUNO', role: 'admin', endsAt } as const;
    await grantAccess(desk.store, { account, member, by: 'UANA', now: desk.now });
    desk.take();
    await desk.click('UBRUNO', 'access.approve', { value: id });
    expect(words(desk.takeView())).toContain('Ninguém decide sobre o próprio pedido.');
    // And the dialog of another admin is no way around it.
    await desk.click('UANA', 'access.approve', { value: id });
    const forged = await desk.submit('UBRUNO', desk.takeView());
    expect(forged).toMatchObject({ errors: { verdict: expect.stringContaining('Ninguém decide') } });
    expect((await theRequest()).state).toBe('pending');
  });

  it('decides what they proposed themselves', async () => {
    await bringIn(desk, 'UBRUNO', 'editor');
    desk.take();
    await desk.click('UBRUNO', 'access.propose', { value: (await theAccount(desk)).id });
    const wish = { person: { selected_user: 'UCHLOE' }, role: choice('viewer'), reason: text('Why') };
    await desk.submit('UBRUNO', desk.takeView(), wish);
    await bringIn(desk, 'UBRUNO', 'admin');
    desk.take();
    await desk.click('UBRUNO', 'access.deny', { value: (await theRequest()).id });
    expect(words(desk.takeView())).toContain('Ninguém decide sobre o próprio pedido.');
    expect((await theRequest()).state).toBe('pending');
  });

  it.each(['viewer', 'editor'] as const)('decides as %s', async (role) => {
    await bringIn(desk, 'UCHLOE', role);
    await ask(desk, 'UBRUNO');
    desk.take();
    await desk.click('UCHLOE', 'access.approve', { value: (await theRequest()).id });
    expect(words(desk.takeView())).toContain('Your role on this account does not allow that.');
  });

  it('decides with access that was revoked while the dialog was open', async () => {
    await ask(desk, 'UBRUNO');
    desk.take();
    await desk.press('UDIEGO', lastCard(desk, 'UDIEGO'), 'access.approve');
    const dialog = desk.takeView();
    const account = await theAccount(desk);
    await revokeAccess(desk.store, { account, userId: 'UDIEGO', by: 'UANA', now: desk.now });
    const answer = (await desk.submit('UDIEGO', dialog)) as { view: { callback_id: string } };
    expect(answer.view.callback_id).toBe('access.none');
    expect((await theRequest()).state).toBe('pending');
  });
});

describe('A3: a request is decided once', () => {
  it('the loser of the race is told by whom and when, at the click and at the submission', async () => {
    await ask(desk, 'UBRUNO');
    const stale = { ...lastCard(desk, 'UDIEGO') };
    desk.take();
    await desk.press('UDIEGO', stale, 'access.deny');
    const dialog = desk.takeView();
    await decideOn(desk, 'UANA', 'approve');
    const told = 'Este pedido foi aprovado por <@UANA> em 2 de março de 2026.';
    expect(words(await desk.submit('UDIEGO', dialog, { note: text('Too late') }))).toContain(told);
    desk.take();
    await desk.press('UDIEGO', stale, 'access.approve');
    expect(words(desk.takeView())).toContain(told);
    expect(await members()).toContain('UBRUNO editor');
    expect(desk.inbox('UBRUNO')).toHaveLength(1);
    const granted = await desk.store.client.change.findMany({ where: { actorId: 'UDIEGO' } });
    expect(granted).toEqual([]);
  });

  it('and one that was withdrawn, or waited for too long, cannot be decided', async () => {
    const view = await ask(desk, 'UBRUNO');
    desk.take();
    await desk.press('UANA', lastCard(desk, 'UANA'), 'access.approve');
    const dialog = desk.takeView();
    await desk.press('UBRUNO', view, 'access.withdraw');
    expect(words(await desk.submit('UANA', dialog))).toContain('This request was withdrawn on March 2, 2026.');
    await ask(desk, 'UBRUNO');
    desk.now = new Date(desk.now.getTime() + 7 * 24 * 60 * 60_000);
    expect(words(await decideLate())).toContain('This request expired: nobody answered in time.');
    expect(await members()).toEqual(['UANA admin', 'UDIEGO admin']);
  });

  const decideLate = async () => {
    desk.take();
    await desk.press('UANA', lastCard(desk, 'UANA'), 'access.approve');
    return desk.takeView();
  };

  it('A9: is not approved for somebody who has become a guest meanwhile, but can be denied', async () => {
    await ask(desk, 'UBRUNO');
    desk.people.set('UBRUNO', { id: 'UBRUNO', is_restricted: true });
    const answer = await decideOn(desk, 'UANA', 'approve');
    expect(answer).toMatchObject({ errors: { verdict: expect.stringContaining('no longer a full member') } });
    expect((await theRequest()).state).toBe('pending');
    await decideOn(desk, 'UANA', 'deny');
    expect((await theRequest()).state).toBe('denied');
  });

  it('is not approved with an end that has passed meanwhile', async () => {
    await ask(desk, 'UBRUNO', { until: '2026-03-03' });
    desk.now = new Date('2026-03-05T12:00:00Z');
    const answer = await decideOn(desk, 'UANA', 'approve');
    expect(answer).toMatchObject({ errors: { verdict: expect.stringContaining('The requested end has passed') } });
  });
});

describe('A4: the requester hears the outcome either way', () => {
  it.each([
    ['approve', 'contact.open', 'Abrir a ficha'],
    ['deny', 'access.ask', 'Pedir de novo'],
  ] as const)('%s: with the button %s', async (verdict, actionId, label) => {
    await ask(desk, 'UBRUNO');
    await decideOn(desk, 'UANA', verdict);
    expect(desk.inbox('UBRUNO')).toHaveLength(1);
    expect(buttonsOf(lastCard(desk, 'UBRUNO'))[0]).toMatchObject({ action_id: actionId, text: { text: label } });
  });

  it('and the tick tells nobody twice', async () => {
    await ask(desk, 'UBRUNO');
    await decideOn(desk, 'UANA', 'approve');
    desk.now = new Date(desk.now.getTime() + 60 * 60_000);
    await desk.chores.tick();
    expect(desk.inbox('UBRUNO')).toHaveLength(1);
  });

  it.each(['internal_error', 'ratelimited', 'service_unavailable'])(
    'also when Slack answers %s to the decision: the next tick tells them',
    async (trouble) => {
      await ask(desk, 'UBRUNO');
      desk.refusals.set('chat.postMessage UBRUNO', trouble);
      expect(words(await decideOn(desk, 'UANA', 'approve'))).toContain('now has access');
      desk.refusals.clear();
      for (let times = 0; times < 3; times += 1) {
        desk.now = new Date(desk.now.getTime() + 5 * 60_000);
        await desk.chores.tick();
      }
      expect(desk.inbox('UBRUNO').map(({ text }) => text)).toEqual([expect.stringContaining('aprovou o seu acesso')]);
    },
  );

  it('and is given up on if Slack will never take a message to them', async () => {
    await ask(desk, 'UBRUNO');
    desk.refusals.set('chat.postMessage UBRUNO', 'user_disabled');
    await decideOn(desk, 'UANA', 'approve');
    desk.take();
    desk.now = new Date(desk.now.getTime() + 60 * 60_000);
    await desk.chores.tick();
    expect(desk.take().filter(({ method }) => method === 'chat.postMessage')).toEqual([]);
  });
});

describe('a fault', () => {
  it('of Slack, when it must say who the person is now, decides nothing', async () => {
    await ask(desk, 'UBRUNO');
    desk.refusals.set('users.info UBRUNO', 'internal_error');
    expect(await decideOn(desk, 'UANA', 'approve')).toMatchObject({
      errors: { verdict: expect.stringContaining('Reference:') },
    });
    expect((await theRequest()).state).toBe('pending');
  });

  it('of Slack after the decision does not take it back', async () => {
    await ask(desk, 'UBRUNO');
    for (const method of ['chat.update', 'chat.postMessage', 'views.publish']) desk.refusals.set(method, 'fatal_error');
    expect(words(await decideOn(desk, 'UANA', 'approve'))).toContain('now has access');
    expect(await members()).toContain('UBRUNO editor');
  });
});
