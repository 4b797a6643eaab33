import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INTEGRATION_TYPES, isIntegrationType, MERCHANT_RULES, merchantRule } from '../../src/domain/integration.ts';
import { integrations } from './arbitrary.ts';

describe('the merchant rule', () => {
  it.each([
    ['no integration', [], 'not-available'],
    ['a menu feed', ['menu-feed'], 'not-available'],
    ['a product catalog', ['product-catalog'], 'not-available'],
    ['ordering by redirect', ['ordering-redirect'], 'optional'],
    ['a waitlist', ['waitlist'], 'optional'],
    ['ordering end to end', ['ordering-end-to-end'], 'required'],
    ['reservations', ['reservations'], 'required'],
    ['the strictest first', ['reservations', 'waitlist', 'menu-feed'], 'required'],
    ['the strictest last', ['menu-feed', 'waitlist', 'reservations'], 'required'],
    ['optional over not available', ['menu-feed', 'waitlist'], 'optional'],
    ['a type that nobody knows', ['drone-delivery'], 'not-available'],
    ['an unknown type beside a known one', ['drone-delivery', 'waitlist'], 'optional'],
    ['names that every object has', ['toString', '__proto__', 'constructor'], 'not-available'],
    ['another spelling', ['Reservations', ' reservations'], 'not-available'],
  ] as const)('R4: of %s is as the table says', (_, types, rule) => {
    expect(merchantRule(types)).toBe(rule);
  });

  it('R4: of several integrations is that of the strictest one, in any order', () => {
    const rank = (types: readonly string[]) => MERCHANT_RULES.indexOf(merchantRule(types));
    fc.assert(
      fc.property(integrations(), integrations(), (some, others) => {
        expect(rank([...some, ...others])).toBe(Math.max(rank(some), rank(others)));
        expect(rank([...some].reverse())).toBe(rank(some));
      }),
    );
  });

  it('R4: never changes by a type that nobody knows', () => {
    fc.assert(
      fc.property(integrations(), fc.string(), (types, unknown) => {
        fc.pre(!INTEGRATION_TYPES.some((known) => known === unknown));
        expect(isIntegrationType(unknown)).toBe(false);
        expect(merchantRule([unknown, ...types])).toBe(merchantRule(types));
      }),
    );
  });
});
