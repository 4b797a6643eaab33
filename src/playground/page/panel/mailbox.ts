import type { MailView } from '../../protocol.ts';
import { type Children, html } from '../html.ts';
import { useReader } from '../reader.ts';
import { dateAndTime } from '../text/date-words.ts';
import { Link } from '../text/rich.ts';
import { useWorld } from '../world.ts';

/** Every e-mail that the app sent; none left this machine. */
export function Mailbox() {
  const { snapshot, words } = useWorld();
  const newestFirst = snapshot.mailbox.toReversed();
  return html`
    <p class="panel-intro">${words('mailbox.intro', { name: snapshot.app.name })}</p>
    ${newestFirst.length === 0 && html`<p class="nothing">${words('mailbox.none')}</p>`}
    <ul class="mails" aria-label=${words('mailbox')}>${newestFirst.map((mail) => html`<${Mail} key=${mail.id} of=${mail} />`)}</ul>
  `;
}

const ADDRESS = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)]/g;

/** A mail is plain text: nothing in it is markup, but its addresses can be followed. */
function followable(text: string): Children[] {
  const links = text.match(ADDRESS) ?? [];
  return text.split(ADDRESS).flatMap((between, place) => {
    const url = links[place];
    return url ? [between, html`<${Link} url=${url}>${url}<//>`] : [between];
  });
}

function Mail({ of }: { of: MailView }) {
  const { words } = useWorld();
  const reader = useReader();
  return html`
    <li>
      <details>
        <summary>
          <span class="mail-subject">${of.subject}</span>
          <span class="at">${dateAndTime(new Date(of.at), reader)}</span>
          <span class="mail-to">${words('mailbox.to', { to: of.to.join(', ') })}</span>
        </summary>
        <p class="mail-from">${words('mailbox.from', { from: of.from })}</p>
        <div class="mail-text">${followable(of.text)}</div>
      </details>
    </li>
  `;
}
