import type { ModalView } from '@slack/types';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { grantAccess } from '../../src/store/access.ts';
import { choice, type Desk, keeping, text, type Values, words } from './desk.ts';
import { freshDesk } from './fresh-desk.ts';
import { BRUNO, complete, setUp, theAccount } from './journey.ts';

let desk: Desk;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ desk, close } = await freshDesk());
  await complete(desk, await setUp(desk));
  const account = await theAccount(desk);
  const member = { userId: BRUNO.id, role: 'editor', endsAt: null } as const;
  await grantAccess(desk.store, { account, member, by: 'UANA', now: desk.now });
});

afterEach(() => close());

const open = async (userId: string, command = 'edit'): Promise<ModalView> => {
  desk.take();
  await desk.command(userId, command);
  return desk.takeView();
};
const save = async (userId: string, view: ModalView, values: Values = {}) =>
  (await desk.submit(userId, view, values)) as { response_action?: string; view: ModalView };

/** Does something just before the next time that such rows are read. */
function beforeNext(desk: Desk, model: 'change', meanwhile: () => Promise<unknown>): void {
  const rows = desk.store.client[model];
  const read = rows.findMany;
  const reading = vi.spyOn(rows, 'findMany');
  reading.mockImplementationOnce(((args: never) => meanwhile().then(() => read(args))) as unknown as typeof read);
}

