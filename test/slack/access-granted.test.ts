import { afterEach, beforeEach, expect, it } from 'vitest';
import { findRequest, pendingRequests } from '../../src/store/requests.ts';
import { type Desk, TEAM, text } from './desk.ts';
import { freshDesk } from './fresh-desk.ts';
import { BRUNO, setUp, theAccount } from './journey.ts';

let desk: Desk;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ desk, close } = await freshDesk());
});

afterEach(() => close());

async function askFor(role: string): Promise<string> {
  const form = await setUp(desk);
  await desk.click(BRUNO.id, 'access.ask', { value: (await theAccount(desk)).id });
  const chosen = { type: 'radio_buttons', selected_option: { value: role } };
  await desk.submit(BRUNO.id, desk.takeView(), { role: chosen, reason: text('I am on call.') });
  const [request] = await pendingRequests(desk.store, { accountId: (await theAccount(desk)).id });
  if (!request) throw new Error('there is no request');
  await desk.click('UANA', 'access.users', { view: form });
  return request.id;
}

const give = async (role: string) => {
  desk.take();
  await desk.click('UANA', 'access.users', { value: (await theAccount(desk)).id });
  await desk.submit('UANA', desk.takeView(), {
    person: { type: 'users_select', selected_user: BRUNO.id },
    role: { type: 'radio_buttons', selected_option: { value: role } },
  });
};

it.each([
  ['editor', 'editor', 'approved'],
  ['editor', 'admin', 'approved'],
  ['editor', 'viewer', 'pending'],
])('A4, A5: a request for %s is answered by a grant of %s: it is %s', async (asked, given, state) => {
  const requestId = await askFor(asked);
  await give(given);
  desk.now = new Date(desk.now.getTime() + 60_000);
  desk.take();
  await desk.chores.tick();
  expect((await findRequest(desk.store, { teamId: TEAM, requestId }))?.state).toBe(state);
  const told = desk.take().filter(({ method, args }) => method === 'chat.postMessage' && args.channel === BRUNO.id);
  expect(told.length).toBe(state === 'approved' ? 1 : 0);
});
