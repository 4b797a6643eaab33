import { html } from '../html.ts';
import { personOf, useWorld } from '../world.ts';

/** A person's initials on their colour; the app has its sign. Names stand beside it, so it is silent. */
export function Avatar({ id, size = 'm' }: { id: string; size?: 's' | 'm' | 'l' }) {
  const { snapshot } = useWorld();
  if (id === snapshot.app.userId) {
    return html`<img class=${`avatar ${size}`} src="/page/logo.svg" alt="" />`;
  }
  const person = personOf(snapshot, id);
  return html`
    <span class=${`avatar ${size}`} style=${`--avatar: ${person?.colour ?? '#7a7a7a'}`} aria-hidden="true">
      ${person?.initials ?? '?'}
    </span>
  `;
}
