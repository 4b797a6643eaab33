import { ADDRESS_PURPOSES, type AddressPurpose, SHARED_PURPOSES } from './purpose.ts';
import type { Sheet } from './sheet.ts';

/**
 * The e-mail addresses that anything to be sent mentions, however they are written: in text, blocks, metadata, values of
 * buttons, files or headers. Whoever checks a payload against what is internal (R12, X2) begins here, and so this would
 * rather find an address too many than miss one: only those that belong to a sheet count in the end.
 * @returns in lower case, as mailboxes are compared
 */
export function mailboxesIn(payload: unknown): Set<string> {
  const found = new Set<string>();
  for (const text of stringsIn(payload)) for (const form of formsOf(text)) collect(form, found);
  return found;
}

/** Whether a text names a contact of this account that third parties are not to know (R12). */
export function quotesInternal({ sheet }: { sheet: Sheet }, text: string): boolean {
  const mentioned = mailboxesIn(text);
  if (mentioned.size === 0) return false;
  const isShared = (purpose: AddressPurpose) => SHARED_PURPOSES.some((one) => one === purpose);
  const of = (shared: boolean) =>
    ADDRESS_PURPOSES.filter((purpose) => isShared(purpose) === shared).flatMap((purpose) =>
      sheet[purpose].map((address) => address.toLowerCase()),
    );
  const shared = new Set(of(true));
  return of(false).some((mailbox) => mentioned.has(mailbox) && !shared.has(mailbox));
}

/** The people whom anything to be sent mentions, by user id. */
export function mentionsIn(payload: unknown): Set<string> {
  const found = new Set<string>();
  for (const text of stringsIn(payload)) {
    for (const [userId] of text.matchAll(/\b[UW][A-Z0-9]{2,}\b/g)) found.add(userId);
  }
  return found;
}

/** Every text in a value, the names of its fields among them; bytes read as text. */
function stringsIn(payload: unknown): Set<string> {
  const strings = new Set<string>();
  const seen = new Set<object>();
  const look = (value: unknown): void => {
    if (typeof value === 'string') strings.add(value);
    else if (value instanceof Uint8Array) strings.add(new TextDecoder().decode(value));
    else if (typeof value === 'object' && value !== null && !seen.has(value)) {
      seen.add(value);
      const parts = value instanceof Map || value instanceof Set ? value.entries() : Object.entries(value);
      for (const part of parts) for (const one of part) look(one);
    }
  };
  look(payload);
  return strings;
}

/** Decodings that may be nested, such as a percent-encoded text in a text in JSON. */
const ROUNDS = 4;

/** A text as it is and as everybody who reads it may see it: each encoding taken away, until nothing changes any more. */
function formsOf(text: string): Set<string> {
  const forms = new Set<string>();
  let fresh = [visible(text)];
  for (let round = 0; round <= ROUNDS && fresh.length > 0; round++) {
    for (const form of fresh) forms.add(form);
    fresh = fresh.flatMap((form) => DECODERS.flatMap((decode) => decode(form))).filter((form) => !forms.has(form));
  }
  return forms;
}

/** Without what nobody sees, such as a space of no width; full-width letters and signs as the usual ones. */
const visible = (text: string): string =>
  PLAIN.test(text) ? text : text.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, '');

const PLAIN = /^[\n\r\t\x20-\x7e]*$/;

type Decoder = (text: string) => string[];

/** Each gives back nothing where there is nothing of its kind: most texts have nothing of any. */
const DECODERS: readonly Decoder[] = [
  // HTML entities: &#64; &#x40; &commat; and mrkdwn's &amp; around them.
  (text) => {
    if (!text.includes('&')) return [];
    return [
      text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
        if (name) return ENTITIES[String(name).toLowerCase()] ?? whole;
        return character(decimal ? Number(decimal) : Number.parseInt(hex, 16));
      }),
    ];
  },
  // Percent-encoding, as in a link.
  (text) => (text.includes('%') ? [text.replace(/%([0-9a-f]{2})/gi, (_, hex) => byte(hex))] : []),
  // Quoted-printable, as in a mail: lines that were broken, and characters by their number.
  (text) =>
    /=(\r?\n|[0-9a-f]{2})/i.test(text)
      ? [text.replace(/=[ \t]*\r?\n/g, '').replace(/=([0-9a-f]{2})/gi, (_, hex) => byte(hex))]
      : [],
  // A header of a mail, in whose middle one encoded word ends and the next begins; underscores are its spaces.
  (text) =>
    text.includes('?=')
      ? [
          text
            .replace(/\?=\s+=\?[\w-]+\?[bq]\?/gi, '')
            .replace(/=\?[\w-]+\?q\?([^?]*)\?=/gi, (_, words) => String(words).replaceAll('_', ' ')),
        ]
      : [],
  // JSON within a text.
  (text) =>
    text.includes('\\')
      ? [
          text
            .replace(/\\u([0-9a-f]{4})/gi, (_, hex) => byte(hex))
            .replace(/\\(.)/g, (_, sign) => UNESCAPED[sign] ?? sign),
        ]
      : [],
  // Signs of formatting that fell into an address.
  (text) => (/[*~`][^\s]*@|@[^\s]*[*~`]/.test(text) ? [text.replace(/[*~`]/g, '')] : []),
  // A header or a body of a mail, which may be broken into lines.
  (text) =>
    [...text.matchAll(BASE64)].flatMap(([chunk]) =>
      [chunk.replace(/\s/g, ''), ...chunk.split(/\s+/)].flatMap(fromBase64),
    ),
];

const ENTITIES: Record<string, string> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' },
  ...{ commat: '@', period: '.', lowbar: '_', hyphen: '-', plus: '+', percnt: '%', shy: '' },
};
const UNESCAPED: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: ' ', f: ' ' };

const character = (code: number): string => (code <= 0x10ffff ? visible(String.fromCodePoint(code)) : '');
const byte = (hex: string): string => character(Number.parseInt(hex, 16));

/** The shortest address, a@b.co, makes eight characters. */
const BASE64 = /(?:[A-Za-z0-9+/_-]{4}[\r\n\t ]*){2,}(?:[A-Za-z0-9+/_-]{2,3}={0,2})?/g;

function fromBase64(chunk: string): string[] {
  try {
    const decoded = atob(chunk.replaceAll('-', '+').replaceAll('_', '/'));
    return decoded.includes('@') ? [visible(decoded)] : [];
  } catch {
    return [];
  }
}

/** Only what is an address for us can be on a sheet: letters, digits and a few signs of ASCII. */
const ADDRESS = /([A-Za-z0-9_'+.-]+)@((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})/g;

function collect(text: string, found: Set<string>): void {
  if (!text.includes('@')) return;
  for (const [, local = '', domain = ''] of text.matchAll(ADDRESS)) {
    // Signs that may be an address's first may as well stand before it: quotes, italics, a list's dash.
    const signs = local.search(/[^_'+.-]/);
    const locals = Array.from({ length: Math.max(signs, 0) + 1 }, (_, cut) => local.slice(cut));
    // The next sentence may begin without a space, `a@b.example.Then`; and a file may be named after an address.
    const [, before = domain] = /^(.*\..*)\.(?:[A-Z][a-z]+|csv|json|txt|html|pdf|png|eml)$/.exec(domain) ?? [];
    const domains = [domain, before];
    for (const one of locals) for (const where of domains) found.add(`${one}@${where}`.toLowerCase());
  }
}
