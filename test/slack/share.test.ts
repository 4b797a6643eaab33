import type { ModalView } from '@slack/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveChannelLink } from '../../src/store/channels.ts';
import { saveSheet } from '../../src/store/sheets.ts';
import { channel, type Desk, type Posted, words } from './desk.ts';
import { freshDesk } from './fresh-desk.ts';
import { BRUNO, bringIn, complete, setUp, theAccount } from './journey.ts';

let desk: Desk;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ desk, close } = await freshDesk());
  await complete(desk, await setUp(desk));
  desk.channels.set('CPARTNERS', { id: 'CPARTNERS', is_channel: true, is_member: true, is_ext_shared: true });
  desk.take();
});

afterEach(() => close());

const INTERNAL = /oncall@|api@|dev@|merchants@|secret-escalation@/;

async function preview(userId = 'UANA', from = 'CPARTNERS'): Promise<ModalView> {
  await desk.command(userId, 'share', from);
  return desk.takeView();
}

/** What the modal shows below the line: the card. */
const cardOf = ({ blocks }: ModalView) => blocks.slice(blocks.findIndex(({ type }) => type === 'divider') + 1);

const post = (view: ModalView, values = {}, userId = 'UANA') =>
  desk.submit(userId, view, values) as Promise<{ errors?: Record<string, string>; view?: ModalView }>;

describe('X3: sharing', () => {
  it('X3, R12: previews exactly the card that is posted, in the channel that the person is in', async () => {
    const view = await preview();
    expect(words(view)).not.toMatch(INTERNAL);
    expect(desk.inbox('CPARTNERS')).toEqual([]);
    const answer = await post(view);
    expect(answer.view?.callback_id).toBe('share.done');
    const [card, ...more] = desk.inbox('CPARTNERS');
    expect(more).toEqual([]);
    expect(card?.blocks).toEqual(cardOf(view));
    expect(words(card)).toContain('help@harvest.example');
    expect(words(card)).not.toMatch(INTERNAL);
    expect(words(card)).not.toContain('UANA');
  });

  it('X3: says in each reader’s own time until when support is open, and names the zone of the hours', async () => {
    // Monday 12:00 UTC is 07:00 in New York: two hours before the hours begin.
    await post(await preview());
    const [card] = desk.inbox('CPARTNERS');
    const opens = Date.UTC(2026, 2, 2, 14) / 1000;
    expect(card?.text).toContain(
      `closed now and opens <!date^${opens}^{date_short_pretty} {time}|09:00 (New York)>. Support hours: Mon–Fri 09:00–18:00 (New York)`,
    );
    desk.now = new Date('2026-03-06T20:00:00Z');
    await post(await preview());
    const closes = Date.UTC(2026, 2, 6, 23) / 1000;
    expect(desk.inbox('CPARTNERS')[1]?.text).toContain(`open now, until <!date^${closes}^`);
  });

  it('X3: is in the poster’s language, or in the one that is chosen in the preview', async () => {
    await bringIn(desk, BRUNO.id, 'viewer');
    desk.take();
    const his = await preview(BRUNO.id);
    expect(words(cardOf(his))).toContain('Horário de atendimento');
    const english = { language: { type: 'static_select', selected_option: { value: 'en' } } };
    await desk.click(BRUNO.id, 'share.language', { view: his, values: { ...english, channel: channel('CPARTNERS') } });
    const chosen = desk.takeView();
    expect(words(cardOf(chosen))).toContain('Support hours');
    expect(words(chosen.blocks[0])).toContain('O que vão ver?');
    await post(chosen, {}, BRUNO.id);
    expect(desk.inbox('CPARTNERS')[0]?.blocks).toEqual(cardOf(chosen));
  });

  it.each<[string, string | null, string]>([
    ['nothing chosen', null, 'Choose the channel'],
    ['a channel that does not exist, or is private without Callsheet', 'CNONE', 'cannot see that channel'],
    ['a direct message', 'DANA', 'not in direct messages'],
    ['an archived channel', 'COLD', 'archived'],
    ['a channel without Callsheet', 'CALONE', 'not in that channel. Invite it'],
    ['a channel that the person is not in', 'CTHEIRS', 'You are not in that channel'],
  ])('X3: %s is refused at the moment of posting, and says what to do', async (_, channelId, reason) => {
    desk.channels.set('DANA', { id: 'DANA', is_im: true });
    desk.channels.set('COLD', { id: 'COLD', is_member: true, is_archived: true });
    desk.channels.set('CALONE', { id: 'CALONE', is_member: false });
    desk.channels.set('CTHEIRS', { id: 'CTHEIRS', is_member: true, members: ['UBRUNO'] });
    const view = await preview('UANA', 'D123');
    const answer = await post(view, { channel: channel(channelId) });
    expect(answer.errors?.channel).toContain(reason);
    expect(desk.messages).toEqual([]);
  });

  it.each([
    ['not_in_channel', 'not in that channel. Invite it'],
    ['is_archived', 'archived'],
    ['restricted_action_read_only_channel', 'Only some people may post'],
  ])('X3: what Slack refuses with %s is said at the field', async (error, reason) => {
    const view = await preview();
    desk.refusals.set('chat.postMessage', error);
    expect((await post(view)).errors?.channel).toContain(reason);
  });

  it('X3: an outage keeps the preview open with a reference', async () => {
    const view = await preview();
    desk.refusals.set('conversations.members', 'internal_error');
    expect((await post(view)).errors?.channel).toMatch(/Reference/);
    expect(desk.messages).toEqual([]);
  });

  it('X3: posts what is true when Post is pressed, not what the preview was rendered from', async () => {
    const view = await preview();
    const account = await theAccount(desk);
    const windows = [{ zone: 'UTC', days: [1] as const, start: 60, end: 120 }];
    const sheet = { ...account.sheet, 'support-hours': windows };
    await saveSheet(desk.store, { account, sheet, by: 'UANA', now: desk.now });
    await post(view);
    expect(desk.inbox('CPARTNERS')[0]?.text).toContain('Mon 01:00–02:00 (UTC)');
  });

  it('X3, R11: warns the poster of a drifted contact, and tells the readers nothing of it', async () => {
    const account = await theAccount(desk);
    const sheet = { ...account.sheet, 'ops-users': ['old@harvest.example'] };
    await saveSheet(desk.store, { account, sheet, by: 'UANA', now: desk.now });
    const view = await preview();
    expect(words(view)).toContain('but the support alias of the default brand is help@harvest.example');
    expect(words(cardOf(view))).not.toContain('help@harvest.example');
  });

  it('X3, A9: is not for whoever has no access, and Home offers it to members', async () => {
    await desk.command('UGUEST', 'share', 'CPARTNERS');
    expect(desk.takeView().callback_id).toBe('access.none');
    await desk.event({ type: 'app_home_opened', user: 'UANA', tab: 'home' });
    await desk.press('UANA', desk.takeView(), 'share.open');
    const view = desk.takeView();
    expect(view.callback_id).toBe('share.post');
    expect(words(view)).not.toContain('initial_conversation');
  });
});

