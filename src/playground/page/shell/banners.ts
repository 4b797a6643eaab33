import { html } from '../html.ts';
import { useWorld } from '../world.ts';
import { Icon } from './icon.ts';

interface BannersProps {
  online: boolean;
  /** Why the playground did not take the last thing that was done; null if it did. */
  refused: string | null;
  onSeen: () => void;
}

/** What is wrong with the playground itself, told apart from what Slack and the app say. */
export function Banners({ online, refused, onSeen }: BannersProps) {
  const { snapshot, words } = useWorld();
  const { name, connected } = snapshot.app;
  return html`
    <div class="banners" role="status">
      ${!online && html`<p class="banner"><${Icon} name="plug" />${words('page.offline')}</p>`}
      ${online && !connected && html`<p class="banner"><${Icon} name="plug" />${words('app.waiting', { name })}</p>`}
      ${
        refused &&
        html`
          <p class="banner">
            <${Icon} name="alert" />${words('page.refused', { error: refused })}
            <button type="button" class="bare" aria-label=${words('dismiss')} onClick=${onSeen}><${Icon} name="close" /></button>
          </p>
        `
      }
    </div>
  `;
}
