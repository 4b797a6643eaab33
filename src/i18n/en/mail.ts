/** What is written to mailboxes. */
export const mail = {
  'mail.challenge.subject': 'Confirm this address for {account}',
  'mail.challenge.why':
    '{account} keeps {address} as one of its contacts in Callsheet, and would like to know that mail reaches you.',
  'mail.challenge.code':
    'Pass this code on to whoever asked for it, or type it into Slack yourself. It works for 15 minutes:',
  'mail.challenge.link': 'Or confirm the address here, within 24 hours:',
  'mail.challenge.ignore':
    'You know nothing of this? Then do nothing: without a confirmation the address counts as unconfirmed. {support}',

  'mail.farewell.subject': 'This address is no longer a contact of {account}',
  'mail.farewell.by': '{by} took {address} off the contacts of {account} on {date}.',
  'mail.farewell.nobody': '{address} was taken off the contacts of {account} on {date}.',
  'mail.farewell.purposes': 'It is no longer the contact for: {purposes}.',
  'mail.farewell.object':
    'If that is as it should be, there is nothing to do. If not, tell the team of {account} that it is a mistake. {support}',

  'mail.support.email': 'Questions? Write to {email}.',
  'mail.support.url': 'Questions? Open {url}',
  'mail.support.none': 'Questions? Ask your contact at {account}.',
  'mail.automatic': 'Callsheet sent this mail by itself. Nobody reads answers to it.',
} as const;