describe('R23: a form that is shown again keeps what was typed, and shows what others saved', () => {
  it('names what both changed, and the next save replaces that alone', async () => {
    const [hers, his] = [await open('UANA'), await open(BRUNO.id)];
    await save(BRUNO.id, his, {
      'tech-emergency': text('bruno@harvest.example'),
      'ops-platform': text('bruno-platform@harvest.example'),
    });
    const typed = { 'tech-emergency': text('ana@harvest.example') };
    const { view } = await save('UANA', hers, typed);
    expect(words(view)).toContain(`<@${BRUNO.id}> saved while you were typing,`);
    expect(words(view)).toContain('*Before*\\noncall@harvest.example');
    expect(words(view)).toContain('*Saved now*\\nbruno@harvest.example');
    const kept = keeping(hers, typed, view);
    expect(kept['tech-emergency']?.value).toBe('ana@harvest.example');
    await save('UANA', view, kept);
    expect((await theAccount(desk)).sheet).toMatchObject({
      'tech-emergency': ['ana@harvest.example'],
      'ops-platform': ['bruno-platform@harvest.example'],
    });
  });

  it.each([
    ['what I typed', 'mine', ['ana@harvest.example']],
    ['what is saved now', 'theirs', ['bruno@harvest.example']],
    ['both lists together', 'both', ['bruno@harvest.example', 'ana@harvest.example']],
  ])('saves %s where that is chosen, each field on its own', async (_, value, answer) => {
    const [hers, his] = [await open('UANA'), await open(BRUNO.id)];
    await save(BRUNO.id, his, {
      'tech-emergency': text('bruno@harvest.example'),
      'ops-platform': text('bruno-platform@harvest.example'),
    });
    const typed = {
      'tech-emergency': text('ana@harvest.example'),
      'ops-platform': text('ana-platform@harvest.example'),
    };
    const { view } = await save('UANA', hers, typed);
    await save('UANA', view, { ...keeping(hers, typed, view), 'choice.tech-emergency': choice(value) });
    expect((await theAccount(desk)).sheet).toMatchObject({
      'tech-emergency': answer,
      'ops-platform': ['ana-platform@harvest.example'],
    });
  });

  it('asks again when somebody has saved once more since the choice', async () => {
    const [hers, his] = [await open('UANA'), await open(BRUNO.id)];
    await save(BRUNO.id, his, { 'tech-emergency': text('bruno@harvest.example') });
    const typed = { 'tech-emergency': text('ana@harvest.example') };
    const { view } = await save('UANA', hers, typed);
    await save(BRUNO.id, await open(BRUNO.id), { 'tech-emergency': text('later@harvest.example') });
    const chosen = { ...keeping(hers, typed, view), 'choice.tech-emergency': choice('theirs') };
    const again = await save('UANA', view, chosen);
    expect(words(again.view)).toContain('*Saved now*\\nlater@harvest.example');
    expect((await theAccount(desk)).sheet['tech-emergency']).toEqual(['later@harvest.example']);
    // The choice is open again: it was about another answer.
    expect(keeping(view, chosen, again.view)).not.toHaveProperty('choice.tech-emergency');
    await save('UANA', again.view, keeping(view, chosen, again.view));
    expect((await theAccount(desk)).sheet['tech-emergency']).toEqual(['ana@harvest.example']);
  });

  it('asks about the answer that it shows, also when it is saved over while the form is drawn', async () => {
    const [hers, his] = [await open('UANA'), await open(BRUNO.id)];
    await save(BRUNO.id, his, { 'tech-emergency': text('bruno@harvest.example') });
    const later = await open(BRUNO.id);
    const typed = { 'tech-emergency': text('ana@harvest.example') };
    // The account has been read, and what was changed is about to be.
    beforeNext(desk, 'change', () => save(BRUNO.id, later, { 'tech-emergency': text('later@harvest.example') }));
    const { view } = await save('UANA', hers, typed);
    expect(words(view)).toContain('*Saved now*\\nbruno@harvest.example');
    const again = await save('UANA', view, keeping(hers, typed, view));
    expect(words(again.view)).toContain('*Saved now*\\nlater@harvest.example');
    expect((await theAccount(desk)).sheet['tech-emergency']).toEqual(['later@harvest.example']);
  });

  it('saves what was there before, where that is typed again and chosen', async () => {
    const [hers, his] = [await open('UANA'), await open(BRUNO.id)];
    await save(BRUNO.id, his, { 'tech-emergency': text('bruno@harvest.example') });
    const typed = { 'tech-emergency': text('ana@harvest.example') };
    const { view } = await save('UANA', hers, typed);
    const back = { ...keeping(hers, typed, view), 'tech-emergency': text('oncall@harvest.example') };
    await desk.type('UANA', view, 'tech-emergency', { values: back });
    const resumed = await open('UANA');
    expect(keeping(resumed, {}, resumed)['tech-emergency']?.value).toBe('oncall@harvest.example');
    await save('UANA', view, back);
    expect((await theAccount(desk)).sheet['tech-emergency']).toEqual(['oncall@harvest.example']);
  });

  it('tells of what else the other changed, and shows it where it was left alone', async () => {
    const [hers, his] = [await open('UANA'), await open(BRUNO.id)];
    await save(BRUNO.id, his, {
      'tech-emergency': text('bruno@harvest.example'),
      'ops-platform': text('bruno-platform@harvest.example'),
    });
    const { view } = await save('UANA', hers, { 'tech-emergency': text('ana@harvest.example') });
    expect(words(view)).toContain(
      'which you had left alone: secret-escalation@harvest.example → bruno-platform@harvest.example',
    );
    expect(words(view)).not.toContain('choice.ops-platform');
  });

  it('brings no old answer back with the hours that were saved on top of the form', async () => {
    const form = await open('UANA');
    const typed = { 'ops-platform': text('ana-platform@harvest.example') };
    await desk.click('UANA', 'hours.open', { view: form });
    const hours = desk.takeView();
    await save(BRUNO.id, await open(BRUNO.id), { 'tech-emergency': text('bruno@harvest.example') });
    desk.take();
    await desk.submit('UANA', hours, { 'end.0': { type: 'timepicker', selected_time: '19:00' } }, 'V1');
    const below = desk.take().find(({ method, args }) => method === 'views.update' && args.view_id === 'V1');
    const view = below?.args.view as ModalView;
    await save('UANA', view, keeping(form, typed, view));
    expect((await theAccount(desk)).sheet).toMatchObject({
      'tech-emergency': ['bruno@harvest.example'],
      'ops-platform': ['ana-platform@harvest.example'],
    });
  });

  it('tells the second of two who chose hours, and the next save replaces them', async () => {
    const [hers, his] = [await open('UANA', 'hours'), await open(BRUNO.id, 'hours')];
    await save(BRUNO.id, his, { 'end.0': { type: 'timepicker', selected_time: '20:00' } });
    const chosen = { 'end.0': { type: 'timepicker', selected_time: '17:00' } };
    const { view } = await save('UANA', hers, chosen);
    expect(words(view)).toContain(`<@${BRUNO.id}> changed *Support hours* while you did.`);
    expect(words(view)).toContain('*Saved now*\\nMon–Fri 09:00–20:00');
    expect((await theAccount(desk)).sheet['support-hours'][0]?.end).toBe(20 * 60);
    await save('UANA', view, keeping(hers, chosen, view));
    expect((await theAccount(desk)).sheet['support-hours'][0]?.end).toBe(17 * 60);
  });

  it('lets whoever left the hours alone save them without undoing anything', async () => {
    const [hers, his] = [await open('UANA', 'hours'), await open(BRUNO.id, 'hours')];
    await save(BRUNO.id, his, { 'end.0': { type: 'timepicker', selected_time: '20:00' } });
    expect(words(await save('UANA', hers))).toContain('Nothing was different');
    expect((await theAccount(desk)).sheet['support-hours'][0]?.end).toBe(20 * 60);
  });
});
