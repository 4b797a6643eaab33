/** The page behind the link in a mail. */
export const page = {
  'page.open.title': 'Confirm an address',
  'page.open.text': 'Is {address} a contact of {account}, and do you read its mail? Then confirm it.',
  'page.open.button': 'Confirm this address',
  'page.open.ignore': 'You know nothing of this? Close the page: nothing is confirmed then.',
  'page.done.title': 'Thank you, the address is confirmed',
  'page.done.text': '{account} now knows that mail to {address} reaches somebody. You can close this page.',
  'page.used.title': 'This address is confirmed already',
  'page.used.text': '{address} is a confirmed contact of {account}. There is nothing left to do.',
  'page.expired.title': 'This link has expired',
  'page.expired.text':
    'It worked for 24 hours. Whoever asked for it can have a new mail sent from Slack, with /contacts verify.',
  'page.ended.title': 'This link does not work any more',
  'page.ended.text':
    'Too many wrong codes were typed, so the mail it came with was ended. A new one can be sent from Slack, with /contacts verify.',
  'page.unknown.title': 'This link leads nowhere',
  'page.unknown.text':
    'A later mail may have replaced it, the address may not be a contact any more, or a part of the link was lost. Look for the latest mail and copy the whole link.',
  'page.fault.title': 'That did not work',
  'page.fault.text': 'Nothing was changed. Try again in a moment.',
} as const;
