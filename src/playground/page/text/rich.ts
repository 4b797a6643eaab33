import { type Children, html } from '../html.ts';
import { useReader } from '../reader.ts';
import { nameOf, useWorld } from '../world.ts';
import { dateToken } from './date-words.ts';
import { emojiIn } from './emoji.ts';
import { type Inline, type Paragraph, parseMrkdwn } from './mrkdwn.ts';
import { safeUrl } from './safe-url.ts';

/** A text object of Slack's: mrkdwn, or plain text with or without emoji. */
export interface TextObject {
  type: string;
  text: string;
  emoji?: boolean;
}

export function Text({ of }: { of: TextObject }) {
  if (of.type === 'mrkdwn') return html`<${Mrkdwn} text=${of.text} />`;
  return html`<span class="plain">${of.emoji === false ? of.text : emojiIn(of.text)}</span>`;
}

export const plainText = (of: TextObject | undefined): string =>
  of ? (of.emoji === false ? of.text : emojiIn(of.text)) : '';

export const Mrkdwn = ({ text }: { text: string }) =>
  html`<div class="mrkdwn">${parseMrkdwn(text).map((paragraph) => html`<${Stretch} of=${paragraph} />`)}</div>`;

function Stretch({ of }: { of: Paragraph }) {
  switch (of.kind) {
    case 'code':
      return html`<pre>${of.text}</pre>`;
    case 'list': {
      const items = of.items.map((item) => html`<li><${Inlines} of=${item} /></li>`);
      return of.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
    }
    case 'quote':
      return html`<blockquote><${Lines} of=${of.lines} /></blockquote>`;
    default:
      return html`<div><${Lines} of=${of.lines} /></div>`;
  }
}

const Lines = ({ of }: { of: Inline[][] }) =>
  html`${of.map((line, at) => html`${at > 0 && html`<br />`}<${Inlines} of=${line} />`)}`;

export const Inlines = ({ of }: { of: Inline[] }) => html`${of.map((inline) => html`<${OneInline} of=${inline} />`)}`;

function OneInline({ of }: { of: Inline }): Children {
  const { snapshot, words } = useWorld();
  switch (of.kind) {
    case 'text':
      return of.text;
    case 'bold':
      return html`<strong><${Inlines} of=${of.children} /></strong>`;
    case 'italic':
      return html`<em><${Inlines} of=${of.children} /></em>`;
    case 'strike':
      return html`<s><${Inlines} of=${of.children} /></s>`;
    case 'code':
      return html`<code>${of.text}</code>`;
    case 'link':
      return html`<${Link} url=${of.url}>${of.text}<//>`;
    case 'user': {
      const name = nameOf(snapshot, of.id) ?? of.text ?? words('person.unknown');
      return html`<span class=${of.id === snapshot.me.id ? 'mention mine' : 'mention'}>@${name}</span>`;
    }
    case 'channel':
      return html`<${ChannelMention} id=${of.id} text=${of.text} />`;
    case 'broadcast':
      return html`<span class="mention mine">${of.text}</span>`;
    case 'date':
      return html`<${DateMention} of=${of} />`;
  }
}

export const Link = ({ url, children }: { url: string; children: Children }) => {
  const safe = safeUrl(url);
  return safe ? html`<a href=${safe} target="_blank" rel="noreferrer">${children}</a>` : html`<span>${children}</span>`;
};

export function ChannelMention({ id, text }: { id: string; text: string | null }) {
  const { snapshot, go, words } = useWorld();
  const channel = snapshot.channels.find((known) => known.id === id);
  if (!channel) return html`<span class="mention">#${text ?? words('channel.unknown')}</span>`;
  const open = () => go({ kind: 'channel', id });
  return html`<button type="button" class="mention" onClick=${open}>#${channel.name}</button>`;
}

export function DateMention({ of }: { of: { at: number; format: string; url: string | null; fallback: string } }) {
  const reader = useReader();
  const date = new Date(of.at * 1000);
  const known = !Number.isNaN(date.getTime());
  const words = known ? dateToken(of.format, date, reader) : of.fallback;
  const time = html`<time datetime=${known ? date.toISOString() : undefined} title=${of.fallback}>${words}</time>`;
  return of.url ? html`<${Link} url=${of.url}>${time}<//>` : time;
}
