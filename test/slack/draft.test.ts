import type { ModalView } from '@slack/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { revokeAccess } from '../../src/store/access.ts';
import { type Desk, TEAM, text, type Values, words } from './desk.ts';
import { freshDesk } from './fresh-desk.ts';
import { BRUNO, bringIn, complete, setUp, theAccount } from './journey.ts';

let desk: Desk;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ desk, close } = await freshDesk());
  await complete(desk, await setUp(desk));
  await bringIn(desk, BRUNO.id, 'editor');
  desk.take();
});

afterEach(() => close());

const MINUTE = 60_000;
const minutes = (count: number) => new Date(desk.now.getTime() + count * MINUTE);
const wait = (count: number) => {
  desk.now = minutes(count);
};

const open = async (userId = 'UANA', command = 'edit'): Promise<ModalView> => {
  desk.take();
  await desk.command(userId, command);
  return desk.takeView();
};
const save = async (userId: string, view: ModalView, values: Values = {}) =>
  (await desk.submit(userId, view, values)) as { response_action?: string; view: ModalView; errors?: object };

/** What stands in a field of a view that was opened. */
function shown(view: ModalView, name: string): unknown {
  const block = view.blocks.find((one) => one.type === 'input' && one.block_id === name);
  const element = (block as { element?: Record<string, unknown> } | undefined)?.element ?? {};
  return element.initial_value ?? element.initial_users ?? element.initial_time ?? null;
}

const emergency = (value: string): Values => ({ 'tech-emergency': text(value) });
/** The rows that hold something of somebody. */
const drafts = async (userId: string) =>
  (await desk.store.client.draft.findMany({ where: { userId } })).filter(({ values }) => words(values) !== '{}');

describe('what is typed and not saved', () => {
  it('R24: is in the form that the person opens next, with since when, and what is saved beside it', async () => {
    await desk.type('UANA', await open(), 'tech-emergency', { values: emergency('pager@harvest.example') });
    wait(5);
    const view = await open();
    expect(shown(view, 'tech-emergency')).toBe('pager@harvest.example');
    expect(words(view)).toContain('*You had not saved this, from 7:00 AM today.*');
    expect(words(view)).toContain('Saved at present: oncall@harvest.example');
    expect(shown(view, 'ops-platform')).toBe('secret-escalation@harvest.example');
  });

  it('R24: costs no call to Slack and answers nothing while somebody types', async () => {
    const view = await open();
    desk.take();
    expect(await desk.type('UANA', view, 'tech-emergency', { values: emergency('p') })).toBeUndefined();
    expect(desk.take()).toEqual([]);
    expect(desk.log).toEqual([]);
  });

  it('R24: is the latest of it, in whatever order the letters arrive', async () => {
    const view = await open();
    const typed = ['p@x.co', 'pager@x.co', 'pager@x.com'].map((value, place) => ({ value, at: minutes(place) }));
    for (const place of [1, 2, 0]) {
      const { value, at } = typed[place] as (typeof typed)[number];
      await desk.type('UANA', view, 'tech-emergency', { values: emergency(value), at });
    }
    expect(shown(await open(), 'tech-emergency')).toBe('pager@x.com');
  });

  it('R24: is shown to nobody else, and never logged', async () => {
    await desk.type('UANA', await open(), 'tech-emergency', { values: emergency('pager@harvest.example') });
    for (const command of ['edit', 'status', 'history']) {
      desk.take();
      await desk.command(BRUNO.id, command);
      expect(words(desk.take())).not.toContain('pager@');
    }
    expect(desk.log).toEqual([]);
  });

  it('R24: disturbs nobody when it cannot be kept: the form still holds it', async () => {
    const view = await open();
    await desk.store.close();
    desk.take();
    expect(await desk.type('UANA', view, 'tech-emergency', { values: emergency('p@x.co') })).toBeUndefined();
    expect(desk.take()).toEqual([]);
    expect(desk.log.map(({ event }) => event)).toEqual(['draft.not-kept']);
    expect(words(desk.log)).not.toContain('p@x.co');
  });

  it('R24: is no draft when it says what is saved already', async () => {
    const view = await open();
    await desk.type('UANA', view, 'tech-emergency', { values: emergency('new@x.co') });
    wait(1);
    await desk.type('UANA', view, 'tech-emergency', { values: emergency(' OnCall@harvest.example,'.toLowerCase()) });
    expect(words(await open())).not.toContain('You had not saved this');
  });

  it('R24: is kept too when the form is closed and nothing of it had arrived', async () => {
    const view = await open();
    wait(3);
    await desk.leave('UANA', view, emergency('closed@harvest.example'));
    expect(shown(await open(), 'tech-emergency')).toBe('closed@harvest.example');
  });

  it('R24: is not set back by an older form that is closed later', async () => {
    const old = { ...(await open()) };
    wait(3);
    await desk.type('UANA', await open(), 'tech-emergency', { values: emergency('newer@harvest.example') });
    const before = desk.now;
    desk.now = minutes(-3);
    await desk.leave('UANA', old, emergency('older@harvest.example'));
    desk.now = before;
    expect(shown(await open(), 'tech-emergency')).toBe('newer@harvest.example');
  });

  it('R24: goes with the access of whoever typed it, and nobody without access leaves any', async () => {
    const his = await open(BRUNO.id);
    await desk.type(BRUNO.id, his, 'tech-emergency', { values: emergency('bruno@x.co') });
    expect(await drafts(BRUNO.id)).toHaveLength(1);
    const account = await theAccount(desk);
    await revokeAccess(desk.store, { account, userId: BRUNO.id, by: 'UANA', now: desk.now });
    expect(await drafts(BRUNO.id)).toEqual([]);
    await desk.type(BRUNO.id, his, 'tech-emergency', { values: emergency('bruno@x.co') });
    await desk.leave(BRUNO.id, his, emergency('bruno@x.co'));
    expect(await drafts(BRUNO.id)).toEqual([]);
  });

  it('R24: is deleted after thirty days, and not before', async () => {
    await desk.type('UANA', await open(), 'tech-emergency', { values: emergency('pager@x.co') });
    wait(29 * 24 * 60);
    await desk.chores.tick();
    expect(shown(await open(), 'tech-emergency')).toBe('pager@x.co');
    wait(2 * 24 * 60);
    await desk.chores.tick();
    expect(await desk.store.client.draft.count()).toBe(0);
  });
});

