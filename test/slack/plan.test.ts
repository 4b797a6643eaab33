import type { ModalView } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { holidayCalendar } from '../../src/holidays/calendar.ts';
import { say } from '../../src/i18n/say.ts';
import { searchCountries } from '../../src/slack/plan/countries.ts';
import { recentChanges } from '../../src/store/changes.ts';
import { saveTarget } from '../../src/store/planning.ts';
import { planOf } from '../../src/store/plans.ts';
import { saveSheet } from '../../src/store/sheets.ts';
import { buttonsOf, choice, type Desk, day, text, type Values, words } from './desk.ts';
import { bringIn, complete, setUp, theAccount } from './journey.ts';
import { beginOnce } from './rewind.ts';

let desk: Desk;

/** Ana reads English, Bruno Portuguese; support is open on weekdays from 9 to 18 in São Paulo. */
beginOnce(async (fresh) => {
  desk = fresh;
  await complete(desk, await setUp(desk));
  await bringIn(desk, 'UBRUNO', 'editor');
  await bringIn(desk, 'UCHLOE', 'viewer');
  await support('America/Sao_Paulo');
  desk.take();
});

async function support(...zones: string[]): Promise<void> {
  const account = await theAccount(desk);
  const windows = zones.map((zone) => ({ zone, days: [1, 2, 3, 4, 5] as const, start: 540, end: 1080 }));
  await saveSheet(desk.store, {
    account,
    sheet: { ...account.sheet, 'support-hours': windows },
    by: 'UANA',
    now: desk.now,
  });
}

const plan = async () => planOf(desk.store, { accountId: (await theAccount(desk)).id, now: desk.now });
const kinds = async () =>
  (await recentChanges(desk.store, { accountId: (await theAccount(desk)).id, limit: 2 })).map(({ kind }) => kind);

/** The list, as it opens from the settings. */
async function list(userId = 'UANA'): Promise<ModalView> {
  desk.take();
  await desk.click(userId, 'plan.open', { value: (await theAccount(desk)).id });
  return desk.takeView();
}

async function press(userId: string, view: ModalView, action: string, value?: string): Promise<ModalView> {
  desk.take();
  await desk.press(userId, view, action, value);
  // What was saved is shown on every Home, too.
  const shown = desk.take().find(({ method }) => /^views\.(open|push|update)$/.test(method));
  return shown?.args.view as ModalView;
}

type Ack = { response_action?: string; errors?: Record<string, string>; view: ModalView };
const submit = async (userId: string, view: ModalView, values: Values = {}) =>
  (await desk.submit(userId, view, values)) as Ack;

const add = async (values: Values, userId = 'UANA') =>
  submit(userId, await press(userId, await list(userId), 'exception.new'), values);

const time = (selected_time: string) => ({ selected_time });
const CHRISTMAS = { date: day('2026-12-25'), name: text('Christmas & more') };

