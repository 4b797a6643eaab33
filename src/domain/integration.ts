/** Whether the sheet asks for a contact for merchant issues, least demanding first. */
export const MERCHANT_RULES = ['not-available', 'optional', 'required'] as const;

export type MerchantRule = (typeof MERCHANT_RULES)[number];

/** What an account can integrate, and what each integration says about the merchant contact. */
export const INTEGRATIONS = {
  'ordering-end-to-end': 'required',
  'ordering-redirect': 'optional',
  reservations: 'required',
  waitlist: 'optional',
  'menu-feed': 'not-available',
  'product-catalog': 'not-available',
} as const satisfies Record<string, MerchantRule>;

export type IntegrationType = keyof typeof INTEGRATIONS;

export const INTEGRATION_TYPES = Object.keys(INTEGRATIONS) as IntegrationType[];

export const isIntegrationType = (type: string): type is IntegrationType => Object.hasOwn(INTEGRATIONS, type);

/** The strictest rule among the account's integrations (R4). A type that we do not know asks for nothing. */
export function merchantRule(types: readonly string[]): MerchantRule {
  const ranks = types.map((type) =>
    MERCHANT_RULES.indexOf(isIntegrationType(type) ? INTEGRATIONS[type] : 'not-available'),
  );
  return MERCHANT_RULES[Math.max(0, ...ranks)] ?? 'not-available';
}

/**
 * What a change of the integrations means for the contact for merchant issues (R4), in the words of the rule before and
 * after; null if it means nothing.
 */
export function merchantChange(
  before: readonly string[],
  after: readonly string[],
): { from: MerchantRule; to: MerchantRule } | null {
  const [from, to] = [merchantRule(before), merchantRule(after)];
  return from === to ? null : { from, to };
}
