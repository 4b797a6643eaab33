import { describe, expect, it } from 'vitest';
import { buttonsOf, channel, type Desk, type Posted, words } from './desk.ts';
import { ask, bringIn, decideOn, lastCard, setUp, theAccount } from './journey.ts';
import { beginOnce } from './rewind.ts';

let desk: Desk;

/** The account has two admins: Ana reads English, Diego Portuguese. */
beginOnce(async (fresh) => {
  desk = fresh;
  await setUp(desk);
  await bringIn(desk, 'UDIEGO', 'admin');
  desk.messages.splice(0);
});

const OURS = { id: 'COURS', is_member: true };

async function choose(channelId: string | null): Promise<unknown> {
  desk.take();
  await desk.command('UANA', 'access');
  await desk.press('UANA', desk.takeView(), 'access.channel');
  return desk.submit('UANA', desk.takeView(), { channel: channel(channelId) }, 'V1');
}

const actionsOf = (message: Posted) => buttonsOf(message).map(({ action_id }) => action_id);
const hours = (count: number) => {
  desk.now = new Date(desk.now.getTime() + count * 60 * 60_000);
};

describe('A2: the card', () => {
  it('tells each admin by DM who asks for which account, which role, why and when, each in their language', async () => {
    await ask(desk, 'UBRUNO', { role: 'editor', reason: 'On call <!channel> & more', until: '2026-03-31' });
    const [ana, diego] = [lastCard(desk, 'UANA'), lastCard(desk, 'UDIEGO')];
    expect(ana.text).toBe(
      '<@UBRUNO> asks for access to Harvest Table as Editor: “On call &lt;!channel&gt; &amp; more” ' +
        'Requested by <@UBRUNO> on March 2, 2026. It waits for an admin.',
    );
    expect(words(ana)).toContain('*Until*\\nMarch 31, 2026');
    expect(diego.text).toContain('<@UBRUNO> pede acesso a Harvest Table como Editor');
    expect(words(diego)).toContain('*Até*\\n31 de março de 2026');
    for (const card of [ana, diego]) expect(actionsOf(card).slice(0, 2)).toEqual(['access.approve', 'access.deny']);
    expect(desk.messages).toHaveLength(2);
  });

  it('keeps nobody from theirs because Slack refuses the DM of another', async () => {
    desk.refusals.set('chat.postMessage UANA', 'user_disabled');
    await ask(desk, 'UBRUNO');
    expect(desk.inbox('UANA')).toEqual([]);
    await decideOn(desk, 'UDIEGO', 'approve');
    expect((await theAccount(desk)).members.map(({ userId }) => userId)).toContain('UBRUNO');
    expect(desk.log.filter(({ event }) => event === 'notice.untold')).toHaveLength(1);
  });

  it('says on every copy who decided and when, wherever it was posted, and has no buttons any more', async () => {
    await ask(desk, 'UBRUNO');
    hours(26);
    await decideOn(desk, 'UDIEGO', 'deny', { note: 'Not this week.' });
    const [ana, diego] = [lastCard(desk, 'UANA'), lastCard(desk, 'UDIEGO')];
    expect(words(ana)).toContain('Denied by <@UDIEGO> on March 3, 2026.');
    expect(words(diego)).toContain('Recusado por <@UDIEGO> em 3 de março de 2026.');
    for (const card of [ana, diego]) {
      expect(words(card)).toContain('Not this week.');
      expect(actionsOf(card)).toEqual(['support.open', 'help.open']);
    }
    expect(desk.messages.map(({ channel: place }) => place)).toEqual(['DUANA', 'DUDIEGO', 'DUBRUNO']);
  });

  it('has no buttons any more on a reminder either', async () => {
    await ask(desk, 'UBRUNO');
    hours(5);
    await desk.chores.tick();
    const reminders = [lastCard(desk, 'UANA'), lastCard(desk, 'UDIEGO')];
    expect(reminders.map(({ text }) => text)).toEqual([
      '<@UBRUNO> has been waiting since March 2, 2026 for access to Harvest Table. This is the first reminder.',
      '<@UBRUNO> espera desde 2 de março de 2026 por acesso a Harvest Table. Este é o primeiro lembrete.',
    ]);
    await decideOn(desk, 'UANA', 'approve');
    for (const message of [...desk.inbox('UANA'), ...desk.inbox('UDIEGO')]) {
      expect(actionsOf(message)).toEqual(['support.open', 'help.open']);
      expect(words(message)).toMatch(/Approved by <@UANA>|Aprovado por <@UANA>/);
    }
  });

  it('is refreshed everywhere although Slack refuses one copy', async () => {
    await ask(desk, 'UBRUNO');
    desk.refusals.set('chat.update DUANA', 'message_not_found');
    await decideOn(desk, 'UANA', 'approve');
    expect(words(lastCard(desk, 'UDIEGO'))).toContain('Aprovado por <@UANA>');
    expect(lastCard(desk, 'UBRUNO').text).toContain('<@UANA> aprovou o seu acesso');
  });

  it('A9: tells an admin who has lost access meanwhile how it ended, and no detail', async () => {
    await ask(desk, 'UBRUNO', { reason: 'My own reason' });
    desk.people.set('UDIEGO', { id: 'UDIEGO', locale: 'pt-BR', is_restricted: true });
    await desk.event({ type: 'user_change', user: { id: 'UDIEGO' } });
    await decideOn(desk, 'UANA', 'approve');
    const left = words(lastCard(desk, 'UDIEGO'));
    expect(left).toContain('Aprovado por <@UANA>');
    expect(left).not.toMatch(/My own reason|access\.approve|Harvest Table/);
  });

  it('is not shown to the admin who proposes', async () => {
    desk.take();
    await desk.click('UANA', 'access.propose', { value: (await theAccount(desk)).id });
    const view = desk.takeView();
    await desk.submit('UANA', view, {
      person: { selected_user: 'UCHLOE' },
      role: { selected_option: { value: 'viewer' } },
      reason: { value: 'Why' },
    });
    expect(desk.messages.map(({ channel: place }) => place)).toEqual(['DUDIEGO']);
  });
});

