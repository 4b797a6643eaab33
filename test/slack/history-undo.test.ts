import type { ModalView } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { revokeAccess } from '../../src/store/access.ts';
import { saveBrandAlias, saveIntegrations } from '../../src/store/accounts.ts';
import { verifyAudit } from '../../src/store/audit.ts';
import { recentChanges } from '../../src/store/changes.ts';
import { buttonsOf, type Desk, text, type Values, words } from './desk.ts';
import { historyOf, linesOf } from './history-pages.ts';
import { bringIn, complete, setUp, theAccount } from './journey.ts';
import { beginOnce } from './rewind.ts';

let desk: Desk;

/** A complete account; Bruno may change it, Chloé may look. */
beginOnce(async (fresh) => {
  desk = fresh;
  await complete(desk, await setUp(desk));
  await bringIn(desk, 'UBRUNO', 'editor');
  await bringIn(desk, 'UCHLOE', 'viewer');
  desk.take();
});

const OLD = ['oncall@harvest.example'];
const NEW = ['pager@harvest.example'];

/** Somebody saves the form; what it becomes comes back. */
async function save(userId: string, values: Values): Promise<ModalView> {
  desk.take();
  await desk.command(userId, 'edit');
  return ((await desk.submit(userId, desk.takeView(), values)) as { view: ModalView }).view;
}
const saveNew = (userId = 'UANA') => save(userId, { 'tech-emergency': text('pager@harvest.example') });

async function press(userId: string, view: ModalView, actionId: string): Promise<ModalView> {
  desk.take();
  await desk.press(userId, view, actionId);
  const shown = desk.take().find(({ method }) => /^views\.(open|push|update)$/.test(method));
  if (!shown) throw new Error(`nothing was shown: ${words(desk.log)}`);
  return shown.args.view as ModalView;
}

async function open(userId: string): Promise<ModalView> {
  desk.take();
  await desk.command(userId, 'history');
  return desk.takeView();
}

const undoes = (view: ModalView) =>
  buttonsOf(view).filter(({ action_id }) => action_id === 'history.undo') as {
    action_id: string;
    confirm?: { text: { text: string } };
  }[];
const emergency = async () => (await theAccount(desk)).sheet['tech-emergency'];
const kinds = async (limit: number) => {
  const changes = await recentChanges(desk.store, { accountId: (await theAccount(desk)).id, limit });
  return changes.map(({ kind, by }) => `${kind} ${by}`);
};

