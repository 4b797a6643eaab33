import type { KnownBlock, ModalView } from '@slack/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChallengeMail } from '../../src/domain/mail.ts';
import { mailboxStates } from '../../src/store/mailboxes.ts';
import { buttonsOf, type Desk, text, UNACKNOWLEDGED, words } from './desk.ts';
import { freshDesk } from './fresh-desk.ts';
import { bringIn, complete, setUp, theAccount } from './journey.ts';

const ONCALL = 'oncall@harvest.example';
const MINUTE = 60_000;

let desk: Desk;
let close: () => Promise<void>;
afterEach(() => close());

async function begin(options: { mail?: boolean } = {}): Promise<void> {
  ({ desk, close } = await freshDesk(options));
  await complete(desk, await setUp(desk));
  desk.take();
}

const pass = (milliseconds: number) => {
  desk.now = new Date(desk.now.getTime() + milliseconds);
};

const challenges = () => desk.mails as ChallengeMail[];
const lastMail = (): ChallengeMail => {
  const mail = challenges().at(-1);
  if (!mail) throw new Error('no mail was sent');
  return mail;
};

async function list(userId = 'UANA'): Promise<ModalView> {
  desk.take();
  await desk.command(userId, 'verify');
  return desk.takeView();
}

/** The modal that the person is shown; Homes may be refreshed beside it. */
function shown(): ModalView {
  const views = desk.take().filter(({ method }) => /^views\.(open|push|update)$/.test(method));
  expect(views).toHaveLength(1);
  return views[0]?.args.view as ModalView;
}

/** What an address of the list offers: its text and its button. */
function rowOf(view: ModalView, address: string): { text: string; action?: string; value?: string } {
  const sections = (view.blocks as KnownBlock[]).filter((block) => block.type === 'section');
  const row = sections.find((block) => block.text?.text.startsWith(`${address}\n`));
  if (!row) throw new Error(`${address} is not in ${words(view)}`);
  const { action_id: action, value } = (row.accessory ?? {}) as { action_id?: string; value?: string };
  return { text: row.text?.text ?? '', ...(action && { action }), ...(value && { value }) };
}

async function pressAt(view: ModalView, address: string, action: string, userId = 'UANA'): Promise<ModalView> {
  const row = rowOf(view, address);
  expect(row.action).toBe(action);
  desk.take();
  await desk.press(userId, view, action, row.value);
  return shown();
}

const send = async (address = ONCALL): Promise<ModalView> => pressAt(await list(), address, 'verify.send');

/** Enters a code; the errors or the view that came of it. */
async function enter(code: string, view?: ModalView): Promise<{ errors?: Record<string, string>; view?: ModalView }> {
  const form = view ?? (await pressAt(await list(), ONCALL, 'verify.enter'));
  desk.take();
  const answer = await desk.submit('UANA', form, { code: text(code) }, 'V1');
  return answer === UNACKNOWLEDGED ? {} : (answer as object);
}

const stateOf = async (address: string) => {
  const { id } = await theAccount(desk);
  return (await mailboxStates(desk.store, id)).get(address);
};

