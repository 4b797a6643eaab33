import type { ModalView } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { openAsks } from '../../src/store/section-asks.ts';
import { buttonsOf, choice, type Desk, text, user, words } from './desk.ts';
import { CONTACTS, complete, setUp, theAccount } from './journey.ts';
import { beginOnce } from './rewind.ts';

const DAY = 24 * 60 * 60_000;
let desk: Desk;
let form: ModalView;

beginOnce(async (fresh) => {
  desk = fresh;
  form = await setUp(desk);
  desk.take();
});

/** Ana asks a colleague, Diego unless it is said, for one section, from the locked form. */
async function ask({ section = 'tech-emergency', colleague = 'UDIEGO', note = '' } = {}): Promise<ModalView> {
  desk.take();
  await desk.press('UANA', form, 'section.ask');
  const wish = { section: choice(section), person: user(colleague), days: choice('3'), note: text(note) };
  return ((await desk.submit('UANA', desk.takeView(), wish)) as { view: ModalView }).view;
}

const invitation = (userId = 'UDIEGO') => {
  const message = desk.inbox(userId).find((one) => words(one).includes('section.fill'));
  if (!message) throw new Error('nobody was asked');
  return message;
};

/** The colleague opens the form from the message. */
async function openForm(userId = 'UDIEGO'): Promise<ModalView> {
  const message = invitation(userId);
  desk.take();
  await desk.press(userId, message, 'section.fill');
  return desk.takeView();
}

function wait(days: number): void {
  desk.now = new Date(desk.now.getTime() + days * DAY);
}

