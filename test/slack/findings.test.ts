import { describe, expect, it } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import type { Known } from '../../src/domain/finding.ts';
import { outlineOf } from '../../src/domain/outline.ts';
import { statusMessage } from '../../src/slack/contact/status.ts';
import { home } from '../../src/slack/home/home.ts';
import { viewerOf } from '../../src/slack/viewer.ts';
import { answering, complete, launched, member, NOW } from '../domain/build.ts';
import { buttonsOf, words } from './desk.ts';
import { person } from './scenes.ts';

const TWO = { members: [member('UANA', 'admin'), member('UBRUNO', 'admin'), member('UCHLOE')] };
const status = (account: Account, known: Known = {}, userId = 'UANA') =>
  statusMessage.render({ account, now: NOW, known }, viewerOf(person(userId), account, NOW));

describe('X1: readiness in the status', () => {
  it.each([
    ['ready', complete(TWO), 'Ready to launch? Nothing speaks against it.'],
    ['ready, with one point', complete(), 'look at the point below first.'],
    ['in production and sound', launched(TWO), 'Nothing speaks against this sheet.'],
    ['in production and weak', launched(), 'One point below weakens this sheet.'],
  ])('X1: of an account that is %s', (_, account, expected) => {
    expect(status(account).text).toContain(expected);
    expect(words(status(account).blocks).replaceAll('*', '')).toContain(expected);
  });

  it('X1: shows both environments side by side', () => {
    expect(status(complete(TWO)).text).toContain('Sandbox 6/6, complete · Production 6/7, missing Alert contacts');
  });

  it('R11: a drifted contact counts, and is said once', () => {
    const account = answering(complete(TWO), { 'ops-users': ['old@harvest.example'] });
    expect(status(account).text).toContain('look at the point below first');
    expect(words(status(account).blocks).match(/Users are shown/g)).toHaveLength(1);
  });
});

describe('X6: findings in the status', () => {
  const weak = answering(complete({ members: [member('UANA', 'admin'), member('UCHLOE')], confirmed: null }), {
    'tech-emergency': ['oncall@pager.example'],
    'ops-platform': ['help@harvest.example'],
  });
  const known: Known = { mailboxes: new Map() };

  it('X6: the three that matter most stand there with their reasons, and the number of the others', () => {
    const { blocks, text } = status(weak, known);
    const read = words(blocks);
    expect(read).toContain('help@harvest.example is what users are shown, and it takes the platform’s escalations too');
    expect(read).toContain('Emergencies go to oncall@pager.example, which is outside of harvest.example');
    expect(read).toContain('<@UANA> is the only admin');
    expect(read).not.toContain('not confirmed by mail yet');
    expect(read).toContain('And 1 more point.');
    expect(text).toContain('look at the 5 points below first');
    expect(text).toContain('<@UANA> is the only admin');
  });

  it('X6: each has the button that mends it, for whoever may', () => {
    const mending = (userId: string) => buttonsOf(status(weak, {}, userId)).map(({ action_id }) => action_id);
    expect(mending('UANA').slice(0, 3)).toEqual(['contact.open', 'contact.open', 'access.users']);
    expect(mending('UCHLOE')).toEqual(['support.open', 'help.open']);
  });

  it('X6: Home shows them too', () => {
    const viewer = viewerOf(person('UANA'), weak, NOW);
    const state = { accounts: [outlineOf(weak)], shown: weak, maySetUp: true, mayAsk: false, now: NOW };
    expect(words(home.render(state, viewer))).toContain('is the only admin');
  });

  it('X6: nothing is said of a sheet that is sound', () => {
    expect(words(status(complete(TWO)))).not.toContain('Worth a look');
  });
});
