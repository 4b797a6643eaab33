import { useEffect, useRef } from 'preact/hooks';
import type { ChannelView } from '../../protocol.ts';
import { type Children, html } from '../html.ts';
import { hrefOf, type Place, samePlace } from '../place.ts';
import { channelName, meetsApp, partnerOf, useWorld } from '../world.ts';
import { Avatar } from './avatar.ts';
import { Icon } from './icon.ts';

export function Sidebar({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { snapshot, words } = useWorld();
  const { channels, workspace, app } = snapshot;
  const rooms = channels.filter(({ kind }) => kind === 'channel' || kind === 'private');
  const dms = channels.filter(({ kind }) => kind === 'dm');
  const appDm = channels.find(({ kind }) => kind === 'app-dm');
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    if (open) nav.current?.querySelector<HTMLElement>('a[aria-current], a')?.focus();
  }, [open]);
  const onKey = (event: KeyboardEvent) => event.key === 'Escape' && onClose();
  return html`
    ${open && html`<div class="sidebar-shade" onClick=${onClose}></div>`}
    <nav ref=${nav} class=${open ? 'sidebar open' : 'sidebar'} aria-label=${words('workspace')} onKeyDown=${onKey}>
      <div class="workspace"><span class="workspace-sign" aria-hidden="true">${workspace.name.slice(0, 1)}</span>
        <p>${workspace.name}</p>
      </div>
      <div class="rooms">
        <${Section} title=${words('channels')}>
          ${rooms.map((room) => html`<${Room} key=${room.id} of=${room} />`)}
        <//>
        ${
          dms.length > 0 &&
          html`
            <${Section} title=${words('dms')}>${dms.map((room) => html`<${Room} key=${room.id} of=${room} />`)}<//>
          `
        }
        ${
          meetsApp(snapshot) &&
          html`
            <${Section} title=${words('apps')}>
              <${Entry} place=${{ kind: 'app', tab: 'home' }} unread=${appDm?.unread ?? 0} anyTab>
                <${Avatar} id=${app.userId} size="s" /><span class="room-name">${app.name}</span>
              <//>
            <//>
          `
        }
      </div>
      <p class="nothing-leaves">${words('page.about')}</p>
    </nav>
  `;
}

const Section = ({ title, children }: { title: string; children: Children }) => html`
  <section class="sidebar-section" aria-label=${title}>
    <h2>${title}</h2>
    <ul>${children}</ul>
  </section>
`;

function Room({ of }: { of: ChannelView }) {
  const { snapshot, words } = useWorld();
  const sign =
    of.kind === 'dm'
      ? html`<${Avatar} id=${partnerOf(snapshot, of)} size="s" />`
      : html`<span class="room-sign"><${Icon} name=${of.kind === 'private' ? 'lock' : 'hash'} /></span>`;
  return html`
    <${Entry} place=${{ kind: 'channel', id: of.id }} unread=${of.unread}>
      ${sign}<span class="room-name">${channelName(snapshot, of)}</span>
      ${of.kind === 'private' && html`<span class="quiet">, ${words('channel.private')}</span>`}
      ${
        of.shared &&
        html`<span class="room-shared" title=${words('channel.shared')}><${Icon} name="shared" /></span><span class="quiet">, ${words('channel.shared')}</span>`
      }
    <//>
  `;
}

interface EntryProps {
  place: Place;
  unread: number;
  /** The entry stands for every tab of the app. */
  anyTab?: boolean;
  children: Children;
}

/** A link, so that it can be opened in a second window, as somebody else for instance. */
function Entry({ place, unread, anyTab = false, children }: EntryProps) {
  const { snapshot, place: here, go, words } = useWorld();
  const current = anyTab ? here.kind === place.kind : samePlace(place, here);
  const onClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    go(place);
  };
  return html`
    <li>
      <a
        class=${unread > 0 && !current ? 'room unread' : 'room'}
        href=${hrefOf(snapshot.me.id, place)}
        aria-current=${current ? 'page' : undefined}
        onClick=${onClick}
      >
        ${children}
        ${
          unread > 0 &&
          html`<span class="count" aria-hidden="true">${unread}</span><span class="quiet">, ${words('unread', { count: unread })}</span>`
        }
      </a>
    </li>
  `;
}
