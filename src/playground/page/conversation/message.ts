import { useId, useRef, useState } from 'preact/hooks';
import type { MessageView } from '../../protocol.ts';
import { Blocks } from '../block/blocks.ts';
import { useKeptFocus } from '../block/focus.ts';
import { html } from '../html.ts';
import { useReader } from '../reader.ts';
import { Avatar } from '../shell/avatar.ts';
import { Icon } from '../shell/icon.ts';
import { Menu } from '../shell/menu.ts';
import { dateAndTime, timeWords } from '../text/date-words.ts';
import { Mrkdwn } from '../text/rich.ts';
import { nameOf, personOf, useWorld } from '../world.ts';
import { File } from './file.ts';

/** One message; under the one before, without its name, when they belong together. */
export function Message({ of, under }: { of: MessageView; under: boolean }) {
  const { snapshot, words } = useWorld();
  const reader = useReader();
  const nameId = useId();
  const [menuOpen, setMenuOpen] = useState(false);
  const article = useRef<HTMLElement>(null);
  useKeptFocus(article);
  const date = new Date(Number(of.ts) * 1000);
  const name = nameOf(snapshot, of.authorId) ?? words('person.unknown');
  const time = html`<time datetime=${date.toISOString()} title=${dateAndTime(date, reader)}>${timeWords(date, reader)}</time>`;
  const kind = ['message', under && 'under', of.ephemeral && 'ephemeral', menuOpen && 'held'].filter(Boolean).join(' ');
  return html`
    <article ref=${article} class=${kind} tabindex="-1" aria-labelledby=${nameId}>
      ${of.ephemeral && html`<p class="only-you"><${Icon} name="eye" />${words('message.only-you')}</p>`}
      <div class="message-side">${under ? time : html`<${Avatar} id=${of.authorId} size="l" />`}</div>
      <div class="message-main">
        <div class=${under ? 'message-head quiet' : 'message-head'} id=${nameId}>
          <span class="message-name">${name}</span><${Badge} id=${of.authorId} /> ${time}
        </div>
        <${Content} of=${of} />
        ${of.edited && html`<span class="edited" title=${words('message.edited.title')}>${words('message.edited')}</span>`}
        ${of.files.length > 0 && html`<ul class="files">${of.files.map((file) => html`<${File} key=${file.id} of=${file} />`)}</ul>`}
      </div>
      <${MessageMenu} of=${of} onToggle=${setMenuOpen} />
    </article>
  `;
}

/** The app is no person, and people of another company are marked. */
function Badge({ id }: { id: string }) {
  const { snapshot, words } = useWorld();
  const person = personOf(snapshot, id);
  if (id === snapshot.app.userId || person?.kind === 'bot')
    return html`<span class="badge">${words('badge.app')}</span>`;
  if (person && person.company !== snapshot.me.company)
    return html`<span class="badge company">${person.company}</span>`;
  return null;
}

const Content = ({ of }: { of: MessageView }) =>
  of.blocks.length > 0
    ? html`<${Blocks} container=${{ kind: 'message', channel: of.channel, ts: of.ts }} blocks=${of.blocks} kept=${null} />`
    : of.text && html`<${Mrkdwn} text=${of.text} />`;

function MessageMenu({ of, onToggle }: { of: MessageView; onToggle: (open: boolean) => void }) {
  const { snapshot, words, send } = useWorld();
  const shortcuts = snapshot.shortcuts.filter(({ type }) => type === 'message');
  if (shortcuts.length === 0 || of.ephemeral) return null;
  const items = shortcuts.map(({ callbackId, name, description }) => ({
    id: callbackId,
    label: name,
    detail: [snapshot.app.name, description].filter(Boolean).join(' · '),
    onPick: () => void send({ type: 'shortcut', callbackId, channel: of.channel, ts: of.ts }),
  }));
  return html`
    <div class="message-menu">
      <${Menu} label=${words('message.more')} groups=${[{ items }]} class="bare" onToggle=${onToggle}>
        <${Icon} name="more" />
      <//>
    </div>
  `;
}
