/** The seven things that a contact sheet knows (R1), in the order in which a form asks for them. */
export const PURPOSES = [
  'alert',
  'tech-emergency',
  'tech-non-emergency',
  'ops-merchant',
  'ops-platform',
  'ops-users',
  'support-hours',
] as const;

export type Purpose = (typeof PURPOSES)[number];

/** The purposes that are answered with e-mail addresses. */
export const ADDRESS_PURPOSES = [
  'tech-emergency',
  'tech-non-emergency',
  'ops-merchant',
  'ops-platform',
  'ops-users',
] as const satisfies readonly Purpose[];

export type AddressPurpose = (typeof ADDRESS_PURPOSES)[number];

/** The purposes that a third party may ever see; everything else is internal (R12). */
export const SHARED_PURPOSES = ['ops-users', 'support-hours'] as const satisfies readonly Purpose[];
