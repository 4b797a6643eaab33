import { describe, expect, it } from 'vitest';
import { SITUATIONS, type Situation } from '../../src/domain/situation.ts';
import { whoToCall } from '../../src/domain/who.ts';
import { ALIAS, answering, complete, incomplete, launched } from './build.ts';

describe('X4: whom to call', () => {
  it.each<[Situation, string, unknown]>([
    ['integration-down', 'tech-emergency', ['oncall@harvest.example']],
    ['api-migration', 'tech-non-emergency', ['api@harvest.example', 'dev@harvest.example']],
    ['matching', 'tech-non-emergency', ['api@harvest.example', 'dev@harvest.example']],
    ['merchant-order', 'ops-merchant', ['merchants@harvest.example']],
    ['merchant-removal', 'ops-merchant', ['merchants@harvest.example']],
    ['escalation', 'ops-platform', ['escalation@harvest.example']],
    ['users-told', 'ops-users', [ALIAS]],
  ])('X4: in the situation %s a member is told %s', (situation, purpose, addresses) => {
    const route = { kind: 'addresses', addresses };
    expect(whoToCall(launched(), situation, 'internal')).toEqual({ purpose, route, insteadOf: null });
  });

  it('X4, R9: alerts reach the alert contacts in production, and nobody in sandbox', () => {
    expect(whoToCall(launched(), 'alerts', 'internal')?.route).toEqual({ kind: 'people', userIds: ['UANA', 'UBRUNO'] });
    expect(whoToCall(complete(), 'alerts', 'internal')).toMatchObject({
      purpose: 'tech-emergency',
      insteadOf: { purpose: 'alert', why: 'sandbox' },
    });
  });

  it.each([
    [['menu-feed'], 'not-available'],
    [['ordering-redirect'], 'missing'],
  ] as const)('X4, R4: with %s and no merchant contact, the platform’s contact stands in (%s)', (integrations, why) => {
    const account = answering(launched({ integrations }), { 'ops-merchant': [] });
    expect(whoToCall(account, 'merchant-order', 'internal')).toMatchObject({
      purpose: 'ops-platform',
      insteadOf: { purpose: 'ops-merchant', why },
    });
  });

  it.each(SITUATIONS)('X4, R12: in the situation %s a third party is told the shared contact alone', (situation) => {
    expect(whoToCall(launched(), situation, 'third-party')).toEqual({
      purpose: 'ops-users',
      route: { kind: 'addresses', addresses: [ALIAS] },
      insteadOf: null,
    });
  });

  it('X4: an account without answers has nobody', () => {
    for (const situation of SITUATIONS) {
      expect(whoToCall(incomplete(), situation, 'internal')).toBeNull();
      expect(whoToCall(incomplete(), situation, 'third-party')).toBeNull();
    }
  });
});
