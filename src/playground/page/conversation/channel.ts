import { useEffect } from 'preact/hooks';
import type { ChannelView } from '../../protocol.ts';
import { html } from '../html.ts';
import { Avatar } from '../shell/avatar.ts';
import { Icon } from '../shell/icon.ts';
import { channelName, otherCompanies, partnerOf, personOf, useWorld } from '../world.ts';
import { Composer } from './composer.ts';
import { MessageList } from './message-list.ts';

/** A channel or a direct message. */
export function Channel({ of }: { of: ChannelView }) {
  const { snapshot, words } = useWorld();
  const name = channelName(snapshot, of);
  const dm = of.kind === 'dm';
  const partner = dm ? personOf(snapshot, partnerOf(snapshot, of)) : undefined;
  const companies = otherCompanies(snapshot, of);
  const members = words('members', { count: of.memberIds.length });
  return html`
    <main class="pane" aria-label=${dm ? name : `#${name}`}>
      <header class="pane-head">
        ${
          dm
            ? html`<${Avatar} id=${partnerOf(snapshot, of)} size="m" />`
            : html`<${Icon} name=${of.kind === 'private' ? 'lock' : 'hash'} />`
        }
        <h2>${name}</h2>
        ${partner && html`<span class="pane-detail">${[partner.title, partner.company].filter(Boolean).join(' · ')}</span>`}
        ${
          !dm &&
          html`
            <span class="members" title=${of.memberIds
              .map((id) => personOf(snapshot, id)?.name)
              .filter(Boolean)
              .join(', ')}>
              <span class="faces">${of.memberIds.slice(0, 3).map((id) => html`<${Avatar} key=${id} id=${id} size="s" />`)}</span>
              ${members}
            </span>
          `
        }
      </header>
      ${of.shared && html`<${SharedBanner} companies=${companies} />`}
      <${Conversation} channelId=${of.id} label=${words(dm ? 'messages.with' : 'messages.in', { name })} to=${dm ? name : `#${name}`}>
        <${Beginning} name=${name} dm=${dm} />
      <//>
    </main>
  `;
}

const SharedBanner = ({ companies }: { companies: string[] }) => {
  const { words } = useWorld();
  const text =
    companies.length > 0 ? words('shared.with', { companies: words.list(companies) }) : words('shared.with-others');
  return html`<p class="shared-banner"><${Icon} name="shared" />${text}</p>`;
};

const Beginning = ({ name, dm }: { name: string; dm: boolean }) => {
  const { words } = useWorld();
  return html`
    <div class="beginning">
      <p class="beginning-title">${dm ? name : `# ${name}`}</p>
      <p>${words(dm ? 'beginning.dm' : 'beginning.channel', { name })}</p>
    </div>
  `;
};

interface ConversationProps {
  channelId: string;
  label: string;
  /** Whom the composer writes to. */
  to: string;
  children: unknown;
}

/** Messages and the composer, and the note that they were read. */
export function Conversation({ channelId, label, to, children }: ConversationProps) {
  const { snapshot, send } = useWorld();
  const unread = snapshot.channels.find(({ id }) => id === channelId)?.unread ?? 0;
  useEffect(() => {
    if (unread > 0) void send({ type: 'read', channel: channelId });
  }, [channelId, unread]);
  return html`
    <${MessageList} key=${channelId} channelId=${channelId} label=${label}>${children}<//>
    <${Composer} key=${`composer-${channelId}`} channelId=${channelId} to=${to} />
  `;
}
