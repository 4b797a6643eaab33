/** Contact sheets from a table: what comes in. */
export const importing = {
  'import.title': 'Import',
  'import.button': 'Import',
  'import.preview': 'Preview',
  'import.submit': 'Save all of it',
  'import.intro':
    'Paste a table here: what an export of Callsheet holds, or cells copied from a spreadsheet. First you see what would change; nothing is saved before you say so. What the table does not name stays as it is.',
  'import.columns':
    'The first row names the columns: `account` (may be left out for this account), `purpose` and `answer`. Addresses are separated by semicolons. JSON is understood as well.',
  'import.text': 'Table',
  'import.text.piece': 'Table, part {piece, number}',
  'import.text.hint':
    'A field takes {limit, number} characters. For a longer table add fields, up to {most, number}, and cut it between two rows.',
  'import.more': 'Add a field',
  'import.text.empty': 'There is no row with an answer in it.',
  'import.text.csv-broken':
    'Row {row, number} cannot be read: a quotation mark is opened or closed in the wrong place.',
  'import.text.csv-wide':
    'Row {row, number} has more cells than the first row names. Put an answer of several parts in quotation marks.',
  'import.text.header-missing': 'The first row has to name the columns: purpose and answer, and account for several.',
  'import.text.json-broken': 'This is no whole JSON: something was cut off at its end, or changed.',
  'import.text.json-other': 'This JSON is no export of contact sheets that I know.',
  'import.text.too-many-accounts':
    'These are {given, number} accounts; {limit, number} can be saved at once. Import them in parts.',
  'import.refused':
    '*Nothing was saved.* {count, plural, one {One row} other {# rows}} will not do. Correct the text below, it is still there, and look again.',
  'import.row': '• *Row {row, number}* · {about}: {problem}',
  'import.row.bare': '• *Row {row, number}*: {problem}',
  'import.nothing':
    '*Nothing would change:* {rows, plural, one {the row says} other {all # rows say}} what is there already.',
  'import.changes':
    '*This would change {count, plural, one {one account} other {# accounts}}.* All of it is saved, or nothing.',
  'import.account': '*{account}* · {count, plural, one {one change} other {# changes}}',
  'import.change': '• {purpose}: from {before} to {after}.',
  'import.added': 'Added: {items}.',
  'import.removed': 'Removed: {items}.',
  'import.empty': 'nothing',
  'import.more-lines': 'And {count, plural, one {# more line} other {# more lines}}.',
  'import.another-text': '*The text is another one now.* Look at what it would change, and save again.',
  'import.overtaken':
    '*Somebody saved meanwhile, so nothing was saved.* Look at what would change now, and save again.',
  'import.done': '*The import is saved.* It changed {count, plural, one {one account} other {# accounts}}.',
  'import.problem.account-unknown': 'You have no account “{text}”.',
  'import.problem.account-unclear': 'Several accounts are called “{text}”. Give the account_id, as an export does.',
  'import.problem.not-an-editor':
    'You can read this account, but not change it. Ask an admin of it to make you an editor.',
  'import.problem.purpose-unknown': '“{text}” is none of the seven purposes.',
  'import.problem.person-unreadable':
    '“{text}” is no person that I can find by it. Alert contacts are chosen in the form, or taken over from an export.',
  'import.problem.window-unreadable': '“{text}” is no support window. Example: Mon-Fri 09:00-18:00 America/Sao_Paulo',
  'import.problem.window': '“{text}”: {reason}',
  'import.problem.row-twice': 'Row {first, number} is about the same purpose of the same account.',
} as const;
