import type { MailView } from '../../protocol.ts';
import { html } from '../html.ts';
import { useReader } from '../reader.ts';
import { dateAndTime } from '../text/date-words.ts';
import { Mrkdwn } from '../text/rich.ts';
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

/** Its text is plain: nothing in it is markup, but addresses can be followed. */
const asMrkdwn = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign);

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
        <div class="mail-text"><${Mrkdwn} text=${asMrkdwn(of.text)} /></div>
      </details>
    </li>
  `;
}
