import { describe, expect, it } from 'vitest';
import { buttonsOf, type Desk, text, words } from './desk.ts';
import { bringIn, complete, setUp, theAccount } from './journey.ts';
import { beginOnce } from './rewind.ts';

const DAY = 24 * 60 * 60_000;
let desk: Desk;

beginOnce(async (fresh) => {
  desk = fresh;
  await complete(desk, await setUp(desk));
  await bringIn(desk, 'UBRUNO', 'editor');
  await bringIn(desk, 'UCHLOE', 'viewer');
  desk.messages.splice(0);
});

async function pass(days: number): Promise<void> {
  desk.now = new Date(desk.now.getTime() + days * DAY);
  await desk.chores.tick();
}

const asked = (userId: string) => desk.inbox(userId).filter((one) => words(one).includes('contact.confirm'));

describe('C9: details that nobody has confirmed for ninety days', () => {
  it('are asked about: the admins first, then everybody who may change them, and then nobody any more', async () => {
    await pass(89);
    expect(desk.messages).toEqual([]);
    await pass(1);
    expect([asked('UANA'), asked('UBRUNO'), asked('UCHLOE')].map((list) => list.length)).toEqual([1, 0, 0]);
    for (let day = 0; day < 60; day += 1) await pass(1);
    expect([asked('UANA'), asked('UBRUNO'), asked('UCHLOE')].map((list) => list.length)).toEqual([3, 2, 0]);
  });

  it('are shown in the question, with who confirmed them last', async () => {
    await pass(90);
    const [question] = asked('UANA');
    expect(question?.text).toContain('*Do the contact details of Harvest Table still hold?*');
    expect(question?.text).toContain('They were last confirmed on March 2, 2026 by <@UANA>.');
    expect(question?.text).toContain('Operations (platform only): secret-escalation@harvest.example');
  });

  it('are confirmed by one click, for everybody; whoever clicks next hears who was faster', async () => {
    await pass(97);
    const [anas] = asked('UANA');
    const [brunos] = asked('UBRUNO');
    if (!anas || !brunos) throw new Error('nobody was asked');
    desk.take();
    await desk.press('UBRUNO', brunos, 'contact.confirm');
    expect(words(desk.take())).toContain('a próxima pergunta é em 5 de setembro de 2026');
    expect((await theAccount(desk)).confirmed).toMatchObject({ by: 'UBRUNO', at: desk.now });
    await desk.press('UANA', anas, 'contact.confirm');
    expect(words(desk.take())).toContain('are confirmed already, on June 7, 2026 by <@UBRUNO>.');
    await pass(30);
    expect(asked('UANA')).toHaveLength(1);
  });

  it('or the form opens where something changed', async () => {
    await pass(90);
    const [question] = asked('UANA');
    desk.take();
    await desk.press('UANA', question ?? { channel: '', ts: '', text: '', blocks: [] }, 'contact.open');
    expect(desk.takeView().callback_id).toBe('contact.save');
  });

  it('say so in the status and on Home, with the button for whoever may confirm', async () => {
    const line = async (userId: string) => {
      desk.take();
      await desk.command(userId, 'status');
      return desk.take().find(({ method }) => method === 'respond')?.args ?? {};
    };
    expect(words(await line('UANA'))).toContain(
      'Details confirmed on March 2, 2026 by <@UANA>. Asked again on May 31, 2026.',
    );
    expect(buttonsOf(await line('UANA')).map((one) => one.action_id)).not.toContain('contact.confirm');
    desk.now = new Date(desk.now.getTime() + 90 * DAY);
    expect(words(await line('UANA'))).toContain('*Still right?* Last confirmed on March 2, 2026');
    expect(buttonsOf(await line('UANA')).map((one) => one.action_id)).toContain('contact.confirm');
    expect(words(await line('UCHLOE'))).toContain('*Still right?*');
    expect(buttonsOf(await line('UCHLOE')).map((one) => one.action_id)).not.toContain('contact.confirm');
    await desk.event({ type: 'app_home_opened', user: 'UANA', tab: 'home' });
    expect(words(desk.take())).toContain('*Still right?*');
  });

  it('are asked about an hour later when Slack was not there', async () => {
    desk.refusals.set('chat.postMessage', 'internal_error');
    await pass(90).catch(() => {});
    desk.refusals.clear();
    await pass(0);
    expect(asked('UANA')).toHaveLength(0);
    await pass(1 / 24);
    expect(asked('UANA')).toHaveLength(1);
  });

  it('are not confirmed by an edit of one of them', async () => {
    await desk.command('UANA', 'edit');
    await desk.submit('UANA', desk.takeView(), { 'tech-emergency': text('night@harvest.example') });
    expect((await theAccount(desk)).confirmed).toMatchObject({ at: new Date('2026-03-02T12:00:00Z') });
  });
});
