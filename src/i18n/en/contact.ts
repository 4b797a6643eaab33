/** The contact sheet: its form, what was saved, and how it stands. */
export const contact = {
  'purpose.alert': 'Alert contacts',
  'purpose.tech-emergency': 'Technical emergency',
  'purpose.tech-non-emergency': 'Technical non-emergency',
  'purpose.ops-merchant': 'Operations (merchant issues)',
  'purpose.ops-platform': 'Operations (platform only)',
  'purpose.ops-users': 'Operations (shared with users)',
  'purpose.support-hours': 'Support hours',

  'hint.alert':
    'They get the automatic e-mails when a problem is found in production. Choose members of this account, for example the engineers on duty.',
  'hint.tech-emergency':
    'Who is called when the integration is down. An alias that pages whoever is on duty works best. Example: oncall@yourcompany.com',
  'hint.tech-non-emergency':
    'API migrations, matching problems and other technical questions that can wait a day. Example: integrations@yourcompany.com',
  'hint.ops-merchant': 'Problems with one merchant: menus, orders, removals. Example: merchants@yourcompany.com',
  'hint.ops-platform':
    'Escalations that need you to act. Only the platform sees it, never your users. Example: escalations@yourcompany.com',
  'hint.ops-users': 'The one address that users are shown. It must be the support alias of {brand}: {alias}',
  'hint.ops-users.any':
    'The one address that users are shown. It must be the support alias of your default brand. Example: help@yourcompany.com',
  'hint.support-hours':
    'When somebody answers, in as many windows and time zones as apply. Example: Monday to Friday, 09:00–18:00, São Paulo.',

  'form.title.locked': 'Required information',
  'form.title': 'Contact details',
  'form.intro.locked':
    '*{account}* needs its contact details before anything else works. You can save what you have and come back: nothing is lost.',
  'form.intro.open': '*{account}* · {environment}. Everyone with access to the account sees and keeps these details.',
  'form.several': 'Each field takes up to ten addresses, separated by commas, spaces or line breaks.',
  'form.missing': '*Still missing:* {missing}',
  'form.missing.none': '*Everything that {environment} asks for is here.*',
  'form.saved.partly': '*Saved.* Still missing: {missing}. The account stays locked until they are there.',
  'form.saved.partly.production': '*Saved.* Still missing: {missing}.',
  'form.label.required': '{purpose} · needed, now or later',
  'form.alert.later':
    '*Alert contacts* are chosen when you launch to production: in sandbox there is nothing to be alerted about.',
  'form.alias.missing':
    '*Operations (shared with users)* must be the support alias of your default brand, and there is none yet.',
  'form.alias.add': 'Add the alias',
  'form.hours': '*Support hours*',
  'form.hours.required': '*Support hours* · needed, now or later',
  'form.hours.none': 'Not set yet. {hint}',
  'form.hours.set': 'Set hours',
  'form.hours.change': 'Change hours',
  'form.users':
    '*Users* · {count, plural, one {# person has} other {# people have}} access. Is somebody better placed to fill this in? Bring them in.',
  'form.users.button': 'Users',
  'form.read-only': 'You can read this sheet. To change it, ask an admin of the account to make you an editor.',

  'unlocked.title': 'All set',
  'unlocked.heading': 'The contact sheet is complete',
  'unlocked.body': '*{account}* is unlocked for everyone. *Your integration can start.*',
  'unlocked.next':
    'Keep it true: type */contacts* whenever something changes. When you are ready for production, launch from Home or from */contacts status*.',

  'advice.personal':
    '{addresses} {count, plural, one {looks like the mailbox of one person} other {look like mailboxes of single persons}}. When they are away, nobody hears of the emergency. An alias that pages whoever is on duty is safer, but you can leave it as it is.',

  'saved.title': 'Saved',
  'saved.body': '*{account}*: {changed} saved. Everyone with access sees it now.',
  'saved.nothing': 'Nothing was different, so nothing was changed.',

  'status.heading': '{account} · {environment}',
  'status.readiness': '{environment} {given, number}/{required, number}',
  'status.readiness.done': '{environment} {given, number}/{required, number}, complete',
  'status.readiness.missing': '{environment} {given, number}/{required, number}, missing {missing}',
  'status.ready': 'Ready to launch?',
  'status.attention': '*Needs attention*',
  'status.attention.missing': 'Missing: {purpose}. Add it to the sheet.',
  'status.attention.alias-drift':
    'Users are shown {shared}, but the support alias of the default brand is {expected}. Change one of them.',
  'status.attention.alias-gone': 'Users are shown {shared}, but the default brand has no support alias. Add it.',
  'status.none': 'not given yet',
  'status.not-available': 'not used by your integrations',
  'status.sandbox': 'chosen at launch',
  'status.edit': 'Change details',
  'status.text': '{account} is in {environment}. {readiness}. {ready} {contacts}',
  'status.contact': '{purpose}: {value}.',
} as const;
