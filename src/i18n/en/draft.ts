/** What was typed and not saved, and what two people changed at once. */
export const draft = {
  'draft.resumed':
    '*You had not saved this, from {since}.* What you typed is in the fields again. Save it, or go back to what is saved.',
  'draft.since.today': '{time} today',
  'draft.since.yesterday': '{time} yesterday',
  'draft.since.day': '{time} on {date}',
  'draft.discard': 'Discard',
  'draft.saved': 'Saved at present: {saved}',

  'conflict.fields':
    '*{who} saved while you were typing,* and changed what you changed as well: {fields}. Nothing of yours is saved yet, and nothing is lost.',
  'conflict.how': 'Choose below each of these fields what stays, then save.',
  'conflict.how.one': 'Choose what stays, then save. Nothing of yours is saved yet, and nothing is lost.',
  'conflict.left': '{who} also changed {field}, which you had left alone: {before} → {now}.',
  'conflict.by': '{who} changed *{field}* while you did.',
  'conflict.before': 'Before',
  'conflict.now': 'Saved now',
  'conflict.nothing': 'nothing',
  'conflict.choose': '{field}: what stays?',
  'conflict.mine': 'What I entered',
  'conflict.theirs': 'What is saved now',
  'conflict.both': 'Both together',
} as const;
