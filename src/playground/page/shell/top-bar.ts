import { html } from '../html.ts';
import { useTickingReader } from '../reader.ts';
import { dateAndTime } from '../text/date-words.ts';
import { useWorld } from '../world.ts';
import { Icon, type IconName } from './icon.ts';
import { PersonSwitcher } from './person-switcher.ts';
import { type Theme, useTheme } from './theme.ts';

export type PanelName = 'traffic' | 'mailbox' | 'clock';

interface TopBarProps {
  panel: PanelName | null;
  onPanel: (panel: PanelName) => void;
  onMenu: () => void;
}

export function TopBar({ panel, onPanel, onMenu }: TopBarProps) {
  const { snapshot, words } = useWorld();
  const reader = useTickingReader();
  const { transport, connected } = snapshot.app;
  const now = dateAndTime(reader.now, reader);
  const state = words(connected ? 'app.connected' : 'app.disconnected', { transport: words(`transport.${transport}`) });
  return html`
    <header class="top-bar">
      <button type="button" class="bare menu-toggle" onClick=${onMenu} aria-label=${words('menu.open')}>
        <${Icon} name="menu" />
      </button>
      <h1 class="brand"><img src="/page/logo.svg" alt="" /><span>${words('page.name')}</span></h1>
      <span class=${connected ? 'connection on' : 'connection off'} title=${state}>
        <span class="dot" aria-hidden="true"></span><span class="connection-words">${state}</span>
      </span>
      <nav class="tools" aria-label=${words('tools')}>
        <${Tool} name="clock" icon="clock" before=${`${words('clock')}, `} words=${now} ...${{ panel, onPanel }} />
        <${Tool}
          name="mailbox"
          icon="mail"
          words=${words('mailbox')}
          count=${snapshot.mailbox.length}
          after=${words('mailbox.count', { count: snapshot.mailbox.length })}
          ...${{ panel, onPanel }}
        />
        <${Tool} name="traffic" icon="traffic" words=${words('traffic')} ...${{ panel, onPanel }} />
        <${ThemeToggle} />
      </nav>
      <${PersonSwitcher} />
    </header>
  `;
}

interface ToolProps {
  name: PanelName;
  icon: IconName;
  words: string;
  /** Heard around the words, not seen. */
  before?: string;
  after?: string;
  count?: number;
  panel: PanelName | null;
  onPanel: (panel: PanelName) => void;
}

const Tool = ({ name, icon, words, before, after, count, panel, onPanel }: ToolProps) => html`
  <button
    type="button"
    class="bare tool"
    aria-expanded=${panel === name}
    aria-controls=${panel === name ? 'panel' : undefined}
    onClick=${() => onPanel(name)}
  >
    <${Icon} name=${icon} />
    ${before && html`<span class="quiet">${before}</span>`}
    <span class="tool-words">${words}</span>
    ${count ? html` <span class="count">${count}</span><span class="quiet"> ${after}</span>` : null}
  </button>
`;

const THEME_ICON: Record<Theme, IconName> = { system: 'auto', light: 'sun', dark: 'moon' };

function ThemeToggle() {
  const { words } = useWorld();
  const [theme, next] = useTheme();
  const label = words('theme', { theme: words(`theme.${theme}`) });
  return html`
    <button type="button" class="bare tool" aria-label=${label} title=${label} onClick=${next}>
      <${Icon} name=${THEME_ICON[theme]} />
    </button>
  `;
}
