import { WebClient } from '@slack/web-api';
import { beforeEach, describe, expect, it } from 'vitest';
import { clientOptions } from '../../src/slack/client.ts';
import { audienceOfChannel } from '../../src/slack/sink/audience.ts';
import type { Sender } from '../../src/slack/sink/sender.ts';
import { type Desk, TEAM } from './desk.ts';
import { bringIn, setUp, theAccount } from './journey.ts';
import { beginOnce } from './rewind.ts';

let desk: Desk;
let sender: Sender;

/** Ana and Bruno are members of the account; Chloé's access ends on March 10. */
beginOnce(async (fresh) => {
  desk = fresh;
  await setUp(desk);
  await bringIn(desk, 'UBRUNO', 'editor');
  await bringIn(desk, 'UCHLOE', 'viewer', { until: '2026-03-10' });
});

beforeEach(() => {
  const { store, now } = desk;
  const client = new WebClient('xoxb-test', clientOptions('https://slack.test/api/'));
  const log = { info() {}, error() {} };
  sender = { store, client, teamId: TEAM, now, log, support: { email: null, url: null } };
  desk.take();
});

const audience = async (channel: object) => {
  desk.channels.set('CPLACE', { is_private: true, is_member: true, ...channel });
  return audienceOfChannel(sender, await theAccount(desk), 'CPLACE');
};

/** Our own bot is nobody of whom Slack tells in a list of people. */
const OWN_BOT = { id: 'UBOT', is_bot: true };

describe('X2: a channel', () => {
  it('is internal if everybody who can read it is a member of the account', async () => {
    desk.people.set('UBOT', OWN_BOT);
    expect(await audience({ members: ['UANA', 'UBRUNO', 'UCHLOE', 'UBOT', 'UBOT2', 'UGONE'] })).toEqual({
      ...{ audience: 'internal', why: null },
      ...{ shared: false, open: false, archived: false, joined: true },
    });
    expect(await audience({ members: ['UANA'], is_mpim: true })).toMatchObject({ audience: 'internal' });
  });

  it.each([
    ['is shared with another company', { is_ext_shared: true, members: ['UANA'] }, 'shared'],
    ['is about to be shared', { is_pending_ext_shared: true, members: ['UANA'] }, 'shared'],
    ['is public', { is_private: false, members: ['UANA'] }, 'open'],
    ['has a colleague without access', { members: ['UANA', 'UDIEGO'] }, 'outsiders'],
    ['has a guest', { members: ['UANA', 'UGUEST'] }, 'outsiders'],
    ['has somebody of another company', { members: ['UANA', 'USTRANGER'] }, 'outsiders'],
    ['has somebody whom Slack does not know', { members: ['UANA', 'UNOBODY'] }, 'outsiders'],
    [
      'has more people than anybody would look at',
      { members: Array.from({ length: 1001 }, () => 'UANA') },
      'outsiders',
    ],
  ])('that %s is read by third parties', async (_, channel, why) => {
    expect(await audience(channel)).toMatchObject({ audience: 'third-party', why });
  });

  it('finds the outsider on the last page', async () => {
    const many = Array.from({ length: 450 }, (_, place) => (place % 2 ? 'UANA' : 'UBRUNO'));
    expect(await audience({ members: many })).toMatchObject({ audience: 'internal' });
    expect(await audience({ members: [...many, 'UDIEGO'] })).toMatchObject({ audience: 'third-party' });
  });

  it('becomes a third party’s when the access of one of its people ends', async () => {
    expect(await audience({ members: ['UANA', 'UCHLOE'] })).toMatchObject({ audience: 'internal' });
    sender = { ...sender, now: new Date('2026-03-12T12:00:00Z') };
    expect(await audience({ members: ['UANA', 'UCHLOE'] })).toMatchObject({ audience: 'third-party' });
  });

  it('becomes a third party’s when one of its people becomes a guest', async () => {
    desk.people.set('UBRUNO', { id: 'UBRUNO', is_restricted: true });
    await desk.event({ type: 'user_change', user: { id: 'UBRUNO' } });
    expect(await audience({ members: ['UANA', 'UBRUNO'] })).toMatchObject({ audience: 'third-party' });
  });

  it('says whether anything can be posted there', async () => {
    expect(await audience({ members: ['UANA'], is_archived: true, is_member: false })).toMatchObject({
      ...{ archived: true, joined: false },
    });
  });

  it('is no guess: what Slack does not tell is thrown', async () => {
    desk.refusals.set('conversations.members', 'internal_error');
    await expect(audience({ members: ['UANA'] })).rejects.toThrow('internal_error');
  });

  it('asks no more than it has to', async () => {
    await audience({ is_ext_shared: true, members: ['UANA'] });
    expect(desk.take().map(({ method }) => method)).toEqual(['conversations.info']);
    await audience({ members: ['UANA', 'UBRUNO'] });
    expect(desk.take().map(({ method }) => method)).toEqual(['conversations.info', 'conversations.members']);
  });
});
