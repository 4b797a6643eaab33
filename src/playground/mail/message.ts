/** What a mail says, read from the bytes that travelled: enough of MIME for the mails of an app. */
export interface ReadMail {
  from: string;
  subject: string;
  /** The plain text; of a mail without one, nothing. */
  text: string;
}

interface Part {
  headers: ReadonlyMap<string, string>;
  body: string;
}

/** @param raw the message, each byte as one character (latin1). */
export function readMail(raw: string): ReadMail {
  const whole = partOf(raw);
  const text = plainTextOf(whole);
  return {
    from: words(whole.headers.get('from') ?? ''),
    subject: words(whole.headers.get('subject') ?? ''),
    text: text === null ? '' : decode(text).replaceAll('\r\n', '\n').trim(),
  };
}

function partOf(raw: string): Part {
  const end = raw.indexOf('\r\n\r\n');
  const head = end < 0 ? raw : raw.slice(0, end);
  const headers = head
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()] as const);
  return { headers: new Map(headers), body: end < 0 ? '' : raw.slice(end + 4) };
}

/** The first part that is plain text, however deep. */
function plainTextOf(part: Part): Part | null {
  const type = part.headers.get('content-type') ?? 'text/plain';
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (/^multipart\//i.test(type) && boundary) {
    for (const piece of part.body.split(`--${boundary}`).slice(1)) {
      const found = piece.startsWith('--') ? null : plainTextOf(partOf(piece.replace(/^\r\n/, '')));
      if (found) return found;
    }
    return null;
  }
  return /^text\/plain/i.test(type) ? part : null;
}

function decode({ headers, body }: Part): string {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding === 'quoted-printable') return unquoted(body.replaceAll(/=\r?\n/g, ''));
  return Buffer.from(body, 'latin1').toString('utf8');
}

const unquoted = (text: string): string =>
  Buffer.from(
    text.replaceAll(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

/** A header with other letters than ASCII's comes in encoded words. */
const words = (header: string): string =>
  Buffer.from(header, 'latin1')
    .toString('utf8')
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
      how.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString('utf8') : unquoted(text.replaceAll('_', ' ')),
    );