describe('C2: an exception', () => {
  it('is added from the list as a closed day, in the zone of the hours, and the list says so', async () => {
    const { view } = await add(CHRISTMAS);
    expect(view.callback_id).toBe('plan.view');
    expect(words(view)).toContain('*Added:* Friday, December 25, 2026: closed, Christmas &amp; more (São Paulo).');
    expect((await plan()).exceptions).toMatchObject([
      { zone: 'America/Sao_Paulo', date: '2026-12-25', closed: true, name: 'Christmas & more' },
    ]);
    expect(await kinds()).toContain('hours.exception.added');
  });

  it('has other hours, several a date, in any zone, and reads well in Portuguese', async () => {
    const hours = { date: day('2026-03-20'), kind: choice('hours'), zone: choice('Asia/Kathmandu') };
    await add({ ...hours, start: time('08:00'), end: time('12:00') }, 'UBRUNO');
    const { view } = await add({ ...hours, start: time('22:00'), end: time('06:00') }, 'UBRUNO');
    expect(words(view)).toContain('sexta-feira, 20 de março de 2026: 22:00–06:00 do dia seguinte (Kathmandu)');
    expect((await plan()).exceptions).toHaveLength(2);
  });

  it('that will not do keeps the form open, with the reason at its field', async () => {
    const form = await press('UANA', await list(), 'exception.new');
    expect((await submit('UANA', form, { date: day('2026-03-01') })).errors).toEqual({
      date: 'This date is over in that time zone. Choose today or a later one.',
    });
    expect((await submit('UANA', form, { kind: choice('hours'), date: day('2026-03-20') })).errors).toEqual({
      start: 'Other hours need a time here.',
      end: 'Other hours need a time here.',
    });
    await submit('UANA', form, CHRISTMAS);
    expect((await submit('UANA', form, CHRISTMAS)).errors?.date).toContain('closed already');
    expect((await plan()).exceptions).toHaveLength(1);
  });

  it('tells what stays of the evening before, and where it changes nothing', async () => {
    const account = await theAccount(desk);
    const nights = [{ zone: 'America/Sao_Paulo', days: [4] as const, start: 1320, end: 360 }];
    await saveSheet(desk.store, {
      account,
      sheet: { ...account.sheet, 'support-hours': nights },
      by: 'UANA',
      now: desk.now,
    });
    expect(words((await add(CHRISTMAS)).view)).toContain('The shift of the evening before still runs until 06:00.');
    expect(words((await add({ ...CHRISTMAS, zone: choice('Europe/Berlin') })).view)).toContain(
      'Support has no weekly hours in Berlin, so nothing changes there.',
    );
  });

  it('is removed with one click; a second click says that it is gone', async () => {
    const { view } = await add(CHRISTMAS);
    const after = await press('UBRUNO', view, 'exception.remove');
    expect(words(after)).toContain('*Removido:* sexta-feira, 25 de dezembro de 2026: fechado');
    expect((await plan()).exceptions).toEqual([]);
    expect(words(await press('UANA', view, 'exception.remove'))).toContain('Somebody has removed this already');
    expect(await kinds()).toEqual(['hours.exception.removed', 'hours.exception.added']);
  });

  it('A6: is read by viewers, and changed by editors alone', async () => {
    const { view } = await add(CHRISTMAS);
    const seen = await list('UCHLOE');
    expect(buttonsOf(seen).map(({ action_id }) => action_id)).toEqual(['support.open', 'help.open']);
    expect(words(seen)).toContain('You can read this');
    expect(words(seen)).toContain('December 25');
    await desk.press('UCHLOE', view, 'exception.remove');
    expect(words(desk.take())).toContain('Your role on this account does not allow that');
    expect((await plan()).exceptions).toHaveLength(1);
  });

  it('is found from the hours and from the settings, and the way back leads to the list', async () => {
    for (const command of ['hours', 'settings']) {
      desk.take();
      await desk.command('UANA', command);
      const view = await press('UANA', desk.takeView(), 'plan.open');
      const form = await press('UANA', view, 'exception.new');
      expect((await press('UANA', form, 'plan.page')).callback_id).toBe('plan.view');
    }
  });
});

const boxes = (view: ModalView) =>
  (view.blocks as { block_id?: string; element?: { options?: { value: string; text: { text: string } }[] } }[]).flatMap(
    ({ block_id = '', element }) => (block_id.startsWith('days.') ? (element?.options ?? []) : []),
  );
const chosen = (...keys: string[]) => ({ selected_options: keys.map((value) => ({ value })) });

async function holidays(userId = 'UANA'): Promise<ModalView> {
  return press(userId, await list(userId), 'holiday.open');
}

