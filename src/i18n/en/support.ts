/** Support and help. */
export const support = {
  'support.button': 'Contact support',
  'support.line': '*Something does not work?* Write to the people behind the platform.',
  'support.title': 'Contact support',
  'support.email': 'Write to *{email}*. It helps to say which account you mean and what you saw.',
  'support.url': 'Open the support page and say which account you mean and what you saw.',
  'support.url.button': 'Open support',
  'support.none':
    'No support contact has been set up for this Callsheet. Ask the person who installed it in your workspace.',
  'support.about': 'You are asking about *{account}* ({environment}).',
  'support.reference': 'If you were shown a reference, such as *K7Q2MX*, include it: it leads to what happened.',
  'support.text': 'To contact support, {how}',
  'support.text.email': 'write to {email} and say which account you mean.',
  'support.text.url': 'open {url} and say which account you mean.',
  'support.text.none': 'ask the person who installed Callsheet in your workspace.',

  'help.button': 'How to get help',
  'help.line': '*New here?* What each contact is for, and every command.',
  'help.title': 'How to get help',
  'help.text': 'Callsheet keeps your contact details true. Type /contacts to open the sheet, or one of: {commands}.',
  'help.intro':
    'Callsheet answers one question: *who do we call?* An account has one contact sheet. Everyone with access sees and keeps the same one.',
  'help.locked':
    'Until the required contacts are there, everything else stays locked. One person filling them in is enough.',
  'help.purposes': 'What each contact is for',
  'help.commands': 'Commands',
  'help.command.open': 'opens the contact sheet',
  'help.command.status': 'what is there and what is missing',
  'help.command.edit': 'changes the contact sheet',
  'help.command.who': 'whom to call in a situation, such as: who integration is down',
  'help.command.hours': 'sets when support is open',
  'help.command.share': 'posts the one contact that users may see, and the support hours',
  'help.command.access': 'who may see and change the sheet',
  'help.command.accounts': 'every account you have access to',
  'help.command.history': 'what was changed, by whom and when',
  'help.command.support': 'how to reach support',
  'help.command.help': 'this page',
} as const;
