import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportedAccount } from '../../src/domain/exported.ts';
import { SHARED_PURPOSES } from '../../src/domain/purpose.ts';
import { account, INSIDE, INSIDER } from './arbitrary.ts';
import { complete, incomplete, launched } from './build.ts';

const purposes = (...given: Parameters<typeof exportedAccount>) =>
  exportedAccount(...given).answers.map(({ purpose }) => purpose);

describe('what a file holds', () => {
  it('R1: for members, every purpose that the account has a place for', () => {
    expect(purposes(launched(), 'internal')).toEqual([
      ...[
        'alert',
        'tech-emergency',
        'tech-non-emergency',
        'ops-merchant',
        'ops-platform',
        'ops-users',
        'support-hours',
      ],
    ]);
  });

  it('R4, R7: no merchant contact that no integration uses, and no alert contacts in sandbox', () => {
    expect(purposes(complete({ integrations: ['menu-feed'] }), 'internal')).not.toContain('ops-merchant');
    expect(purposes(complete(), 'internal')).not.toContain('alert');
  });

  it('what is not given yet is an empty answer, to be filled in', () => {
    const { answers } = exportedAccount(incomplete(), 'internal');
    expect(answers).toContainEqual({ purpose: 'tech-emergency', answer: { kind: 'addresses', addresses: [] } });
    expect(answers).toContainEqual({ purpose: 'support-hours', answer: { kind: 'hours', windows: [] } });
  });

  it('R12: for a third party, the shared contact and the support hours alone, whatever the account is', () => {
    fc.assert(
      fc.property(account(), (any) => {
        const shared = exportedAccount(any, 'third-party');
        expect(shared.answers.filter(({ purpose }) => !SHARED_PURPOSES.some((one) => one === purpose))).toEqual([]);
        expect(shared).toMatchObject({ id: null, environment: null });
        expect(JSON.stringify(shared)).not.toMatch(new RegExp(`${INSIDE}|${INSIDER}|${any.id}`, 'i'));
      }),
      { numRuns: 500 },
    );
  });
});
