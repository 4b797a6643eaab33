import { parseInline } from './inline.ts';

/** A stretch of text within a line. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'bold' | 'italic' | 'strike'; children: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; url: string; text: string }
  | { kind: 'user'; id: string; text: string | null }
  | { kind: 'channel'; id: string; text: string | null }
  | { kind: 'broadcast'; text: string }
  | { kind: 'date'; at: number; format: string; url: string | null; fallback: string };

/** A stretch of lines. */
export type Paragraph =
  | { kind: 'lines'; lines: Inline[][] }
  | { kind: 'quote'; lines: Inline[][] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] }
  | { kind: 'code'; text: string };

const FENCE = /```([\s\S]*?)```/g;
const QUOTE = /^(?:&gt;|>) ?(.*)$/;
const BULLET = /^ {0,3}[•◦▪-] +(.*)$/;
const NUMBER = /^ {0,3}\d{1,2}[.)] +(.*)$/;

/** Reads Slack's mrkdwn. What it does not know stays as it was typed, as in Slack. */
export function parseMrkdwn(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let end = 0;
  for (const fence of text.matchAll(FENCE)) {
    paragraphs.push(...parseLines(text.slice(end, fence.index)));
    paragraphs.push({ kind: 'code', text: decode((fence[1] ?? '').replace(/^\n/, '').replace(/\n$/, '')) });
    end = fence.index + fence[0].length;
  }
  paragraphs.push(...parseLines(text.slice(end)));
  return paragraphs;
}

function parseLines(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const line of text.replace(/^\n|\n$/g, '').split('\n')) {
    const [kind, rest] = kindOf(line);
    const inline = parseInline(rest);
    const last = paragraphs.at(-1);
    if (kind === 'bullet' || kind === 'number') {
      const ordered = kind === 'number';
      if (last?.kind === 'list' && last.ordered === ordered) last.items.push(inline);
      else paragraphs.push({ kind: 'list', ordered, items: [inline] });
    } else if (last?.kind === kind) {
      last.lines.push(inline);
    } else {
      paragraphs.push({ kind, lines: [inline] });
    }
  }
  const nothing = paragraphs.length === 1 && text.trim() === '';
  return nothing ? [] : paragraphs;
}

function kindOf(line: string): ['quote' | 'bullet' | 'number' | 'lines', string] {
  const quote = QUOTE.exec(line);
  if (quote) return ['quote', quote[1] ?? ''];
  const bullet = BULLET.exec(line);
  if (bullet) return ['bullet', bullet[1] ?? ''];
  const number = NUMBER.exec(line);
  if (number) return ['number', number[1] ?? ''];
  return ['lines', line];
}

/** The only three characters that Slack has escaped. */
export const decode = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
