import { html } from '../html.ts';
import { Mrkdwn } from '../text/rich.ts';
import { useWorld } from '../world.ts';
import { Icon } from './icon.ts';

/** What Slack itself has to say to this person. It stays until it is dismissed. */
export function Notices() {
  const { snapshot, words, send } = useWorld();
  return html`
    <div class="notices" role="region" aria-label=${words('notices')} hidden=${snapshot.notices.length === 0}>
      ${snapshot.notices.map(
        ({ id, text }) => html`
          <div key=${id} class="notice" role="alert">
            <${Icon} name="alert" />
            <${Mrkdwn} text=${text} />
            <button
              type="button"
              class="bare"
              aria-label=${words('dismiss')}
              onClick=${() => send({ type: 'dismiss-notice', id })}
            ><${Icon} name="close" /></button>
          </div>
        `,
      )}
    </div>
  `;
}
