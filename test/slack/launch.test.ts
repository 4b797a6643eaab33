import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { revokeAccess } from '../../src/store/access.ts';
import { saveBrandAlias } from '../../src/store/accounts.ts';
import { type Desk, text, users, words } from './desk.ts';
import { freshDesk } from './fresh-desk.ts';
import { ALIAS, complete, setUp, theAccount } from './journey.ts';

let desk: Desk;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ desk, close } = await freshDesk());
  await complete(desk, await setUp(desk));
});

afterEach(() => close());

async function launch(...alert: string[]): Promise<unknown> {
  await desk.click('UANA', 'launch.open', { value: (await theAccount(desk)).id });
  return desk.submit('UANA', desk.takeView(), { alert: users(...alert) });
}

const edit = async (values: Record<string, ReturnType<typeof text>>) => {
  desk.take();
  await desk.command('UANA', 'edit');
  return desk.submit('UANA', desk.takeView(), values);
};

describe('the launch', () => {
  it('R8: asks for the alert contacts in the same step, and stores both together', async () => {
    expect(words(await launch('UANA'))).toContain('*Harvest Table* is in production.');
    expect(await theAccount(desk)).toMatchObject({ environment: 'production', sheet: { alert: ['UANA'] } });
  });

  it('R8: does not happen without an alert contact', async () => {
    expect(await launch()).toEqual({
      response_action: 'errors',
      errors: { alert: 'Choose at least one alert contact.' },
    });
    expect((await theAccount(desk)).environment).toBe('sandbox');
  });

  it.each([
    ['UBRUNO', 'ubruno has no access to this account. Add them under Users first.'],
    ['UGUEST', 'uguest is a guest of this workspace and cannot be an alert contact.'],
    ['USTRANGER', 'ustranger is not from this workspace and cannot be an alert contact.'],
    ['UBOT2', 'ubot2 is an app, not a person.'],
    ['UGONE', 'ugone has left this workspace.'],
    ['UNOBODY', 'Somebody you chose is not from this workspace and cannot be an alert contact.'],
  ])('R5: refuses %s as an alert contact, with the person and the reason on the field', async (userId, said) => {
    expect(await launch('UANA', userId)).toEqual({ response_action: 'errors', errors: { alert: said } });
    expect((await theAccount(desk)).environment).toBe('sandbox');
  });

  it('X1: is offered beside the readiness of both environments', async () => {
    await desk.command('UANA', 'status');
    const said = desk.take().at(-1);
    expect(said?.args.text).toContain(
      'Sandbox 6/6, complete · Production 6/7, missing Alert contacts. Ready to launch?',
    );
    expect(words(said)).toContain('"action_id":"launch.open"');
  });

  it('happens once, also when it is confirmed twice', async () => {
    await desk.click('UANA', 'launch.open', { value: (await theAccount(desk)).id });
    const view = desk.takeView();
    await desk.submit('UANA', view, { alert: users('UANA') });
    const again = await desk.submit('UANA', view, { alert: users('UANA') });
    expect(words(again)).toContain('in production already');
    expect((await theAccount(desk)).revision).toBe(3);
  });
});

describe('in production', () => {
  beforeEach(async () => {
    await launch('UANA');
  });

  it('R21: the sheet is open, prefilled with the alert contacts too', async () => {
    desk.take();
    await desk.command('UANA', 'edit');
    expect(words(desk.takeView())).toContain('"initial_users":["UANA"]');
  });

  it('R22: the last alert contact cannot be taken away by an edit', async () => {
    expect(await edit({ alert: users() as never })).toMatchObject({
      errors: { alert: expect.stringContaining('replace it') },
    });
  });

  it('R22: what the world takes away asks for attention and locks nobody out', async () => {
    const account = await theAccount(desk);
    const kept = { ...account, members: [...account.members] };
    await revokeAccess(desk.store, { account: kept, userId: 'UANA', by: 'UOWNER', now: desk.now });
    const after = await theAccount(desk);
    expect(after.sheet.alert).toEqual([]);
    expect(after.environment).toBe('production');
  });

  it('R11: a later change of the alias asks for attention, and is never rewritten silently', async () => {
    const account = await theAccount(desk);
    const brandId = account.defaultBrandId ?? '';
    await saveBrandAlias(desk.store, {
      account,
      brandId,
      supportAlias: 'new@harvest.example',
      by: 'UANA',
      now: desk.now,
    });
    expect((await theAccount(desk)).sheet['ops-users']).toEqual([ALIAS]);
    desk.take();
    await desk.event({ type: 'app_home_opened', user: 'UANA', tab: 'home' });
    expect(words(desk.take())).toContain(
      `Users are shown ${ALIAS}, but the support alias of the default brand is new@harvest.example.`,
    );
    expect(words(await edit({ 'tech-emergency': text('duty@harvest.example') }))).not.toContain(
      'response_action":"errors',
    );
    expect(words(await edit({ 'ops-users': text('new@harvest.example') }))).toContain('saved');
  });
});

describe('R10: a personal-looking emergency address', () => {
  it.each([
    ['reads like first.last', 'maria.silva@harvest.example', true],
    ['belongs to somebody of the workspace', 'duty-phone@harvest.example', true],
    ['is an alias', 'oncall@harvest.example', false],
  ])('that %s', async (_, address, advised) => {
    desk.mailboxes.add('duty-phone@harvest.example');
    await edit({ 'tech-emergency': text('first@harvest.example') });
    const answer = words(await edit({ 'tech-emergency': text(address) }));
    expect(answer).toContain('Technical emergency saved');
    expect(answer.includes('mailbox of one person')).toBe(advised);
    expect((await theAccount(desk)).sheet['tech-emergency']).toEqual([address]);
  });

  it('is saved all the same when Slack does not say whose it is', async () => {
    desk.refusals.set('users.lookupByEmail', 'missing_scope');
    expect(words(await edit({ 'tech-emergency': text('duty@harvest.example') }))).toContain(
      'Technical emergency saved',
    );
  });
});
