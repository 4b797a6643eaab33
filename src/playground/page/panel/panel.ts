import { useEffect, useRef } from 'preact/hooks';
import { html } from '../html.ts';
import { Icon } from '../shell/icon.ts';
import type { PanelName } from '../shell/top-bar.ts';
import { useWorld } from '../world.ts';
import { Clock } from './clock.ts';
import { Mailbox } from './mailbox.ts';
import { Traffic } from './traffic.ts';

const CONTENT = { traffic: Traffic, mailbox: Mailbox, clock: Clock };

/** What one can look at besides Slack: the wire, the mail and the clock. */
export function Panel({ name, onClose }: { name: PanelName; onClose: () => void }) {
  const { words } = useWorld();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [name]);
  const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && onClose();
  return html`
    <aside id="panel" class="panel" aria-label=${words(name)} onKeyDown=${onKey}>
      <header class="pane-head">
        <h2 ref=${title} tabindex="-1">${words(name)}</h2>
        <button type="button" class="bare" aria-label=${words('panel.close')} onClick=${onClose}><${Icon} name="close" /></button>
      </header>
      <div class="panel-body"><${CONTENT[name]} /></div>
    </aside>
  `;
}