describe('a submission', () => {
  it('R24: that is saved ends the draft, and what arrives late does not bring it back', async () => {
    const view = await open();
    const typed = minutes(0);
    await desk.type('UANA', view, 'tech-emergency', { values: emergency('pager@harvest.exampl'), at: typed });
    wait(1);
    expect(words(await save('UANA', view, emergency('pager@harvest.example')))).toContain('saved');
    await desk.type('UANA', view, 'tech-emergency', { values: emergency('pager@harvest.examp'), at: typed });
    const next = await open();
    expect(shown(next, 'tech-emergency')).toBe('pager@harvest.example');
    expect(words(next)).not.toContain('You had not saved this');
  });

  it.each([
    ['is refused', emergency('not an address'), async () => {}],
    [
      'cannot be checked with Slack',
      { alert: { selected_users: ['UANA'] } },
      async () => desk.refusals.set('users.info', 'fatal_error'),
    ],
  ])('R24: that %s leaves the draft', async (_, values: Values, trouble: () => Promise<unknown>) => {
    const view = await open();
    await trouble();
    const typed = { ...values, 'ops-platform': text('typed@harvest.example') };
    const answer = await save('UANA', withAlert(view), typed);
    expect(answer.response_action).toBe('errors');
    expect(shown(await open(), 'ops-platform')).toBe('typed@harvest.example');
  });

  it('R24: in part keeps the form open, and leaves no draft of what is saved', async () => {
    const view = await open();
    await save('UANA', view, emergency('pager@harvest.example'));
    expect(words(await open())).not.toContain('You had not saved this');
  });
});

/** A view into which somebody puts a field that it does not have. */
const withAlert = (view: ModalView): ModalView => ({
  ...view,
  blocks: [
    ...view.blocks,
    {
      type: 'input',
      block_id: 'alert',
      label: { type: 'plain_text', text: 'x' },
      element: { type: 'multi_users_select', action_id: 'draft.keep' },
    },
  ],
});