describe('the modal after a save', () => {
  it('undoes it with one click, as a change of its own, and shows everybody', async () => {
    const modal = await saveNew();
    expect(undoes(modal)).toHaveLength(1);
    desk.take();
    await desk.press('UANA', modal, 'history.undo');
    const calls = desk.take();
    const shown = calls.find(({ method }) => method === 'views.update')?.args.view as ModalView;
    expect(words(shown)).toContain('*Undone.* Technical emergency is as it was before.');
    expect(await emergency()).toEqual(OLD);
    expect(await kinds(2)).toEqual(['change.undone UANA', 'sheet.saved UANA']);
    const homes = calls.filter(({ method }) => method === 'views.publish');
    expect(homes.map(({ args }) => args.user_id)).toEqual(expect.arrayContaining(['UANA', 'UBRUNO', 'UCHLOE']));
    expect(await verifyAudit(desk.store, { found: () => {} })).toMatchObject({ broken: 0 });
  });

  it('says when it was undone already, and changes nothing', async () => {
    const modal = await saveNew();
    await press('UANA', modal, 'history.undo');
    expect(words(await press('UANA', modal, 'history.undo'))).toContain('<@UANA> has undone this already.');
    expect(await kinds(2)).toEqual(['change.undone UANA', 'sheet.saved UANA']);
  });

  it('R23: says who has changed the same since, and changes nothing', async () => {
    const modal = await saveNew();
    await save('UBRUNO', { 'tech-emergency': text('third@harvest.example') });
    expect(words(await press('UANA', modal, 'history.undo'))).toContain('<@UBRUNO> has changed this since');
    expect(await emergency()).toEqual(['third@harvest.example']);
    expect(await kinds(1)).toEqual(['sheet.saved UBRUNO']);
  });

  it('R23: keeps what somebody else has changed elsewhere', async () => {
    const modal = await saveNew();
    await save('UBRUNO', { 'ops-platform': text('other@harvest.example') });
    await press('UANA', modal, 'history.undo');
    expect((await theAccount(desk)).sheet).toMatchObject({
      'tech-emergency': OLD,
      'ops-platform': ['other@harvest.example'],
    });
  });

  it('R24: lets two clicks of two people at once undo it once', async () => {
    const modal = await saveNew();
    await Promise.all([desk.press('UANA', modal, 'history.undo'), desk.press('UBRUNO', modal, 'history.undo')]);
    expect(await emergency()).toEqual(OLD);
    expect((await kinds(3)).filter((one) => one.startsWith('change.undone'))).toHaveLength(1);
    expect(words(desk.take())).toMatch(
      /Undone\..*undone this already|undone this already.*Undone\.|já desfez|Desfeito/,
    );
  });

  it('offers nothing to undo where nothing was changed, or where the sheet was completed', async () => {
    expect(undoes(await save('UANA', {}))).toEqual([]);
    desk.take();
    const form = await setUp(desk, 'Blue Fig');
    await desk.submit('UANA', form, {
      'tech-emergency': text('a@fig.example'),
      'tech-non-emergency': text('b@fig.example'),
      'ops-merchant': text('c@fig.example'),
      'ops-platform': text('d@fig.example'),
    });
    desk.take();
    await desk.click('UANA', 'hours.open', { view: form });
    const { view } = (await desk.submit('UANA', desk.takeView(), {}, 'V1')) as { view: ModalView };
    expect(words(view)).toContain('is unlocked for everyone');
    expect(undoes(view)).toEqual([]);
  });

  it('does nothing for whoever has lost access meanwhile', async () => {
    const modal = await saveNew('UBRUNO');
    await revokeAccess(desk.store, { account: await theAccount(desk), userId: 'UBRUNO', by: 'UANA', now: desk.now });
    expect((await press('UBRUNO', modal, 'history.undo')).callback_id).toBe('access.none');
    expect(await emergency()).toEqual(NEW);
  });
});

