import { emojiIn } from './emoji.ts';
import { decode, type Inline } from './mrkdwn.ts';

const TOKEN = /^<([^<>\n]+)>/;
const CODE = /^`([^`\n]+)`/;
const EMOJI = /^:[a-z0-9_+-]+:/;
const URL = /^https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)'"*_~]/;
const EMAIL = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
const WORD = /[\p{L}\p{N}]/u;
const MARKS = { '*': 'bold', _: 'italic', '~': 'strike' } as const;

/** Reads one line of mrkdwn. */
export function parseInline(line: string): Inline[] {
  const found: Inline[] = [];
  let plain = '';
  const flush = () => {
    if (plain) found.push({ kind: 'text', text: emojiIn(decode(plain)) });
    plain = '';
  };
  let at = 0;
  while (at < line.length) {
    const rest = line.slice(at);
    const afterWord = at > 0 && WORD.test(line[at - 1] ?? '');
    const read = readToken(rest) ?? readMarked(rest, afterWord) ?? (afterWord ? null : readBare(rest));
    if (read) {
      flush();
      found.push(read.inline);
      at += read.length;
    } else {
      const emoji = EMOJI.exec(rest);
      plain += emoji ? emoji[0] : rest[0];
      at += emoji ? emoji[0].length : 1;
    }
  }
  flush();
  return found;
}

type Read = { inline: Inline; length: number } | null;

function readToken(rest: string): Read {
  const code = CODE.exec(rest);
  if (code) return { inline: { kind: 'code', text: decode(code[1] ?? '') }, length: code[0].length };
  const token = TOKEN.exec(rest);
  return token ? { inline: parseToken(token[1] ?? ''), length: token[0].length } : null;
}

/** `*bold*`, `_italic_`, `~strike~`: only around whole words, and never across lines. */
function readMarked(rest: string, afterWord: boolean): Read {
  const mark = rest[0] as keyof typeof MARKS;
  if (!(mark in MARKS) || afterWord || /^\s/.test(rest[1] ?? ' ')) return null;
  for (let at = 1; at < rest.length; at++) {
    const inner = rest.slice(at);
    const token = CODE.exec(inner) ?? TOKEN.exec(inner);
    if (token) at += token[0].length - 1;
    else if (inner[0] === mark && at > 1 && !/\s/.test(rest[at - 1] ?? ' ') && !WORD.test(rest[at + 1] ?? '')) {
      return { inline: { kind: MARKS[mark], children: parseInline(rest.slice(1, at)) }, length: at + 1 };
    }
  }
  return null;
}

/** Slack makes links of addresses that nobody marked as such. */
function readBare(rest: string): Read {
  const url = URL.exec(rest)?.[0];
  if (url) return { inline: { kind: 'link', url: decode(url), text: decode(url) }, length: url.length };
  const email = EMAIL.exec(rest)?.[0];
  if (email) return { inline: { kind: 'link', url: `mailto:${email}`, text: email }, length: email.length };
  return null;
}

function parseToken(token: string): Inline {
  const [target = '', label] = splitOnce(token, '|');
  const text = label === undefined ? null : decode(label);
  if (target.startsWith('@')) return { kind: 'user', id: target.slice(1), text };
  if (target.startsWith('#')) return { kind: 'channel', id: target.slice(1), text };
  if (target.startsWith('!date^')) {
    const [, at = '', format = '', url] = target.split('^');
    return { kind: 'date', at: Number(at), format, url: url ?? null, fallback: text ?? '' };
  }
  if (target.startsWith('!')) return { kind: 'broadcast', text: text ?? `@${target.slice(1).split('^')[0]}` };
  const url = decode(target);
  return { kind: 'link', url, text: text ?? url.replace(/^mailto:/, '') };
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
