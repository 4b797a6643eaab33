import { describe, expect, it } from 'vitest';
import { pendingRequests } from '../../src/store/requests.ts';
import { buttonsOf, choice, type Desk, day, text, words } from './desk.ts';
import { ask, decideOn, lastCard, setUp, theAccount } from './journey.ts';
import { beginOnce } from './rewind.ts';

let desk: Desk;

beginOnce(async (fresh) => {
  desk = fresh;
  await setUp(desk);
});

const pending = async () => pendingRequests(desk.store, { accountId: (await theAccount(desk)).id });

/** Opens the form in which Bruno asks for himself. */
async function openRequest() {
  desk.take();
  await desk.command('UBRUNO');
  await desk.press('UBRUNO', desk.takeView(), 'access.ask');
  return desk.takeView();
}

describe('A1: whoever has no access', () => {
  it.each(['', 'status', 'history', 'access', 'edit'])('is offered to ask for it by “/contacts %s”', async (word) => {
    await desk.command('UBRUNO', word);
    const view = desk.takeView();
    expect(view.title.text).toBe('Sem acesso');
    expect(words(view)).toContain('<@UANA>');
    expect(buttonsOf(view)[0]).toMatchObject({ action_id: 'access.ask' });
  });

  it.each(['access request', 'acesso pedir', 'access solicitar'])('asks at once by “/contacts %s”', async (word) => {
    await desk.command('UBRUNO', word);
    expect(desk.takeView().callback_id).toBe('access.request');
  });

  it('asks for a role, with a reason and an end, and hears that the admins have it', async () => {
    const view = await ask(desk, 'UBRUNO', { role: 'editor', reason: '  De plantão na segunda ', until: '2026-03-31' });
    expect(view.title.text).toBe('Pedido enviado');
    expect(words(view)).toContain('Seu pedido para *Harvest Table* como Editor está com os administradores.');
    const [request] = await pending();
    // The last day is over at midnight in São Paulo, where Bruno is.
    expect(request).toMatchObject({
      forUser: 'UBRUNO',
      by: 'UBRUNO',
      role: 'editor',
      state: 'pending',
      announced: true,
    });
    expect(request).toMatchObject({ reason: 'De plantão na segunda', endsAt: new Date('2026-04-01T03:00:00Z') });
    expect(buttonsOf(view)[0]).toEqual(expect.objectContaining({ action_id: 'access.withdraw', value: request?.id }));
  });

  it.each([
    ['no reason', { role: choice('viewer'), reason: text('   ') }, { reason: 'Diga o motivo em uma frase.' }],
    [
      'a reason that is too long',
      { role: choice('viewer'), reason: text('x'.repeat(501)) },
      { reason: 'Este texto pode ter no máximo 500 caracteres.' },
    ],
    ['a role that there is not', { role: choice('owner'), reason: text('Why') }, { role: 'Escolha um papel.' }],
    [
      'an end that is over',
      { role: choice('viewer'), reason: text('Why'), until: day('2026-03-01') },
      { until: 'Este dia já passou. Escolha outro, ou deixe em branco.' },
    ],
    [
      'an end after more than a year',
      { role: choice('viewer'), reason: text('Why'), until: day('2027-04-01') },
      { until: 'Escolha um dia dentro de um ano, ou deixe em branco.' },
    ],
  ])('is refused %s on its field, and nothing is sent', async (_, values, errors) => {
    expect(await desk.submit('UBRUNO', await openRequest(), values)).toEqual({ response_action: 'errors', errors });
    expect(await pending()).toEqual([]);
    expect(desk.messages).toEqual([]);
  });

  it('has one pending request: a second try, by any way, shows the first with the way to withdraw it', async () => {
    const stale = await openRequest();
    await ask(desk, 'UBRUNO', { role: 'viewer' });
    const again = (await desk.submit('UBRUNO', stale, { role: choice('admin'), reason: text('More') })) as never;
    await desk.command('UBRUNO');
    const shown = [words(again), words(desk.takeView())];
    await desk.click('UBRUNO', 'access.ask', { value: (await theAccount(desk)).id });
    shown.push(words(desk.takeView()));
    for (const view of shown) {
      expect(view).toContain(
        '<@UBRUNO> tem um pedido pendente para *Harvest Table* como Leitor, de 2 de março de 2026.',
      );
      expect(view).toContain('"action_id":"access.withdraw"');
      expect(view).not.toContain('access.ask');
    }
    expect(await pending()).toHaveLength(1);
    expect(desk.inbox('UANA')).toHaveLength(1);
  });

  it('chooses the account where the workspace has several, and must choose one', async () => {
    await setUp(desk, 'Blue Fig');
    const form = await openRequest();
    const named = { role: choice('viewer'), reason: text('Why') };
    expect(words(form)).toContain('Blue Fig');
    expect(await desk.submit('UBRUNO', form, named)).toMatchObject({ errors: { account: 'Escolha uma conta.' } });
    const account = await theAccount(desk);
    await desk.submit('UBRUNO', form, { ...named, account: choice(account.id) });
    expect(await pending()).toMatchObject([{ forUser: 'UBRUNO', accountId: account.id }]);
  });

  it('asks again from a button that has grown old, also when every account is theirs by now', async () => {
    await setUp(desk, 'Blue Fig');
    await desk.command('UDIEGO');
    const old = desk.takeView();
    for (const account of ['Blue Fig', 'Harvest Table']) {
      await desk.click('UDIEGO', 'access.ask');
      const wish = { account: choice(await idOf(account)), role: choice('viewer'), reason: text('Why') };
      await desk.submit('UDIEGO', desk.takeView(), wish);
      await decideOn(desk, 'UANA', 'approve');
      desk.take();
    }
    await desk.press('UDIEGO', old, 'access.ask');
    const [options] = words(desk.takeView()).match(/"options":\[[^\]]*\]/) ?? [];
    expect(options).toContain('Blue Fig');
  });
});

