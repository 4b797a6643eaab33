import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Say } from '../i18n/say.ts';

export interface Page {
  status: number;
  title: string;
  paragraphs: readonly string[];
  /** The one thing that can be done: it posts to the page itself. */
  button?: string;
}

const STYLE = `
:root{color-scheme:light dark;font:1.1rem/1.5 system-ui,sans-serif}
body{margin:0;padding:2rem 1.25rem;display:grid;place-items:center;min-height:80vh}
main{max-width:34rem}h1{font-size:1.5rem;line-height:1.25}
button{font:inherit;font-weight:600;padding:.7em 1.4em;border:0;border-radius:.4em;background:#1f6f50;color:#fff;cursor:pointer}
button:focus-visible{outline:3px solid currentColor;outline-offset:3px}`;

const hash = createHash('sha256').update(STYLE).digest('base64');

/** Nothing is run, fetched, framed, kept or told to others: the address of the page is a secret. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex, nofollow',
  'cross-origin-opener-policy': 'same-origin',
};

export function sendPage(response: ServerResponse, page: Page, say: Say, withBody = true): void {
  const body = Buffer.from(pageHtml(page, say));
  response.writeHead(page.status, { ...HEADERS, 'content-language': say.locale, 'content-length': body.length });
  response.end(withBody ? body : undefined);
}

export function pageHtml({ title, paragraphs, button }: Page, say: Say): string {
  const [first = '', ...more] = paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`);
  const form = button === undefined ? '' : `<form method="post"><button>${escapeHtml(button)}</button></form>`;
  return `<!doctype html>
<html lang="${say.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)} · Callsheet</title><style>${STYLE}</style></head>
<body><main><h1>${escapeHtml(title)}</h1>${first}${form}${more.join('')}</main></body></html>
`;
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
