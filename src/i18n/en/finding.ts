/** What is weak in a sheet, and how the account stands. */
export const finding = {
  'standing.ready': 'Nothing speaks against it.',
  'standing.ready-but':
    'Nothing required is missing, but look at {count, plural, one {the point below} other {the # points below}} first.',
  'standing.sound': 'Nothing speaks against this sheet.',
  'standing.weak': '{count, plural, one {One point below weakens} other {# points below weaken}} this sheet.',

  'finding.heading': '*Worth a look.* None of it locks anything.',
  'finding.bounced': 'Mail to {address} comes back. {purposes} would not be reached: give an address that works.',
  'finding.shared-and-internal':
    '{address} is what users are shown, and it takes the platform’s escalations too. Give the escalations an address of their own.',
  'finding.hours-never': 'The hours “{window}” never happen. Change or remove them.',
  'finding.one-for-all':
    '{address} stands for {count, number} of the seven purposes. When nobody reads it, nobody hears of anything. Give the emergencies another one.',
  'finding.foreign-emergency':
    'Emergencies go to {address}, which is outside of {domains}. Check that it is yours and that somebody is paged.',
  'finding.lone-admin':
    '{user} is the only admin whose access does not end. Make somebody else an admin too, so that the account is never stuck.',
  'finding.unverified':
    '{count, plural, one {One address is} other {# addresses are}} not confirmed by mail yet: {addresses}.',
  'finding.named.more': '{names} and {count, plural, one {# more} other {# more}}',
  'finding.more': 'And {count, plural, one {# more point} other {# more points}}.',
  'finding.mend.details': 'Change details',
  'finding.mend.hours': 'Change hours',
  'finding.mend.users': 'Users',
} as const;
