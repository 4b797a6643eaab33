import type { RichTextBlock as RichText, RichTextElement, RichTextSection } from '@slack/types';
import { type Children, html } from '../html.ts';
import { emojiIn } from '../text/emoji.ts';
import { ChannelMention, DateMention, Link } from '../text/rich.ts';
import { nameOf, useWorld } from '../world.ts';
import type { BlockProps } from './blocks.ts';

export const RichTextBlock = ({ of }: BlockProps<RichText>) =>
  html`<div class="mrkdwn">${of.elements.map((part) => html`<${Part} of=${part} />`)}</div>`;

function Part({ of }: { of: RichText['elements'][number] }) {
  switch (of.type) {
    case 'rich_text_preformatted':
      return html`<pre>${of.elements.map((element) => html`<${Run} of=${element} />`)}</pre>`;
    case 'rich_text_quote':
      return html`<blockquote>${of.elements.map((element) => html`<${Run} of=${element} />`)}</blockquote>`;
    case 'rich_text_list': {
      const items = of.elements.map((item) => html`<li>${runs(item)}</li>`);
      const indent = `--indent: ${of.indent ?? 0}`;
      return of.style === 'ordered' ? html`<ol style=${indent}>${items}</ol>` : html`<ul style=${indent}>${items}</ul>`;
    }
    default:
      return html`<div class="rich-section">${runs(of)}</div>`;
  }
}

const runs = (section: RichTextSection): Children => section.elements.map((element) => html`<${Run} of=${element} />`);

function Run({ of }: { of: RichTextElement }): Children {
  const { bold, italic, strike, code } = of.style ?? {};
  let run: Children = html`<${Plain} of=${of} />`;
  if (code) run = html`<code>${run}</code>`;
  if (strike) run = html`<s>${run}</s>`;
  if (italic) run = html`<em>${run}</em>`;
  if (bold) run = html`<strong>${run}</strong>`;
  return run;
}

function Plain({ of }: { of: RichTextElement }): Children {
  const { snapshot, words } = useWorld();
  switch (of.type) {
    case 'text':
      return of.text;
    case 'emoji':
      return emojiIn(`:${of.name}:`);
    case 'link':
      return html`<${Link} url=${of.url}>${of.text ?? of.url}<//>`;
    case 'user':
      return html`<span class=${of.user_id === snapshot.me.id ? 'mention mine' : 'mention'}>@${nameOf(snapshot, of.user_id) ?? words('person.unknown')}</span>`;
    case 'channel':
      return html`<${ChannelMention} id=${of.channel_id} text=${null} />`;
    case 'broadcast':
      return html`<span class="mention mine">@${of.range}</span>`;
    case 'date':
      return html`<${DateMention} of=${{ at: of.timestamp, format: of.format, url: of.url ?? null, fallback: of.fallback ?? '' }} />`;
    case 'usergroup':
      return html`<span class="mention">@${of.usergroup_id}</span>`;
    default:
      return '';
  }
}
