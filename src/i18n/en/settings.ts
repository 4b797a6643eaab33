/** Settings of an account: its name, brands, integrations and channels; and advice that can be passed over. */
export const settings = {
  'settings.title': 'Settings',
  'settings.button': 'Settings',
  'settings.change': 'Change',
  'settings.account': '*{account}* · {environment}',
  'settings.read-only': 'You can read these settings. Admins of the account change them.',
  'settings.brands': 'Brands',
  'settings.brand': '*{brand}*\n{alias}',
  'settings.brand.default': '*{brand}* · default brand\n{alias}',
  'settings.brand.no-alias': 'no support alias yet',
  'settings.brand.change': 'Change the brand {brand}',
  'settings.integrations': 'Integrations',
  'settings.integrations.list': '*Integrated:* {list}',
  'settings.integrations.none': 'nothing',
  'settings.channels': 'Linked channels',
  'settings.channels.none': 'In a linked channel, */contacts* means this account. No channel is linked yet.',
  'settings.channels.some': 'In these channels, */contacts* means this account.',
  'settings.channels.more': 'And {count, plural, one {# more channel} other {# more channels}}.',

  'rename.title': 'Name of the account',

  'brand.new': 'Add a brand',
  'brand.new.submit': 'Add',
  'brand.new.intro':
    'A brand of *{account}* under which users know you. Only the default brand’s alias is shown to them.',
  'brand.none': 'This account has no default brand. Name it, with the address that users are shown.',
  'brand.edit': 'Change the brand',
  'brand.edit.intro': '*{brand}* is one of your brands.',
  'brand.edit.intro.default':
    '*{brand}* is the default brand: its support alias is the address that users are shown. To remove it, make another brand the default first.',
  'brand.name': 'Brand name',
  'brand.default': 'Make it the default',
  'brand.default.sure': 'Make it the default brand?',
  'brand.default.means':
    'Its support alias becomes the address that users must be shown. The sheet is not changed until you say so.',
  'brand.default.yes': 'Make default',
  'brand.remove': 'Remove the brand',
  'brand.remove.sure': 'Remove this brand?',
  'brand.remove.means': 'Its name and its support alias are taken off the account. The contact sheet stays as it is.',
  'brand.remove.yes': 'Remove',
  'brand.conflict':
    '*{who} changed this brand while you were typing.* It is now {brand}, {alias}. What you typed is still here: save again to replace theirs.',
  'brand.news.title': 'Brand',
  'brand.news.saved': '*Saved.* The contact sheet was not changed.',
  'brand.news.made-default': '*Saved.* It is the default brand now.',
  'brand.news.removed': '*Removed.* The brand is no longer part of the account.',
  'brand.news.gone': 'This brand is not there any more. Somebody else may have removed it.',
  'brand.news.last': 'This is the only brand. An account keeps at least one.',
  'brand.news.is-default': 'This is the default brand. Make another one the default before you remove it.',
  'brand.news.alias-needed':
    'A brand without a support alias cannot be the default: its alias is what users are shown. Add the alias first.',
  'brand.news.mended': '*Done.* Users of {account} are now shown {shared}.',
  'brand.news.in-order':
    'This was put right already: users of {account} are shown {shared}, the support alias of the default brand.',
  'brand.news.moved': 'The default brand or its support alias has changed since you were asked. Nothing was saved.',
  'brand.news.no-alias': 'The default brand has no support alias any more, so there is nothing to share. Add it first.',

  'drift.use': 'Use {expected}',
  'drift.use.alias': 'Use the brand’s alias',

  'integrations.title': 'Integrations',
  'integrations.intro':
    'What *{account}* integrates with the platform. It decides whether a contact for merchant issues is asked for.',
  'integrations.confirm': 'Save',
  'integrations.asks.required': 'requires a contact for merchant issues',
  'integrations.asks.optional': 'may have a contact for merchant issues',
  'integrations.asks.not-available': 'uses no contact for merchant issues',
  'integrations.rule.required': 'The contact for merchant issues is required.',
  'integrations.rule.optional': 'The contact for merchant issues is optional.',
  'integrations.rule.not-available': 'The contact for merchant issues is not available.',
  'integrations.becomes.required': '*The contact for merchant issues becomes required.*',
  'integrations.becomes.optional': '*The contact for merchant issues becomes optional.* It may stay blank.',
  'integrations.becomes.not-available':
    '*The contact for merchant issues is not available any more.* The sheet does not ask for it or show it; what was given is kept, in case an integration asks for it again.',
  'integrations.then.locks':
    'There is none yet: the account is locked for everyone until the sheet has it. You can add it right after.',
  'integrations.then.attention':
    'There is none yet: the account needs attention until the sheet has it. Nobody is locked out.',
  'integrations.then.unlocks': 'Nothing is missing then: the account is unlocked for everyone.',
  'integrations.conflict':
    '*{who} changed the integrations while you were choosing.* They are now: {list}. Your choice is not saved yet: save again to replace theirs.',

  'channels.link': 'Link a channel',
  'channels.submit': 'Link',
  'channels.unlink': 'Unlink',
  'channels.intro': 'In a linked channel, */contacts* means *{account}*, whoever types it.',
  'channels.channel': 'Channel',
  'channels.hint':
    'A channel that you are in. A private one has to have Callsheet in it: type /invite @Callsheet there.',
  'channels.refused.missing': 'Choose a channel.',
  'channels.refused.unseen':
    'Callsheet does not see this channel. Invite it there first: /invite @Callsheet. Direct messages cannot be linked.',
  'channels.refused.archived': 'This channel is archived. Choose another one.',
  'channels.refused.not-in-it': 'You are not in this channel. Join it first, or ask somebody who is in it.',
  'channels.refused.taken': 'This channel is linked to another account. It has to be unlinked there first.',

  'advice.keep': 'It’s fine, keep it',
  'advice.title': 'Advice',
  'advice.passed':
    '*Kept.* {count, plural, one {{addresses} stays, and you are not advised about it again.} other {{addresses} stay, and you are not advised about them again.}}',
  'advice.changed': 'The emergency contact has changed since this advice was given, so nothing was passed over.',

  'form.alias.other': 'Is the support alias another one? Change it here first; then share it with users.',
  'form.alias.change': 'Change the alias',

  'problem.brand-taken': 'This account already has a brand with this name.',
  'problem.too-many-brands': 'An account has {limit, number} brands at most.',
  'problem.alias-needed': 'The default brand needs a support alias: it is what users are shown.',
  'problem.alias-admin': 'The alias has been given: {alias}. Only an admin of the account changes it.',
  'problem.brand-moved': 'This is not the default brand any more. Close this and open it again.',
} as const;
