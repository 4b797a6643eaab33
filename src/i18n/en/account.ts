/** Accounts: setting one up, its brands, the launch, Home. */
export const account = {
  'integration.ordering-end-to-end': 'Ordering, end to end',
  'integration.ordering-redirect': 'Ordering, redirect',
  'integration.reservations': 'Reservations',
  'integration.waitlist': 'Waitlist',
  'integration.menu-feed': 'Menu feed',
  'integration.product-catalog': 'Product catalog',
  'integration.unknown': 'Other integration',

  'first-run.title': 'Set up your account',
  'first-run.submit': 'Continue',
  'first-run.intro':
    '*Welcome to Callsheet.* Four answers, then the contact sheet. You will be the account’s first admin.',
  'first-run.name': 'Account name',
  'first-run.name.hint': 'How your team is known to the platform. Example: Harvest Table',
  'first-run.integrations': 'Integrations',
  'first-run.integrations.hint': 'What you integrate with the platform. It decides which contacts are asked for.',
  'first-run.integrations.placeholder': 'Choose one or more',
  'first-run.brand': 'Default brand',
  'first-run.brand.hint': 'The name that users see. Example: Harvest Table',
  'first-run.alias': 'Support alias of the brand',
  'first-run.alias.hint': 'The e-mail address that users may write to. Example: help@yourcompany.com',

  'brand.title': 'Default brand',
  'brand.intro': 'The address that users are shown must be the support alias of *{brand}*.',
  'brand.alias': 'Support alias of {brand}',

  'launch.title': 'Launch to production',
  'launch.submit': 'Launch',
  'launch.intro':
    'The sandbox sheet of *{account}* is complete. Production asks for one thing more: who is alerted when a problem is found.',
  'launch.button': 'Launch to production',
  'launch.launched.heading': 'Launched to production',
  'launch.launched': '*{account}* is in production. Its alert contacts are told when a problem is found.',
  'launch.not-an-admin': 'Only an admin of the account can launch it.',
  'launch.already-launched': 'This account is in production already.',
  'launch.incomplete': 'Before the launch, the sheet needs: {missing}.',

  'accounts.heading': 'Your accounts',
  'accounts.line': '*{account}*\n{readiness}',
  'accounts.open': 'Open',
  'accounts.open.label': 'Open {account}',
  'accounts.more': 'And {count, plural, one {# more account} other {# more accounts}}.',
  'accounts.add': 'Add an account',
  'accounts.find':
    '*{count, plural, one {# account} other {# accounts}}*, those that lack most first. Find one by its name:',
  'accounts.find.placeholder': 'Find an account',
  'accounts.page': 'Page {page, number} of {pages, number}',
  'accounts.back': 'Previous page',
  'accounts.forth': 'Next page',
  'accounts.pick': 'Choose',
  'accounts.pick.label': 'Choose {account}',

  'home.heading': 'Callsheet',
  'home.locked': '*{account}* is locked. Its contact details are required before anything else works.',
  'home.complete': 'Complete the sheet',
  'home.hours': 'Support hours',
  'home.users': 'Users',
  'home.share': 'Share the contact',
  'home.none':
    'You have no access to a contact sheet yet. Ask for it: an admin decides, and you hear the outcome here in Slack.',
  'home.first':
    '*Who do we call?* Callsheet keeps the contact details of your integration true. Set up your account to begin.',
  'home.first.button': 'Set up your account',
  'home.accounts': 'All accounts',
} as const;
