/** Asking again whether the details still hold. */
export const stillRight = {
  'still-right.question': '*Do the contact details of {account} still hold?* One click is enough if they do.',
  'still-right.again':
    '*Nobody has said yet whether the contact details of {account} still hold.* One click is enough.',
  'still-right.since': 'They were last confirmed on {date} by {by}.',
  'still-right.never': 'Nobody has confirmed them yet.',
  'still-right.confirm': 'All still right',
  'still-right.changed': 'Something changed',
  'still-right.holds': 'Details confirmed on {date} by {by}. Asked again on {until}.',
  'still-right.due':
    '*Still right?* Last confirmed on {date} by {by}. Until somebody does, it counts against the readiness.',
  'still-right.due.never': '*Still right?* Nobody has confirmed these details yet.',
  'still-right.thanks': 'Thank you. The details of *{account}* are confirmed; you are asked again on {until}.',
  'still-right.already': 'The details of *{account}* are confirmed already, on {date} by {by}.',
} as const;
