import { useEffect, useRef } from 'preact/hooks';
import type { JsonObject } from '../../protocol.ts';
import { Blocks } from '../block/blocks.ts';
import { useKeptFocus } from '../block/focus.ts';
import { html } from '../html.ts';
import { Avatar } from '../shell/avatar.ts';
import { Notices } from '../shell/notices.ts';
import { useWorld } from '../world.ts';
import { Conversation } from './channel.ts';

const TABS = ['home', 'messages'] as const;
type Tab = (typeof TABS)[number];

/** The app's own place: what it shows this person on its Home, and its messages to them. */
export function AppPane({ tab }: { tab: Tab }) {
  const { snapshot, words, go } = useWorld();
  const tabs = useRef<HTMLDivElement>(null);
  const { name, userId } = snapshot.app;
  const dm = snapshot.channels.find(({ kind }) => kind === 'app-dm');
  const onKey = ({ key }: KeyboardEvent) => {
    if (!['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(key)) return;
    const other: Tab = key === 'Home' ? 'home' : key === 'End' || tab === 'home' ? 'messages' : 'home';
    go({ kind: 'app', tab: other });
    tabs.current?.querySelector<HTMLElement>(`#tab-${other}`)?.focus();
  };
  const title = (of: Tab) => html`
    <button
      type="button"
      id=${`tab-${of}`}
      role="tab"
      aria-selected=${of === tab}
      aria-controls="tab-panel"
      tabindex=${of === tab ? 0 : -1}
      onClick=${() => go({ kind: 'app', tab: of })}
    >
      ${words(`tab.${of}`)}
      ${of === 'messages' && dm && dm.unread > 0 && tab !== 'messages' ? html`<span class="count">${dm.unread}</span>` : null}
    </button>
  `;
  return html`
    <main class="pane app-pane" aria-label=${name}>
      <header class="pane-head">
        <${Avatar} id=${userId} size="m" />
        <h2>${name}</h2><span class="badge">${words('badge.app')}</span>
        <div ref=${tabs} class="tabs" role="tablist" aria-label=${name} onKeyDown=${onKey}>${TABS.map(title)}</div>
      </header>
      <div id="tab-panel" class="tab-panel" role="tabpanel" aria-labelledby=${`tab-${tab}`} tabindex=${tab === 'home' ? 0 : -1}>
        ${
          tab === 'home'
            ? html`<${Home} />`
            : dm
              ? html`<${Conversation} channelId=${dm.id} label=${words('messages.with', { name })} to=${name}>
                  <div class="beginning"><p class="beginning-title">${name}</p><p>${words('beginning.app', { name })}</p></div>
                <//>`
              : html`<p class="nothing">${words('app.no-dm')}</p>`
        }
      </div>
    </main>
  `;
}

function Home() {
  const box = useRef<HTMLDivElement>(null);
  useKeptFocus(box);
  const { snapshot, words, send } = useWorld();
  const { home, me, app } = snapshot;
  useEffect(() => void send({ type: 'open-home' }), [me.id]);
  return html`
    <div ref=${box} class="home" tabindex="-1">
      ${
        home
          ? html`<${Blocks} container=${{ kind: 'home' }} blocks=${home.view.blocks as JsonObject[]} kept=${home.values} />`
          : html`<p class="nothing">${words('home.empty', { name: app.name })}</p>`
      }
    </div>
    ${snapshot.modals.length === 0 && html`<${Notices} />`}
  `;
}