describe('verification', () => {
  beforeEach(() => begin());

  it('lists every address by purpose with its state, and offers to send a code', async () => {
    const view = await list();
    expect(words(view)).toContain('0 of 6 addresses confirmed');
    expect(rowOf(view, ONCALL)).toMatchObject({ text: `${ONCALL}\nNot confirmed yet`, action: 'verify.send' });
    expect(words(view)).toContain('"Send to all 6"');
  });

  it('leads from the mail to a confirmed address in four clicks, and the history says so', async () => {
    const sent = await send();
    expect(words(sent)).toContain(`A code is on its way to ${ONCALL}`);
    expect(challenges()).toHaveLength(1);
    expect(lastMail()).toMatchObject({ address: ONCALL, account: { name: 'Harvest Table' }, locale: 'en-US' });
    const form = await pressAt(sent, ONCALL, 'verify.enter');
    const { code } = lastMail();
    const { view } = await enter(` ${code.slice(0, 3)}-${code.slice(3)} `, form);
    expect(words(view)).toContain(`${ONCALL} is confirmed`);
    expect(rowOf(view as ModalView, ONCALL)).toEqual({ text: `${ONCALL}\nConfirmed on March 2, 2026` });
    await desk.command('UANA', 'history');
    expect(words(desk.take())).toContain(`<@UANA> confirmed ${ONCALL} with the code from the mail.`);
  });

  it('R12: says with a reference that a mail was withheld, keeps no code, and takes nothing off the limits', async () => {
    const first = await list();
    desk.mailOutcomes.set(ONCALL, { kind: 'withheld' });
    const view = await pressAt(first, ONCALL, 'verify.send');
    const said = /Nothing was sent to oncall@harvest.example.* reference (\w{6})\./.exec(words(view));
    expect(desk.log).toContainEqual({ event: 'mail.withheld', facts: { reference: said?.[1] } });
    expect(rowOf(view, ONCALL)).toMatchObject({ action: 'verify.send' });
    expect(await desk.store.client.mailSent.count()).toBe(0);
    expect(await stateOf(ONCALL)).not.toBe('bounced');
  });

  it('can be done by another editor than the one who asked, also at the same time', async () => {
    await bringIn(desk, 'UBRUNO', 'editor');
    const mine = await pressAt(await send(), ONCALL, 'verify.enter');
    const his = await pressAt(await list('UBRUNO'), ONCALL, 'verify.enter', 'UBRUNO');
    const { code } = lastMail();
    await desk.submit('UBRUNO', his, { code: text(code) }, 'V1');
    expect(words((await enter(code, mine)).view)).toContain(`${ONCALL} is confirmed already`);
    const account = await theAccount(desk);
    expect(await desk.store.client.change.count({ where: { accountId: account.id, kind: 'mailbox.verified' } })).toBe(
      1,
    );
  });

  it('says at the field what is wrong with a code, and ends it after the fifth', async () => {
    const form = await pressAt(await send(), ONCALL, 'verify.enter');
    const { code } = lastMail();
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    expect((await enter('12345', form)).errors).toEqual({ code: 'A code has six digits.' });
    for (const left of ['4 tries are left', '3 tries are left', '2 tries are left', 'One try is left']) {
      expect((await enter(wrong, form)).errors?.code).toContain(left);
    }
    expect((await enter(wrong, form)).errors?.code).toContain('fifth wrong code');
    expect((await enter(code, form)).errors?.code).toContain('does not work any more');
    expect(await stateOf(ONCALL)).toBe('unverified');
  });

  it('takes no code after 15 minutes, and offers to send a new one where it is entered', async () => {
    const sent = await send();
    const form = await pressAt(sent, ONCALL, 'verify.enter');
    const { code } = lastMail();
    pass(15 * MINUTE);
    expect((await enter(code, form)).errors?.code).toContain('does not work any more');
    expect(rowOf(await list(), ONCALL).action).toBe('verify.send');
    const late = await pressAt(sent, ONCALL, 'verify.enter');
    expect([words(late).includes('does not work any more'), late.submit]).toEqual([true, undefined]);
    desk.take();
    await desk.press('UANA', late, 'verify.send');
    const again = desk.takeView();
    expect(again.callback_id).toBe('verify.code');
    expect(words(again)).toContain('A code is on its way');
    expect(words((await enter(lastMail().code, again)).view)).toContain('is confirmed');
  });

  it('shows a mailbox that the mail server does not know as bounced, and tells it in the history', async () => {
    desk.mailOutcomes.set(ONCALL, { kind: 'refused' });
    const view = await send();
    expect(words(view)).toContain(`The mail to ${ONCALL} came back`);
    expect(rowOf(view, ONCALL)).toMatchObject({
      text: expect.stringContaining('Mail to it comes back'),
      action: 'verify.send',
    });
    expect(await stateOf(ONCALL)).toBe('bounced');
    await desk.command('UANA', 'history');
    expect(words(desk.take())).toContain(`A mail that <@UANA> had sent to ${ONCALL} came back.`);
  });

  it('counts nothing and promises no code while the mail server takes nothing', async () => {
    desk.mailOutcomes.set(ONCALL, { kind: 'not-now', perhaps: false });
    for (let n = 0; n < 5; n += 1) {
      const view = await send();
      expect(words(view)).toContain('Nothing was sent; try again in a few minutes');
      expect(rowOf(view, ONCALL).action).toBe('verify.send');
    }
    desk.mailOutcomes.clear();
    expect(words(await send())).toContain('A code is on its way');
  });

  it('says when a mail may have gone, and takes its code', async () => {
    desk.mailOutcomes.set(ONCALL, { kind: 'not-now', perhaps: true });
    expect(words(await send())).toContain('It may still arrive; its code works');
    expect(words((await enter(lastMail().code)).view)).toContain('is confirmed');
  });

  it('sends to all that have no code at once, and says who could not be reached', async () => {
    desk.mailOutcomes.set('api@harvest.example', { kind: 'refused' });
    await send();
    const view = await list();
    desk.take();
    await desk.press('UANA', view, 'verify.all');
    const after = shown();
    expect(words(after)).toContain('Codes are on their way to 4 addresses');
    expect(words(after)).toContain('The mail to api@harvest.example came back');
    expect(new Set(challenges().map(({ address }) => address)).size).toBe(6);
    expect(buttonsOf(after).filter(({ action_id }) => action_id === 'verify.enter')).toHaveLength(5);
  });

  it('stops sending to all when the mail server is away', async () => {
    for (const address of [ONCALL, 'api@harvest.example', 'dev@harvest.example']) {
      desk.mailOutcomes.set(address, { kind: 'not-now', perhaps: false });
    }
    const view = await list();
    desk.take();
    await desk.press('UANA', view, 'verify.all');
    expect(words(desk.takeView())).toContain('Nothing was sent');
    expect(challenges()).toHaveLength(1);
  });

  it('says when the next mail is possible, once a limit is reached', async () => {
    for (let n = 0; n < 3; n += 1) {
      await send();
      pass(15 * MINUTE);
    }
    const view = await send();
    // 13:00 UTC is 8:00 in New York.
    expect(words(view)).toMatch(/Enough mails have gone to oncall@harvest\.example for now.*Mar 2, 2026, 8:00\s?AM/);
    expect(challenges()).toHaveLength(3);
    pass(15 * MINUTE);
    expect(words(await send())).toContain('A code is on its way');
  });

  it('sends one mail for a double click', async () => {
    const view = await list();
    const { value } = rowOf(view, ONCALL);
    await Promise.all([1, 2].map(() => desk.press('UANA', view, 'verify.send', value)));
    expect(challenges()).toHaveLength(1);
    expect(words(desk.take())).toContain('A code was sent to oncall@harvest.example a moment ago');
  });

  it('leaves the answer to a double click as it stands, though Slack refuses to show the second one', async () => {
    const view = await list();
    const { value } = rowOf(view, ONCALL);
    desk.refusals.set('views.update', 'hash_conflict');
    await desk.press('UANA', view, 'verify.send', value);
    desk.refusals.set('views.update', 'internal_error');
    await desk.press('UANA', view, 'verify.send', value);
    expect(desk.log.filter(({ event }) => event === 'answer.failed')).toHaveLength(1);
  });

  it('shows a viewer how the addresses stand, and nothing to press', async () => {
    await bringIn(desk, 'UCHLOE', 'viewer');
    const view = await list('UCHLOE');
    expect(words(view)).toContain('ask an editor or an admin');
    expect(buttonsOf(view).filter(({ action_id }) => action_id.startsWith('verify.'))).toEqual([]);
  });

  it('is offered after a save, until every address is confirmed', async () => {
    desk.take();
    await desk.command('UANA', 'edit');
    const answer = (await desk.submit('UANA', desk.takeView(), { 'tech-emergency': text('new@harvest.example') })) as {
      view: ModalView;
    };
    expect(words(answer.view)).toContain('6 addresses are not confirmed yet');
    await desk.press('UANA', answer.view, 'verify.open');
    expect(desk.take().at(-1)?.args.view).toMatchObject({ callback_id: 'verify.view' });
  });

  it('notices an address that has left the sheet meanwhile', async () => {
    const view = await send();
    const form = await pressAt(view, ONCALL, 'verify.enter');
    await desk.command('UANA', 'edit');
    await desk.submit('UANA', desk.takeView(), { 'tech-emergency': text('new@harvest.example') });
    expect(words((await enter(lastMail().code, form)).view)).toContain('not on the sheet any more');
    desk.take();
    await desk.press('UANA', view, 'verify.enter', rowOf(view, ONCALL).value);
    expect(words(desk.takeView())).toContain('not on the sheet any more');
  });

  it('tells the old address when it is replaced, by the next tick, once', async () => {
    await send();
    await enter(lastMail().code);
    desk.take();
    await desk.command('UANA', 'edit');
    await desk.submit('UANA', desk.takeView(), { 'tech-emergency': text('new@harvest.example') });
    for (const _ of [1, 2]) await desk.chores.tick();
    const farewells = desk.mails.filter((mail) => 'purposes' in mail);
    expect(farewells).toMatchObject([
      { address: ONCALL, account: { name: 'Harvest Table' }, purposes: ['tech-emergency'] },
    ]);
  });

  it('X2, R12: puts no address into the log, into metadata or into a button', async () => {
    desk.mailOutcomes.set('api@harvest.example', { kind: 'refused' });
    const sent = await send();
    const form = await pressAt(sent, ONCALL, 'verify.enter');
    await enter('000000', form);
    await enter(lastMail().code, form);
    await desk.press('UANA', await list(), 'verify.all');
    await desk.chores.tick();
    for (const view of [sent, form]) {
      expect(view.private_metadata).not.toContain('@');
      expect(buttonsOf(view).filter(({ value }) => value?.includes('@'))).toEqual([]);
    }
    expect(words(desk.log)).not.toMatch(/@|\d{6}\b(?=")/);
    expect(desk.log.filter(({ event }) => /failed|fault/.test(event))).toEqual([]);
  });
});

describe('verification without a mail server', () => {
  beforeEach(() => begin({ mail: false }));

  it('says so instead of failing, and offers no button', async () => {
    const view = await list();
    expect(words(view)).toContain('Mail is not set up for this Callsheet');
    expect(buttonsOf(view).filter(({ action_id }) => action_id.startsWith('verify.'))).toEqual([]);
    await desk.command('UANA', 'edit');
    const answer = await desk.submit('UANA', desk.takeView(), { 'tech-emergency': text('new@harvest.example') });
    expect(words(answer)).not.toContain('verify.open');
  });

  it('sends nothing for a button that was rendered while there was one', async () => {
    const view = await list();
    for (const action of ['verify.send', 'verify.all']) {
      desk.take();
      await desk.click('UANA', action, { view, value: 'x' });
      expect(words(desk.takeView())).toContain('Mail is not set up');
    }
  });
});