describe('C2: the holidays', () => {
  it('of the country that the hours are in are offered with one click, and taken over with another', async () => {
    const offered = await press('UANA', await holidays(), 'country.add', 'BR.');
    const texts = boxes(offered).map((box) => box.text.text);
    expect(texts[0]).toBe('Fri, Apr 3, 2026: Good Friday');
    expect(texts).toContain('Fri, Jan 1, 2027: New Year’s Day'.replace('’', "'"));
    const { view } = await submit('UANA', offered);
    expect(words(view)).toContain(`*Taken over:* ${texts.length} closed days.`);
    const { exceptions, countries } = await plan();
    expect(countries).toEqual([{ country: 'BR', region: '' }]);
    expect(exceptions).toHaveLength(texts.length);
    expect(new Set(exceptions.map(({ zone }) => zone))).toEqual(new Set(['America/Sao_Paulo']));
    expect(await kinds()).toEqual(['hours.exception.added', 'hours.countries']);
  });

  it('are not offered twice; those of next year are, when the time comes', async () => {
    await submit('UANA', await press('UANA', await holidays(), 'country.add', 'BR.'));
    const again = await holidays();
    expect(words(again)).toContain('All holidays of the next 12 months are taken over');
    expect(again.submit).toBeUndefined();
    desk.now = new Date('2026-06-02T12:00:00Z');
    expect(boxes(await holidays()).map((box) => box.text.text)).toEqual([
      ...['Fri, Mar 26, 2027: Good Friday', "Wed, Apr 21, 2027: Tiradentes' Day", 'Sat, May 1, 2027: Labour Day'],
    ]);
  });

  it('that are not chosen are left out, and taken over later; none at all is pointed out', async () => {
    const offered = await press('UBRUNO', await holidays('UBRUNO'), 'country.add', 'BR.');
    const fields = Object.fromEntries(
      offered.blocks.flatMap(({ block_id = '' }) => (block_id.startsWith('days.') ? [[block_id, chosen()]] : [])),
    );
    const errors = Object.values((await submit('UBRUNO', offered, fields)).errors ?? {});
    expect(errors).toEqual(['Escolha pelo menos um dia, ou volte à lista.']);
    await submit('UBRUNO', offered, {
      ...fields,
      'days.BR..0': chosen('BR..2026-12-25', 'BR..2026-12-24', 'US..2026-07-04'),
    });
    expect((await plan()).exceptions).toMatchObject([{ date: '2026-12-25', name: 'Natal' }]);
    expect(boxes(await holidays()).map(({ value }) => value)).not.toContain('BR..2026-12-25');
  });

  it('of a region are found by its name in both languages, and offered beside those of the country', async () => {
    const find = async (typed: string, userId = 'UANA') =>
      ((await desk.suggest(userId, 'country.find', typed)) as { options: { text: { text: string }; value: string }[] })
        .options;
    expect((await find('são pau'))[0]).toMatchObject({ text: { text: 'Brazil, São Paulo' }, value: 'BR.SP' });
    expect((await find('alem', 'UBRUNO'))[0]).toMatchObject({ text: { text: 'Alemanha' }, value: 'DE.' });
    expect((await find('germany', 'UBRUNO'))[0]?.value).toBe('DE.');
    await desk.click('UANA', 'country.find', { view: await holidays(), value: 'BR.SP' });
    expect(boxes(desk.takeView()).map(({ value }) => value)).toContain('BR.SP.2026-07-09');
  });

  it('of a country without a zone in the sheet ask for the zone, which the only one answers', async () => {
    await support('America/Sao_Paulo', 'Europe/Berlin');
    await desk.click('UANA', 'country.find', { view: await holidays(), value: 'IN.' });
    const offered = desk.takeView();
    expect((await submit('UANA', offered)).errors).toEqual({ 'zone.IN.': 'Choose the time zone.' });
    await submit('UANA', offered, { 'zone.IN.': choice('Europe/Berlin') });
    expect(new Set((await plan()).exceptions.map(({ zone }) => zone))).toEqual(new Set(['Europe/Berlin']));
    expect(words(await holidays())).toContain('All holidays of the next 12 months are taken over');
  });

  it('of a country that is there already, or that nobody knows, are said so', async () => {
    const view = await holidays();
    for (const [value, said] of [
      ['BR.', 'Holidays'],
      ['BR.', 'Brazil is chosen already'],
      ['BR.XX', 'There is no calendar of this country'],
      ['', 'There is no calendar of this country'],
    ] as const) {
      await desk.click('UANA', 'country.find', { view, value });
      expect(words(desk.takeView())).toContain(said);
    }
    await desk.click('UANA', 'country.remove', { view, value: 'BR.' });
    expect((await plan()).countries).toEqual([]);
  });

  it('of everywhere can be searched, a hundred at a time, and by names that people know', async () => {
    const calendar = await holidayCalendar();
    expect(searchCountries(calendar, '', say('en'))).toHaveLength(100);
    const first = (typed: string, locale: 'en' | 'pt-BR') =>
      searchCountries(calendar, typed, say(locale))[0]?.text.text;
    expect([
      first('united k', 'en'),
      first('estados', 'pt-BR'),
      first('bayern', 'en'),
      first('japan', 'pt-BR'),
    ]).toEqual([...['United Kingdom', 'Estados Unidos', 'Germany, Bayern', 'Japão']]);
    expect(searchCountries(calendar, 'atlantis', say('en'))).toEqual([]);
  });
});

