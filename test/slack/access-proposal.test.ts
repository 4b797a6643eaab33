import { describe, expect, it } from 'vitest';
import { pendingRequests } from '../../src/store/requests.ts';
import { choice, type Desk, text, user, words } from './desk.ts';
import { ask, bringIn, decideOn, lastCard, setUp, theAccount } from './journey.ts';
import { beginOnce } from './rewind.ts';

let desk: Desk;

beginOnce(async (fresh) => {
  desk = fresh;
  await setUp(desk);
});

const pending = async () => pendingRequests(desk.store, { accountId: (await theAccount(desk)).id });

describe('A5: whoever is no admin', () => {
  it.each(['editor', 'viewer'] as const)('proposes a colleague as %s: both hear the outcome', async (role) => {
    await bringIn(desk, 'UBRUNO', role);
    desk.take();
    await desk.command('UBRUNO', 'acesso');
    const seen = desk.takeView();
    expect(words(seen)).toContain('Só um administrador da conta pode adicionar pessoas: <@UANA>.');
    await desk.press('UBRUNO', seen, 'access.propose');
    const wish = { person: user('UCHLOE'), role: choice('viewer'), reason: text('She knows the menus') };
    const sent = await desk.submit('UBRUNO', desk.takeView(), wish);
    expect(words(sent)).toContain('Sua indicação de <@UCHLOE> para *Harvest Table*');
    const card = lastCard(desk, 'UANA');
    expect(words(card)).toContain('<@UBRUNO> proposes <@UCHLOE> for Harvest Table');
    await decideOn(desk, 'UANA', 'approve');
    expect(lastCard(desk, 'UBRUNO').text).toContain('<@UANA> aprovou o acesso de <@UCHLOE> a Harvest Table');
    expect(lastCard(desk, 'UCHLOE').text).toContain('<@UANA> approved your access to Harvest Table as Viewer.');
  });

  it.each([
    ['UGUEST', 'Convidados não podem ter acesso.'],
    ['USTRANGER', 'Só pessoas deste workspace podem ter acesso.'],
    ['UBOT2', 'Um aplicativo não pode ter acesso.'],
    ['UGONE', 'Esta pessoa saiu do workspace.'],
    ['UANA', 'Esta pessoa já tem este papel.'],
    ['UNOBODY', 'Escolha uma pessoa.'],
  ])('A9: cannot propose %s', async (userId, said) => {
    await bringIn(desk, 'UBRUNO', 'viewer');
    desk.take();
    await desk.click('UBRUNO', 'access.propose', { value: (await theAccount(desk)).id });
    const wish = { person: user(userId), role: choice('admin'), reason: text('Why') };
    const answer = await desk.submit('UBRUNO', desk.takeView(), wish);
    expect(answer).toEqual({ response_action: 'errors', errors: { person: said } });
    expect(await pending()).toEqual([]);
  });

  it('A1: cannot propose somebody for whom a request waits already', async () => {
    await bringIn(desk, 'UBRUNO', 'viewer');
    await ask(desk, 'UCHLOE');
    desk.take();
    await desk.click('UBRUNO', 'access.propose', { value: (await theAccount(desk)).id });
    const wish = { person: user('UCHLOE'), role: choice('viewer'), reason: text('Why') };
    const answer = await desk.submit('UBRUNO', desk.takeView(), wish);
    expect(answer).toMatchObject({ errors: { person: 'Já existe um pedido pendente para esta pessoa.' } });
    expect(await pending()).toHaveLength(1);
  });

  it('asks for a stronger role from the refusal of what their role does not allow', async () => {
    await bringIn(desk, 'UBRUNO', 'viewer');
    desk.take();
    await desk.command('UBRUNO', 'edit');
    const refusal = desk.takeView();
    expect(words(refusal)).toContain('O seu papel nesta conta não permite isso. Um administrador pode mudar: <@UANA>.');
    await desk.press('UBRUNO', refusal, 'access.ask');
    const form = desk.takeView();
    const same = await desk.submit('UBRUNO', form, { role: choice('viewer'), reason: text('Why') });
    expect(same).toMatchObject({ errors: { role: 'Esta pessoa já tem este papel.' } });
    await desk.submit('UBRUNO', form, { role: choice('editor'), reason: text('Why') });
    await decideOn(desk, 'UANA', 'approve');
    expect((await theAccount(desk)).members).toContainEqual({ userId: 'UBRUNO', role: 'editor', endsAt: null });
  });
});
