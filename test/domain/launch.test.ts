import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds } from '../../src/domain/access.ts';
import { decideLaunch } from '../../src/domain/launch.ts';
import { attention, completeness } from '../../src/domain/sheet.ts';
import * as any from './arbitrary.ts';
import {
  ANA,
  answering,
  BRUNO,
  CHLOE,
  complete,
  DIEGO,
  EVERYBODY,
  frozen,
  HOUR,
  incomplete,
  later,
  launched,
  member,
  NOW,
  OUTSIDERS,
  person,
} from './build.ts';

const decide = (account = complete(), alert: readonly string[] = ['UANA'], by = ANA) =>
  decideLaunch(account, { by, alert }, EVERYBODY, NOW);

describe('a launch', () => {
  it('R8: takes the alert contacts in the same step, each once', () => {
    expect(decide(complete(), ['UBRUNO', 'UANA', 'UBRUNO'])).toEqual({ kind: 'launched', alert: ['UBRUNO', 'UANA'] });
  });

  it('R8: replaces alert contacts that are on the sheet from before', () => {
    expect(decide(answering(complete(), { alert: ['UCHLOE'] }))).toEqual({ kind: 'launched', alert: ['UANA'] });
    expect(decide(answering(complete(), { alert: ['UCHLOE'] }), [])).toMatchObject({ kind: 'refused' });
  });

  it.each([
    ['an editor', BRUNO],
    ['a viewer', CHLOE],
    ['a colleague without access', DIEGO],
    ['an admin who is deactivated', person('UANA', { standing: 'deactivated' })],
    ['an admin who is a guest now', person('UANA', { standing: 'guest' })],
  ])('A6: is not for %s', (_, by) => {
    expect(decide(complete(), ['UANA'], by)).toEqual({ kind: 'not-an-admin' });
  });

  it('A7: is not for an admin whose access has ended', () => {
    const account = complete({ members: [member('UANA', 'admin', NOW), member('UBRUNO', 'admin', later(HOUR))] });
    expect(decide(account, ['UBRUNO'], ANA)).toEqual({ kind: 'not-an-admin' });
    expect(decide(account, ['UBRUNO'], BRUNO).kind).toBe('launched');
  });

  it.each([
    ['an account that is launched already', launched(), ['UANA'], { kind: 'already-launched' }],
    ['a new account', incomplete(), ['UANA'], { kind: 'incomplete', missing: completeness(incomplete()).missing }],
    [
      'an account without a merchant contact that it needs',
      answering(complete(), { 'ops-merchant': [] }),
      ['UANA'],
      { kind: 'incomplete', missing: ['ops-merchant'] },
    ],
    ['an account without alert contacts', complete(), [], { kind: 'refused', refusal: { reason: 'alert-missing' } }],
    [
      'an alert contact without access',
      complete(),
      ['UANA', 'UDIEGO'],
      { kind: 'refused', refusal: { reason: 'not-a-member', userId: 'UDIEGO', name: 'Diego Sá', standing: 'member' } },
    ],
    [
      'an alert contact who has left',
      complete({ members: [member('UANA', 'admin'), member(OUTSIDERS.deactivated.userId)] }),
      [OUTSIDERS.deactivated.userId],
      {
        kind: 'refused',
        refusal: { reason: 'not-a-member', userId: 'UGONE', name: 'Gus Gone', standing: 'deactivated' },
      },
    ],
  ] as const)('R8, R5: is refused for %s', (_, account, alert, decision) => {
    expect(decide(account, alert)).toEqual(decision);
  });

  it('R8: never makes an account that lacks something, and is given to admins alone', () => {
    const alert = fc.array(
      fc.nat({ max: 6 }).map((number) => `${any.INSIDER}${number}`),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(any.account(), any.people(), alert, fc.nat({ max: 6 }), (account, people, chosen, number) => {
        const by = people.get(`${any.INSIDER}${number}`) ?? person(`${any.INSIDER}1`);
        const decision = decideLaunch(frozen(account), { by, alert: chosen }, people, NOW);
        if (decision.kind !== 'launched') return;
        const after = { ...answering(account, { alert: decision.alert }), environment: 'production' } as const;
        expect(completeness(after).complete).toBe(true);
        expect(attention(after).filter((one) => one.kind === 'missing')).toEqual([]);
        expect([account.environment, holds(account, by, 'admin', NOW)]).toEqual(['sandbox', true]);
        expect(decision.alert.every((userId) => people.get(userId)?.standing === 'member')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