describe('a draft that was resumed', () => {
  const resume = async (value = 'pager@harvest.example') => {
    await desk.type('UANA', await open(), 'tech-emergency', { values: emergency(value) });
    wait(1);
    return open();
  };

  it('R24: is saved as it stands, without typing anything again', async () => {
    await save('UANA', await resume());
    expect((await theAccount(desk)).sheet['tech-emergency']).toEqual(['pager@harvest.example']);
  });

  it('R24: is discarded on demand, in fields that show what is saved', async () => {
    const view = await resume();
    wait(1);
    await desk.press('UANA', view, 'draft.discard');
    const after = desk.take().find(({ method }) => method === 'views.update')?.args.view as ModalView;
    expect(shown(after, 'tech-emergency')).toBe('oncall@harvest.example');
    const idOf = (one: ModalView) => JSON.stringify(one.blocks).match(/"action_id":"(draft\.keep[\d.]*)"/g);
    expect(idOf(after)?.some((id) => idOf(view)?.includes(id))).toBe(false);
    expect(words(await open())).not.toContain('You had not saved this');
  });

  it('R23, R24: shows what others saved where it was left alone, and the conflict where it was not', async () => {
    await desk.type('UANA', await open(), 'tech-emergency', { values: emergency('ana@harvest.example') });
    await save(BRUNO.id, await open(BRUNO.id), {
      ...emergency('bruno@harvest.example'),
      'ops-platform': text('bruno-platform@harvest.example'),
    });
    const view = await open();
    expect(shown(view, 'tech-emergency')).toBe('ana@harvest.example');
    expect(shown(view, 'ops-platform')).toBe('bruno-platform@harvest.example');
    expect(words(view)).toContain('*Before*\\noncall@harvest.example');
    expect(words(view)).toContain('*Saved now*\\nbruno@harvest.example');
    await save('UANA', view, { 'choice.tech-emergency': { selected_option: { value: 'both' } } });
    expect((await theAccount(desk)).sheet).toMatchObject({
      'tech-emergency': ['bruno@harvest.example', 'ana@harvest.example'],
      'ops-platform': ['bruno-platform@harvest.example'],
    });
  });

  it('R23, R24: keeps what was chosen as well', async () => {
    await desk.type('UANA', await open(), 'tech-emergency', { values: emergency('ana@harvest.example') });
    await save(BRUNO.id, await open(BRUNO.id), emergency('bruno@harvest.example'));
    const view = await open();
    const values = { 'choice.tech-emergency': { selected_option: { value: 'theirs' } } };
    await desk.type('UANA', view, 'choice.tech-emergency', { values });
    const again = await open();
    await save('UANA', again);
    expect((await theAccount(desk)).sheet['tech-emergency']).toEqual(['bruno@harvest.example']);
  });

  it('R16, R24: is in the required-information form too, whatever the person asked for', async () => {
    const form = await setUp(desk, 'Blue Fig');
    await desk.type('UANA', form, 'tech-emergency', { values: emergency('fig@harvest.example') });
    const [fig] = await desk.store.client.account.findMany({ where: { name: 'Blue Fig', teamId: TEAM } });
    await desk.click('UANA', 'launch.open', { value: fig?.id ?? '' });
    const view = desk.takeView();
    expect(view.title.text).toBe('Required information');
    expect(shown(view, 'tech-emergency')).toBe('fig@harvest.example');
  });
});

describe('the hours', () => {
  const at = (selected_time: string) => ({ type: 'timepicker', selected_time });

  it('R24: are kept and resumed like the form, half chosen as they may be', async () => {
    const view = await open('UANA', 'hours');
    await desk.type('UANA', view, 'end.0', { values: { 'end.0': at('20:00') } });
    wait(1);
    await desk.click('UANA', 'hours.add', { view, values: { 'end.0': at('20:00') } });
    const again = await open('UANA', 'hours');
    expect(words(again)).toContain('You had not saved this');
    expect([shown(again, 'end.0'), shown(again, 'start.1'), shown(again, 'start.0')]).toEqual(['20:00', null, '09:00']);
    await save('UANA', again, { 'start.1': at('21:00'), 'end.1': at('22:00') });
    expect((await theAccount(desk)).sheet['support-hours'].map(({ end }) => end)).toEqual([20 * 60, 22 * 60]);
    expect(words(await open('UANA', 'hours'))).not.toContain('You had not saved this');
  });

  it('R24: go back to what is saved when their draft is discarded', async () => {
    await desk.type('UANA', await open('UANA', 'hours'), 'end.0', { values: { 'end.0': at('20:00') } });
    const view = await open('UANA', 'hours');
    wait(1);
    await desk.press('UANA', view, 'draft.discard');
    const after = desk.take().find(({ method }) => method === 'views.update')?.args.view as ModalView;
    expect(shown(after, 'end.1')).toBe('18:00');
    expect(words(await open('UANA', 'hours'))).not.toContain('You had not saved this');
  });

  it('R23, R24: show what somebody else saved meanwhile, and take theirs if that is what is chosen', async () => {
    await desk.type('UANA', await open('UANA', 'hours'), 'end.0', { values: { 'end.0': at('20:00') } });
    await save(BRUNO.id, await open(BRUNO.id, 'hours'), { 'end.0': at('17:00') });
    const view = await open('UANA', 'hours');
    expect(shown(view, 'end.0')).toBe('20:00');
    expect(words(view)).toContain('*Saved now*\\nMon–Fri 09:00–17:00');
    const answer = await save('UANA', view, { 'choice.support-hours': { selected_option: { value: 'theirs' } } });
    expect(words(answer)).toContain('Nothing was different');
    expect((await theAccount(desk)).sheet['support-hours'][0]?.end).toBe(17 * 60);
  });
});
