import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LISTENERS } from '../../src/slack/listeners.ts';
import { saveChannelLink } from '../../src/store/channels.ts';
import { type Desk, words } from './desk.ts';
import { ALIAS, complete, setUp, theAccount } from './journey.ts';
import { beginOnce } from './rewind.ts';

let desk: Desk;

/** A channel that is shared with another company and means the account, in which everybody is. */
beginOnce(async (fresh) => {
  desk = fresh;
  await complete(desk, await setUp(desk));
  const account = await theAccount(desk);
  await saveChannelLink(desk.store, { account, channelId: 'CSHARED', by: 'UANA', now: desk.now });
});

beforeEach(() => {
  const members = ['UANA', 'UBRUNO', 'UGUEST', 'USTRANGER'];
  desk.channels.set('CSHARED', { id: 'CSHARED', is_member: true, is_private: true, is_ext_shared: true, members });
  desk.origins.set('USTRANGER', 'T2OTHER');
  desk.take();
});

const COMMANDS = LISTENERS.flatMap(({ source }) => (source.kind === 'command' ? [source.id as string] : []));
const INTERNAL = /(oncall|api|dev|merchants|secret-escalation)@harvest\.example/;

/** What the channel, and so another company, is shown. */
const inChannel = (calls: ReturnType<Desk['take']>) =>
  calls.filter(
    ({ method, args }) =>
      args.channel === 'CSHARED' ||
      (method === 'respond' && args.response_type !== 'ephemeral') ||
      args.replace_original,
  );

afterEach(() => {
  expect(desk.inbox('CSHARED')).toEqual([]);
});

describe('X2: /contacts in a channel that is shared with another company', () => {
  it.each(COMMANDS)('never answers “%s” to the channel, whoever asks', async (name) => {
    for (const userId of ['UANA', 'UBRUNO', 'UGUEST', 'USTRANGER']) {
      await desk.command(userId, name === 'open' ? '' : name, 'CSHARED');
      expect(inChannel(desk.take())).toEqual([]);
    }
  });

  it('shows a member the internal details, to them alone', async () => {
    await desk.command('UANA', 'status', 'CSHARED');
    const [told, ...others] = desk.take().filter(({ method }) => method !== 'users.lookupByEmail');
    expect(others).toEqual([]);
    expect(told).toMatchObject({ method: 'respond', args: { response_type: 'ephemeral', replace_original: false } });
    expect(words(told)).toMatch(INTERNAL);
    await desk.command('UANA', 'edit', 'CSHARED');
    expect(words(desk.take())).toMatch(INTERNAL);
  });

  it.each([
    ['a guest', 'UGUEST'],
    ['somebody of the other company', 'USTRANGER'],
    ['a colleague without access', 'UBRUNO'],
  ])('gives %s the third-party view: what the account shares, and nothing else', async (_, userId) => {
    for (const name of COMMANDS) await desk.command(userId, name === 'open' ? '' : name, 'CSHARED');
    const shown = words(desk.take());
    expect(shown).not.toMatch(INTERNAL);
    expect(shown).toContain(ALIAS);
  });

  it('gives a member the third-party view from the moment on that they become a guest', async () => {
    desk.people.set('UANA', { id: 'UANA', is_restricted: true });
    await desk.event({ type: 'user_change', user: { id: 'UANA' } });
    desk.take();
    for (const name of ['status', 'edit', 'history']) await desk.command('UANA', name, 'CSHARED');
    expect(words(desk.take())).not.toMatch(INTERNAL);
  });

  it('shows what the account shares although another account keeps the same address to itself', async () => {
    const second = await setUp(desk, 'Second');
    await desk.submit('UANA', second, { 'tech-emergency': { value: ALIAS }, 'ops-users': { value: '' } });
    desk.take();
    await desk.command('UGUEST', 'status', 'CSHARED');
    expect(words(desk.take())).toContain(ALIAS);
    expect(desk.log.filter(({ event }) => event === 'leak.refused')).toEqual([]);
  });
});