describe('X4: whom to call', () => {
  const said = (): Posted => {
    const [call, ...more] = desk.take().filter(({ method }) => method === 'respond');
    expect(more).toEqual([]);
    return call?.args as unknown as Posted;
  };

  it.each([
    ['who integration is down', 'Technical emergency of Harvest Table: oncall@harvest.example.'],
    ['who refudn', 'Operations (merchant issues) of Harvest Table: merchants@harvest.example.'],
    ['quem migração da API', 'Technical non-emergency of Harvest Table: api@harvest.example, dev@harvest.example.'],
    ['who escalation', 'Operations (platform only) of Harvest Table: secret-escalation@harvest.example.'],
    ['who what do we tell our users', 'Operations (shared with users) of Harvest Table: help@harvest.example.'],
    ['who when is support open', 'Support hours of Harvest Table: Mon–Fri 09:00–18:00 (New York).'],
    ['who gets the alerts', 'In sandbox nobody is alerted'],
  ])('X4: “/contacts %s” names the contact, to this person alone', async (typed, expected) => {
    await desk.command('UANA', typed);
    const answer = said();
    expect(answer.text).toContain(expected);
    expect(answer).toMatchObject({ response_type: 'ephemeral' });
    // New York, 07:00 on a Monday.
    expect(answer.text).toContain('Support is closed now and opens 09:00.');
  });

  it('X4: answers in the reader’s language and time', async () => {
    await bringIn(desk, BRUNO.id, 'viewer');
    desk.take();
    await desk.command(BRUNO.id, 'quem a integração caiu');
    expect(said().text).toMatch(/^A integração caiu\. Emergência técnica .* fechado agora e abre 11:00\.$/);
  });

  it('X4: without words it asks what happened, and a choice answers', async () => {
    await desk.command('UANA', 'who');
    const asked = said();
    expect(asked.text).toContain('What happened?');
    const { id } = await theAccount(desk);
    await desk.click('UANA', 'who.about', { value: `escalation.${id}` });
    expect(said().text).toContain('secret-escalation@harvest.example');
  });

  it('X4: unclear words come back with the best guesses, and one click chooses', async () => {
    await desk.command('UANA', 'who menu and alerts <@UANA>');
    const asked = said();
    expect(asked.text).toContain('I am not sure what “menu and alerts &lt;@UANA&gt;” means.');
    const guess = words(asked).match(/merchant-order\.\w+/)?.[0] ?? '';
    await desk.press('UANA', asked, 'who.about', guess);
    expect(said().text).toContain('merchants@harvest.example');
  });

  describe('in a channel that is linked to the account', () => {
    beforeEach(async () => {
      const account = await theAccount(desk);
      await saveChannelLink(desk.store, { account, channelId: 'CPARTNERS', by: 'UANA', now: desk.now });
    });

    it.each(['UGUEST', 'USTRANGER', 'UCHLOE'])(
      'X4, R12, A9: %s is told the shared contact and the hours',
      async (id) => {
        for (const typed of ['who', 'who escalation from the platform', 'who integration is down']) {
          await desk.command(id, typed, 'CPARTNERS');
          const answer = said();
          expect(answer.text).toMatch(/^Write to help@harvest\.example\. Support is closed now and opens /);
          expect(words(answer)).toContain('*Support hours:*');
          expect(words(answer)).not.toMatch(INTERNAL);
          expect(words(answer)).not.toContain('who.about');
        }
      },
    );

    it('A9: a forged choice tells a guest nothing of an account that the channel is not linked to', async () => {
      const { id } = await theAccount(desk);
      await desk.click('UGUEST', 'who.about', { value: `escalation.${id}` });
      const told = words(desk.take());
      expect(told).not.toContain('help@harvest.example');
      expect(told).toContain('Callsheet is for people of this workspace');
    });

    it('X4: a member is told the contact there, and nobody else sees it', async () => {
      await desk.command('UANA', 'who escalation', 'CPARTNERS');
      expect(said()).toMatchObject({ response_type: 'ephemeral', text: expect.stringContaining('secret-escalation@') });
      expect(desk.messages).toEqual([]);
    });
  });
});
