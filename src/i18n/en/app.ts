/** Words of every surface. */
export const app = {
  'app.close': 'Close',
  'app.cancel': 'Cancel',
  'app.save': 'Save',
  'app.back': 'Back',

  'environment.sandbox': 'Sandbox',
  'environment.production': 'Production',

  'command.unknown': 'I do not know “{word}”.',
  'command.did-you-mean': 'Did you mean {suggestion}?',
  'command.not-yet': '“{command}” is not there yet. Type /contacts help to see what is.',
  'command.pick': 'You have {count, plural, one {# account} other {# accounts}}. Which one do you mean?',

  'shared.contact': '*Contact:* {address}',
  'shared.hours': '*Support hours:* {hours}',

  'fault.title': 'That did not work',
  'fault.text':
    'That did not work, and nothing was changed. Try again in a moment. If it happens again, contact support and mention the reference {reference}.',
  'fault.saving':
    'This could not be saved; what you typed is still here. Try again in a moment. Reference: {reference}',
} as const;