describe('X7: one section', () => {
  it('is asked for from the locked form, by direct message, in the colleague’s language', async () => {
    const view = await ask({ note: 'You were there <last> time.' });
    expect(words(view)).toContain('Technical emergency · <@UDIEGO>, until March 5, 2026');
    expect(invitation().text).toBe(
      '<@UANA> pede que você preencha *Emergência técnica* de *Harvest Table*. O formulário vale até 5 de março de 2026. ' +
        '*Para que serve:* Quem é chamado quando a integração cai. O melhor é um endereço que acione quem está de plantão. ' +
        'Exemplo: plantao@suaempresa.com.br *<@UANA> diz:* You were there &lt;last&gt; time.',
    );
  });

  it('is filled by somebody without access: saved, known to whoever asked, and gone from the message', async () => {
    await ask();
    const view = await openForm();
    expect(view.blocks.filter(({ type }) => type === 'input')).toHaveLength(1);
    const typed = { 'tech-emergency': text('plantao@harvest.example; noite@harvest.example') };
    const answer = (await desk.submit('UDIEGO', view, typed)) as { view: ModalView };
    expect(words(answer.view)).toContain('*Emergência técnica* de *Harvest Table* está salvo, e <@UANA> já sabe.');
    const account = await theAccount(desk);
    expect(account.sheet['tech-emergency']).toEqual(['plantao@harvest.example', 'noite@harvest.example']);
    expect(desk.inbox('UDIEGO')[0]?.text).toContain('Preenchido. Obrigado.');
    expect(buttonsOf(desk.inbox('UDIEGO')[0] ?? {}).map((one) => one.action_id)).not.toContain('section.fill');
    expect(desk.inbox('UANA').at(-1)?.text).toBe('<@UDIEGO> has filled in *Technical emergency* for *Harvest Table*.');
    desk.take();
    await desk.command('UANA', 'access');
    await desk.command('UDIEGO', 'status');
    expect(words(desk.take().at(-1))).toContain('access.none');
  });

  it('R12: shows the colleague nothing else of the sheet, at no step', async () => {
    await complete(desk, form);
    await desk.command('UANA', 'edit');
    form = desk.takeView();
    for (const section of ['tech-emergency', 'tech-non-emergency', 'ops-merchant', 'ops-platform', 'support-hours']) {
      await ask({ section });
    }
    const secrets = Object.values(CONTACTS).flatMap(({ value = '' }) => String(value).split(', '));
    expect(secrets).toContain('secret-escalation@harvest.example');
    const seen: unknown[] = [];
    for (const message of [...desk.inbox('UDIEGO')]) {
      desk.take();
      await desk.press('UDIEGO', message, 'section.fill');
      const view = desk.takeView();
      seen.push(message, view, await desk.submit('UDIEGO', view, { 'ops-platform': text('x') }));
    }
    expect(seen).toHaveLength(15);
    for (const secret of secrets) expect(words(seen)).not.toContain(secret);
  });

  it('keeps what was typed where it cannot be saved, and says why', async () => {
    await ask();
    const answer = await desk.submit('UDIEGO', await openForm(), { 'tech-emergency': text('the pager') });
    expect(answer).toEqual({
      response_action: 'errors',
      errors: { 'tech-emergency': expect.stringContaining('“the”') },
    });
  });

  it('R19: unlocks the account for everybody, when it was what was missing last', async () => {
    await ask({ section: 'support-hours' });
    await desk.submit('UANA', form, CONTACTS);
    const view = await openForm();
    const answer = (await desk.submit('UDIEGO', view)) as { view: ModalView };
    expect(answer.view.title.text).toBe('Obrigado');
    const account = await theAccount(desk);
    expect(account.sheet['support-hours']).toEqual([
      { zone: 'America/Sao_Paulo', days: [1, 2, 3, 4, 5], start: 540, end: 1080 },
    ]);
    expect(account.confirmed).toMatchObject({ by: 'UDIEGO' });
    desk.take();
    await desk.command('UANA', 'status');
    expect(words(desk.take())).toContain('Sandbox 6/6');
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['it was filled in', async () => desk.submit('UDIEGO', await openForm(), TYPED), 'Você já preencheu isto.'],
    ['somebody changed it', () => desk.submit('UANA', form, CONTACTS), 'Alguém alterou esta parte'],
    ['its time is over', async () => wait(3), 'O prazo deste'],
    [
      'whoever asked has left',
      async () => void desk.people.set('UANA', { id: 'UANA', deleted: true }),
      'Quem pediu não tem mais acesso',
    ],
  ])('cannot be opened or saved any more when %s', async (_, happens, said) => {
    await ask();
    const open = await openForm();
    const message = structuredClone(invitation());
    await happens();
    desk.take();
    const before = (await theAccount(desk)).sheet;
    const late = (await desk.submit('UDIEGO', open, { 'tech-emergency': text('late@harvest.example') })) as never;
    await desk.press('UDIEGO', message, 'section.fill');
    const views = desk.take().filter(({ method }) => method === 'views.open');
    for (const view of [late, views]) expect(words(view)).toContain(said);
    expect((await theAccount(desk)).sheet).toEqual(before);
  });

  it('is withdrawn by whoever may change the sheet: the message loses its button', async () => {
    const asked = await ask();
    desk.take();
    await desk.press('UANA', asked, 'section.withdraw');
    expect(words(desk.takeView())).not.toContain('<@UDIEGO>');
    expect(desk.inbox('UDIEGO')[0]?.text).toContain('Não é mais necessário');
    expect(await openAsks(desk.store, { accountId: (await theAccount(desk)).id })).toEqual([]);
  });

  it('ends with its time: the button goes, and whoever asked is told once', async () => {
    await ask();
    wait(3);
    await desk.chores.tick();
    await desk.chores.tick();
    expect(desk.inbox('UDIEGO').map((one) => one.text)).toEqual([expect.stringContaining('o prazo acabou')]);
    expect(desk.inbox('UANA').map((one) => one.text)).toEqual([
      '<@UDIEGO> has not filled in *Technical emergency* for *Harvest Table*. The form is closed.',
    ]);
  });

  it('is asked of one person once', async () => {
    await ask();
    await desk.press('UANA', form, 'section.ask');
    const again = { section: choice('tech-emergency'), person: user('UDIEGO'), days: choice('7') };
    expect(await desk.submit('UANA', desk.takeView(), again)).toEqual({
      response_action: 'errors',
      errors: { person: 'This person has been asked for this section already.' },
    });
    expect(desk.inbox('UDIEGO')).toHaveLength(1);
  });

  it('R12: says at the word that it quotes a contact which the colleague may not see, and asks nobody', async () => {
    await complete(desk, form);
    await desk.command('UANA', 'edit');
    form = desk.takeView();
    await desk.press('UANA', form, 'section.ask');
    const wish = { section: choice('ops-platform'), person: user('UDIEGO'), days: choice('3') };
    const note = text('It is secret-escalation@harvest.example now');
    expect(await desk.submit('UANA', desk.takeView(), { ...wish, note })).toEqual({
      response_action: 'errors',
      errors: { note: expect.stringContaining('leave the address out') },
    });
    expect(desk.inbox('UDIEGO')).toEqual([]);
  });

  it('R12: arrives without the word if that quotes a contact of another account, at every step', async () => {
    const other = await setUp(desk, 'Blue Fig');
    await desk.submit('UANA', other, { 'ops-platform': text('fig-escalation@fig.example') });
    await ask({ note: 'As for fig-escalation@fig.example' });
    expect(invitation().text).toContain('pede que você preencha');
    expect(words(invitation())).not.toMatch(/fig-escalation|diz:/);
    await desk.submit('UDIEGO', await openForm(), TYPED);
    expect(desk.inbox('UDIEGO')[0]?.text).toContain('Preenchido. Obrigado.');
    expect(words(desk.inbox('UDIEGO'))).not.toMatch(/fig-escalation|section\.fill/);
  });

  it('is taken back if the message cannot be delivered: whoever asked hears of it, and can ask again', async () => {
    desk.refusals.set('chat.postMessage UDIEGO', 'cannot_dm_bot');
    await ask();
    expect(desk.inbox('UANA').map((one) => one.text)).toEqual([
      '<@UDIEGO> could not be asked for *Technical emergency* for *Harvest Table*: Slack did not deliver the message. ' +
        'The request was withdrawn; ask again, or ask somebody else.',
    ]);
    expect(await openAsks(desk.store, { accountId: (await theAccount(desk)).id })).toEqual([]);
    desk.refusals.clear();
    await ask();
    expect(invitation().text).toContain('Emergência técnica');
  });

  it.each([
    ['UGUEST', 'guest'],
    ['USTRANGER', 'person of another company'],
    ['UANA', 'can change the sheet already'],
  ])('is not asked of %s', async (colleague, said) => {
    desk.take();
    await desk.press('UANA', form, 'section.ask');
    const wish = { section: choice('ops-platform'), person: user(colleague), days: choice('1') };
    const answer = await desk.submit('UANA', desk.takeView(), wish);
    expect(words(answer).toLowerCase()).toContain(said);
    expect(desk.messages).toEqual([]);
  });
});

const TYPED = { 'tech-emergency': text('oncall@harvest.example') };
