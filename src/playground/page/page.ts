import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Intent, IntentAnswer, Snapshot } from '../protocol.ts';
import { useConnection } from './connection.ts';
import { AppPane } from './conversation/app-pane.ts';
import { Channel } from './conversation/channel.ts';
import { html } from './html.ts';
import { ModalStack } from './modal/modal-stack.ts';
import { Panel } from './panel/panel.ts';
import { type Place, useAddress } from './place.ts';
import { Banners } from './shell/banners.ts';
import { Sidebar } from './shell/sidebar.ts';
import { type PanelName, TopBar } from './shell/top-bar.ts';
import { wordsFor } from './words/words.ts';
import { meetsApp, useWorld, type World, WorldProvider } from './world.ts';

/** The whole page: who is looking, at what, and everything they can do about it. */
export function Page() {
  const [address, move] = useAddress();
  const { snapshot, online, send } = useConnection(address.as);
  const [said, setSaid] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const locale = snapshot?.me.locale ?? navigator.language;
  const words = useMemo(() => wordsFor(locale), [locale]);

  useEffect(() => {
    document.documentElement.lang = words.locale;
  }, [words]);
  useEffect(() => {
    if (snapshot) document.title = `${snapshot.workspace.name} · ${words('page.name')}`;
  }, [snapshot?.workspace.name, words]);

  if (!snapshot) return html`<p class="starting" role="status">${words(online ? 'page.starting' : 'page.offline')}</p>`;

  const place = placeIn(snapshot, address.place);
  const world: World = {
    snapshot,
    words,
    place,
    go: (to) => move(snapshot.me.id, to),
    switchTo: (personId) => move(personId, place),
    send: async (intent: Intent): Promise<IntentAnswer> => {
      const answer = await send(intent);
      setRefused(answer.ok ? null : answer.error);
      return answer;
    },
    // The same words twice in a row are to be heard twice.
    announce: (text) => setSaid((before) => (before === text ? `${text}\u00a0` : text)),
  };
  return html`
    <${WorldProvider} value=${world}>
      <${Workspace} online=${online} refused=${refused} onSeen=${() => setRefused(null)} />
      <p class="quiet" role="status" aria-live="polite">${said}</p>
    <//>
  `;
}

/** Where the address leads, if this person may go there; else to where their story begins. */
function placeIn(snapshot: Snapshot, asked: Place | null): Place {
  const { channels } = snapshot;
  if (asked?.kind === 'app' && meetsApp(snapshot)) return asked;
  if (asked?.kind === 'channel' && channels.some(({ id }) => id === asked.id)) return asked;
  const first = channels.find(({ kind }) => kind === 'channel' || kind === 'private') ?? channels[0];
  return first && first.kind !== 'app-dm' ? { kind: 'channel', id: first.id } : { kind: 'app', tab: 'home' };
}

interface WorkspaceProps {
  online: boolean;
  refused: string | null;
  onSeen: () => void;
}

function Workspace({ online, refused, onSeen }: WorkspaceProps) {
  const { snapshot, place } = useWorld();
  const [panel, setPanel] = useState<PanelName | null>(null);
  const [menu, setMenu] = useState(false);
  const opener = useRef<HTMLElement | null>(null);
  useEffect(() => setMenu(false), [JSON.stringify(place)]);
  const toggle = (name: PanelName) => {
    opener.current = document.activeElement as HTMLElement;
    setPanel(panel === name ? null : name);
  };
  const closePanel = () => {
    setPanel(null);
    opener.current?.focus();
  };
  const closeMenu = () => {
    setMenu(false);
    document.querySelector<HTMLElement>('.menu-toggle')?.focus();
  };
  const me = snapshot.me.id;
  const channel = place.kind === 'channel' ? snapshot.channels.find(({ id }) => id === place.id) : undefined;
  return html`
    <div class=${panel ? 'page with-panel' : 'page'}>
      <${TopBar} panel=${panel} onPanel=${toggle} onMenu=${() => setMenu(!menu)} />
      <${Banners} online=${online} refused=${refused} onSeen=${onSeen} />
      <${Sidebar} open=${menu} onClose=${closeMenu} />
      ${
        channel
          ? html`<${Channel} key=${`${me} ${channel.id}`} of=${channel} />`
          : html`<${AppPane} key=${me} tab=${place.kind === 'app' ? place.tab : 'home'} />`
      }
      ${panel && html`<${Panel} name=${panel} onClose=${closePanel} />`}
    </div>
    <${ModalStack} key=${me} />
  `;
}
