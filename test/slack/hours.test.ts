import type { ModalView } from '@slack/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveChannelLink } from '../../src/store/channels.ts';
import { type Desk, keeping, type Posted, type Values, words } from './desk.ts';
import { freshDesk } from './fresh-desk.ts';
import { BRUNO, bringIn, complete, setUp, theAccount } from './journey.ts';

let desk: Desk;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ desk, close } = await freshDesk());
  await complete(desk, await setUp(desk));
  desk.take();
});

afterEach(() => close());

const open = async (userId = 'UANA'): Promise<ModalView> => {
  desk.take();
  await desk.command(userId, 'hours');
  return desk.takeView();
};
const at = (selected_time: string) => ({ type: 'timepicker', selected_time });
const days = (...chosen: number[]) => ({
  type: 'multi_static_select',
  selected_options: chosen.map((day) => ({ value: String(day) })),
});
const zone = (value: string) => ({ type: 'external_select', selected_option: { value } });
/** Chooses in one field, with what stands in the others; the view that is shown then comes back. */
const choose = async (view: ModalView, field: string, values: Values): Promise<ModalView> => {
  desk.take();
  await desk.type('UANA', view, field, { values });
  return desk.takeView();
};
const press = async (view: ModalView, id: string, value?: string): Promise<ModalView> => {
  desk.take();
  await desk.press('UANA', view, id, value);
  return desk.takeView();
};
const saved = async () => (await theAccount(desk)).sheet['support-hours'];

describe('the hours while they are chosen', () => {
  it('R13, C1: says at every choice what is chosen so far, how much it is, and whether that is open now', async () => {
    const view = await open();
    expect(words(view)).toContain('*So far:* Mon–Fri 09:00–18:00 (New York). That is 45 hours a week.');
    expect(words(view)).toContain('Support is closed now and opens 09:00.');
    const earlier = await choose(view, 'start.0', { 'start.0': at('06:30') });
    expect(words(earlier)).toContain(
      '*So far:* Mon–Fri 06:30–18:00 (New York). That is 57 hours and 30 minutes a week.',
    );
    expect(words(earlier)).toContain('Support is open now, until 18:00.');
  });

  it('R13, R24: leaves what stands in the fields, and keeps it as a draft', async () => {
    const view = await open();
    const typed = { 'start.0': at('06:30'), 'end.0': at('14:00') };
    const after = await choose(view, 'end.0', typed);
    expect(keeping(view, typed, after)).toMatchObject(typed);
    expect(words(await open())).toContain('06:30–14:00');
  });

  it('R24: says what a draft was resumed from also after the next choice', async () => {
    await choose(await open(), 'start.0', { 'start.0': at('06:30') });
    desk.now = new Date(desk.now.getTime() + 60_000);
    const resumed = await open();
    expect(words(resumed)).toContain('You had not saved this');
    desk.now = new Date(desk.now.getTime() + 60_000);
    const after = await choose(resumed, 'end.0', { 'end.0': at('19:00') });
    expect(words(after)).toContain('You had not saved this, from 7:00 AM today.');
    expect(words(after)).toContain('draft.discard');
  });

  it('R24: shows nothing for a choice that arrives after a later one', async () => {
    const view = await open();
    const [first, second] = [desk.now, new Date(desk.now.getTime() + 1000)];
    await desk.type('UANA', view, 'end.0', { values: { 'end.0': at('20:00') }, at: second });
    desk.take();
    await desk.type('UANA', view, 'end.0', { values: { 'end.0': at('19:00') }, at: first });
    expect(desk.take()).toEqual([]);
  });

  it('R24: tells nobody of a view that is gone', async () => {
    const view = await open();
    desk.refusals.set('views.update', 'not_found');
    await desk.type('UANA', view, 'end.0', { values: { 'end.0': at('20:00') } });
    expect(desk.log).toEqual([]);
  });

  it.each([
    ['06:00', 'Until 06:00 the next day.'],
    ['22:00', '24 hours, until 22:00 the next day.'],
    ['00:00', 'Until midnight: 00:00 is the end of the day, 24:00.'],
    ['23:00', 'Not later than'],
  ])('R13: says what an end at %s means to a window from 22:00', async (end, meaning) => {
    const view = await open();
    expect(words(await choose(view, 'end.0', { 'start.0': at('22:00'), 'end.0': at(end) }))).toContain(meaning);
  });

  it('C1: offers 24:00 where a window ends at 23:59, and one click takes it', async () => {
    const view = await open();
    const late = await choose(view, 'end.0', { 'end.0': at('23:59') });
    expect(words(late)).toContain('Window 1 ends at 23:59: the minute until midnight is not covered.');
    desk.take();
    await desk.click('UANA', 'hours.midnight', { view: late, values: { 'end.0': at('23:59') } });
    const mended = desk.takeView();
    expect(words(mended)).toContain('09:00–24:00');
    expect(words(mended)).not.toContain('23:59');
    await desk.submit('UANA', mended);
    expect(await saved()).toMatchObject([{ start: 540, end: 0 }]);
  });
});

