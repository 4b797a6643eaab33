import { describe, expect, it } from 'vitest';
import type { Inline, Paragraph } from '../../../src/playground/page/text/mrkdwn.ts';
import { parseMrkdwn } from '../../../src/playground/page/text/mrkdwn.ts';

/** Writes what was read in one line, so that a table can show it. */
const shown = (paragraphs: Paragraph[]): string =>
  paragraphs
    .map((paragraph) => {
      if (paragraph.kind === 'code') return `code(${paragraph.text})`;
      if (paragraph.kind === 'list')
        return `${paragraph.ordered ? 'ol' : 'ul'}(${paragraph.items.map(line).join(' | ')})`;
      return `${paragraph.kind === 'quote' ? 'quote' : ''}(${paragraph.lines.map(line).join(' | ')})`;
    })
    .join(' ');

const line = (inlines: Inline[]): string => inlines.map(one).join('');

function one(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'bold':
    case 'italic':
    case 'strike':
      return `${inline.kind}[${line(inline.children)}]`;
    case 'code':
      return `code[${inline.text}]`;
    case 'link':
      return `link[${inline.url} ${inline.text}]`;
    case 'user':
    case 'channel':
      return `${inline.kind}[${inline.id}${inline.text ? ` ${inline.text}` : ''}]`;
    case 'broadcast':
      return `broadcast[${inline.text}]`;
    case 'date':
      return `date[${inline.at} ${inline.format} ${inline.fallback}]`;
  }
}

describe("Slack's mrkdwn in the playground", () => {
  it.each([
    ['bold, italic and strike', '*a* _b_ ~c~', '(bold[a] italic[b] strike[c])'],
    ['marks within marks', '*a _b_ c*', '(bold[a italic[b] c])'],
    ['no marks inside words', 'snake_case_name 2*3*4', '(snake_case_name 2*3*4)'],
    ['no marks that begin in a word', 'a*b* c', '(a*b* c)'],
    ['no marks around spaces', '* a * and _ b _', '(* a * and _ b _)'],
    ['no bold across lines', '*a\nb*', '(*a | b*)'],
    ['bold before a colon', '*Support hours:* none', '(bold[Support hours:] none)'],
    ['code as it is', '`*a* &lt;b&gt;`', '(code[*a* <b>])'],
    ['a fence', 'see\n```{\n  "a": 1\n}```\nend', '(see) code({\n  "a": 1\n}) (end)'],
    ['a quote of two lines', '&gt; a\n&gt; b\nc', 'quote(a | b) (c)'],
    ['lists', '• a\n• b\n1. c\n2. d', 'ul(a | b) ol(c | d)'],
    ['a person, with a name and without', '<@U1> <@U2|ana>', '(user[U1] user[U2 ana])'],
    ['a channel', '<#C1> <#C2|ops>', '(channel[C1] channel[C2 ops])'],
    ['everybody', '<!here> <!channel>', '(broadcast[@here] broadcast[@channel])'],
    ['a date', '<!date^1700000000^{date} {time}|soon>', '(date[1700000000 {date} {time} soon])'],
    ['a link with words', '<https://a.example/?b=1&amp;c=2|the page>', '(link[https://a.example/?b=1&c=2 the page])'],
    [
      'a bare address, without its full stop',
      'See https://a.example/b.',
      '(See link[https://a.example/b https://a.example/b].)',
    ],
    ['a mail address', 'Write to a.b@c.example.', '(Write to link[mailto:a.b@c.example a.b@c.example].)'],
    ['a bold mail address', '*a@b.example*', '(bold[link[mailto:a@b.example a@b.example]])'],
    ['what was escaped stays text', '&lt;@U1&gt; &amp;lt;', '(<@U1> &lt;)'],
    ['emoji by name, unknown ones as they are', ':tada: :nosuchthing:', '(🎉 :nosuchthing:)'],
    ['empty lines', 'a\n\nb', '(a |  | b)'],
    ['nothing', '', ''],
  ])('reads %s', (_, text, read) => {
    expect(shown(parseMrkdwn(text))).toBe(read);
  });
});
