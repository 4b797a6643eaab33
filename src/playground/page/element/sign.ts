import { html } from '../html.ts';
import { Avatar } from '../shell/avatar.ts';
import { Icon } from '../shell/icon.ts';
import type { Choice } from './choice.ts';

/** What stands before a choice: the picture of a person, the sign of a channel, or nothing. */
export function Sign({ of }: { of: Choice }) {
  if (of.personId) return html`<${Avatar} id=${of.personId} size="s" />`;
  return of.sign ? html`<span class="choice-sign"><${Icon} name=${of.sign} /></span>` : null;
}
