import type { ModalView } from '@slack/types';
import { expect } from 'vitest';
import type { Role } from '../../src/domain/access.ts';
import type { Account } from '../../src/domain/account.ts';
import { accountsOfWorkspace } from '../../src/store/accounts.ts';
import { choice, type Desk, day, type Posted, TEAM, text, user } from './desk.ts';

export * from './people.ts';

/** Steps that many tests begin with, done as a person does them: through the app. */
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

/** An admin, Ana unless it is said, brings a colleague in through the users of the account. */
export async function bringIn(
  desk: Desk,
  userId: string,
  role: Role,
  { by = 'UANA', until = null }: { by?: string; until?: string | null } = {},
): Promise<unknown> {
  desk.take();
  await desk.command(by, 'access');
  const values = { person: user(userId), role: choice(role), ...(until && { until: day(until) }) };
  return desk.submit(by, desk.takeView(), values);
}

/** Somebody without access asks for it, as `/contacts` offers; what they are shown then comes back. */
export async function ask(
  desk: Desk,
  userId: string,
  { role = 'editor' as Role, reason = 'On call from Monday', until = null as string | null } = {},
): Promise<ModalView> {
  desk.take();
  await desk.command(userId);
  await desk.press(userId, desk.takeView(), 'access.ask');
  const values = { role: choice(role), reason: text(reason), ...(until && { until: day(until) }) };
  return ((await desk.submit(userId, desk.takeView(), values)) as { view: ModalView }).view;
}

/** The card that a person, or a channel, was shown last. */
export function lastCard(desk: Desk, place: string): Posted {
  const card = desk.inbox(place).at(-1);
  if (!card) throw new Error(`nothing was posted to ${place}`);
  return card;
}

/** An admin decides from the card: two clicks, and a note if there is something to say. */
export async function decideOn(
  desk: Desk,
  adminId: string,
  verdict: 'approve' | 'deny',
  { card = lastCard(desk, adminId), note = '' } = {},
): Promise<unknown> {
  desk.take();
  await desk.press(adminId, card, `access.${verdict}`);
  return desk.submit(adminId, desk.takeView(), note ? { note: text(note) } : {});
}

export async function theAccount(desk: Desk): Promise<Account> {
  const [account] = await accountsOfWorkspace(desk.store, { teamId: TEAM });
  if (!account) throw new Error('there is no account');
  return account;
}
