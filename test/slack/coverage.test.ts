import type { ModalView } from '@slack/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planOf } from '../../src/store/plans.ts';
import { buttonsOf, type Desk, words } from './desk.ts';
import { freshDesk } from './fresh-desk.ts';
import { bringIn, complete, setUp, theAccount } from './journey.ts';

let desk: Desk;
let close: () => Promise<void>;

/** Harvest Table is open from nine to six in New York, Monday to Friday; Thursday is a holiday, and so a gap. */
beforeEach(async () => {
  ({ desk, close } = await freshDesk());
  await complete(desk, await setUp(desk));
  const { id } = await theAccount(desk);
  const holiday = { accountId: id, zone: 'America/New_York', date: '2026-03-05', closed: true, name: 'Holiday' };
  await desk.store.client.hoursException.create({
    data: { id: 'holiday', ...holiday, addedBy: 'UANA', addedAt: desk.now },
  });
});

afterEach(() => close());

/** What a person sees at once, and then with the picture. */
async function coverage(userId = 'UANA'): Promise<{ first: ModalView; last: ModalView }> {
  desk.take();
  await desk.command(userId, 'coverage');
  const views = desk.take().flatMap(({ args }) => (args.view ? [args.view as ModalView] : []));
  return { first: views[0] as ModalView, last: views.at(-1) as ModalView };
}

async function press(userId: string, view: ModalView, actionId: string): Promise<ModalView> {
  desk.take();
  await desk.press(userId, view, actionId);
  const shown = desk.take().find(({ method, args }) => args.view && method !== 'views.publish');
  return shown?.args.view as ModalView;
}

const ids = (view: ModalView): string[] => buttonsOf(view).map(({ action_id: id }) => id);
const covers = async () => (await planOf(desk.store, { accountId: (await theAccount(desk)).id, now: desk.now })).covers;

/** What C1 and C3 ask for, in New York's time: Monday, 2 March, seven in the morning. */
const FACTS = [
  'Support is closed now and opens 09:00.',
  '80% of what should be covered this week is covered.',
  'Thursday, March 5, 09:00–18:00 (9 h)',
  'The longest time without support in the coming year: Thursday, March 5, 09:00–18:00 (9 h).',
];

describe('C3: /contacts coverage', () => {
  it('says everything at once, before there is a picture', async () => {
    const { first } = await coverage();
    for (const fact of FACTS) expect(words(first)).toContain(fact);
    expect(words(first)).toContain('is on its way');
    expect(ids(first)).toContain('cover.take');
  });

  it('then shows the picture in the view, with the same facts as its text', async () => {
    const { last } = await coverage();
    const image = last.blocks.find((block) => block.type === 'image') as { slack_file?: object; alt_text: string };
    expect(image.slack_file).toEqual({ id: 'F0' });
    for (const fact of FACTS) expect(image.alt_text).toContain(fact);
  });

  it('sends the picture as a PNG to the person alone, and says in words what it shows', async () => {
    await coverage();
    expect(desk.files).toHaveLength(1);
    const [file] = desk.files;
    expect(file).toMatchObject({ channel: 'DUANA', name: 'callsheet-coverage-2026-03-02.png' });
    expect(file?.content).toContain('PNG');
    for (const fact of FACTS) {
      expect(file?.comment).toContain(fact);
      expect(file?.alt).toContain(fact);
    }
    expect(file?.alt.length).toBeLessThanOrEqual(1000);
  });

  it('speaks the reader’s language and time', async () => {
    await bringIn(desk, 'UBRUNO', 'viewer');
    const { first } = await coverage('UBRUNO');
    expect(words(first)).toContain('quinta-feira, 5 de março, 11:00–20:00 (9 h)');
    expect(desk.files.at(-1)?.comment).toContain('80% do que deveria estar coberto nesta semana está coberto.');
  });

  it.each([
    ['missing_scope', 'this installation may not send files'],
    ['file_uploads_disabled', 'this workspace does not allow files'],
    ['internal_error_of_slack', 'The picture could not be sent.'],
  ])('is as complete without a picture, and says why there is none: %s', async (error, reason) => {
    desk.refusals.set('files.getUploadURLExternal', error);
    const { last } = await coverage();
    expect(words(last)).toContain(reason);
    for (const fact of FACTS) expect(words(last)).toContain(fact);
    expect(ids(last)).toEqual(expect.arrayContaining(['cover.take', 'coverage.draw']));
    expect(desk.files).toEqual([]);
  });

  it('takes it as it is when the view was closed meanwhile', async () => {
    desk.refusals.set('views.update', 'not_found');
    await coverage();
    expect(desk.files).toHaveLength(1);
    expect(desk.log.filter(({ event }) => /failed/.test(event))).toEqual([]);
  });

  it('says what a clock change will do', async () => {
    const { id } = await theAccount(desk);
    const target = { accountId: id, position: 0, zone: 'Europe/Berlin', days: '12345', start: 15 * 60, end: 24 * 60 };
    await desk.store.client.targetWindow.create({ data: target });
    const { first } = await coverage();
    // New York changes three weeks before Berlin: nine o'clock there is then two in the afternoon here.
    expect(words(first)).toMatch(/From March \d+, when clocks change in (New York|Berlin), nobody covers Mon–Fri/);
  });
});

