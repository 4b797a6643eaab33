import type { ModalView } from '@slack/types';
import { expect } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import { accountsOfWorkspace } from '../../src/store/accounts.ts';
import { type Desk, TEAM, text } from './desk.ts';

/** Steps that many tests begin with, done as a person does them: through the app. */
export const ANA = { id: 'UANA', locale: 'en-US', tz: 'America/New_York' };
export const BRUNO = { id: 'UBRUNO', locale: 'pt-BR', tz: 'America/Sao_Paulo' };
export const GUEST = { id: 'UGUEST', is_restricted: true };
export const STRANGER = { id: 'USTRANGER', team_id: 'T2OTHER' };
export const BOT = { id: 'UBOT2', is_bot: true };
export const GONE = { id: 'UGONE', deleted: true };
export const EVERYBODY = [ANA, BRUNO, GUEST, STRANGER, BOT, GONE];

export const ALIAS = 'help@harvest.example';

export const integrations = (...types: string[]) => ({
  type: 'multi_static_select',
  selected_options: types.map((value) => ({ value })),
});

/** Ana sets an account up; its locked form comes back. */
export async function setUp(desk: Desk, name = 'Harvest Table', types = ['ordering-end-to-end']): Promise<ModalView> {
  await desk.click('UANA', 'account.open');
  const answers = { name: text(name), brand: text(name), alias: text(ALIAS), integrations: integrations(...types) };
  const answer = (await desk.submit('UANA', desk.takeView(), answers)) as { response_action: string; view: ModalView };
  expect(answer.response_action).toBe('update');
  desk.take();
  return answer.view;
}

export const CONTACTS = {
  'tech-emergency': text('oncall@harvest.example'),
  'tech-non-emergency': text('api@harvest.example, dev@harvest.example'),
  'ops-merchant': text('merchants@harvest.example'),
  'ops-platform': text('secret-escalation@harvest.example'),
};

/** Somebody, Ana unless it is said, fills and saves the form and the hours: the account is unlocked. */
export async function complete(desk: Desk, form: ModalView, userId = 'UANA'): Promise<void> {
  await desk.submit(userId, form, CONTACTS);
  desk.take();
  await desk.click(userId, 'hours.open', { view: form });
  await desk.submit(userId, desk.takeView(), {}, 'V1');
  desk.take();
}

export async function theAccount(desk: Desk): Promise<Account> {
  const [account] = await accountsOfWorkspace(desk.store, { teamId: TEAM });
  if (!account) throw new Error('there is no account');
  return account;
}
