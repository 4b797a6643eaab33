import { LOCALES, localeOf, type Say, say } from '../i18n/say.ts';
import type { Letter } from './mailer.ts';

/** A piece of a letter: a paragraph, or what stands out in it. */
export type Piece = { text: string } | { code: string } | { link: string };

/**
 * Writes a letter in both languages, the one of whoever sent it first: nobody knows who reads a mailbox. Text and HTML
 * say the same, and the HTML holds nothing that is fetched.
 */
export function letter(
  to: string,
  locale: string,
  { subject, pieces }: { subject: (voice: Say) => string; pieces: (voice: Say) => Piece[] },
): Letter {
  const first = localeOf(locale);
  const voices = [first, ...LOCALES.filter((one) => one !== first)].map(say);
  const parts = voices.map((voice) => ({ lang: voice.locale, pieces: pieces(voice) }));
  const text = parts.map((part) => part.pieces.map(plain).join('\n\n')).join('\n\n---\n\n');
  const html = parts.map((part) => `<div lang="${part.lang}">${part.pieces.map(marked).join('')}</div>`).join('<hr>');
  return { to, subject: subject(say(first)), text: `${text}\n`, html: `<!doctype html><body>${html}</body>` };
}

const plain = (piece: Piece): string =>
  'text' in piece ? piece.text : 'code' in piece ? `    ${piece.code}` : piece.link;

function marked(piece: Piece): string {
  if ('text' in piece) return `<p>${escapeHtml(piece.text)}</p>`;
  if ('code' in piece)
    return `<p style="font-size:1.6em;letter-spacing:.2em"><strong>${escapeHtml(piece.code)}</strong></p>`;
  const link = escapeHtml(piece.link);
  return `<p><a href="${link}">${link}</a></p>`;
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
