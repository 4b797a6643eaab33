import type { Json } from '../../protocol.ts';
import { type Children, html } from '../html.ts';

const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null)\b|(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)/gi;

/** JSON as people read it: indented, with its names, texts and numbers told apart. */
export const JsonText = ({ of, label }: { of: Json; label: string }) =>
  html`<pre class="json" tabindex="0" role="region" aria-label=${label}>${coloured(JSON.stringify(of, null, 2) ?? '')}</pre>`;

function coloured(text: string): Children[] {
  const parts: Children[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [whole, quoted, colon] = match;
    parts.push(text.slice(end, match.index));
    if (quoted && colon) parts.push(html`<span class="json-name">${quoted}</span>${colon}`);
    else parts.push(html`<span class=${quoted ? 'json-text' : 'json-number'}>${whole}</span>`);
    end = match.index + whole.length;
  }
  parts.push(text.slice(end));
  return parts;
}
