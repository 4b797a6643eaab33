import { useState } from 'preact/hooks';
import type { TrafficView } from '../../protocol.ts';
import { html } from '../html.ts';
import { useReader } from '../reader.ts';
import { useWorld } from '../world.ts';
import { JsonText } from './json-text.ts';

/** Everything that went over the wire between Slack and the app, newest first. */
export function Traffic() {
  const { snapshot, words } = useWorld();
  const [query, setQuery] = useState('');
  const wanted = query.trim().toLowerCase();
  const shown = snapshot.traffic
    .filter(
      (one) =>
        wanted === '' ||
        JSON.stringify([one.name, one.status, one.request, one.response]).toLowerCase().includes(wanted),
    )
    .toReversed();
  return html`
    <p class="panel-intro">${words('traffic.intro', { name: snapshot.app.name })}</p>
    <input
      type="search"
      class="text-input"
      aria-label=${words('traffic.search')}
      placeholder=${words('traffic.search')}
      value=${query}
      onInput=${(event: { currentTarget: HTMLInputElement }) => setQuery(event.currentTarget.value)}
    />
    ${shown.length === 0 && html`<p class="nothing">${words(wanted ? 'traffic.no-match' : 'traffic.none')}</p>`}
    <ul class="traffic" aria-label=${words('traffic')}>
      ${shown.map((one) => html`<${Exchange} key=${one.id} of=${one} />`)}
    </ul>
  `;
}

function Exchange({ of }: { of: TrafficView }) {
  const { words } = useWorld();
  const { locale, zone } = useReader();
  const [open, setOpen] = useState(false);
  const time = new Intl.DateTimeFormat(locale, { timeZone: zone, timeStyle: 'medium' }).format(new Date(of.at));
  const took = of.took === null ? words('traffic.pending') : `${Math.round(of.took)} ms`;
  return html`
    <li>
      <details open=${open} onToggle=${(event: { currentTarget: HTMLDetailsElement }) => setOpen(event.currentTarget.open)}>
        <summary>
          <span class=${`way ${of.direction}`} title=${words(`traffic.${of.direction}`)}>
            <span aria-hidden="true">${of.direction === 'to-app' ? '→' : '←'}</span>
            <span class="quiet">${words(`traffic.${of.direction}`)}</span>
          </span>
          <span class="exchange-name">${of.name}</span>
          <span class=${`status ${of.status}`}>${words(`status.${of.status}`)}</span>
          <span class="took">${took}</span>
          <span class="at">${time}</span>
        </summary>
        ${
          open &&
          html`
            <h3>${words('traffic.request')}</h3><${JsonText} of=${of.request} label=${words('traffic.request')} />
            <h3>${words('traffic.response')}</h3><${JsonText} of=${of.response} label=${words('traffic.response')} />
          `
        }
      </details>
    </li>
  `;
}