describe('presets and copies', () => {
  it.each([
    ['always', 'every day 24 hours (New York). That is every hour of the week.', 1],
    ['weekdays', 'Mon–Fri 09:00–18:00 (New York). That is 45 hours a week.', 1],
    ['sun', '(Sydney); every day 09:00–', 3],
  ])('R13: “%s” is one click, and is saved as it was proposed', async (preset, said, count) => {
    const view = await press(await open(), `hours.preset.${['always', 'weekdays', 'sun'].indexOf(preset)}`);
    expect(words(view)).toContain(said);
    await desk.submit('UANA', view);
    expect(await saved()).toHaveLength(count);
    expect(words(await open())).not.toContain('You had not saved this');
  });

  it('R24: ask first where somebody’s own choice would be lost, and not before', async () => {
    const view = await open();
    expect(words(view)).not.toContain('Replace these windows?');
    expect(words(await choose(view, 'end.0', { 'end.0': at('17:15') }))).toContain('Replace these windows?');
  });

  it('R13: a window is copied to the other days, or to a zone that is still to be chosen', async () => {
    const view = await open();
    const other = await press(view, 'hours.copy.0', 'days.0');
    expect(words(other)).toContain('Mon–Fri 09:00–18:00 (New York); Sat, Sun 09:00–18:00 (New York)');
    const zoned = await press(other, 'hours.copy.1', 'zone.1');
    expect(words(zoned)).toContain('1 window is not complete yet and is left out.');
    const chosen = { 'zone.2': zone('Asia/Tokyo'), 'days.2': days(6) };
    const all = await choose(zoned, 'zone.2', chosen);
    expect(words(all)).toContain('Sat 09:00–18:00 (Tokyo)');
    await desk.submit('UANA', all, chosen);
    expect((await saved()).map(({ zone, days }) => `${zone} ${days}`)).toEqual([
      'America/New_York 1,2,3,4,5',
      'America/New_York 6,7',
      'Asia/Tokyo 6',
    ]);
  });

  it('names a window that adds nothing, where it stands', async () => {
    const twice = await press(await open(), 'hours.copy.1', 'zone.0');
    const view = await choose(twice, 'zone.1', { 'zone.1': zone('America/New_York') });
    const block = view.blocks.find(({ block_id }) => block_id === 'window.1');
    expect(words(block)).toContain('it adds nothing');
  });
});

describe('/contacts hours for whoever does not keep them', () => {
  const INTERNAL = /(oncall|api|dev|merchants|secret-escalation)@/;

  beforeEach(async () => {
    await bringIn(desk, BRUNO.id, 'viewer');
    const account = await theAccount(desk);
    await saveChannelLink(desk.store, { account, channelId: 'CPARTNERS', by: 'UANA', now: desk.now });
    desk.take();
  });

  const told = async (userId: string): Promise<Posted> => {
    await desk.command(userId, 'hours', 'CPARTNERS');
    const [call, ...more] = desk.take().filter(({ method }) => method === 'respond');
    expect(more).toEqual([]);
    expect(call?.args).toMatchObject({ response_type: 'ephemeral' });
    return call?.args as unknown as Posted;
  };

  it.each(['UGUEST', 'USTRANGER', 'UCHLOE'])(
    'C1, R12, A9: %s is told whether support is open and the hours in their own time, and nothing else',
    async (id) => {
      desk.people.set(id, { ...desk.people.get(id), id, tz: 'Asia/Kathmandu', locale: 'en-US' });
      const answer = await told(id);
      expect(answer.text).toContain('Support is closed now and opens 19:45.');
      expect(answer.text).toContain(
        'Support hours in your time (Kathmandu): Today, Monday, March 2: 19:45–04:45 the next day;',
      );
      expect(answer.text).toContain('Saturday, March 7: closed');
      expect(answer.text).toContain('The support team keeps these hours: Mon–Fri 09:00–18:00 (New York).');
      expect(words(answer)).not.toMatch(/@harvest\.example/);
      expect(words(answer)).not.toContain('hours.open');
    },
  );

  it('C1, A6: a viewer is told the same, in Portuguese where they read it', async () => {
    const answer = await told(BRUNO.id);
    expect(answer.text).toContain('O atendimento está fechado agora e abre 11:00.');
    expect(answer.text).toContain('Hoje, segunda-feira, 2 de março: 11:00–20:00;');
    expect(words(answer)).not.toMatch(INTERNAL);
  });

  it('C2, C4, X3, X4: closed days and covered gaps count wherever it says whether support is open', async () => {
    const { id: accountId } = await theAccount(desk);
    const closed = { id: 'ex1', accountId, zone: 'America/New_York', date: '2026-03-02', closed: true, name: 'Snow' };
    await desk.store.client.hoursException.create({ data: { ...closed, addedBy: 'UANA', addedAt: desk.now } });
    const opens = 'Support is closed now and opens Tuesday 19:45.';
    desk.people.set('UGUEST', { id: 'UGUEST', is_restricted: true, tz: 'Asia/Kathmandu', locale: 'en-US' });
    const answer = await told('UGUEST');
    expect(answer.text).toContain(opens);
    expect(answer.text).toContain('Today, Monday, March 2: closed');
    expect(words(answer)).not.toContain('Snow');
    await desk.command('UGUEST', 'who', 'CPARTNERS');
    expect(words(desk.take())).toContain(opens);
    expect(words(await open())).toContain('Support is closed now and opens Tuesday 09:00.');
    await desk.command('UANA', 'share', 'CPARTNERS');
    expect(words(desk.takeView())).toContain(`<!date^${Date.UTC(2026, 2, 3, 14) / 1000}^`);
  });
});
