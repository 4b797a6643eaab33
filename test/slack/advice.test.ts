import type { ModalView } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { buttonsOf, type Desk, text, words } from './desk.ts';
import { bringIn, CONTACTS, complete, setUp, theAccount } from './journey.ts';
import { beginOnce } from './rewind.ts';

const ANA_LIMA = 'ana.lima@harvest.example';
const ADVICE = 'looks like the mailbox of one person';

let desk: Desk;

beginOnce(async (fresh) => {
  desk = fresh;
  await complete(desk, await setUp(desk));
  await bringIn(desk, 'UBRUNO', 'editor');
  await bringIn(desk, 'UCHLOE', 'viewer');
  desk.take();
});

/** Saves the emergency contact; the modal that says so comes back. */
async function save(address: string, userId = 'UANA'): Promise<ModalView> {
  desk.take();
  await desk.command(userId, 'edit');
  const form = desk.takeView();
  return ((await desk.submit(userId, form, { 'tech-emergency': text(address) })) as { view: ModalView }).view;
}

async function status(userId = 'UANA') {
  desk.take();
  await desk.command(userId, 'status');
  return desk.take().find(({ method }) => method === 'respond')?.args as { text: string; blocks: [] };
}

const keeps = (surface: object) => buttonsOf(surface).filter(({ action_id }) => action_id === 'advice.keep');

describe('R10: advice on an emergency mailbox', () => {
  it.each([
    ['reads like a person’s', ANA_LIMA, []],
    ['belongs to somebody of the workspace', 'ana@harvest.example', ['ana@harvest.example']],
  ])('is no refusal, and is given for one that %s', async (_, address, owned) => {
    for (const one of owned) desk.mailboxes.add(one);
    const saved = await save(address);
    expect(words(saved)).toContain(`${address} ${ADVICE}`);
    expect(keeps(saved)).toHaveLength(1);
    expect((await theAccount(desk)).sheet['tech-emergency']).toEqual([address]);
  });

  it('is not given for an alias', async () => {
    expect(words(await save('night-shift@harvest.example'))).not.toContain(ADVICE);
    expect((await status()).text).not.toContain(ADVICE);
  });

  it('stays in the status until it is passed over, and a viewer cannot pass it over', async () => {
    await save(ANA_LIMA);
    const seen = await status();
    expect(seen.text).toContain(ADVICE);
    expect(keeps(seen)).toHaveLength(1);
    expect(keeps(await status('UCHLOE'))).toEqual([]);
    await desk.click('UANA', 'advice.keep', { value: keeps(seen)[0]?.value ?? '' });
    expect(words(desk.take())).toContain(`${ANA_LIMA} stays, and you are not advised about it again`);
    for (const userId of ['UANA', 'UBRUNO']) expect(keeps(await status(userId))).toEqual([]);
  });

  it('is passed over with one click where it was given, and not given again for that mailbox', async () => {
    const saved = await save(ANA_LIMA);
    desk.take();
    await desk.press('UANA', saved, 'advice.keep');
    const after = desk.takeView();
    expect(after.callback_id).toBe('advice.view');
    expect(words(after)).not.toContain(ADVICE);
    expect(words(await save(`${ANA_LIMA}, oncall@harvest.example`, 'UBRUNO'))).not.toContain('caixa de correio');
    const more = await save(`${ANA_LIMA}, jo.reis@harvest.example`);
    expect(words(more)).toContain(`jo.reis@harvest.example ${ADVICE}`);
    expect(words(more)).not.toContain(`${ANA_LIMA} ${ADVICE}`);
  });

  it('is given again for a mailbox that was taken away meanwhile', async () => {
    await desk.press('UANA', await save(ANA_LIMA), 'advice.keep');
    await save('oncall@harvest.example');
    expect(words(await save(ANA_LIMA))).toContain(ADVICE);
  });

  it('about another address than the person saw is not passed over by their click', async () => {
    const seen = await status();
    expect(keeps(seen)).toEqual([]);
    await save(ANA_LIMA);
    const [button] = keeps(await status());
    await save('jo.reis@harvest.example', 'UBRUNO');
    desk.take();
    await desk.click('UANA', 'advice.keep', { value: button?.value ?? '' });
    const answer = words(desk.take());
    expect(answer).toContain('so nothing was passed over');
    expect(answer).toContain(`jo.reis@harvest.example ${ADVICE}`);
    expect(keeps(await status())).toHaveLength(1);
  });

  it('carries no address in its button', async () => {
    expect(keeps(await save(ANA_LIMA))[0]?.value).toMatch(/^[a-z0-9]{16}\.\d+\.0$/);
  });

  it('is given by form alone while Slack does not answer, and the save is not held up', async () => {
    desk.refusals.set('users.lookupByEmail', 'internal_error');
    desk.mailboxes.add('ana@harvest.example');
    const saved = await save(`ana@harvest.example, ${ANA_LIMA}`);
    expect(words(saved)).toContain(`"${ANA_LIMA} ${ADVICE}`);
  });
});

it('R10, R18: a part that is saved keeps the form open with the advice, which is passed over there', async () => {
  const form = await setUp(desk, 'Blue Fig');
  const values = { ...CONTACTS, 'tech-emergency': text(ANA_LIMA) };
  const open = ((await desk.submit('UANA', form, values)) as { view: ModalView }).view;
  expect(open.callback_id).toBe('contact.save');
  expect(words(open)).toContain(ADVICE);
  desk.take();
  await desk.press('UANA', open, 'advice.keep');
  const after = desk.takeView();
  expect(after.callback_id).toBe('contact.save');
  expect(words(after)).toContain('you are not advised about it again');
  expect(keeps(after)).toEqual([]);
});