describe('A2: the admin channel', () => {
  it('shows the card once, to all admins, and every decision on it', async () => {
    desk.channels.set('COURS', OURS);
    expect(await choose('COURS')).toBeUndefined();
    expect((await theAccount(desk)).adminChannelId).toBe('COURS');
    await ask(desk, 'UBRUNO');
    expect(desk.messages.map(({ channel: place }) => place)).toEqual(['COURS']);
    await decideOn(desk, 'UDIEGO', 'approve', { card: lastCard(desk, 'COURS') });
    // A channel is spoken to in the language of the first admin.
    expect(lastCard(desk, 'COURS').text).toContain('Approved by <@UDIEGO> on March 2, 2026.');
    expect(actionsOf(lastCard(desk, 'COURS'))).not.toContain('access.approve');
  });

  it.each([
    ['is archived', { ...OURS, is_archived: true }, 'This channel is archived.'],
    [
      'is one that Callsheet is not in',
      { ...OURS, is_member: false },
      'Callsheet is not in this channel. Invite it first: /invite @Callsheet',
    ],
    ['is private and without Callsheet', null, 'Callsheet is not in this channel. Invite it first: /invite @Callsheet'],
    [
      'is shared with another company',
      { ...OURS, is_ext_shared: true },
      'This channel is shared with another company. Choose one of your own.',
    ],
    [
      'is about to be shared with another company',
      { ...OURS, is_pending_ext_shared: true },
      'This channel is shared with another company. Choose one of your own.',
    ],
  ])('that %s is refused, and one that becomes so gives way to DMs', async (_, info, said) => {
    desk.channels.set('COURS', OURS);
    await choose('COURS');
    if (info) desk.channels.set('COURS', info);
    else desk.channels.delete('COURS');
    expect(await choose('COURS')).toEqual({ response_action: 'errors', errors: { channel: said } });
    await ask(desk, 'UBRUNO');
    expect(desk.messages.map(({ channel: place }) => place)).toEqual(['DUANA', 'DUDIEGO']);
  });

  it('gives way to DMs when Slack refuses the post itself', async () => {
    desk.channels.set('COURS', OURS);
    await choose('COURS');
    desk.refusals.set('chat.postMessage COURS', 'restricted_action');
    await ask(desk, 'UBRUNO');
    expect(desk.messages.map(({ channel: place }) => place)).toEqual(['DUANA', 'DUDIEGO']);
  });

  it('can be taken away again, and is written into the history', async () => {
    desk.channels.set('COURS', OURS);
    await choose('COURS');
    expect(await choose(null)).toBeUndefined();
    expect((await theAccount(desk)).adminChannelId).toBeNull();
    const kinds = await desk.store.client.change.findMany({ where: { kind: 'access.channel' } });
    expect(kinds).toHaveLength(2);
  });

  it('stays as it was when Slack does not say what the channel is', async () => {
    desk.refusals.set('conversations.info', 'internal_error');
    expect(await choose('COURS')).toMatchObject({ errors: { channel: expect.stringContaining('Reference:') } });
    expect((await theAccount(desk)).adminChannelId).toBeNull();
  });
});
