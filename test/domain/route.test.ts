import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Audience } from '../../src/domain/access.ts';
import { PURPOSES, type Purpose, SHARED_PURPOSES } from '../../src/domain/purpose.ts';
import { type Route, route } from '../../src/domain/route.ts';
import * as any from './arbitrary.ts';
import { ALIAS, answering, complete, frozen, incomplete, launched, supportWindow } from './build.ts';

const told = (...addresses: string[]): Route => ({ kind: 'addresses', addresses });
const nobody = (why: 'withheld' | 'sandbox' | 'not-available' | 'missing'): Route => ({ kind: 'nobody', why });
const audience = fc.constantFrom<Audience>('internal', 'third-party');
const purpose = fc.constantFrom(...PURPOSES);

describe('who is told', () => {
  const hours: Route = { kind: 'hours', windows: [supportWindow()] };
  it.each<[Purpose, Route, Route]>([
    ['alert', { kind: 'people', userIds: ['UANA', 'UBRUNO'] }, nobody('withheld')],
    ['tech-emergency', told('oncall@harvest.example'), nobody('withheld')],
    ['tech-non-emergency', told('api@harvest.example', 'dev@harvest.example'), nobody('withheld')],
    ['ops-merchant', told('merchants@harvest.example'), nobody('withheld')],
    ['ops-platform', told('escalation@harvest.example'), nobody('withheld')],
    ['ops-users', told(ALIAS), told(ALIAS)],
    ['support-hours', hours, hours],
  ])('R25: about %s in production has one answer for each audience', (about, internal, thirdParty) => {
    expect(route(launched(), about, 'production', 'internal')).toEqual(internal);
    expect(route(launched(), about, 'production', 'third-party')).toEqual(thirdParty);
  });

  it.each([
    ['every alert contact in production', 'production', { kind: 'people', userIds: ['UANA', 'UBRUNO'] }],
    ['nobody in sandbox, even with alert contacts on the sheet', 'sandbox', nobody('sandbox')],
  ] as const)('R9: about alerts is %s', (_, environment, answer) => {
    expect(route(launched(), 'alert', environment, 'internal')).toEqual(answer);
  });

  it('R9: about alerts is nobody in production when there is nobody', () => {
    expect(route(answering(launched(), { alert: [] }), 'alert', 'production', 'internal')).toEqual(nobody('missing'));
  });

  it('R9: about alerts is nobody in sandbox, whatever the account and the audience', () => {
    fc.assert(
      fc.property(any.account(), audience, (account, who) => {
        expect(route(account, 'alert', 'sandbox', who).kind).toBe('nobody');
      }),
    );
  });

  it.each([
    [
      'nobody where no integration uses it, even with an address on the sheet',
      complete({ integrations: [] }),
      nobody('not-available'),
    ],
    ['the address where it is optional', complete({ integrations: ['waitlist'] }), told('merchants@harvest.example')],
    ['nobody where it is not given', answering(complete(), { 'ops-merchant': [] }), nobody('missing')],
  ])('R4: about merchants is %s', (_, account, answer) => {
    expect(route(account, 'ops-merchant', 'sandbox', 'internal')).toEqual(answer);
  });

  it('R25: about anything in a new account is nobody, and why', () => {
    const why = PURPOSES.map((about) => route(incomplete(), about, 'sandbox', 'internal'));
    expect(why).toEqual([nobody('sandbox'), ...PURPOSES.slice(1).map(() => nobody('missing'))]);
  });

  it('R12: never is anything but the shared contact and the hours for a third party', () => {
    fc.assert(
      fc.property(any.account(), purpose, any.environment(), (account, about, environment) => {
        const answer = route(account, about, environment, 'third-party');
        if (!SHARED_PURPOSES.some((shared) => shared === about)) expect(answer).toEqual(nobody('withheld'));
        expect(JSON.stringify(answer)).not.toContain(any.INSIDE);
        expect(JSON.stringify(answer)).not.toContain(any.INSIDER);
      }),
    );
  });

  it('R12: is the same for a third party whether the withheld answer exists or not', () => {
    fc.assert(
      fc.property(
        any.account(),
        any.account({ full: true }),
        purpose,
        any.environment(),
        (account, full, about, environment) => {
          const shared = { 'ops-users': account.sheet['ops-users'], 'support-hours': account.sheet['support-hours'] };
          const other = answering(account, { ...full.sheet, ...shared });
          expect(route(other, about, environment, 'third-party')).toEqual(
            route(account, about, environment, 'third-party'),
          );
        },
      ),
    );
  });

  it('R25: is the same whenever it is asked, and what the sheet says if it is anybody', () => {
    fc.assert(
      fc.property(any.account(), purpose, any.environment(), audience, (account, about, environment, who) => {
        const answer = route(frozen(account), about, environment, who);
        expect(route(structuredClone(account), about, environment, who)).toEqual(answer);
        if (answer.kind === 'people') expect([about, answer.userIds]).toEqual(['alert', account.sheet.alert]);
        if (answer.kind === 'addresses') expect(answer.addresses).toEqual(account.sheet[about]);
        if (answer.kind === 'hours') expect(answer.windows).toEqual(account.sheet['support-hours']);
        if (answer.kind !== 'nobody') expect(account.sheet[about].length).toBeGreaterThan(0);
      }),
    );
  });
});