describe('C1: the target hours', () => {
  const target = async (userId = 'UANA') => press(userId, await list(userId), 'target.open');

  it.each([
    ['always', [{ zone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7], start: 0, end: 1440 }]],
    ['office', [{ zone: 'America/Sao_Paulo', days: [1, 2, 3, 4, 5], start: 540, end: 1080 }]],
    ['weekly', null],
  ])('are a preset: %s, which is shown as chosen when it is opened again', async (preset, saved) => {
    const { view } = await submit('UANA', await target(), { preset: choice(preset) });
    expect(words(view)).toContain('*Saved.*');
    expect((await plan()).target).toEqual(saved);
    expect(words(await target())).toContain(`"initial_option":${JSON.stringify(optionOf(await target(), preset))}`);
  });

  const optionOf = (view: ModalView, preset: string) =>
    (view.blocks as { element?: { options?: { value: string }[] } }[])
      .flatMap(({ element }) => element?.options ?? [])
      .find(({ value }) => value === preset);

  it('are windows of their own, which begin with the weekly hours, and come and go', async () => {
    const opened = await target();
    const own = { preset: choice('own') };
    await desk.click('UANA', 'target.preset', { view: opened, values: own });
    const first = desk.takeView();
    expect(words(first)).toContain('09:00');
    await desk.click('UANA', 'target.more', { view: first, values: own });
    const second = desk.takeView();
    const wrong = await submit('UANA', second, own);
    expect(wrong.errors).toEqual({ 'start.1': 'Choose a time.', 'end.1': 'Choose a time.' });
    const night = { 'start.1': time('22:00'), 'end.1': time('02:00') };
    await submit('UANA', second, { ...own, ...night });
    expect((await plan()).target).toHaveLength(2);
    const one = await press('UANA', second, 'target.less', '0');
    await desk.click('UANA', 'target.less', { view: one, values: own, value: '1' });
    expect((await submit('UANA', desk.takeView(), own)).errors?.preset).toContain('Add at least one window');
  });

  it('R23: of two people who change them, the second sees what the first made of them, and decides', async () => {
    const view = await target('UBRUNO');
    const account = await theAccount(desk);
    await saveTarget(desk.store, {
      account,
      target: [{ zone: 'UTC', days: [6], start: 0, end: 60 }],
      by: 'UANA',
      now: desk.now,
    });
    const told = await submit('UBRUNO', view, { preset: choice('always') });
    expect(words(told.view)).toContain('<@UANA> alterou o horário-alvo');
    expect(words(told.view)).toContain('00:00–01:00');
    await submit('UBRUNO', told.view, { preset: choice('always') });
    expect((await plan()).target).toHaveLength(1);
    expect((await plan()).target?.[0]?.end).toBe(1440);
  });
});

it('C2, R15: nothing of it opens while the sheet is incomplete, and the hours do not offer it', async () => {
  await setUp(desk, 'Blue Fig');
  const { accountsOfWorkspace } = await import('../../src/store/accounts.ts');
  const fig = (await accountsOfWorkspace(desk.store, { teamId: 'T1HOME' })).find(({ name }) => name === 'Blue Fig');
  await desk.click('UANA', 'plan.open', { value: fig?.id ?? '' });
  const form = desk.takeView();
  expect(form.title.text).toBe('Required information');
  const hours = await press('UANA', form, 'hours.open');
  expect(buttonsOf(hours).map(({ action_id }) => action_id)).not.toContain('plan.open');
});

it('C2: the history says what was planned, in the reader’s language', async () => {
  await submit('UANA', await press('UANA', await holidays(), 'country.add', 'BR.'));
  await add({ ...CHRISTMAS, zone: choice('UTC') });
  await submit('UANA', await press('UANA', await list(), 'target.open'), { preset: choice('always') });
  desk.take();
  await desk.command('UBRUNO', 'history');
  const seen = words(desk.takeView());
  expect(seen).toContain('alterou o horário-alvo de Nosso horário semanal para todos os dias');
  expect(seen).toContain(
    'adicionou às exceções do horário: sex., 25 de dez. de 2026: fechado, Christmas &amp; more (UTC)',
  );
  expect(seen).toContain('alterou de onde são oferecidos os feriados de nada para Brasil');
});