describe('the history', () => {
  it('undoes the last change of the sheet, whoever made it, and then the undo', async () => {
    await saveNew('UBRUNO');
    let view = await open('UANA');
    expect(linesOf(view)[1]).toContain('<@UBRUNO> changed Technical emergency from oncall@harvest.example to pager@');
    view = await press('UANA', view, 'history.undo');
    expect(view.callback_id).toBe('history.view');
    expect(words(view.blocks[0])).toContain('*Undone.* Technical emergency is as it was before.');
    expect(linesOf(view).slice(1, 3)).toEqual([
      expect.stringContaining(
        '<@UANA> changed Technical emergency from pager@harvest.example to oncall@harvest.example.',
      ),
      'This took back what <@UBRUNO> had changed on Mar 2, 2026, 7:00 AM.',
    ]);
    expect(await emergency()).toEqual(OLD);
    await press('UANA', view, 'history.undo');
    expect(await emergency()).toEqual(NEW);
    expect(await kinds(3)).toEqual(['change.undone UANA', 'change.undone UANA', 'sheet.saved UBRUNO']);
  });

  it('has one way to undo, at the latest change that the sheet still shows, and asks before something is lost', async () => {
    await saveNew();
    await bringIn(desk, 'UDIEGO', 'viewer');
    const view = await open('UANA');
    const [undo] = undoes(view);
    expect(undoes(view)).toHaveLength(1);
    expect(undo?.confirm?.text.text).toBe('This will no longer be there: pager@harvest.example. The history keeps it.');
    await save('UANA', { 'tech-non-emergency': text('api@harvest.example') });
    const harmless = undoes(await open('UANA'));
    expect(harmless.map(({ confirm }) => confirm)).toEqual([undefined]);
  });

  it('A6: offers a viewer nothing to undo, nor an editor what an admin changed', async () => {
    await saveNew();
    expect(undoes(await open('UCHLOE'))).toEqual([]);
    expect(undoes(await open('UBRUNO'))).toHaveLength(1);
    const account = await theAccount(desk);
    const integrations = [...account.integrations, 'waitlist'];
    await saveIntegrations(desk.store, { account, integrations, by: 'UANA', now: desk.now });
    expect(undoes(await open('UBRUNO'))).toEqual([]);
    const view = await press('UANA', await open('UANA'), 'history.undo');
    expect(words(view)).toContain('*Undone.* The integrations');
    expect((await theAccount(desk)).integrations).toEqual(['ordering-end-to-end']);
  });

  it('R11: warns that the sheet will need attention before an alias comes back', async () => {
    const alias = async (supportAlias: string) => {
      const account = await theAccount(desk);
      const brandId = account.defaultBrandId ?? '';
      await saveBrandAlias(desk.store, { account, brandId, supportAlias, by: 'UBRUNO', now: desk.now });
    };
    await alias('care@harvest.example');
    await save('UANA', { 'ops-users': text('care@harvest.example') });
    // What the sheet shares follows the alias of now: the one before would be refused.
    expect(undoes(await open('UANA'))).toEqual([]);
    await alias('help@harvest.example');
    await alias('care@harvest.example');
    const view = await open('UANA');
    expect(linesOf(view)[1]).toContain('changed the support alias of Harvest Table from help@harvest.example to care@');
    expect(undoes(view)[0]?.confirm?.text.text).toContain('the account will need attention');
    await press('UANA', view, 'history.undo');
    expect((await theAccount(desk)).brands[0]?.supportAlias).toBe('help@harvest.example');
  });

  it('says what came and what went, and names the rest once', async () => {
    await save('UANA', { 'tech-non-emergency': text('dev@harvest.example, new@harvest.example') });
    await save('UANA', { 'tech-non-emergency': text('new@harvest.example, dev@harvest.example') });
    await save('UANA', { 'tech-non-emergency': text('new@harvest.example, dev@harvest.example, x@harvest.example') });
    const said = (await historyOf(desk, 'UANA')).slice(1, 4).map((line) => line.split('non-emergency ')[1]);
    expect(said).toEqual([
      '(added: x@harvest.example).',
      'to another order: new@harvest.example, dev@harvest.example.',
      '(added: new@harvest.example; removed: api@harvest.example).',
    ]);
  });

  it('turns its pages back and on again, by day', async () => {
    for (let nth = 0; nth < 24; nth += 1) {
      desk.now = new Date(desk.now.getTime() + 7 * 60 * 60_000);
      await save('UANA', { 'tech-emergency': text(`oncall-${nth}@harvest.example`) });
    }
    const whole = await historyOf(desk, 'UANA');
    const emergencies = whole
      .filter((line) => /to oncall-\d+@/.test(line))
      .map((line) => /to oncall-(\d+)/.exec(line)?.[1]);
    expect(emergencies).toEqual(Array.from({ length: 24 }, (_, nth) => String(23 - nth)));
    const days = whole.filter((line) => /^March \d+, 2026$/.test(line));
    expect(new Set(days).size).toBe(days.length);
    const first = await open('UANA');
    const second = await press('UANA', first, 'history.older');
    const back = await press('UANA', second, 'history.newer');
    expect(linesOf(back)).toEqual(linesOf(first));
    expect(undoes(second)).toEqual([]);
    expect(undoes(back)).toHaveLength(1);
    expect(buttonsOf(back).map(({ action_id }) => action_id)).not.toContain('history.newer');
  });

  it('opens from an undo, and after a forged revision shows the latest changes', async () => {
    const undone = await press('UANA', await saveNew(), 'history.undo');
    expect((await press('UANA', undone, 'history.open')).callback_id).toBe('history.view');
    const view = await open('UANA');
    for (const value of ['-1', 'x', '999999999', '99999999999999999999']) {
      desk.take();
      await desk.click('UANA', 'history.newer', { view, value });
      expect(linesOf(desk.takeView())).toEqual(linesOf(view));
      await desk.click('UANA', 'history.undo', { view, value });
      expect(words(desk.take())).toContain('This change cannot be undone here.');
    }
  });
});
