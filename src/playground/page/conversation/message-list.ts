import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { MessageView } from '../../protocol.ts';
import { html } from '../html.ts';
import { useReader } from '../reader.ts';
import { dayWords } from '../text/date-words.ts';
import { dayIn } from '../text/zone.ts';
import { nameOf, useWorld } from '../world.ts';
import { Message } from './message.ts';

/** Messages of one person within this time stand under one name. */
const TOGETHER = 5 * 60;
/** How near the end still counts as reading the newest, in pixels. */
const NEAR_END = 80;

interface MessageListProps {
  channelId: string;
  label: string;
  /** What stands before the first message. */
  children: unknown;
}

export function MessageList({ channelId, label, children }: MessageListProps) {
  const { snapshot } = useWorld();
  const reader = useReader();
  const list = useRef<HTMLDivElement>(null);
  const messages = snapshot.messages[channelId] ?? [];
  const last = messages.at(-1);
  const answers = last !== undefined && (last.ephemeral || last.authorId === snapshot.me.id);
  useFollowing(list, channelId, JSON.stringify(last ?? null), answers);
  useAnnouncing(messages);
  const rows = messages.map((message, place) => {
    const before = messages[place - 1];
    const date = new Date(Number(message.ts) * 1000);
    const newDay = !before || dayIn(reader.zone, date) !== dayIn(reader.zone, new Date(Number(before.ts) * 1000));
    return html`
      ${newDay && html`<div key=${`day-${message.ts}`} class="day-line"><h3>${dayWords(date, reader)}</h3></div>`}
      <${Message} key=${`${message.ts}-${message.authorId}`} of=${message} under=${!newDay && isUnder(message, before)} />
    `;
  });
  return html`
    <div ref=${list} class="message-list" role="region" aria-label=${label} tabindex="0">
      <div class="message-rows">${children}${rows}</div>
    </div>
  `;
}

const isUnder = (message: MessageView, before: MessageView): boolean =>
  before.authorId === message.authorId &&
  !message.ephemeral &&
  !before.ephemeral &&
  Number(message.ts) - Number(before.ts) < TOGETHER;

/** Stays at the newest message, unless the person scrolled away from it; what they caused themselves they want to see. */
function useFollowing(
  list: { current: HTMLElement | null },
  channelId: string,
  newest: string,
  answers: boolean,
): void {
  const following = useRef(true);
  useEffect(() => {
    const box = list.current;
    const note = () => {
      if (box) following.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END;
    };
    box?.addEventListener('scroll', note, { passive: true });
    return () => box?.removeEventListener('scroll', note);
  }, []);
  useLayoutEffect(() => {
    following.current = true;
  }, [channelId]);
  useLayoutEffect(() => {
    if (answers) following.current = true;
  }, [newest]);
  useLayoutEffect(() => {
    const box = list.current;
    const follow = () => {
      if (box && following.current) box.scrollTop = box.scrollHeight;
    };
    follow();
    // A picture that loads and a notice that comes move the end as well.
    const watch = new ResizeObserver(follow);
    for (const part of box ? [box, ...box.children] : []) watch.observe(part);
    return () => watch.disconnect();
  }, [channelId, newest]);
}

/** Reads out what arrives while the conversation is open. */
function useAnnouncing(messages: MessageView[]): void {
  const { snapshot, announce, words } = useWorld();
  const newest = messages.at(-1);
  const known = useRef(newest?.ts ?? '');
  useEffect(() => {
    const fresh = messages.filter(({ ts, authorId }) => ts > known.current && authorId !== snapshot.me.id);
    known.current = newest?.ts ?? '';
    for (const { authorId, text } of fresh) {
      announce(words('message.new', { name: nameOf(snapshot, authorId) ?? '', text }));
    }
  }, [newest?.ts]);
}
