import { useState } from 'preact/hooks';
import type { MessageView } from '../../protocol.ts';
import { html } from '../html.ts';
import { Icon } from '../shell/icon.ts';
import { safeUrl } from '../text/safe-url.ts';
import { useWorld } from '../world.ts';

type FileView = MessageView['files'][number];

/** A file of a message: a picture is shown, a text can be looked into, and everything else is offered to be saved. */
export function File({ of }: { of: FileView }) {
  const { words } = useWorld();
  const url = safeUrl(of.url);
  const link = html`<a href=${url} target="_blank" rel="noreferrer">${of.name}</a>`;
  if (of.mimetype.startsWith('image/')) {
    return html`<li class="file-image">${link}<img src=${url} alt=${words('file.preview')} /></li>`;
  }
  return html`
    <li class="file">
      <div class="file-card"><${Icon} name="file" />${link}</div>
      ${/^text\/|json$/.test(of.mimetype) && html`<${Text} of=${of} />`}
    </li>
  `;
}

/** Characters that are shown; the whole file can be saved. */
const MOST_SHOWN = 20_000;

/** The text as it is in the file: nothing in it is markup. */
function Text({ of }: { of: FileView }) {
  const { words } = useWorld();
  const [text, setText] = useState<string | null>(null);
  const load = async () => {
    if (text !== null) return;
    // From the page's own address, by whichever name it was opened.
    const answer = await fetch(new URL(of.url).pathname).catch(() => null);
    setText(answer?.ok ? (await answer.text()).slice(0, MOST_SHOWN) : words('file.unreadable'));
  };
  return html`
    <details class="file-text" onToggle=${load}>
      <summary>${words('file.look')}</summary>
      <pre tabindex="0" aria-label=${of.name}>${text ?? '…'}</pre>
    </details>
  `;
}