async function idOf(name: string): Promise<string> {
  const found = await desk.store.client.account.findFirst({ where: { name } });
  return found?.id ?? '';
}

describe('A1: a request that waits', () => {
  it('can be withdrawn: every card says so, nobody can decide it, and it can be asked anew', async () => {
    const view = await ask(desk, 'UBRUNO');
    await desk.press('UBRUNO', view, 'access.withdraw');
    expect(desk.takeView().title.text).toBe('Pedido retirado');
    const card = lastCard(desk, 'UANA');
    expect(card.text).toContain('Withdrawn on March 2, 2026.');
    expect(buttonsOf(card).map(({ action_id }) => action_id)).toEqual(['support.open', 'help.open']);
    // Whoever withdrew knows.
    expect(desk.inbox('UBRUNO')).toEqual([]);
    expect(await pending()).toEqual([]);
    expect((await ask(desk, 'UBRUNO')).title.text).toBe('Pedido enviado');
  });

  it('cannot be withdrawn by anybody else, not even by an admin', async () => {
    await ask(desk, 'UBRUNO');
    const [request] = await pending();
    for (const other of ['UANA', 'UCHLOE', 'UGUEST', 'USTRANGER']) {
      desk.take();
      await desk.click(other, 'access.withdraw', { value: request?.id ?? '' });
      expect(desk.takeView().callback_id).toBe('access.none');
    }
    expect(await pending()).toEqual([request]);
  });

  it('tells whoever comes to withdraw it too late how it was decided', async () => {
    const view = await ask(desk, 'UBRUNO');
    await decideOn(desk, 'UANA', 'deny', { note: 'Not this week.' });
    desk.take();
    await desk.press('UBRUNO', view, 'access.withdraw');
    const told = words(desk.takeView());
    expect(told).toContain('Seu pedido de acesso a Harvest Table foi recusado por <@UANA>.');
    expect(told).toContain('Not this week.');
  });
});
