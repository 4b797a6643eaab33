/** The card for third parties, its preview, and whether support is open. */
export const share = {
  'share.title': 'Share the contact',
  'share.submit': 'Post',
  'share.intro':
    '*What will they see?* The card below, and nothing else: the one contact of *{account}* that is meant for users, and when support is open. Nothing is posted until you press Post.',
  'share.channel': 'Post it in',
  'share.channel.hint': 'A channel that you and Callsheet are both in. It may be shared with other companies.',
  'share.channel.placeholder': 'Choose a channel',
  'share.language': 'Language of the card',
  'share.language.en': 'English',
  'share.language.pt': 'Portuguese (Brazil)',
  'share.nothing':
    '*There is nothing to share yet.* The contact that users may see is missing from the sheet. Add it, then share it.',
  'share.done.title': 'Posted',
  'share.done':
    'The card is in {channel}. When the contact or the hours change, share it again: what is posted stays as it is.',

  'share.refused.nothing-chosen': 'Choose the channel in which the card is posted.',
  'share.refused.nothing-to-share':
    'The contact that users may see is no longer on the sheet. Close this, add it, and share it again.',
  'share.refused.not-found':
    'Callsheet cannot see that channel. Invite it there with /invite @Callsheet, then press Post again.',
  'share.refused.not-a-channel': 'Cards are posted in channels, not in direct messages. Choose a channel.',
  'share.refused.archived': 'That channel is archived, so nothing can be posted there. Choose another one.',
  'share.refused.app-out':
    'Callsheet is not in that channel. Invite it with /invite @Callsheet, then press Post again.',
  'share.refused.person-out': 'You are not in that channel. Join it first, or choose another one.',
  'share.refused.too-many':
    'That channel has so many people that it cannot be checked whether you are one of them. Choose a smaller one.',
  'share.refused.restricted':
    'Only some people may post in that channel, and Callsheet is not one of them. Choose another one.',

  'share.card.heading': '{brand}: contact and support hours',
  'share.card.text': 'To reach {brand}, write to {address}. {open} Support hours: {hours}.',
  'share.card.hours': '*Support hours*',
  'share.card.as-of': 'As of {date}, in your time. Each line of the hours names its own time zone.',

  'open.now': 'Support is open now, until {until}.',
  'open.always': 'Support is open now and does not close.',
  'open.later': 'Support is closed now and opens {from}.',
  'open.never': 'Support is closed, and it does not open within a year.',
} as const;
