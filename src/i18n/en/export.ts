/** Contact sheets as files: what goes out. */
export const exporting = {
  'export.title': 'Export',
  'export.submit': 'Send me the file',
  'export.intro': 'You get a file as a direct message from Callsheet. Nobody else sees it there.',
  'export.what': 'What',
  'export.what.account': 'Sheet of {account}',
  'export.what.all': 'Sheets of all my accounts ({count, number})',
  'export.what.history': 'History of this account, with everybody’s changes',
  'export.format': 'As',
  'export.format.csv': 'CSV, for a spreadsheet',
  'export.format.json': 'JSON, for a program',
  'export.format.hint': 'A sheet can be imported again from either.',
  'export.audience': 'For whom',
  'export.audience.internal': 'Members of the account: everything',
  'export.audience.third-party': 'Shareable: only the shared contact and the support hours',
  'export.audience.hint': 'A shareable file may be passed on: it holds nothing that other companies must not see.',
  'export.import': '*Changing many contacts?* Edit the file and import it again.',
  'export.import.editors': 'Editors and admins of the account can import a file, too.',
  'export.sending': 'The file is on its way to you. This takes a few seconds.',
  'export.sent': '*The file is in your direct messages with Callsheet.*',
  'export.again': 'Export again',
  'export.refused.history': 'The history is for members of the account only. Choose “Members”, or a sheet.',
  'export.refused.no-access': 'Nothing was sent: you no longer have access to this account.',
  'export.refused.locked':
    'Nothing was sent: contact details are missing, and until they are there, nothing can be exported.',
  'export.fault.missing-scope':
    'Nothing was sent: Callsheet may not send files in this workspace. Whoever installed it has to install it again, so that it gets the scope files:write. Reference: {reference}',
  'export.fault.files-off':
    'Nothing was sent: this workspace does not allow files from apps. An owner of the workspace can allow them. Reference: {reference}',
  'export.fault.failed':
    'The file could not be sent. Try again in a moment. If it happens again, contact support and mention the reference {reference}.',
  'export.note':
    'Shareable: only the contact that users are shown and the support hours. Everything else is for members of the account.',
  'export.file.account': 'Contact sheet of {account}',
  'export.file.all': 'Contact sheets of {count, plural, one {# account} other {# accounts}}',
  'export.file.history': 'History of {account}',
  'export.file.shareable': '{what} (shareable)',
  'export.comment.internal': '*{what}.* This file is for members only: do not pass it on.',
  'export.comment.shareable':
    '*{what}.* You may pass it on: it holds only the contact that users are shown and the support hours.',
  'export.comment.csv':
    'An apostrophe before a cell keeps a spreadsheet from running it as a formula. An import takes it away again.',
  'export.comment.locked':
    '{count, plural, one {One account is} other {# accounts are}} not in it, because required contact details are missing: {accounts}.',
} as const;
