const base64 = (text: string): string => Buffer.from(text).toString('base64');
const hexOf = (text: string, as: (hex: string) => string): string =>
  [...text].map((sign) => as(sign.charCodeAt(0).toString(16).padStart(2, '0'))).join('');

/** As in an encoded word, in which a low line is a space. */
const quoted = (text: string): string => text.replaceAll('_', '=5F').replace('@', '=40');

/** Ways in which an address can be written so that whoever gets it can read it. */
export const WRITTEN: Record<string, (address: string) => string> = {
  'as it is': (one) => one,
  'in a sentence': (one) => `Call ${one}.`,
  'at the end of a sentence, with no space after it': (one) => `Call ${one}.Then wait.`,
  'as the name of a file': (one) => `${one}.csv`,
  'in capitals': (one) => one.toUpperCase(),
  'in quotes': (one) => `'${one}' “${one}”`,
  'in italics': (one) => `_${one}_`,
  'in bold and struck through': (one) => `*~${one}~*`,
  'with one letter bold': (one) => one.replace('@', '*@*'),
  'as code': (one) => `\`${one}\``,
  'after a dash': (one) => `-${one}`,
  'as a cell that is safe from formulas': (one) => `"'${one}","x"`,
  'as a mailto: link of mrkdwn': (one) => `<mailto:${one}|${one}>`,
  'in a link alone': (one) => `<mailto:${one}?subject=x|write to us>`,
  'percent-encoded': (one) => `https://x.example/?to=${encodeURIComponent(one)}`,
  'percent-encoded in every character': (one) => hexOf(one, (hex) => `%${hex}`),
  'with the sign as an HTML entity': (one) => one.replace('@', '&#64;'),
  'with the sign as a hexadecimal HTML entity': (one) => one.replace('@', '&#x40;'),
  'with the signs as named HTML entities': (one) => one.replace('@', '&commat;').replaceAll('.', '&period;'),
  'with an entity that mrkdwn has escaped': (one) => one.replace('@', '&amp;#64;'),
  'between escaped brackets': (one) => `&lt;${one}&gt;`,
  'split by a space of no width': (one) => one.replace('@', '\u200b@\u200b'),
  'split by a soft hyphen and a word joiner': (one) => one.replace('e', 'e\u00ad\u2060'),
  'with a full-width sign': (one) => one.replace('@', '＠'),
  'in JSON within a text': (one) => JSON.stringify({ say: `\n${one}\n` }),
  'in JSON with the sign escaped': (one) => JSON.stringify(one).replace('@', '\\u0040'),
  'in a mail, its line broken': (one) => `To: ${one.slice(0, 5)}=\r\n${one.slice(5)}`,
  'quoted-printable': (one) => `To: ${one.replace('@', '=40')}`,
  'in a header of a mail': (one) => `Subject: =?utf-8?B?${base64(`ask ${one} now`)}?=`,
  'in a header of a mail, in two encoded words': (one) =>
    `Subject: =?UTF-8?Q?=C3=9Cber_${quoted(one.slice(0, 6))}?=\r\n =?UTF-8?Q?${quoted(one.slice(6))}?=`,
  'as base64 in lines': (one) => base64(`The contact is ${one}.`).replace(/.{20}/g, '$&\r\n'),
  'as base64 after words': (one) => `this cape ${base64(one)}`,
};

/** Places of a payload in which a text can stand. */
export const PLACES: Record<string, (text: string) => unknown> = {
  text: (text) => ({ text, blocks: [] }),
  'a block': (text) => ({ text: 'x', blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }] }),
  'the value of a button': (value) => ({ blocks: [{ elements: [{ type: 'button', value }] }] }),
  'an option': (text) => ({ blocks: [{ element: { options: [{ text: { text }, value: 'x' }] } }] }),
  private_metadata: (text) => ({ private_metadata: text }),
  'the metadata of a message': (text) => ({ metadata: { event_type: 'x', event_payload: { text } } }),
  'the name of a field': (text) => ({ [text]: true }),
  'the name of a file': (name) => ({ name, content: '' }),
  'bytes of a file': (text) => ({ name: 'x.csv', content: Buffer.from(`\ufeffpurpose,address\r\nx,${text}\r\n`) }),
  'a map': (text) => new Map([['x', new Set([text])]]),
};