describe('C4: “I’ll cover this”', () => {
  it('makes the gap a cover with that person’s name, and the figures follow', async () => {
    const view = await press('UANA', (await coverage()).last, 'cover.take');
    expect(words(view)).toContain('You cover Thursday, March 5, 09:00–18:00 (9 h).');
    expect(words(view)).toContain('<@UANA> covers *Thursday, March 5, 09:00–18:00 (9 h)*');
    expect(words(view)).toContain('100% of what should be covered');
    expect(ids(view)).toContain('cover.return');
    expect(ids(view)).not.toContain('cover.take');
    expect(await covers()).toMatchObject([{ userId: 'UANA' }]);
  });

  it('tells whoever was slower who was faster', async () => {
    await bringIn(desk, 'UBRUNO', 'viewer');
    await bringIn(desk, 'UCHLOE', 'viewer');
    const [one, other] = [(await coverage('UBRUNO')).last, (await coverage('UCHLOE')).last];
    await press('UBRUNO', one, 'cover.take');
    const told = await press('UCHLOE', other, 'cover.take');
    expect(words(told)).toContain('<@UBRUNO> was faster and covers this already');
    expect(ids(told)).not.toContain('cover.return');
    expect(await covers()).toMatchObject([{ userId: 'UBRUNO' }]);
  });

  it('lets one win when two click at once', async () => {
    await bringIn(desk, 'UBRUNO', 'viewer');
    const [one, other] = [(await coverage()).last, (await coverage('UBRUNO')).last];
    await Promise.all([desk.press('UANA', one, 'cover.take'), desk.press('UBRUNO', other, 'cover.take')]);
    expect(await covers()).toHaveLength(1);
    expect(words(desk.take())).toMatch(/was faster and covers this already|foi mais rápido e já cobre isto/);
  });

  it('is computed anew at the click: a gap that is none any more is not covered', async () => {
    const { last } = await coverage();
    await desk.store.client.hoursException.deleteMany({});
    expect(words(await press('UANA', last, 'cover.take'))).toContain('no longer a gap');
    expect(await covers()).toEqual([]);
  });

  it.each(['0.99999999', 'x', '', '29545200.29545100.', '1.2.3.4'])('believes no forged gap: %s', async (value) => {
    const { last } = await coverage();
    desk.take();
    await desk.click('UANA', 'cover.take', { view: last, value });
    expect(words(desk.take())).toContain('This cannot be covered');
    expect(await covers()).toEqual([]);
  });

  it('is handed back by whoever took it, or an admin, and by nobody else', async () => {
    await bringIn(desk, 'UBRUNO', 'viewer');
    await bringIn(desk, 'UCHLOE', 'editor');
    const mine = await press('UBRUNO', (await coverage('UBRUNO')).last, 'cover.take');
    expect(ids((await coverage('UCHLOE')).last)).not.toContain('cover.return');
    // A button of somebody else's, forged.
    const value = buttonsOf(mine).find(({ action_id: id }) => id === 'cover.return')?.value ?? '';
    desk.take();
    await desk.click('UCHLOE', 'cover.return', { view: mine, value });
    expect(words(desk.take())).toContain('Only whoever covers this, or an admin');
    const view = await press('UANA', (await coverage()).last, 'cover.return');
    expect(words(view)).toContain('Handed back.');
    expect(ids(view)).toContain('cover.take');
    expect(await covers()).toEqual([]);
    expect(words(await press('UBRUNO', mine, 'cover.return'))).toContain('já foi devolvido');
  });

  it('ends with the access of whoever covers: the gap is a gap again, and the history says so', async () => {
    await bringIn(desk, 'UBRUNO', 'viewer');
    await press('UBRUNO', (await coverage('UBRUNO')).last, 'cover.take');
    desk.people.set('UBRUNO', { id: 'UBRUNO', deleted: true });
    await desk.event({ type: 'user_change', user: { id: 'UBRUNO' } });
    expect(await covers()).toEqual([]);
    expect(ids((await coverage()).last)).toContain('cover.take');
    await desk.command('UANA', 'history');
    const read = words(desk.takeView());
    expect(read).toContain('is open again: <@UBRUNO> would have covered it.');
    expect(read).toContain('<@UBRUNO> covers the gap Thursday, March 5, 09:00–18:00 (9 h).');
  });

  it('shows the outcome also where the view shows something else by now', async () => {
    const { last } = await coverage();
    desk.take();
    await desk.press('UANA', last, 'cover.take');
    const update = desk.take().find(({ method }) => method === 'views.update');
    expect(update?.args.hash).toBeUndefined();
  });
});

it('C1: Home says in one line whether support is open, how much is covered and what is not', async () => {
  desk.take();
  await desk.event({ type: 'app_home_opened', user: 'UANA', tab: 'home' });
  const home = desk.take().find(({ method }) => method === 'views.publish')?.args.view as ModalView;
  expect(words(home)).toContain(`${FACTS[0]} ${FACTS[1]} The next gap: Thursday, March 5, 09:00–18:00 (9 h).`);
  expect(ids(home)).toContain('coverage.open');
});
