/** Whether mail reaches the addresses of the sheet. */
export const verification = {
  'verify.title': 'Confirm addresses',
  'verify.intro':
    '*{account}*: {verified, number} of {count, number} addresses confirmed. A mail with a code, sent to an address, shows that somebody reads it.',
  'verify.none': '*{account}* has no addresses yet. Fill in the sheet first.',
  'verify.no-mail':
    'Mail is not set up for this Callsheet, so no address can be confirmed. Whoever runs it can set SMTP_URL and MAIL_FROM.',
  'verify.read-only':
    'You can see how the addresses stand. To have them confirmed, ask an editor or an admin of the account.',
  'verify.line': '{address}\n{state}',
  'verify.state.unverified': 'Not confirmed yet',
  'verify.state.verified': 'Confirmed on {date}',
  'verify.state.bounced':
    '*Mail to it comes back.* The mail server does not know this address: correct it, or have the mailbox opened.',
  'verify.pending': 'Code sent. It works until {time}.',
  'verify.send': 'Send code',
  'verify.send.label': 'Send a code to {address}',
  'verify.again': 'Send again',
  'verify.again.label': 'Send a new code to {address}',
  'verify.enter': 'Enter code',
  'verify.enter.label': 'Enter the code that was sent to {address}',
  'verify.all': 'Send to all {count, number}',
  'verify.all.text': '{count, plural, one {One address has} other {# addresses have}} no code yet.',

  'verify.sent':
    '{count, plural, one {*A code is on its way to {address}.*} other {*Codes are on their way to # addresses.*}} Enter the code here, also if somebody else reads the mail and tells you.',
  'verify.just-asked': 'A code was sent to {address} a moment ago. Look there first.',
  'verify.bounced': '*The mail to {address} came back:* the mail server does not know it.',
  'verify.not-now':
    '*The mail server did not take the mail to {address}.* Nothing was sent; try again in a few minutes.',
  'verify.withheld':
    '*Nothing was sent to {address}:* the mail would have shown a contact that is for members alone. Look at the name of the account. If it names no contact, ask for help with the reference {reference}.',
  'verify.perhaps':
    '*The connection to the mail server was lost while the mail to {address} was on its way.* It may still arrive; its code works.',
  'verify.limited.actor': '*You have sent as many mails as one person may in an hour.* You can send again from {time}.',
  'verify.limited.mailbox':
    '*Enough mails have gone to {address} for now*, so that nobody is flooded. You can send another one from {time}.',
  'verify.limited.workspace':
    '*This workspace has sent as many mails as it may in a day.* You can send again from {time}.',
  'verify.gone': 'This address is not on the sheet any more. Here is how the others stand.',
  'verify.confirmed': '*{address} is confirmed.*',
  'verify.confirmed.already': '*{address} is confirmed already.*',

  'verify.code.title': 'Enter the code',
  'verify.code.intro': 'The mail to *{address}* holds a code of six digits. It works until {time}.',
  'verify.code.over': 'The code that was sent to *{address}* does not work any more. Send a new one.',
  'verify.code': 'Code',
  'verify.code.hint': 'Six digits, such as 402117. Whoever reads the mail can tell you.',
  'verify.code.submit': 'Confirm',
  'verify.code.malformed': 'A code has six digits.',
  'verify.code.wrong':
    'That is not the code of the latest mail. {left, plural, one {One try is left} other {# tries are left}}.',
  'verify.code.ended': 'That was the fifth wrong code, so it does not work any more. Send a new one.',
  'verify.code.expired':
    'This code does not work any more: it has run out, or a later mail has replaced it. Send a new one.',

  'verify.offer':
    '{count, plural, one {One address is} other {# addresses are}} not confirmed yet. A mail with a code shows that somebody reads it.',
  'verify.offer.button': 'Confirm addresses',
} as const;
